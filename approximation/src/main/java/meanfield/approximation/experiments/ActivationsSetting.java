package meanfield.approximation.experiments;

import java.util.List;
import meanfield.approximation.trained.FitProblem;
import meanfield.approximation.trained.HiddenUnit;
import meanfield.core.Require;
import meanfield.experiment.Parameter;

/**
 * Parameters of {@link ActivationsExperiment}.
 *
 * @param function f on [-1, 1]
 * @param activations hidden units
 * @param budgets P, ascending
 * @param networks starts of each
 * @param iterations steps of variable projection
 * @param gradientSteps steps of Adam; 0 for none
 */
public record ActivationsSetting(
        @Parameter(meaning = "function on [-1, 1]: sin 3 pi x, 1/(1+25x^2), tanh 20x")
        FitProblem function,

        @Parameter(meaning = "hidden units to compare") List<HiddenUnit> activations,

        @Parameter(symbol = "P", meaning = "parameters of the networks, ascending", range = "[8, 400]", lone = true)
        List<Integer> budgets,

        @Parameter(meaning = "random starts of each network", range = "[2, 1000]")
        int networks,

        @Parameter(meaning = "steps of variable projection", range = "[1, 10000]")
        int iterations,

        @Parameter(meaning = "steps of Adam for the same starts; 0 for none", range = "[0, 1000000]")
        int gradientSteps) {
    /** Checks every range. */
    public ActivationsSetting {
        Require.present("function", function);
        Require.present("activations", activations);
        Require.that(!activations.isEmpty(), "activations", "have at least one entry", activations);
        Require.that(
                activations.stream().distinct().count() == activations.size(),
                "activations",
                "be distinct",
                activations);
        activations = List.copyOf(activations);
        budgets = SizeList.ascending("budgets", budgets, 8, 400);
        SizeList.between("networks", networks, 2, 1000);
        SizeList.between("iterations", iterations, 1, 10_000);
        SizeList.between("gradientSteps", gradientSteps, 0, 1_000_000);
    }
}

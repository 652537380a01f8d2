package meanfield.dmft.experiments;

import java.util.List;
import meanfield.core.Require;
import meanfield.dmft.feature.LearningProblem;
import meanfield.experiment.Parameter;

/**
 * Parameters of {@link DeepLinearExperiment}.
 *
 * @param hiddenLayers L
 * @param inputKernel K = x·x/D, P × P
 * @param targets y, P entries
 * @param gamma0 γ₀
 * @param learningRate η
 * @param steps updates
 * @param simulationWidths widths N; empty turns the simulation off
 * @param networks networks of each width; 0 turns the simulation off
 */
public record DeepLinear(
        @Parameter(symbol = "L", meaning = "hidden layers", range = "[1, 64]")
        int hiddenLayers,

        @Parameter(
                symbol = "K_x",
                meaning = "inner products of the inputs over their dimension, P rows",
                range = "[-1000, 1000]")
        List<List<Double>> inputKernel,

        @Parameter(symbol = "y", meaning = "targets of the P samples, at most 9", range = "[-1000, 1000]")
        List<Double> targets,

        @Parameter(symbol = "\\gamma_0", meaning = "richness; 0 would be lazy", range = "(0, 1000]")
        double gamma0,

        @Parameter(symbol = "\\eta", meaning = "learning rate", range = "(0, 1000]")
        double learningRate,

        @Parameter(meaning = "updates", range = "[0, 2000]") int steps,

        @Parameter(symbol = "N", meaning = "widths of the networks; none turns the simulation off", range = "[1, 8192]")
        List<Integer> simulationWidths,

        @Parameter(symbol = "M", meaning = "networks of each width; 0 turns the simulation off", range = "[0, 100000]")
        int networks) {
    /** Checks every range, and that the kernel is one. */
    public DeepLinear {
        ListChecks.between("hiddenLayers", hiddenLayers, 1, 64);
        inputKernel = ListChecks.matrix("inputKernel", inputKernel, 1000);
        targets = ListChecks.numbers("targets", targets, -1000, 1000);
        Require.positive("gamma0", gamma0);
        Require.inRange("gamma0", gamma0, 0, 1000);
        Require.positive("learningRate", learningRate);
        Require.inRange("learningRate", learningRate, 0, 1000);
        ListChecks.between("steps", steps, 0, 2000);
        simulationWidths = LearningChecks.widths(simulationWidths, 8192);
        ListChecks.networks(networks, 100_000);
        LearningChecks.problem(inputKernel, targets);
    }

    LearningProblem problem() {
        return LearningChecks.problem(inputKernel, targets)
                .withHiddenLayers(hiddenLayers)
                .withGamma0(gamma0)
                .withLearningRate(learningRate)
                .withSteps(steps);
    }
}

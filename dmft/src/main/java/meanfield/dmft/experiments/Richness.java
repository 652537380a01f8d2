package meanfield.dmft.experiments;

import java.util.List;
import meanfield.core.activation.StandardActivation;
import meanfield.dmft.feature.LearningProblem;
import meanfield.experiment.Parameter;

/**
 * Parameters of {@link RichnessExperiment}.
 *
 * @param activation φ
 * @param hiddenLayers L
 * @param inputKernel K = x·x/D, P × P
 * @param targets y, P entries
 * @param gamma0 γ₀
 * @param learningRate η
 * @param steps updates
 * @param sites S of each of the theory's draws, where it is sampled
 * @param draws independent draws of the sites
 * @param simulationWidths widths N; empty turns the simulation off
 * @param networks networks of each width; 0 turns the simulation off
 */
public record Richness(
        @Parameter(meaning = "activation function") StandardActivation activation,

        @Parameter(symbol = "L", meaning = "hidden layers", range = "[1, 16]")
        int hiddenLayers,

        @Parameter(
                symbol = "K_x",
                meaning = "inner products of the inputs over their dimension, P rows",
                range = "[-1000, 1000]")
        List<List<Double>> inputKernel,

        @Parameter(symbol = "y", meaning = "targets of the P samples, at most 9", range = "[-1000, 1000]")
        List<Double> targets,

        @Parameter(
                symbol = "\\gamma_0",
                meaning = "richness: lazy near 0, feature learning from about 1",
                range = "(0, 1000]")
        double gamma0,

        @Parameter(symbol = "\\eta", meaning = "learning rate", range = "(0, 1000]")
        double learningRate,

        @Parameter(meaning = "updates", range = "[0, 2000]") int steps,

        @Parameter(symbol = "S", meaning = "representative neurons of a draw of the theory", range = "[2, 1000000]")
        int sites,

        @Parameter(meaning = "draws of the theory's neurons; one gives no standard error", range = "[1, 1000]")
        int draws,

        @Parameter(symbol = "N", meaning = "widths of the networks; none turns the simulation off", range = "[1, 8192]")
        List<Integer> simulationWidths,

        @Parameter(symbol = "M", meaning = "networks of each width; 0 turns the simulation off", range = "[0, 100000]")
        int networks) {
    /** Checks every range, and that the kernel is one. */
    public Richness {
        LearningChecks.sampled(activation, gamma0, learningRate, steps);
        ListChecks.between("hiddenLayers", hiddenLayers, 1, 16);
        inputKernel = ListChecks.matrix("inputKernel", inputKernel, 1000);
        targets = ListChecks.numbers("targets", targets, -1000, 1000);
        LearningChecks.sites(sites, draws);
        simulationWidths = LearningChecks.widths(simulationWidths, 8192);
        ListChecks.networks(networks, 100_000);
        LearningChecks.problem(inputKernel, targets);
    }

    LearningProblem problem() {
        return LearningChecks.problem(inputKernel, targets)
                .withActivation(activation)
                .withHiddenLayers(hiddenLayers)
                .withGamma0(gamma0)
                .withLearningRate(learningRate)
                .withSteps(steps);
    }
}

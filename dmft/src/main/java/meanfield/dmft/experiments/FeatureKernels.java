package meanfield.dmft.experiments;

import meanfield.core.Require;
import meanfield.core.activation.StandardActivation;
import meanfield.dmft.feature.LearningProblem;
import meanfield.experiment.Parameter;
import org.ejml.data.DMatrixRMaj;

/**
 * Parameters of {@link FeatureKernelsExperiment}.
 *
 * @param activation φ
 * @param hiddenLayers L
 * @param samples P points on a circle
 * @param sectors sectors of alternating sign, an even number
 * @param gamma0 γ₀
 * @param learningRate η
 * @param steps updates
 * @param sites S of each of the theory's draws
 * @param draws independent draws of the sites
 * @param simulationWidth width of one network; 0 turns the simulation off
 */
public record FeatureKernels(
        @Parameter(meaning = "activation function") StandardActivation activation,

        @Parameter(symbol = "L", meaning = "hidden layers", range = "[1, 8]")
        int hiddenLayers,

        @Parameter(symbol = "P", meaning = "samples, equally spaced on a circle", range = "[2, 64]")
        int samples,

        @Parameter(meaning = "sectors of the circle with targets +1 and -1 in turn, an even number", range = "[2, 64]")
        int sectors,

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

        @Parameter(meaning = "draws of the theory's neurons", range = "[1, 1000]")
        int draws,

        @Parameter(symbol = "N", meaning = "width of one network; 0 turns the simulation off", range = "[0, 8192]")
        int simulationWidth) {
    /** Checks every range. */
    public FeatureKernels {
        LearningChecks.sampled(activation, gamma0, learningRate, steps);
        ListChecks.between("hiddenLayers", hiddenLayers, 1, 8);
        ListChecks.between("samples", samples, 2, 64);
        ListChecks.between("sectors", sectors, 2, 64);
        Require.that(sectors % 2 == 0, "sectors", "be even", sectors);
        LearningChecks.sites(sites, draws);
        ListChecks.between("simulationWidth", simulationWidth, 0, 8192);
    }

    /** x = (cos θ, sin θ) √D and a constant coordinate of the same variance: K_μν = (1 + cos(θ_μ - θ_ν))/2. */
    LearningProblem problem() {
        DMatrixRMaj kernel = new DMatrixRMaj(samples, samples);
        double[] targets = new double[samples];
        for (int mu = 0; mu < samples; mu++) {
            targets[mu] = (long) ((mu + 0.5) * sectors / samples) % 2 == 0 ? 1 : -1;
            for (int nu = 0; nu < samples; nu++) {
                kernel.set(mu, nu, 0.5 * (1 + Math.cos(2 * Math.PI * (mu - nu) / samples)));
            }
        }
        return LearningProblem.of(kernel, targets)
                .withActivation(activation)
                .withHiddenLayers(hiddenLayers)
                .withGamma0(gamma0)
                .withLearningRate(learningRate)
                .withSteps(steps);
    }
}

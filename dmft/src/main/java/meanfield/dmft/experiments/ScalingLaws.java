package meanfield.dmft.experiments;

import meanfield.core.Require;
import meanfield.dmft.scaling.LinearFeatureModel;
import meanfield.dmft.scaling.ScalingExponents;
import meanfield.experiment.Parameter;

/**
 * Parameters of {@link ScalingLawsExperiment}.
 *
 * @param features M
 * @param targetExponent a
 * @param spectrumExponent b
 * @param trainSize P; 0 for infinite
 * @param width N; 0 for infinite
 * @param learningRate η
 * @param steps updates
 * @param noiseVariance σ²
 * @param networks simulated draws
 */
public record ScalingLaws(
        @Parameter(symbol = "M", meaning = "features", range = "[1, 100000]")
        int features,

        @Parameter(symbol = "a", meaning = "decay of the target's energies, w*²λ ∝ k^-a", range = "[0, 20]")
        double targetExponent,

        @Parameter(symbol = "b", meaning = "decay of the eigenvalues, λ ∝ k^-b", range = "[0, 20]")
        double spectrumExponent,

        @Parameter(symbol = "P", meaning = "training samples; 0 for infinitely many", range = "[0, 1000000]")
        int trainSize,

        @Parameter(symbol = "N", meaning = "width; 0 for infinite", range = "[0, 1000000]")
        int width,

        @Parameter(symbol = "\\eta", meaning = "learning rate", range = "(0, 1000000]")
        double learningRate,

        @Parameter(symbol = "t", meaning = "updates; at most 1000 unless trainSize = width = 0", range = "[0, 100000]")
        int steps,

        @Parameter(symbol = "\\sigma^2", meaning = "variance of the label noise", range = "[0, 1000000]")
        double noiseVariance,

        @Parameter(
                meaning = "simulated draws of data and projection; 0 turns the simulation off",
                range = "[0, 100000]")
        int networks) {
    private static final int LONGEST = 1000;
    private static final double LARGE = 1e6;

    /** Checks every range. */
    public ScalingLaws {
        ListChecks.between("features", features, 1, 100_000);
        Require.inRange("targetExponent", targetExponent, 0, 20);
        Require.inRange("spectrumExponent", spectrumExponent, 0, 20);
        ListChecks.between("trainSize", trainSize, 0, 1_000_000);
        ListChecks.between("width", width, 0, 1_000_000);
        Require.positive("learningRate", learningRate);
        Require.inRange("learningRate", learningRate, 0, LARGE);
        ListChecks.between("steps", steps, 0, 100_000);
        Require.inRange("noiseVariance", noiseVariance, 0, LARGE);
        ListChecks.networks(networks, 100_000);
        boolean closed = trainSize == 0 && width == 0;
        Require.that(
                closed || steps <= LONGEST,
                "steps",
                "be <= " + LONGEST + " when trainSize or width is finite (the memory grows like steps^2)",
                steps);
    }

    LinearFeatureModel model() {
        return new LinearFeatureModel(
                LinearFeatureModel.powerLaw(features, targetExponent, spectrumExponent),
                trainSize == 0 ? Double.POSITIVE_INFINITY : trainSize,
                width == 0 ? Double.POSITIVE_INFINITY : width,
                learningRate,
                noiseVariance);
    }

    ScalingExponents exponents() {
        return new ScalingExponents(targetExponent, spectrumExponent);
    }

    ScalingLaws withSizes(int newTrainSize, int newWidth, int newSteps) {
        return new ScalingLaws(
                features,
                targetExponent,
                spectrumExponent,
                newTrainSize,
                newWidth,
                learningRate,
                newSteps,
                noiseVariance,
                networks);
    }
}

package meanfield.approximation.experiments.operators;

import java.util.List;
import meanfield.approximation.process.PoissonProblem;
import meanfield.approximation.process.SpectralMixture;
import meanfield.core.Require;
import meanfield.experiment.Parameter;

/**
 * Parameters of {@link GaussianProcessPdeExperiment}.
 *
 * @param amplitudes a of the solution
 * @param waves m of the solution
 * @param weights w of the kernel
 * @param frequencies μ of the kernel
 * @param widths s of the kernel
 * @param gaussianWidth s of the Gaussian kernel beside it
 * @param points collocation points, ascending
 * @param jitter ε
 * @param iterations of the search over weights; 0 for none
 * @param cubic λ of the equation
 * @param lags where the kernel itself is tabulated
 */
public record GaussianProcessSetting(
        @Parameter(symbol = "a", meaning = "amplitudes of the solution", range = "[-1e6, 1e6]")
        List<Double> amplitudes,

        @Parameter(symbol = "m", meaning = "cycles of each sine of the solution", range = "[-1000, 1000]")
        List<Double> waves,

        @Parameter(symbol = "w", meaning = "weights of the spectral lines", range = "[0, 1e12]")
        List<Double> weights,

        @Parameter(symbol = "\\mu", meaning = "frequencies of the spectral lines", range = "[0, 1000]")
        List<Double> frequencies,

        @Parameter(symbol = "s", meaning = "widths of the spectral lines", range = "[1e-3, 1000]")
        List<Double> widths,

        @Parameter(meaning = "width s of the Gaussian kernel that is compared", range = "[1e-3, 1000]")
        double gaussianWidth,

        @Parameter(symbol = "n", meaning = "collocation points inside, ascending", range = "[2, 512]")
        List<Integer> points,

        @Parameter(symbol = "\\epsilon", meaning = "jitter relative to the diagonal", range = "[1e-14, 1]")
        double jitter,

        @Parameter(meaning = "iterations of the search over log-weights; 0 for none", range = "[0, 2000]")
        int iterations,

        @Parameter(symbol = "\\lambda", meaning = "factor of u³ in the equation; 0 is linear", range = "[0, 1e6]")
        double cubic,

        @Parameter(
                symbol = "\\tau",
                meaning = "lags at which the kernel and its derivatives are tabulated; may be empty",
                range = "[-1e3, 1e3]")
        List<Double> lags) {
    private static final int LARGEST_LINES = 200;

    /** Checks every range. */
    public GaussianProcessSetting {
        amplitudes = within("amplitudes", amplitudes, -1e6, 1e6);
        waves = within("waves", waves, -1000, 1000);
        weights = within("weights", weights, 0, 1e12);
        frequencies = within("frequencies", frequencies, 0, 1000);
        widths = within("widths", widths, 1e-3, 1000);
        Require.inRange("gaussianWidth", gaussianWidth, 1e-3, 1000);
        Require.present("points", points);
        Require.that(!points.isEmpty(), "points", "have at least one entry", points);
        for (int i = 0; i < points.size(); i++) {
            int n = Require.present("points", points.get(i));
            Require.that(n >= 2 && n <= 512, "points", "be in [2, 512]", n);
            Require.that(i == 0 || n > points.get(i - 1), "points", "ascend", points);
        }
        points = List.copyOf(points);
        Require.inRange("jitter", jitter, 1e-14, 1);
        Require.that(iterations >= 0 && iterations <= 2000, "iterations", "be in [0, 2000]", iterations);
        Require.inRange("cubic", cubic, 0, 1e6);
        Require.present("lags", lags);
        for (Double lag : lags) {
            Require.inRange("lags", Require.present("lags", lag), -1e3, 1e3);
        }
        lags = List.copyOf(lags);
        new PoissonProblem(amplitudes, waves);
        new SpectralMixture(weights, frequencies, widths);
        Require.that(
                weights.size() <= LARGEST_LINES,
                "weights",
                "have at most " + LARGEST_LINES + " entries",
                weights.size());
        boolean all = weights.stream().allMatch(w -> w > 0);
        Require.that(
                all || (iterations == 0 && weights.stream().anyMatch(w -> w > 0)),
                "weights",
                iterations == 0 ? "have a positive entry" : "be positive where they are searched",
                weights);
    }

    private static List<Double> within(String name, List<Double> values, double low, double high) {
        Require.present(name, values);
        Require.that(!values.isEmpty(), name, "have at least one entry", values);
        for (Double each : values) {
            Require.inRange(name, Require.present(name, each), low, high);
        }
        return List.copyOf(values);
    }

    /** The equation. */
    PoissonProblem problem() {
        return new PoissonProblem(amplitudes, waves, cubic);
    }

    /** The kernel. */
    SpectralMixture kernel() {
        return new SpectralMixture(weights, frequencies, widths);
    }
}

package meanfield.approximation.experiments.baselines;

import java.util.List;
import meanfield.approximation.experiments.SizeList;
import meanfield.core.Require;
import meanfield.core.activation.PolyRelu;
import meanfield.experiment.Parameter;

/**
 * Parameters of {@link DualKernelExperiment}.
 *
 * @param coefficients a₀, a₁, …, a_r
 * @param correlation ρ
 * @param sigmaU deviation of u
 * @param sigmaV deviation of v
 * @param samples pairs drawn for comparison; 0 for none
 */
public record DualKernel(
        @Parameter(
                symbol = "a_i",
                meaning = "coefficients a0, a1, ..., ar of powers of max(x, 0)",
                range = "[-1000, 1000]")
        List<Double> coefficients,

        @Parameter(symbol = "\\rho", meaning = "correlation of the two Gaussian inputs", range = "[-1, 1]")
        double correlation,

        @Parameter(symbol = "\\sigma_u", meaning = "standard deviation of the first input", range = "[0, 100]")
        double sigmaU,

        @Parameter(symbol = "\\sigma_v", meaning = "standard deviation of the second input", range = "[0, 100]")
        double sigmaV,

        @Parameter(meaning = "Gaussian pairs drawn for comparison; 0 for none", range = "[0, 10000000]")
        int samples) {
    /** Checks every range. */
    public DualKernel {
        coefficients = coefficients(coefficients);
        Require.inRange("correlation", correlation, -1, 1);
        Require.inRange("sigmaU", sigmaU, 0, 100);
        Require.inRange("sigmaV", sigmaV, 0, 100);
        SizeList.between("samples", samples, 0, 10_000_000);
        Require.that(samples != 1, "samples", "be 0 (no comparison) or at least 2 (for a standard error)", samples);
    }

    static List<Double> coefficients(List<Double> coefficients) {
        Require.present("coefficients", coefficients);
        for (Double a : coefficients) {
            Require.inRange("coefficients", Require.present("coefficients", a), -1000, 1000);
        }
        return new PolyRelu(coefficients).coefficients();
    }
}

package meanfield.approximation.experiments.baselines;

import java.util.List;
import meanfield.approximation.experiments.SizeList;
import meanfield.experiment.Parameter;

/**
 * Parameters of {@link SphereSpectrumExperiment}.
 *
 * @param coefficients a₀, a₁, …, a_r
 * @param dimension d
 * @param largestDegree k
 */
public record SpherePolyRelu(
        @Parameter(
                symbol = "a_i",
                meaning = "coefficients a0, a1, ..., ar of powers of max(x, 0)",
                range = "[-1000, 1000]")
        List<Double> coefficients,

        @Parameter(symbol = "d", meaning = "dimension of the inputs", range = "[2, 1000]")
        int dimension,

        @Parameter(symbol = "k", meaning = "largest degree of the harmonics", range = "[1, 2000]")
        int largestDegree) {
    /** Checks every range. */
    public SpherePolyRelu {
        coefficients = DualKernel.coefficients(coefficients);
        SizeList.between("dimension", dimension, 2, 1000);
        SizeList.between("largestDegree", largestDegree, 1, 2000);
    }
}

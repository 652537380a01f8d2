package meanfield.grokking.hierarchical;

import meanfield.core.Require;
import meanfield.core.random.PortableRandom;
import org.ejml.data.DMatrixRMaj;

/**
 * A polynomial of a polynomial.
 *
 * <pre>
 *   h = g(p(x)),  x ~ N(0, I_d),   p = Σ_i s_i (x_i² - 1)/√(2d),   g(z) = z + ½ (z² - 1)                            (1)
 *   projection of h on degree 2:  p + e,  e = (1/d) Σ_i (x_i² - 1)                                                (2)
 *   overlap = ⟨p, p + e⟩/(|p| |p + e|) = (1 + m)/√(1 + 2m + 2/d),   m = √(2/d) Σ_i s_i/d                           (3)
 * </pre>
 *
 * p has unit variance and is nearly Gaussian for large d; (3) is below 1 because it is not quite. Published signs: -1 where the
 * uniform of the stream is below ½. Source: [Wang2024]; (3) checked against samples.
 */
public final class HierarchicalTarget {
    private final double[] signs;

    private HierarchicalTarget(double[] signs) {
        this.signs = signs;
    }

    /** The published signs of a stream. */
    public static HierarchicalTarget portable(int dimension, long seed) {
        Require.atLeast("dimension", dimension, 1);
        double[] signs = PortableRandom.uniforms(seed, dimension);
        for (int i = 0; i < dimension; i++) {
            signs[i] = signs[i] < 0.5 ? -1 : 1;
        }
        return new HierarchicalTarget(signs);
    }

    /** d. */
    public int dimension() {
        return signs.length;
    }

    /** p of every row, n × d. */
    public double[] inner(DMatrixRMaj inputs) {
        double[] values = new double[inputs.numRows];
        double scale = 1 / Math.sqrt(2.0 * signs.length);
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < signs.length; j++) {
                double x = inputs.data[i * signs.length + j];
                values[i] += scale * signs[j] * (x * x - 1);
            }
        }
        return values;
    }

    /** h of every row. */
    public double[] values(DMatrixRMaj inputs) {
        double[] values = inner(inputs);
        for (int i = 0; i < values.length; i++) {
            values[i] += 0.5 * (values[i] * values[i] - 1);
        }
        return values;
    }

    /** (3): correlation of p with what degree-2 features find in infinitely many samples. */
    public double limitOverlap() {
        double sum = 0;
        for (double sign : signs) {
            sum += sign;
        }
        double d = signs.length;
        double m = Math.sqrt(2 / d) * sum / d;
        return (1 + m) / Math.sqrt(1 + 2 * m + 2 / d);
    }
}

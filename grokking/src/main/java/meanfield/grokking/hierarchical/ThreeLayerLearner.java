package meanfield.grokking.hierarchical;

import meanfield.core.Require;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.random.PortableRandom;
import org.ejml.data.DMatrixRMaj;

/**
 * Layerwise learning of a hierarchical polynomial: a feature first, a function of it second.
 *
 * <pre>
 *   stage 1:  Φ(x) = (x_i, (x_i² - 1)/√2, x_i x_j),  q = d + d(d+1)/2,   p̂ = Φ c,
 *             c = (ΦᵀΦ/n + 0.7 q/n)⁻¹ Φᵀ(h - h̄)/n                                                               (1)
 *   stage 2:  z = standardized p̂,  ψ_j = max(0, a_j z - b_j),  a_j = ±1 in turn, b ~ N(0, 1),  ĥ = w·ψ + w₀,
 *             ridge 10⁻⁴, on n fresh samples                                                                      (2)
 * </pre>
 *
 * Ridge regressions stand for gradient descent run to its end, and the infinitely wide span of degree-2 features for random
 * ones. Square loss on n ≫ d² samples finds p, because the degree-2 part of h is almost p and higher parts act like noise;
 * what is left is a function of one variable. A kernel has to learn all of degree 4 at once, n ≫ d⁴. The
 * mean and deviation that standardize p̂ are those of the samples of stage 2. Source: [Wang2024], a surrogate of its
 * algorithm.
 */
public final class ThreeLayerLearner {
    private static final double STAGE_ONE = 0.7;
    private static final double STAGE_TWO = 1e-4;

    private final DMatrixRMaj coefficients;
    private final double mean;
    private final double deviation;
    private final double[] biases;
    private final DMatrixRMaj readout;

    private ThreeLayerLearner(
            DMatrixRMaj coefficients, double mean, double deviation, double[] biases, DMatrixRMaj readout) {
        this.coefficients = coefficients;
        this.mean = mean;
        this.deviation = deviation;
        this.biases = biases;
        this.readout = readout;
    }

    /**
     * Both stages.
     *
     * @param first inputs of stage 1, n × d
     * @param second fresh inputs of stage 2
     * @param scalarFeatures number of ψ_j
     * @param biasSeed stream of b
     */
    public static ThreeLayerLearner train(
            HierarchicalTarget target,
            DMatrixRMaj first,
            DMatrixRMaj second,
            int scalarFeatures,
            long biasSeed,
            LinearAlgebra algebra) {
        Require.atLeast("first", first.numRows, 1);
        Require.atLeast("second", second.numRows, 2);
        Require.atLeast("scalarFeatures", scalarFeatures, 1);
        double[] labels = target.values(first);
        DMatrixRMaj features = features(first);
        double ridge = STAGE_ONE * features.numCols / first.numRows;
        DMatrixRMaj coefficients = Regression.weights(features, labels, Regression.mean(labels), ridge, algebra);
        double[] found = algebra.multiply(features(second), coefficients).data;
        double mean = Regression.mean(found);
        double deviation = Math.sqrt(Regression.variance(found));
        double[] biases = PortableRandom.gaussians(biasSeed, scalarFeatures);
        DMatrixRMaj scalar = scalarFeatures(found, mean, deviation, biases);
        DMatrixRMaj readout = Regression.weights(scalar, target.values(second), 0, STAGE_TWO, algebra);
        return new ThreeLayerLearner(coefficients, mean, deviation, biases, readout);
    }

    /** Orthonormal Hermite features of degree 1 and 2, n × q. */
    static DMatrixRMaj features(DMatrixRMaj inputs) {
        int d = inputs.numCols;
        DMatrixRMaj features = new DMatrixRMaj(inputs.numRows, d + d * (d + 1) / 2);
        double root = Math.sqrt(0.5);
        for (int i = 0; i < inputs.numRows; i++) {
            int at = i * features.numCols;
            for (int j = 0; j < d; j++) {
                features.data[at++] = inputs.data[i * d + j];
            }
            for (int j = 0; j < d; j++) {
                double x = inputs.data[i * d + j];
                features.data[at++] = root * (x * x - 1);
            }
            for (int j = 0; j < d; j++) {
                for (int k = j + 1; k < d; k++) {
                    features.data[at++] = inputs.data[i * d + j] * inputs.data[i * d + k];
                }
            }
        }
        return features;
    }

    /** ψ of every sample and a constant. */
    private static DMatrixRMaj scalarFeatures(double[] found, double mean, double deviation, double[] biases) {
        DMatrixRMaj scalar = new DMatrixRMaj(found.length, biases.length + 1);
        for (int i = 0; i < found.length; i++) {
            double z = (found[i] - mean) / deviation;
            for (int j = 0; j < biases.length; j++) {
                scalar.set(i, j, Math.max(0, (j % 2 == 0 ? z : -z) - biases[j]));
            }
            scalar.set(i, biases.length, 1);
        }
        return scalar;
    }

    /** p̂ of every row. */
    public double[] feature(DMatrixRMaj inputs, LinearAlgebra algebra) {
        return algebra.multiply(features(inputs), coefficients).data;
    }

    /** ĥ of every row. */
    public double[] predict(DMatrixRMaj inputs, LinearAlgebra algebra) {
        DMatrixRMaj scalar = scalarFeatures(feature(inputs, algebra), mean, deviation, biases);
        return algebra.multiply(scalar, readout).data;
    }

    /** Correlation of p̂ with p on test inputs. */
    public double overlap(HierarchicalTarget target, DMatrixRMaj inputs, LinearAlgebra algebra) {
        return Regression.correlation(feature(inputs, algebra), target.inner(inputs));
    }

    /** Mean squared error on test inputs. */
    public double error(HierarchicalTarget target, DMatrixRMaj inputs, LinearAlgebra algebra) {
        return Regression.meanSquaredDifference(predict(inputs, algebra), target.values(inputs));
    }
}

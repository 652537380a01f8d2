package meanfield.grokking.polynomial;

import meanfield.core.Require;
import meanfield.core.random.PortableRandom;
import meanfield.core.random.RandomStream;

/**
 * First and second moments of the hidden weights: all that a quadratic network knows of them.
 *
 * <pre>
 *   w̄ = (1/N) Σ w_i,   M = (1/N) Σ w_i w_iᵀ;   N = ∞ with w_i ~ N(0, I): w̄ = 0, M = I
 * </pre>
 *
 * The arrays are the object's own; whoever holds it may not write into them.
 *
 * @param mean w̄, D
 * @param second M, D × D row-major, symmetric
 */
public record WeightMoments(double[] mean, double[] second) {
    /** Checks the shapes. */
    public WeightMoments {
        Require.that(
                second.length == mean.length * mean.length,
                "second",
                "be D x D with D = " + mean.length,
                second.length + " entries");
    }

    /** The start of an infinitely wide network: w̄ = 0, M = I. */
    public static WeightMoments infinite(int inputDimension) {
        Require.atLeast("inputDimension", inputDimension, 1);
        double[] second = new double[inputDimension * inputDimension];
        for (int a = 0; a < inputDimension; a++) {
            second[a * inputDimension + a] = 1;
        }
        return new WeightMoments(new double[inputDimension], second);
    }

    /** The moments of explicit weights, N × D row-major. */
    public static WeightMoments ofWeights(double[] weights, int inputDimension) {
        Require.atLeast("inputDimension", inputDimension, 1);
        Require.that(
                weights.length > 0 && weights.length % inputDimension == 0,
                "weights",
                "be N x D with D = " + inputDimension,
                weights.length + " entries");
        WeightMoments moments =
                new WeightMoments(new double[inputDimension], new double[inputDimension * inputDimension]);
        PolynomialKernels.moments(weights, moments.mean, moments.second);
        return moments;
    }

    /** The published draw of W(0), N × D: normals of this seed of {@link PortableRandom}. */
    public static double[] portableWeights(int width, int inputDimension, long seed) {
        return PortableRandom.gaussians(seed, checkedLength(width, inputDimension));
    }

    /** Standard normal weights from a stream, N × D. */
    public static double[] drawWeights(int width, int inputDimension, RandomStream random) {
        double[] weights = new double[checkedLength(width, inputDimension)];
        random.fillGaussian(weights);
        return weights;
    }

    private static int checkedLength(int width, int inputDimension) {
        Require.atLeast("width", width, 1);
        Require.that(
                (long) width * inputDimension < Integer.MAX_VALUE,
                "width * inputDimension",
                "be below 2^31",
                (long) width * inputDimension);
        return width * inputDimension;
    }

    /** D. */
    public int inputDimension() {
        return mean.length;
    }

    /** An independent copy. */
    public WeightMoments copy() {
        return new WeightMoments(mean.clone(), second.clone());
    }

    /** Entry by entry this minus other. */
    public WeightMoments minus(WeightMoments other) {
        WeightMoments difference = copy();
        for (int a = 0; a < mean.length; a++) {
            difference.mean[a] -= other.mean[a];
        }
        for (int i = 0; i < second.length; i++) {
            difference.second[i] -= other.second[i];
        }
        return difference;
    }

    /** tr M. */
    public double trace() {
        double sum = 0;
        for (int a = 0; a < mean.length; a++) {
            sum += second[a * mean.length + a];
        }
        return sum;
    }

    /** |M|_F², from the upper triangle. */
    public double squaredNorm() {
        int dimension = mean.length;
        double diagonal = 0;
        double above = 0;
        for (int a = 0; a < dimension; a++) {
            double own = second[a * dimension + a];
            diagonal += own * own;
            for (int b = a + 1; b < dimension; b++) {
                double entry = second[a * dimension + b];
                above += entry * entry;
            }
        }
        return diagonal + 2 * above;
    }

    /** |w̄|². */
    public double squaredMean() {
        double sum = 0;
        for (double value : mean) {
            sum += value * value;
        }
        return sum;
    }

    /** vᵀ M v, from the upper triangle. */
    public double form(double[] v) {
        int dimension = mean.length;
        double sum = 0;
        for (int a = 0; a < dimension; a++) {
            double row = 0.5 * second[a * dimension + a] * v[a];
            for (int b = a + 1; b < dimension; b++) {
                row += second[a * dimension + b] * v[b];
            }
            sum += 2 * v[a] * row;
        }
        return sum;
    }
}

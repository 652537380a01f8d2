package meanfield.grokking.polynomial;

import meanfield.core.Require;
import meanfield.core.random.PortableRandom;
import meanfield.core.random.RandomStream;

/**
 * Inputs and quadratic labels of polynomial regression.
 *
 * <pre>
 *   x ~ N(0, I_D/D),   y = ½ (β·x)²,   |β|² = D                                                                  (1)
 * </pre>
 *
 * Shapes: X is P × D, rows are examples, |x| about 1; β has D entries. P = 0 is a legal, empty training set. Source:
 * [Kumar2024].
 */
public final class PolynomialData {
    private final double[] rows;
    private final double[][] columns;
    private final double[][] examples;
    private final double[] target;
    private final double[] labels;

    private PolynomialData(double[] rows, double[] target) {
        this.rows = rows;
        this.target = target;
        int dimension = target.length;
        this.labels = new double[rows.length / dimension];
        this.columns = new double[dimension][labels.length];
        this.examples = new double[labels.length][dimension];
        for (int m = 0; m < labels.length; m++) {
            double field = 0;
            for (int a = 0; a < dimension; a++) {
                columns[a][m] = rows[m * dimension + a];
                examples[m][a] = rows[m * dimension + a];
                field += target[a] * rows[m * dimension + a];
            }
            labels[m] = 0.5 * field * field;
        }
    }

    /**
     * The published draw: X from normals of the seed over √D, β from normals of seed + 1 scaled to |β| = √D, both of
     * {@link PortableRandom}.
     */
    public static PolynomialData portable(int inputDimension, int trainSize, long seed) {
        check(inputDimension, trainSize);
        double[] inputs = PortableRandom.gaussians(seed, inputDimension * trainSize);
        return of(inputs, PortableRandom.gaussians(seed + 1, inputDimension));
    }

    /** A draw from a stream. */
    public static PolynomialData draw(int inputDimension, int trainSize, RandomStream random) {
        check(inputDimension, trainSize);
        double[] inputs = new double[inputDimension * trainSize];
        random.child("inputs").fillGaussian(inputs);
        double[] target = new double[inputDimension];
        random.child("target").fillGaussian(target);
        return of(inputs, target);
    }

    private static void check(int inputDimension, int trainSize) {
        Require.atLeast("inputDimension", inputDimension, 1);
        Require.atLeast("trainSize", trainSize, 0);
        Require.that(
                (long) inputDimension * trainSize < Integer.MAX_VALUE,
                "inputDimension * trainSize",
                "be below 2^31",
                (long) inputDimension * trainSize);
    }

    private static PolynomialData of(double[] inputs, double[] direction) {
        int dimension = direction.length;
        double scale = 1 / Math.sqrt(dimension);
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] *= scale;
        }
        double norm = 0;
        for (double value : direction) {
            norm += value * value;
        }
        double factor = Math.sqrt(dimension / norm);
        for (int a = 0; a < dimension; a++) {
            direction[a] *= factor;
        }
        return new PolynomialData(inputs, direction);
    }

    /** The same problem after an orthogonal change of coordinates; R is D × D, row-major. */
    public PolynomialData rotated(double[] rotation) {
        int dimension = inputDimension();
        double[] turned = new double[rows.length];
        for (int m = 0; m < size(); m++) {
            turn(rotation, rows, m * dimension, turned, m * dimension, dimension);
        }
        double[] direction = new double[dimension];
        turn(rotation, target, 0, direction, 0, dimension);
        return new PolynomialData(turned, direction);
    }

    private static void turn(double[] rotation, double[] from, int fromOffset, double[] to, int offset, int dimension) {
        for (int a = 0; a < dimension; a++) {
            double sum = 0;
            for (int b = 0; b < dimension; b++) {
                sum += rotation[a * dimension + b] * from[fromOffset + b];
            }
            to[offset + a] = sum;
        }
    }

    /** P. */
    public int size() {
        return labels.length;
    }

    /** D. */
    public int inputDimension() {
        return target.length;
    }

    /** X, P × D row-major; not a copy. */
    public double[] inputs() {
        return rows;
    }

    /** Xᵀ, D rows of P; not a copy. */
    double[][] columns() {
        return columns;
    }

    /** X, P rows of D; not a copy. */
    double[][] examples() {
        return examples;
    }

    /** β; not a copy. */
    public double[] target() {
        return target;
    }

    /** y; not a copy. */
    public double[] labels() {
        return labels;
    }
}

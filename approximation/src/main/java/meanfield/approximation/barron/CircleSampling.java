package meanfield.approximation.barron;

import meanfield.core.Require;
import meanfield.core.random.RandomStream;

/**
 * What the way of sampling does to the rate, on the circle.
 *
 * <pre>
 *   f(θ) = λ₂ cos 2θ = E_w cos(2w) cos(θ - w)₊,  w uniform,  λ₂ = 1/(3π)                                      (1)
 *   PLAIN: independent w, error N^-1/2;  STRATIFIED: one w in each arc, N^-3/2;  EQUISPACED: N^-2             (2)
 * </pre>
 *
 * Errors are root mean squares over a uniform grid of angles.
 */
public enum CircleSampling {
    /** Independent uniform angles. */
    PLAIN,
    /** One uniform angle in each of N arcs. */
    STRATIFIED,
    /** The angles 2π(j + ½)/N. */
    EQUISPACED;

    /** λ₂. */
    public static final double COEFFICIENT = 1 / (3 * Math.PI);

    /** The exponent of equation (2). */
    public double exponent() {
        return this == PLAIN ? -0.5 : this == STRATIFIED ? -1.5 : -2;
    }

    /** N angles. */
    public double[] angles(int units, RandomStream random) {
        Require.atLeast("units", units, 1);
        double[] w = new double[units];
        for (int j = 0; j < units; j++) {
            double within =
                    switch (this) {
                        case PLAIN -> units * random.nextDouble();
                        case STRATIFIED -> j + random.nextDouble();
                        case EQUISPACED -> j + 0.5;
                    };
            w[j] = 2 * Math.PI * within / units;
        }
        return w;
    }

    /** √ mean (f_N - f)² over 2πi/grid, i = 0 … grid-1. */
    public static double error(double[] angles, int grid) {
        double squares = 0;
        for (int i = 0; i < grid; i++) {
            double theta = 2 * Math.PI * i / grid;
            double sum = 0;
            for (double w : angles) {
                sum += Math.cos(2 * w) * Math.max(Math.cos(theta - w), 0);
            }
            double error = sum / angles.length - COEFFICIENT * Math.cos(2 * theta);
            squares += error * error;
        }
        return Math.sqrt(squares / grid);
    }
}

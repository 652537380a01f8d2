package meanfield.approximation.target;

import meanfield.core.Require;

/**
 * f(x) = g(x_1 + … + x_d): D^α f = g^{(|α|)}.
 *
 * @param label name
 * @param profile g, asked on [0, d]
 * @param dimension d
 */
public record RidgeTarget(String label, Profile profile, int dimension) implements Target {
    /** Checked. */
    public RidgeTarget {
        Require.present("label", label);
        Require.present("profile", profile);
        Require.atLeast("dimension", dimension, 1);
    }

    @Override
    public int smoothness() {
        return profile.smoothness();
    }

    @Override
    public double value(double[] x) {
        return profile.derivative(0, sum(x));
    }

    @Override
    public double derivative(int[] alpha, double[] x) {
        return profile.derivative(MultiIndex.order(alpha), sum(x));
    }

    @Override
    public double supremum(int[] alpha) {
        return profile.supremum(MultiIndex.order(alpha), 0, dimension);
    }

    private static double sum(double[] x) {
        double sum = 0;
        for (double entry : x) {
            sum += entry;
        }
        return sum;
    }
}

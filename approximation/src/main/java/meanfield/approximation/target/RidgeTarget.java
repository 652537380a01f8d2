package meanfield.approximation.target;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
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

    /** (∫ |g^{(|α|)}(s)|^p ρ_d(s) ds)^{1/p} with the density ρ_d of a sum of d uniform numbers, a spline with knots 0 … d. */
    @Override
    public double lebesgueNorm(int[] alpha, SobolevNorm norm) {
        if (Double.isInfinite(norm.exponent())) {
            return supremum(alpha);
        }
        int order = MultiIndex.order(alpha);
        List<Double> breaks = new ArrayList<>(profile.breaks());
        for (int knot = 1; knot < dimension; knot++) {
            breaks.add((double) knot);
        }
        DoubleUnaryOperator weighted = s -> profile.derivative(order, s) * Math.pow(density(s), 1 / norm.exponent());
        return norm.lebesgue(weighted, breaks, 0, dimension);
    }

    /** ρ_d(s) by the recurrence of B-splines: (d-1) ρ_d(s) = s ρ_{d-1}(s) + (d - s) ρ_{d-1}(s - 1). */
    private double density(double s) {
        double[] b = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            b[i] = s >= i && (s < i + 1 || i == dimension - 1 && s <= dimension) ? 1 : 0;
        }
        for (int p = 2; p <= dimension; p++) {
            for (int i = 0; i + p <= dimension; i++) {
                b[i] = ((s - i) * b[i] + (i + p - s) * b[i + 1]) / (p - 1);
            }
        }
        return b[0];
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

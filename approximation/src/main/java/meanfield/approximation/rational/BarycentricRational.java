package meanfield.approximation.rational;

import meanfield.core.special.DoubleDouble;

/**
 * A rational function of type (m, n) in partial fractions over support points.
 *
 * <pre>
 *   r(x) = Π_k (x - e_k)^{±1} · Σ_j α_j/(x - s_j) / Σ_j β_j/(x - t_j)                                        (1)
 * </pre>
 *
 * m + 1 points s and n + 1 points t; one set contains the other, and the extra points e are those of the difference, their
 * factors in the numerator for m &gt; n. Well conditioned where powers of x are hopeless: support points may cluster
 * towards a singularity like e^{-j}. Exactly of this type for any α, β, so that it can be evaluated to 31 digits.
 */
final class BarycentricRational {
    private final double[] numeratorPoints;
    private final double[] alpha;
    private final double[] denominatorPoints;
    private final double[] beta;
    private final double[] extra;

    BarycentricRational(
            double[] numeratorPoints, double[] alpha, double[] denominatorPoints, double[] beta, double[] extra) {
        this.numeratorPoints = numeratorPoints;
        this.alpha = alpha;
        this.denominatorPoints = denominatorPoints;
        this.beta = beta;
        this.extra = extra;
    }

    /** r(x); at a support point its limit. */
    double value(double x) {
        double numerator = 0;
        for (int j = 0; j < alpha.length; j++) {
            double difference = x - numeratorPoints[j];
            if (difference == 0) {
                return limit(x, j);
            }
            numerator += alpha[j] / difference;
        }
        double denominator = 0;
        for (int j = 0; j < beta.length; j++) {
            double difference = x - denominatorPoints[j];
            if (difference == 0) {
                return limit(x, -1);
            }
            denominator += beta[j] / difference;
        }
        return factor(x) * numerator / denominator;
    }

    /** Π (x - e)^{±1}. */
    private double factor(double x) {
        double product = 1;
        for (double e : extra) {
            product *= x - e;
        }
        return alpha.length >= beta.length ? product : 1 / product;
    }

    /** At a point that both sets share the ratio of coefficients; at one of the larger set alone, one unit beside it. */
    private double limit(double x, int j) {
        for (int k = 0; j >= 0 && k < beta.length; k++) {
            if (denominatorPoints[k] == x) {
                return factor(x) * alpha[j] / beta[k];
            }
        }
        return value(Math.nextUp(x));
    }

    /** The denominator polynomial up to a factor, Π (x - t_j) Σ β_j/(x - t_j). */
    double denominator(double x) {
        double sum = 0;
        for (int j = 0; j < beta.length; j++) {
            double others = 1;
            for (int k = 0; k < beta.length; k++) {
                others *= k == j ? 1 : x - denominatorPoints[k];
            }
            sum += beta[j] * others;
        }
        return sum;
    }

    /** r(x) to 31 digits, by polynomials so that support points need no care. */
    DoubleDouble extended(DoubleDouble x) {
        return polynomial(numeratorPoints, alpha, x).dividedBy(polynomial(denominatorPoints, beta, x));
    }

    private static DoubleDouble polynomial(double[] points, double[] coefficients, DoubleDouble x) {
        DoubleDouble sum = DoubleDouble.of(0);
        for (int j = 0; j < points.length; j++) {
            DoubleDouble others = DoubleDouble.of(coefficients[j]);
            for (int k = 0; k < points.length; k++) {
                if (k != j) {
                    others = others.times(x.minus(points[k]));
                }
            }
            sum = sum.plus(others);
        }
        return sum;
    }
}

package meanfield.approximation.rational;

import java.util.List;
import meanfield.core.Require;
import meanfield.core.quadrature.GaussianExpectation;
import meanfield.core.solve.RootSearch;

/**
 * The rational activation without poles that groups of channels share in Kolmogorov-Arnold transformers.
 *
 * <pre>
 *   F(x) = P(x)/Q(x),   P = Σ_{i=0}^5 a_i x^i,   Q = 1 + |S|,   S = Σ_{j=1}^4 b_j x^j                        (1)
 *   F′ = (P′ - F sgn(S) S′)/Q,   ∂F/∂a_i = x^i/Q,   ∂F/∂b_j = -F sgn(S) x^j/Q                                (2)
 *   gain = 1/E F(z)²,   z ~ N(0, 1)                                                                         (3)
 * </pre>
 *
 * Convention: sgn 0 = 0, so that derivatives at roots of S are means of both sides. Initializing the following layer with
 * the gain keeps the variance of its outputs. Source: [Yang2024].
 *
 * @param numerator a_0 … a_5
 * @param denominator b_1 … b_4
 */
public record SafeRational(List<Double> numerator, List<Double> denominator) {
    /** Coefficients of the numerator. */
    public static final int NUMERATORS = 6;

    /** Coefficients of the denominator. */
    public static final int DENOMINATORS = 4;

    private static final double REACH = 9;

    /** Six and four finite coefficients. */
    public SafeRational {
        Require.present("numerator", numerator);
        Require.present("denominator", denominator);
        Require.that(numerator.size() == NUMERATORS, "numerator", "have 6 coefficients", numerator.size());
        Require.that(denominator.size() == DENOMINATORS, "denominator", "have 4 coefficients", denominator.size());
        numerator = List.copyOf(numerator);
        denominator = List.copyOf(denominator);
        numerator.forEach(a -> Require.finite("numerator", a));
        denominator.forEach(b -> Require.finite("denominator", b));
    }

    private double p(double x) {
        double sum = 0;
        for (int i = NUMERATORS - 1; i >= 0; i--) {
            sum = sum * x + numerator.get(i);
        }
        return sum;
    }

    private double s(double x) {
        double sum = 0;
        for (int j = DENOMINATORS - 1; j >= 0; j--) {
            sum = (sum + denominator.get(j)) * x;
        }
        return sum;
    }

    /** F(x). */
    public double value(double x) {
        return p(x) / (1 + Math.abs(s(x)));
    }

    /** F′(x). */
    public double derivative(double x) {
        double slope = 0;
        for (int i = NUMERATORS - 1; i >= 1; i--) {
            slope = slope * x + i * numerator.get(i);
        }
        double inner = 0;
        for (int j = DENOMINATORS; j >= 1; j--) {
            inner = inner * x + j * denominator.get(j - 1);
        }
        double s = s(x);
        double q = 1 + Math.abs(s);
        return (slope - p(x) / q * Math.signum(s) * inner) / q;
    }

    /** ∂F/∂a_i. */
    public double[] numeratorGradient(double x) {
        double[] gradient = new double[NUMERATORS];
        double power = 1 / (1 + Math.abs(s(x)));
        for (int i = 0; i < NUMERATORS; i++) {
            gradient[i] = power;
            power *= x;
        }
        return gradient;
    }

    /** ∂F/∂b_j. */
    public double[] denominatorGradient(double x) {
        double[] gradient = new double[DENOMINATORS];
        double s = s(x);
        double q = 1 + Math.abs(s);
        double power = -p(x) * Math.signum(s) / (q * q);
        for (int j = 0; j < DENOMINATORS; j++) {
            power *= x;
            gradient[j] = power;
        }
        return gradient;
    }

    /** E F(z)², z ~ N(0, 1), by panels between the roots of S within nine deviations. */
    public double secondMoment() {
        int steps = 720;
        double[] kinks = new double[2 * steps];
        int count = 0;
        for (int i = -steps; i < steps; i++) {
            double left = REACH * i / steps;
            double right = REACH * (i + 1) / steps;
            if (s(left) == 0) {
                kinks[count++] = left;
            } else if (s(left) * s(right) < 0) {
                kinks[count++] =
                        RootSearch.withDefaults().find(this::s, left, right).location();
            }
        }
        double[] found = java.util.Arrays.copyOf(kinks, count);
        return GaussianExpectation.withKinks(found)
                .of(
                        x -> {
                            double f = value(x);
                            return f * f;
                        },
                        1)
                .value();
    }

    /** The gain (3). */
    public double gain() {
        return 1 / secondMoment();
    }
}

package meanfield.approximation.rates;

import java.util.ArrayList;
import java.util.List;
import meanfield.approximation.target.MultiIndex;
import meanfield.approximation.target.Profiles;
import meanfield.core.Require;

/**
 * How small the error of any method with W continuous parameters can be.
 *
 * <pre>
 *   K_n = (4/π) Σ_j (-1)^{j(n+1)}/(2j+1)^{n+1}:  π/2, π²/8, π³/24, 5π⁴/384 for n = 1 … 4   (Favard)           (1)
 *   d_{2N-1} = d_{2N} = K_n/(2πN)^n   period 1, ‖f^(n)‖_∞ ≤ 1;  as a line in W: K_n/(πW)^n                   (2)
 *   error ≥ κ q^-n,  q = ⌊W^{1/d}⌋ + 1,  κ = sup b/max_{|α| ≤ n} sup |D^α b|,  b = Π (x_k(1-x_k))^n            (3)
 *   κ = 1/4, 1/32, 1/384 for n = 1, 2, 3
 * </pre>
 *
 * (3) is rigorous on [0,1]^d for every method whose parameters depend continuously on f, and not sharp: n = d = 1 has 1/(2W),
 * which is (2). "Optimal" always means optimal in this continuous sense; weights that jump with f reach W^(-2n/d).
 *
 * <p>Source: [DeVore1989] for (3); [Pinkus1985], chapter IV, for (1) and (2).
 */
public final class Widths {
    private Widths() {}

    /** K_n; the series is summed until it stops changing, its tail by the Euler–Maclaurin or the alternating estimate. */
    public static double favard(int n) {
        Require.that(n >= 1 && n <= 64, "n", "be in [1, 64]", n);
        int terms = 2000;
        double sum = 0;
        for (int j = terms - 1; j >= 0; j--) {
            double sign = j % 2 == 1 && n % 2 == 0 ? -1 : 1;
            sum += sign * Math.pow(2 * j + 1.0, -(n + 1));
        }
        double x = 2.0 * terms;
        double tail = n % 2 == 0
                ? 0.5 * Math.pow(x, -(n + 1))
                : 0.5 * Math.pow(x, -n) / n - (n + 1.0) / 12 * Math.pow(x, -(n + 2));
        return 4 / Math.PI * (sum + tail);
    }

    /** d_{2N-1} = d_{2N} of equation (2). */
    public static double periodic(int n, int halfDimension) {
        Require.atLeast("halfDimension", halfDimension, 1);
        return favard(n) * Math.pow(2 * Math.PI * halfDimension, -n);
    }

    /** K_n/(πW)^n, the line of (2) through the even widths. */
    public static double periodicLine(int n, double parameters) {
        Require.positive("parameters", parameters);
        return favard(n) * Math.pow(Math.PI * parameters, -n);
    }

    /** κ of equation (3). */
    public static double bumpConstant(int n, int d) {
        Require.that(n >= 1 && n <= 8, "n", "be in [1, 8]", n);
        Require.that(d >= 1 && d <= 8, "d", "be in [1, 8]", d);
        List<Double> coefficients = new ArrayList<>();
        for (int k = 0; k <= 2 * n; k++) {
            int j = k - n;
            double binomial = MultiIndex.factorial(n)
                    / (MultiIndex.factorial(Math.max(j, 0)) * MultiIndex.factorial(n - Math.max(j, 0)));
            coefficients.add(j < 0 ? 0 : j % 2 == 0 ? binomial : -binomial);
        }
        Profiles.Polynomial bump = new Profiles.Polynomial(coefficients);
        double[] suprema = new double[n + 1];
        for (int k = 0; k <= n; k++) {
            suprema[k] = bump.supremum(k, 0, 1);
        }
        double largest = 0;
        for (int[] alpha : MultiIndex.upTo(d, n)) {
            double product = 1;
            for (int k : alpha) {
                product *= suprema[k];
            }
            largest = Math.max(largest, product);
        }
        return Math.pow(suprema[0], d) / largest;
    }

    /** The lower line (3) at W parameters. */
    public static double bumpLine(int n, int d, double parameters) {
        Require.positive("parameters", parameters);
        double q = Math.floor(Math.pow(parameters, 1.0 / d) * (1 + 1e-12)) + 1;
        return bumpConstant(n, d) * Math.pow(q, -n);
    }

    /** The line that figures show as optimal: (2) for d = 1, where it is sharp, and (3) for d ≥ 2. */
    public static double optimalLine(int n, int d, double parameters) {
        return d == 1 ? periodicLine(n, parameters) : bumpLine(n, d, parameters);
    }

    /** W^(-2n/d), what very deep networks with weights that jump with f reach up to constants and logarithms. */
    public static double discontinuousLine(int n, int d, double parameters) {
        Require.positive("parameters", parameters);
        return Math.pow(parameters, -2.0 * n / d);
    }
}

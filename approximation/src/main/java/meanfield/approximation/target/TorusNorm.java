package meanfield.approximation.target;

import meanfield.core.Require;
import meanfield.core.special.GammaFunctions;

/**
 * Norms of any real order of a function on the torus [0, 2π]^d, from its values on a uniform grid.
 *
 * <pre>
 *   f̂_k = n^-d Σ_j f(x_j) e^{-ik·x_j},   x_j = 2πj/n                                                        (1)
 *   ‖f‖²_{H^s} = Σ_k (1 + |k|²)^s |f̂_k|²   (Bessel),      |f|²_{Ḣ^s} = Σ_k |k|^{2s} |f̂_k|²                    (2)
 *   |f|²_{W^{s,2}} = ∫_T ∫_{ℝ^d} |f(x+h) - f(x)|²/|h|^{d+2s} dh dx = (2π)^d · 2c(d,s) |f|²_{Ḣ^s}              (3)
 *   c(d,s) = π^{d/2} Γ(1-s)/(4^s s Γ(d/2+s)),   0 &lt; s &lt; 1                                                  (4)
 * </pre>
 *
 * |k| is Euclidean, k_i from -n/2 to n/2. Exact for trigonometric polynomials of degree below n/2 in each variable, otherwise up
 * to aliasing; (2) uses means over the torus, (3) integrals. Any n; cost O(d n^{d+1}). Source: [DiNezza2012].
 */
public final class TorusNorm {
    private static final int LARGEST = 1 << 20;

    private final int dimension;
    private final double[] powers;
    private final double[] squares;

    private TorusNorm(int dimension, double[] powers, double[] squares) {
        this.dimension = dimension;
        this.powers = powers;
        this.squares = squares;
    }

    /**
     * The spectrum of a field.
     *
     * @param points n, values along each variable
     */
    public static TorusNorm of(ScalarField field, int dimension, int points) {
        Require.present("field", field);
        Require.that(dimension >= 1 && dimension <= 4, "dimension", "be in [1, 4]", dimension);
        double size = Math.pow(points, dimension);
        Require.that(points >= 2 && size <= LARGEST, "points", "give 2 to 2^20 values", points);
        double[] re = new double[(int) size];
        double[] im = new double[re.length];
        double[] squares = new double[re.length];
        double[] x = new double[dimension];
        for (int flat = 0; flat < re.length; flat++) {
            int rest = flat;
            for (int axis = 0; axis < dimension; axis++) {
                int j = rest % points;
                rest /= points;
                x[axis] = 2 * Math.PI * j / points;
                double wave = Math.min(j, points - j);
                squares[flat] += wave * wave;
            }
            re[flat] = Require.finite("value", field.value(x));
        }
        for (int axis = 0, stride = 1; axis < dimension; axis++, stride *= points) {
            transform(re, im, points, stride);
        }
        double[] powers = new double[re.length];
        for (int i = 0; i < powers.length; i++) {
            powers[i] = re[i] * re[i] + im[i] * im[i];
        }
        return new TorusNorm(dimension, powers, squares);
    }

    /** Sum (1) along one axis, in place. */
    private static void transform(double[] re, double[] im, int n, int stride) {
        double[] cos = new double[n];
        double[] sin = new double[n];
        for (int j = 0; j < n; j++) {
            cos[j] = Math.cos(2 * Math.PI * j / n);
            sin[j] = Math.sin(2 * Math.PI * j / n);
        }
        double[] a = new double[n];
        double[] b = new double[n];
        for (int line = 0; line < re.length / n; line++) {
            int start = line / stride * stride * n + line % stride;
            for (int k = 0; k < n; k++) {
                a[k] = 0;
                b[k] = 0;
                for (int j = 0; j < n; j++) {
                    int turn = (int) ((long) j * k % n);
                    int at = start + j * stride;
                    a[k] += re[at] * cos[turn] + im[at] * sin[turn];
                    b[k] += im[at] * cos[turn] - re[at] * sin[turn];
                }
            }
            for (int k = 0; k < n; k++) {
                re[start + k * stride] = a[k] / n;
                im[start + k * stride] = b[k] / n;
            }
        }
    }

    /** ‖f‖_{H^s} of (2) for any real s. */
    public double bessel(double s) {
        Require.finite("s", s);
        double sum = 0;
        for (int i = 0; i < powers.length; i++) {
            sum += Math.pow(1 + squares[i], s) * powers[i];
        }
        return Math.sqrt(sum);
    }

    /** |f|_{Ḣ^s} of (2) for any real s; the mean of f does not count. */
    public double homogeneous(double s) {
        Require.finite("s", s);
        double sum = 0;
        for (int i = 0; i < powers.length; i++) {
            sum += squares[i] > 0 ? Math.pow(squares[i], s) * powers[i] : 0;
        }
        return Math.sqrt(sum);
    }

    /** |f|_{W^{s,2}} of (3), 0 &lt; s &lt; 1. */
    public double gagliardo(double s) {
        Require.that(s > 0 && s < 1, "s", "be in (0, 1)", s);
        double half = 0.5 * dimension;
        double c = Math.exp(half * Math.log(Math.PI)
                        + GammaFunctions.logGamma(1 - s)
                        - GammaFunctions.logGamma(half + s)
                        - s * Math.log(4))
                / s;
        return Math.sqrt(Math.pow(2 * Math.PI, dimension) * 2 * c) * homogeneous(s);
    }
}

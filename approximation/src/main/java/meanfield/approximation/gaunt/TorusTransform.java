package meanfield.approximation.gaunt;

import java.util.Arrays;
import meanfield.core.Require;
import meanfield.core.quadrature.QuadratureRule;

/**
 * Functions on the sphere as trigonometric polynomials on a torus, and back.
 *
 * <pre>
 *   Y_{lm}(θ, φ) continued to θ in [0, 2π) with the sign of sin^m θ                                          (1)
 *   f̂_{km} = mean of f e^{-i(kθ + mφ)} over the torus,   |k|, |m| ≤ L                                        (2)
 *   ∫ f Y_{lm} dΩ = Σ_k f̂_{km} ∫_0^π e^{ikθ} P̄_{lm} sin θ dθ                                                (3)
 * </pre>
 *
 * Immutable.
 */
public final class TorusTransform {
    private final int degree;
    private final int size;

    /** p[i][l][m] at θ_i = 2π i/size. */
    private final double[][][] nodes;

    /** weights[l][m][k]: cosine (m even) or sine (m odd) moments of P̄_{lm} sin θ. */
    private final double[][][] moments;

    TorusTransform(int degree, int size) {
        this.degree = degree;
        this.size = size;
        this.nodes = new double[size][][];
        for (int i = 0; i < size; i++) {
            nodes[i] = FourierKernels.legendre(degree, 2 * Math.PI * i / size);
        }
        this.moments = new double[degree + 1][degree + 1][size / 2 + 1];
        QuadratureRule rule = QuadratureRule.gaussLegendre(Math.min(200, 24 + degree + size));
        for (int q = 0; q < rule.size(); q++) {
            double theta = 0.5 * Math.PI * (1 + rule.node(q));
            double weight = 0.5 * Math.PI * rule.weight(q) * Math.sin(theta);
            double[][] p = FourierKernels.legendre(degree, theta);
            for (int k = 0; k <= size / 2; k++) {
                double even = weight * Math.cos(k * theta);
                double odd = weight * Math.sin(k * theta);
                for (int l = 0; l <= degree; l++) {
                    for (int m = 0; m <= l; m++) {
                        moments[l][m][k] += (m % 2 == 0 ? even : odd) * p[l][m];
                    }
                }
            }
        }
    }

    /** For functions up to this degree, on a torus grid of at least 2L + 1 points a side. */
    public static TorusTransform of(int degree) {
        Require.that(degree >= 0 && degree <= 40, "degree", "be in [0, 40]", degree);
        return new TorusTransform(degree, FourierKernels.powerOfTwo(2 * degree + 1));
    }

    /** f at (θ_i, φ_j), multiples of 2π/size, from coefficients ordered by l² + l + m. */
    double[][] samples(double[] a) {
        double[][] re = new double[size][size];
        double[][] im = new double[size][size];
        double root = Math.sqrt(0.5);
        for (int i = 0; i < size; i++) {
            for (int m = 0; m <= degree; m++) {
                double cosine = 0;
                double sine = 0;
                for (int l = m; l <= degree; l++) {
                    cosine += a[GauntProduct.index(l, m)] * nodes[i][l][m];
                    sine += m == 0 ? 0 : a[GauntProduct.index(l, -m)] * nodes[i][l][m];
                }
                // √2 (A cos mφ + B sin mφ) = (A - iB)/√2 e^{imφ} + conjugate
                double factor = m == 0 ? 1 : root;
                re[i][m] = factor * cosine;
                im[i][m] = -factor * sine;
                if (m > 0) {
                    re[i][size - m] = factor * cosine;
                    im[i][size - m] = factor * sine;
                }
            }
            FourierKernels.transform(re[i], im[i], 1);
        }
        return re;
    }

    /** f̂ as {real, imaginary}, rows k and columns m from -L to L, equation (2). */
    public double[][][] coefficients(double[] a) {
        int count = (degree + 1) * (degree + 1);
        Require.that(a.length == count, "a", "have " + count + " coefficients", a.length);
        double[][] re = samples(a);
        double[][] im = new double[size][size];
        FourierKernels.transform(re, im, -1);
        double[][][] out = new double[2][2 * degree + 1][2 * degree + 1];
        double scale = 1.0 / ((double) size * size);
        for (int k = -degree; k <= degree; k++) {
            for (int m = -degree; m <= degree; m++) {
                int row = Math.floorMod(k, size);
                int column = Math.floorMod(m, size);
                out[0][k + degree][m + degree] = scale * re[row][column];
                out[1][k + degree][m + degree] = scale * im[row][column];
            }
        }
        return out;
    }

    /** Harmonic coefficients of a real function given at (θ_i, φ_j), equation (3). */
    double[] project(double[][] f) {
        double[][] re = Arrays.stream(f).map(double[]::clone).toArray(double[][]::new);
        double[][] im = new double[size][size];
        FourierKernels.transform(re, im, -1);
        double scale = 2 * Math.PI / ((double) size * size);
        double[] c = new double[(degree + 1) * (degree + 1)];
        for (int l = 0; l <= degree; l++) {
            for (int m = 0; m <= l; m++) {
                double real = 0;
                double imaginary = 0;
                for (int k = -size / 2 + 1; k <= size / 2; k++) {
                    int row = Math.floorMod(k, size);
                    double moment = moments[l][m][Math.abs(k)];
                    if (m % 2 == 0) {
                        real += re[row][m] * moment;
                        imaginary += im[row][m] * moment;
                    } else { // i sin kθ
                        double signed = k < 0 ? -moment : moment;
                        real -= im[row][m] * signed;
                        imaginary += re[row][m] * signed;
                    }
                }
                double factor = m == 0 ? scale : Math.sqrt(2) * scale;
                c[GauntProduct.index(l, m)] = factor * real;
                if (m > 0) {
                    c[GauntProduct.index(l, -m)] = -factor * imaginary;
                }
            }
        }
        return c;
    }
}

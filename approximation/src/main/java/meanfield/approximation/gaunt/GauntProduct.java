package meanfield.approximation.gaunt;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.Require;

/**
 * The product of two functions on the sphere, in real harmonics up to given degrees.
 *
 * <pre>
 *   c_{l3 m3} = Σ G(l1 m1, l2 m2, l3 m3) a_{l1 m1} b_{l2 m2}        direct                                    (1)
 *   f(θ, φ) on the torus:  f = Σ_{|k|,|m| ≤ L} f̂_{km} e^{i(kθ + mφ)},  product = convolution of f̂           (2)
 * </pre>
 *
 * Coefficients are ordered by l² + l + m. Both routes agree to rounding. (1) holds its nonzero coefficients and costs
 * O(L⁵); (2) costs O(L³) for the conversions between harmonics and torus and O(L² log L) for the transforms.
 *
 * <p>Not a Clebsch-Gordan product: paths with l1 + l2 + l3 odd vanish, the cross product of vectors among them. Source:
 * [Luo2024].
 */
public final class GauntProduct {
    private final int degree1;
    private final int degree2;
    private final int degree3;
    private final List<Term> terms;
    private final TorusTransform left;
    private final TorusTransform right;
    private final TorusTransform out;

    /** One nonzero coefficient. */
    private record Term(int first, int second, int third, double value) {}

    private GauntProduct(int degree1, int degree2, int degree3) {
        this.degree1 = degree1;
        this.degree2 = degree2;
        this.degree3 = degree3;
        this.terms = terms(degree1, degree2, degree3);
        int size = FourierKernels.powerOfTwo(2 * (degree1 + degree2) + 1);
        this.left = new TorusTransform(degree1, size);
        this.right = new TorusTransform(degree2, size);
        this.out = new TorusTransform(degree3, size);
    }

    /**
     * Of functions up to degrees L1 and L2, kept up to degree L3.
     *
     * @param degree1 L1 in [0, 20]
     * @param degree2 L2 in [0, 20]
     * @param degree3 L3 in [0, L1 + L2]
     */
    public static GauntProduct of(int degree1, int degree2, int degree3) {
        Require.that(degree1 >= 0 && degree1 <= 20, "degree1", "be in [0, 20]", degree1);
        Require.that(degree2 >= 0 && degree2 <= 20, "degree2", "be in [0, 20]", degree2);
        Require.that(degree3 >= 0 && degree3 <= degree1 + degree2, "degree3", "be in [0, L1 + L2]", degree3);
        return new GauntProduct(degree1, degree2, degree3);
    }

    private static List<Term> terms(int degree1, int degree2, int degree3) {
        List<Term> terms = new ArrayList<>();
        for (int l1 = 0; l1 <= degree1; l1++) {
            for (int l2 = 0; l2 <= degree2; l2++) {
                for (int l3 = Math.abs(l1 - l2); l3 <= Math.min(degree3, l1 + l2); l3 += 2) {
                    add(terms, l1, l2, l3);
                }
            }
        }
        return terms;
    }

    private static void add(List<Term> terms, int l1, int l2, int l3) {
        for (int m1 = -l1; m1 <= l1; m1++) {
            for (int m2 = -l2; m2 <= l2; m2++) {
                int high = Math.abs(m1) + Math.abs(m2);
                int low = Math.abs(Math.abs(m1) - Math.abs(m2));
                // |m3| is the sum or the difference; one sine more or less fixes its sign
                boolean sine = m1 < 0 != m2 < 0;
                for (int size : low == high ? new int[] {high} : new int[] {low, high}) {
                    int m3 = sine ? -size : size;
                    if (size <= l3) {
                        double value = GauntCoefficients.real(l1, l2, l3, m1, m2, m3);
                        if (value != 0) {
                            terms.add(new Term(index(l1, m1), index(l2, m2), index(l3, m3), value));
                        }
                    }
                }
            }
        }
    }

    static int index(int l, int m) {
        return l * l + l + m;
    }

    /** Equation (1). */
    public double[] direct(double[] a, double[] b) {
        check(a, b);
        double[] c = new double[(degree3 + 1) * (degree3 + 1)];
        for (Term term : terms) {
            c[term.third] += term.value * a[term.first] * b[term.second];
        }
        return c;
    }

    /** Equation (2) by fast transforms. */
    public double[] fourier(double[] a, double[] b) {
        check(a, b);
        double[][] x = left.samples(a);
        double[][] y = right.samples(b);
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                x[i][j] *= y[i][j];
            }
        }
        return out.project(x);
    }

    private void check(double[] a, double[] b) {
        int first = (degree1 + 1) * (degree1 + 1);
        int second = (degree2 + 1) * (degree2 + 1);
        Require.that(a.length == first, "a", "have " + first + " coefficients", a.length);
        Require.that(b.length == second, "b", "have " + second + " coefficients", b.length);
    }

    /** Nonzero coefficients: the multiplications of the direct route. */
    public int nonzeros() {
        return terms.size();
    }

    /** Triples (l1, l2, l3) up to a degree that a Clebsch-Gordan product has. */
    public static int clebschGordanPaths(int degree) {
        return paths(degree, 1);
    }

    /** Those with l1 + l2 + l3 even, which a Gaunt product keeps. */
    public static int gauntPaths(int degree) {
        return paths(degree, 2);
    }

    private static int paths(int degree, int step) {
        int count = 0;
        for (int l1 = 0; l1 <= degree; l1++) {
            for (int l2 = 0; l2 <= degree; l2++) {
                for (int l3 = Math.abs(l1 - l2); l3 <= Math.min(degree, l1 + l2); l3 += step) {
                    count++;
                }
            }
        }
        return count;
    }
}

package meanfield.dmft.sampler;

import java.util.Arrays;

/** Loops over the sites of one block; an array of vectors holds entry j · sites + i of vector j at site i. */
final class SiteKernels {
    private SiteKernels() {}

    /** out[i] += Σ_{from ≤ j < to} c[offset + j] v_j[i], one entry of out a site; zero coefficients cost nothing. */
    static void addCombination(double[] c, int offset, int from, int to, double[] v, double[] out) {
        int sites = out.length;
        for (int j = from; j < to; j++) {
            double factor = c[offset + j];
            if (factor != 0) {
                int row = j * sites;
                for (int i = 0; i < sites; i++) {
                    out[i] += factor * v[row + i];
                }
            }
        }
    }

    /** Σ_i v_n[i] w_m[i]. */
    static double product(double[] v, int n, double[] w, int m, int sites) {
        int rowN = n * sites;
        int rowM = m * sites;
        double sum = 0;
        for (int i = 0; i < sites; i++) {
            sum += v[rowN + i] * w[rowM + i];
        }
        return sum;
    }

    /** Σ_i v_n[i]. */
    static double sum(double[] v, int n, int sites) {
        double sum = 0;
        for (int i = n * sites; i < (n + 1) * sites; i++) {
            sum += v[i];
        }
        return sum;
    }

    /** out_n = a_n b_n. */
    static void multiply(double[] a, double[] b, int n, int sites, double[] out) {
        for (int i = n * sites; i < (n + 1) * sites; i++) {
            out[i] = a[i] * b[i];
        }
    }

    /** v_n = 0. */
    static void clear(double[] v, int n, int sites) {
        Arrays.fill(v, n * sites, (n + 1) * sites, 0);
    }
}

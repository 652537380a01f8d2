package meanfield.gpu.linalg;

/** The loops of small factorizations. */
final class FactorKernels {
    private FactorKernels() {}

    /**
     * A + shift I = L Lᵀ in place, for the lower triangle of a row-major matrix; zeros above. Computed as U = Lᵀ, row by row,
     * so that the inner loop runs along rows.
     *
     * @return the first pivot that is not positive, counted from 0, or -1
     */
    static int factor(double[] a, int n, double shift) {
        for (int i = 0; i < n; i++) {
            a[i * n + i] += shift;
            for (int j = 0; j < i; j++) {
                a[j * n + i] = a[i * n + j];
            }
        }
        for (int k = 0; k < n; k++) {
            double pivot = a[k * n + k];
            if (!(pivot > 0 && pivot < Double.POSITIVE_INFINITY)) {
                return k;
            }
            double root = Math.sqrt(pivot);
            for (int j = k; j < n; j++) {
                a[k * n + j] /= root;
            }
            for (int i = k + 1; i < n; i++) {
                subtract(a, k * n, a[k * n + i], i * n, i, n);
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                a[i * n + j] = a[j * n + i];
                a[j * n + i] = 0;
            }
        }
        return -1;
    }

    /** a_ij -= factor a_kj for from ≤ j &lt; to, rows by their offsets. */
    private static void subtract(double[] a, int k, double factor, int i, int from, int to) {
        for (int j = from; j < to; j++) {
            a[i + j] -= factor * a[k + j];
        }
    }

    /** a_ji = a_ij for j &lt; i. */
    static void mirrorLower(double[] a, int n) {
        int block = 64;
        for (int from = 0; from < n; from += block) {
            int to = Math.min(n, from + block);
            for (int columns = 0; columns < to; columns += block) {
                for (int i = from; i < to; i++) {
                    for (int j = columns; j < Math.min(i, columns + block); j++) {
                        a[j * n + i] = a[i * n + j];
                    }
                }
            }
        }
    }

    /** Largest absolute row sum of a symmetric matrix, from its lower triangle. */
    static double symmetricNorm1(double[] a, int n) {
        double[] sums = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double value = Math.abs(a[i * n + j]);
                sums[i] += value;
                sums[j] += value;
            }
            sums[i] += Math.abs(a[i * n + i]);
        }
        double largest = 0;
        for (double sum : sums) {
            largest = Math.max(largest, sum);
        }
        return largest;
    }
}

package meanfield.gpu.linalg;

/** The loops of small factorizations. */
final class FactorKernels {
    private FactorKernels() {}

    /**
     * A + shift I = L Lᵀ in place, for the lower triangle of a row-major matrix; zeros above.
     *
     * @return the first pivot that is not positive, counted from 0, or -1
     */
    static int factor(double[] a, int n, double shift) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i * n + j] + (i == j ? shift : 0);
                for (int k = 0; k < j; k++) {
                    sum -= a[i * n + k] * a[j * n + k];
                }
                if (i > j) {
                    a[i * n + j] = sum / a[j * n + j];
                } else if (sum > 0 && sum < Double.POSITIVE_INFINITY) {
                    a[i * n + i] = Math.sqrt(sum);
                } else {
                    return i;
                }
            }
            java.util.Arrays.fill(a, i * n + i + 1, (i + 1) * n, 0);
        }
        return -1;
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

package meanfield.core.twotime;

/** Loops over a lower triangle stored row after row, entry (n, j) at n(n+1)/2 + j. */
final class CholeskyKernels {
    private CholeskyKernels() {}

    /**
     * L_nj = (C_nj - Σ_{k < j} L_nk L_jk)/L_jj for j < n into row n; columns with L_jj = 0 stay zero.
     *
     * @return C_nn - Σ_{k < n} L_nk²
     */
    static double nextRow(double[] covariance, double[] factor, int n) {
        int rowN = n * (n + 1) / 2;
        double square = covariance[n];
        for (int j = 0; j < n; j++) {
            int rowJ = j * (j + 1) / 2;
            double pivot = factor[rowJ + j];
            double sum = 0;
            if (pivot > 0) {
                sum = covariance[j];
                for (int k = 0; k < j; k++) {
                    sum -= factor[rowN + k] * factor[rowJ + k];
                }
                sum /= pivot;
            }
            factor[rowN + j] = sum;
            square -= sum * sum;
        }
        return square;
    }
}

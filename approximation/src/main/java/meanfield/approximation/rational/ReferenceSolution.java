package meanfield.approximation.rational;

import java.util.Arrays;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.linalg.SymmetricEigen;
import org.ejml.data.DMatrixRMaj;

/**
 * The rational function of type (m, n) whose error is levelled on a reference.
 *
 * <pre>
 *   p(x_i) = (f_i - σ_i h) q(x_i),   σ_i = (-1)^i,   i = 0 … m+n+1                                          (1)
 *   Σ_i δ_i p(x_i) q_k(x_i) = 0 for p in P_m, q_k in P_n,   δ_i = 1/Π_{j≠i} (x_i - x_j)                      (2)
 *   ⇒  Vᵀ (σ f) V y = h Vᵀ V y,   V_{ij} = |δ_i|^{1/2} ω_t(x_i)/(x_i - t_j)                                  (3)
 * </pre>
 *
 * A symmetric eigenproblem of order n + 1 with V made orthonormal; of its real eigenvalues the one is taken whose
 * denominator has one sign on the reference. The support points t_j lie in gaps of the reference, which leaves V with
 * a condition number near 1 even where the reference spans twelve orders of magnitude. Source: [Filip2018].
 *
 * @param level h, signed
 * @param function r
 */
record ReferenceSolution(double level, BarycentricRational function) {
    /** The solution, or null if no eigenvalue has a denominator of one sign. */
    static ReferenceSolution of(double[] x, double[] f, int m, int n) {
        int larger = Math.max(m, n);
        double[] all = new double[larger + 1];
        for (int k = 0; k <= larger; k++) {
            int gap = larger == 0 ? 0 : (int) Math.round((double) k * (m + n) / larger);
            all[k] = 0.5 * (x[gap] + x[gap + 1]);
        }
        double[] fewer = spread(all, Math.min(m, n) + 1);
        double[] s = m >= n ? all : fewer;
        double[] t = m == n ? all : m > n ? fewer : all;
        double[] logs = MinimaxKernels.logWeights(x);
        MinimaxKernels.Basis basis = MinimaxKernels.orthonormalCauchy(x, t, logs);
        DMatrixRMaj matrix = MinimaxKernels.alternatingMoments(basis.v(), f);
        SymmetricEigen eigen = LinearAlgebras.ejml().symmetricEigen(matrix);
        for (int k = 0; k <= n; k++) {
            double[] y = column(eigen.vectors(), k);
            double[] denominator = MinimaxKernels.combine(basis.v(), y); // |δ|^{1/2} q(x_i), up to a factor
            if (MinimaxKernels.oneSign(denominator)) {
                double h = eigen.values()[k];
                double[] right = new double[x.length];
                for (int i = 0; i < x.length; i++) {
                    right[i] = (f[i] - (i % 2 == 0 ? h : -h)) * denominator[i];
                }
                double[] beta = MinimaxKernels.backSubstitute(basis.r(), y);
                double[] alpha = numerator(
                        s == t ? basis : MinimaxKernels.orthonormalCauchy(x, s, logs), basis.logScale(), right);
                return new ReferenceSolution(h, new BarycentricRational(s, alpha, t, beta, difference(all, fewer)));
            }
        }
        return null;
    }

    /** α with p = (f - σ h) q, in the scale of β. */
    private static double[] numerator(MinimaxKernels.Basis basis, double logScale, double[] right) {
        double[] alpha = MinimaxKernels.backSubstitute(basis.r(), MinimaxKernels.project(basis.v(), right));
        double factor = Math.exp(logScale - basis.logScale());
        return Arrays.stream(alpha).map(a -> factor * a).toArray();
    }

    private static double[] spread(double[] all, int count) {
        double[] some = new double[count];
        for (int j = 0; j < count; j++) {
            some[j] = all[count == 1 ? all.length / 2 : (int) Math.round((double) j * (all.length - 1) / (count - 1))];
        }
        return some;
    }

    private static double[] difference(double[] all, double[] fewer) {
        return Arrays.stream(all)
                .filter(point -> Arrays.binarySearch(fewer, point) < 0)
                .toArray();
    }

    private static double[] column(DMatrixRMaj matrix, int k) {
        double[] column = new double[matrix.numRows];
        for (int i = 0; i < column.length; i++) {
            column[i] = matrix.get(i, k);
        }
        return column;
    }
}

package meanfield.grokking.hierarchical;

import java.util.List;
import meanfield.core.linalg.LinearAlgebra;
import org.ejml.data.DMatrixRMaj;

/**
 * Ridge regression with a polynomial kernel, which has no features to learn.
 *
 * <pre>
 *   K(x, x') = (1 + x·x'/d)⁴,   ĥ = h̄ + k(x)·(K + ridge I)⁻¹ (h - h̄)                                             (1)
 * </pre>
 */
public final class KernelBaseline {
    private KernelBaseline() {}

    /** Mean squared error on test inputs, one a ridge. */
    public static double[] errors(
            HierarchicalTarget target,
            DMatrixRMaj train,
            DMatrixRMaj test,
            List<Double> ridges,
            LinearAlgebra algebra) {
        double[] labels = target.values(train);
        double mean = Regression.mean(labels);
        DMatrixRMaj kernel = kernel(train, train, algebra);
        DMatrixRMaj cross = kernel(test, train, algebra);
        double[] expected = target.values(test);
        double[] errors = new double[ridges.size()];
        for (int r = 0; r < errors.length; r++) {
            DMatrixRMaj weights = algebra.cholesky(kernel, ridges.get(r)).solve(Regression.column(labels, mean));
            double[] found = algebra.multiply(cross, weights).data;
            for (int i = 0; i < found.length; i++) {
                found[i] += mean;
            }
            errors[r] = Regression.meanSquaredDifference(found, expected);
        }
        return errors;
    }

    private static DMatrixRMaj kernel(DMatrixRMaj x, DMatrixRMaj y, LinearAlgebra algebra) {
        DMatrixRMaj kernel = algebra.multiplyTransB(x, y);
        double scale = 1.0 / x.numCols;
        for (int i = 0; i < kernel.data.length; i++) {
            double base = 1 + scale * kernel.data[i];
            kernel.data[i] = base * base * base * base;
        }
        return kernel;
    }
}

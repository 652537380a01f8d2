package meanfield.ntk.large;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import meanfield.core.Convergence;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.tiles.Blocks;
import org.ejml.data.DMatrixRMaj;

/**
 * Preconditioned conjugate gradients for A X = B, all columns side by side, each with its own steps.
 *
 * <pre>
 *   X += D a,   R -= A D a,   D = P⁻¹R + D b,   a = R·P⁻¹R/D·AD,   b = new/old R·P⁻¹R   (column by column)     (1)
 * </pre>
 *
 * The residual of the recursion drifts from the true one; when it has met the tolerance the true one is computed, and the
 * iteration starts again from it while that helps. A direction without curvature, D·AD ≤ 0, proves that A is not positive definite.
 */
final class ConjugateGradients {
    /** Restarts that must each gain this factor. */
    private static final double GAIN = 0.5;

    /** Steps whose tridiagonal matrix is kept: eigenvalues at the lower end have settled long before. */
    private static final int RITZ_STEPS = 400;

    private final UnaryOperator<DMatrixRMaj> matrix;
    private final UnaryOperator<DMatrixRMaj> preconditioner;
    private final Limits limits;
    private int iterations;
    private boolean indefinite;
    private final List<double[]> steps = new ArrayList<>();
    private final List<double[]> ratios = new ArrayList<>();

    /**
     * When to stop.
     *
     * @param tolerance of |b - Ax|/|b|, every column
     * @param iterations of all restarts together
     * @param listener who hears of the worst column
     */
    record Limits(double tolerance, int iterations, LargeSolveListener listener) {}

    ConjugateGradients(UnaryOperator<DMatrixRMaj> matrix, UnaryOperator<DMatrixRMaj> preconditioner, Limits limits) {
        this.matrix = matrix;
        this.preconditioner = preconditioner;
        this.limits = limits;
    }

    /** Solution with its true residual B - A X and verdict. */
    record Outcome(DMatrixRMaj solution, DMatrixRMaj residual, Convergence verdict) {}

    Outcome solve(DMatrixRMaj b) {
        double[] scales = Blocks.norms(b);
        DMatrixRMaj x = new DMatrixRMaj(b.numRows, b.numCols);
        DMatrixRMaj residual = b.copy();
        double worst = worst(residual, scales);
        while (worst > limits.tolerance && !indefinite && iterations < limits.iterations) {
            DMatrixRMaj trial = x.copy();
            descend(trial, residual.copy(), scales);
            DMatrixRMaj now = Blocks.difference(b, matrix.apply(trial));
            double reached = worst(now, scales);
            boolean helped = reached <= GAIN * worst;
            if (reached < worst) {
                x = trial;
                residual = now;
                worst = reached;
            }
            if (!helped) {
                break;
            }
        }
        return new Outcome(x, residual, verdict(worst));
    }

    private Convergence verdict(double worst) {
        if (worst <= limits.tolerance) {
            return Convergence.converged(iterations, worst, Double.NaN);
        }
        if (indefinite) {
            return Convergence.failed(
                    Convergence.Status.ILL_POSED, iterations, worst, "singular or indefinite kernel; add a ridge");
        }
        return Convergence.failed(
                Convergence.Status.ITERATION_LIMIT,
                iterations,
                worst,
                "residual above " + limits.tolerance + "; a larger ridge or rank helps");
    }

    /** (1) until the recursion's residual is small. */
    private void descend(DMatrixRMaj x, DMatrixRMaj r, double[] scales) {
        DMatrixRMaj z = preconditioner.apply(r);
        DMatrixRMaj d = z.copy();
        double[] products = Blocks.dots(r, z);
        while (iterations < limits.iterations) {
            DMatrixRMaj q = matrix.apply(d);
            double[] curvature = Blocks.dots(d, q);
            double[] step = quotients(products, curvature);
            if (indefinite) {
                return;
            }
            iterations++;
            Blocks.addScaled(step, d, x);
            Blocks.addScaled(negative(step), q, r);
            double worst = worst(r, scales);
            limits.listener.at(
                    0.6 + 0.4 * Math.min(1, Math.log(Math.min(1, worst)) / Math.log(limits.tolerance)),
                    "step " + iterations + ", residual " + String.format(java.util.Locale.ROOT, "%.1e", worst));
            if (worst <= 0.5 * limits.tolerance) {
                return;
            }
            z = preconditioner.apply(r);
            double[] next = Blocks.dots(r, z);
            double[] ratio = new double[next.length];
            for (int k = 0; k < next.length; k++) {
                ratio[k] = products[k] > 0 ? next[k] / products[k] : 0;
            }
            remember(step, ratio);
            products = next;
            Blocks.scaleAndAdd(ratio, z, d);
        }
    }

    private void remember(double[] step, double[] ratio) {
        if (steps.size() < RITZ_STEPS && steps.size() == iterations - 1) {
            steps.add(step);
            ratios.add(ratio);
        }
    }

    /** R·P⁻¹R/D·AD; 0 for a column that is solved. */
    private double[] quotients(double[] products, double[] curvature) {
        double[] step = new double[products.length];
        for (int k = 0; k < step.length; k++) {
            if (products[k] > 0) {
                indefinite |= !(curvature[k] > 0);
                step[k] = products[k] / curvature[k];
            } else if (products[k] != 0) {
                indefinite = true;
            }
        }
        return step;
    }

    private static double[] negative(double[] values) {
        return Arrays.stream(values).map(value -> -value).toArray();
    }

    /** Largest |r|/|b| of all columns with targets. */
    private static double worst(DMatrixRMaj residual, double[] scales) {
        double[] norms = Blocks.norms(residual);
        double worst = 0;
        for (int k = 0; k < norms.length; k++) {
            double relative = scales[k] > 0 ? norms[k] / scales[k] : 0;
            worst = relative > worst || Double.isNaN(relative) ? relative : worst;
        }
        return worst;
    }

    /**
     * Smallest eigenvalue of P⁻¹A that the iteration has seen, over all columns; 1 before any step.
     *
     * <pre>
     *   T_jj = 1/a_j + b_{j-1}/a_{j-1},   T_{j,j+1} = √b_j/a_j                                                 (2)
     * </pre>
     */
    double smallestRitzValue(LinearAlgebra linearAlgebra) {
        double smallest = steps.isEmpty() ? 1 : Double.POSITIVE_INFINITY;
        for (int k = 0; !steps.isEmpty() && k < steps.get(0).length; k++) {
            int size = 0;
            while (size < steps.size() && steps.get(size)[k] > 0) {
                size++;
            }
            if (size > 0) {
                smallest = Math.min(
                        smallest,
                        linearAlgebra.symmetricEigen(tridiagonal(k, size)).values()[0]);
            }
        }
        return smallest == Double.POSITIVE_INFINITY ? 1 : smallest;
    }

    private DMatrixRMaj tridiagonal(int column, int size) {
        DMatrixRMaj t = new DMatrixRMaj(size, size);
        for (int j = 0; j < size; j++) {
            double a = steps.get(j)[column];
            t.add(j, j, 1 / a);
            if (j + 1 < size) {
                double b = ratios.get(j)[column];
                t.add(j + 1, j + 1, b / a);
                t.set(j + 1, j, Math.sqrt(b) / a);
                t.set(j, j + 1, Math.sqrt(b) / a);
            }
        }
        return t;
    }
}

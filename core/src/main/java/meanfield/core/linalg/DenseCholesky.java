package meanfield.core.linalg;

import java.util.function.UnaryOperator;
import meanfield.core.Convergence;
import org.ejml.data.DMatrixRMaj;

/** A finished factorization: L on the heap and the way to solve with it. For implementations of {@link LinearAlgebra}. */
public final class DenseCholesky implements Cholesky {
    private final DMatrixRMaj lower;
    private final Convergence convergence;
    private final double conditionEstimate;
    private final UnaryOperator<DMatrixRMaj> solver;

    private DenseCholesky(
            DMatrixRMaj lower, Convergence convergence, double conditionEstimate, UnaryOperator<DMatrixRMaj> solver) {
        this.lower = lower;
        this.convergence = convergence;
        this.conditionEstimate = conditionEstimate;
        this.solver = solver;
    }

    /** L with zeros above; {@code solver} returns A⁻¹ B in a fresh matrix. */
    public static DenseCholesky of(DMatrixRMaj lower, double condition, UnaryOperator<DMatrixRMaj> solver) {
        double error = condition * Math.ulp(0.5);
        String detail = error >= 1 ? "condition number about " + condition + ": solutions have no correct digit" : "";
        Convergence verdict = new Convergence(Convergence.Status.CONVERGED, 0, 0, error, detail);
        return new DenseCholesky(lower, verdict, condition, solver);
    }

    /** The factorization stopped at this pivot, counted from 0; -1 when a plain loop does not find one. */
    public static DenseCholesky failed(int n, int pivot) {
        String which = pivot < 0 ? "a pivot" : "pivot " + pivot + " (counted from 0)";
        String detail = which + " of " + n + " is not positive: the matrix is not positive definite";
        Convergence verdict = Convergence.failed(Convergence.Status.ILL_POSED, 0, Double.NaN, detail);
        return new DenseCholesky(null, verdict, Double.POSITIVE_INFINITY, b -> b);
    }

    @Override
    public Convergence convergence() {
        return convergence;
    }

    @Override
    public double conditionEstimate() {
        return conditionEstimate;
    }

    @Override
    public double logDeterminant() {
        convergence.orThrow("Cholesky factorization");
        double sum = 0;
        for (int i = 0; i < lower.numRows; i++) {
            sum += 2 * Math.log(lower.get(i, i));
        }
        return sum;
    }

    @Override
    public DMatrixRMaj solve(DMatrixRMaj b) {
        convergence.orThrow("Cholesky factorization");
        MatrixChecks.finite("b", b);
        MatrixChecks.equal(b.numRows, "b has # rows", lower.numRows, "the matrix has #");
        if (b.getNumElements() == 0) {
            return new DMatrixRMaj(b.numRows, b.numCols);
        }
        return solver.apply(b);
    }

    @Override
    public DMatrixRMaj lower() {
        convergence.orThrow("Cholesky factorization");
        return lower.copy();
    }

    @Override
    public String toString() {
        return "Cholesky " + convergence + ", condition number about " + conditionEstimate;
    }
}

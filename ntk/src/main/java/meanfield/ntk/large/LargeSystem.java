package meanfield.ntk.large;

import java.util.Locale;
import meanfield.core.Convergence;
import meanfield.core.tiles.Blocks;
import meanfield.core.tiles.StoredTiles;
import meanfield.core.tiles.TileGrid;
import meanfield.ntk.prediction.Diagnosis;
import org.ejml.data.DMatrixRMaj;

/** A training kernel in tiles with its preconditioner, ready for any number of right-hand sides. */
final class LargeSystem implements AutoCloseable {
    private final KernelSource source;
    private final Settings settings;
    private final Surroundings surroundings;
    private final StoredTiles kernel;
    private final NystromPreconditioner preconditioner;

    /**
     * How to solve.
     *
     * @param grid tiles of the kernel
     * @param plan division of the memory
     * @param ridge added to the diagonal, in the kernel's units
     * @param tolerance of every column's residual
     * @param iterations at most, a batch of columns
     */
    record Settings(TileGrid grid, MemoryPlan plan, double ridge, double tolerance, int iterations) {}

    private LargeSystem(
            KernelSource source,
            Settings settings,
            Surroundings surroundings,
            StoredTiles kernel,
            NystromPreconditioner preconditioner) {
        this.source = source;
        this.settings = settings;
        this.surroundings = surroundings;
        this.kernel = kernel;
        this.preconditioner = preconditioner;
    }

    /** Computes the tiles and the preconditioner. */
    static LargeSystem open(KernelSource source, Settings settings, Surroundings surroundings) {
        StoredTiles kernel = store(source, settings.grid, surroundings);
        try {
            NystromPreconditioner preconditioner = NystromPreconditioner.compute(
                    source, settings.grid, settings.plan.rank(), settings.ridge, surroundings);
            return new LargeSystem(source, settings, surroundings, kernel, preconditioner);
        } catch (RuntimeException | Error e) {
            kernel.close();
            throw e;
        }
    }

    private static StoredTiles store(KernelSource source, TileGrid grid, Surroundings surroundings) {
        return surroundings
                .tiles()
                .store(source.tiles(), grid, part -> surroundings.listener().at(0.5 * part, "kernel tiles"));
    }

    /** (A + ridge) X. */
    private DMatrixRMaj regularized(DMatrixRMaj x) {
        DMatrixRMaj product = kernel.apply(x);
        for (int i = 0; i < product.getNumElements(); i++) {
            product.data[i] += settings.ridge * x.data[i];
        }
        return product;
    }

    /** Another kernel of the same inputs, without ridge. */
    StoredTiles stored(KernelSource other) {
        return store(other, settings.grid, surroundings);
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /** A_reg⁻¹ B, batch by batch of columns. */
    LargeSolution solve(DMatrixRMaj b) {
        DMatrixRMaj solution = new DMatrixRMaj(b.numRows, b.numCols);
        Convergence verdict = null;
        double smallest = Double.POSITIVE_INFINITY;
        double residual = 0;
        for (int from = 0; from < b.numCols; from += settings.plan.columns()) {
            int count = Math.min(settings.plan.columns(), b.numCols - from);
            ConjugateGradients iteration = new ConjugateGradients(
                    this::regularized,
                    preconditioner::solve,
                    new ConjugateGradients.Limits(settings.tolerance, settings.iterations, surroundings.listener()));
            ConjugateGradients.Outcome outcome = iteration.solve(columns(b, from, count));
            putColumns(outcome.solution(), from, solution);
            residual = Math.hypot(residual, Blocks.norm(outcome.residual()));
            smallest = Math.min(smallest, iteration.smallestRitzValue(surroundings.linearAlgebra()));
            verdict = verdict == null ? outcome.verdict() : worse(verdict, outcome.verdict());
        }
        double scale = regularizedNorm() * Blocks.norm(solution) + Blocks.norm(b);
        double backward = scale > 0 ? residual / scale : 0;
        Diagnosis diagnosis = new Diagnosis(settings.ridge, condition(smallest), effectiveRank(), backward, verdict);
        return new LargeSolution(solution, verdict, diagnosis, diskBytes(), method(verdict.iterations()));
    }

    private static Convergence worse(Convergence a, Convergence b) {
        if (a.isConverged() != b.isConverged()) {
            return a.isConverged() ? b : a;
        }
        return a.residual() >= b.residual() ? a : b;
    }

    /** λ_max/λ_min: the former from the landmarks, the latter as the smallest Ritz value of P⁻¹A times δ. */
    private double condition(double smallestRitzValue) {
        double least = Math.max(settings.ridge, smallestRitzValue * preconditioner.shift());
        return least > 0
                ? Math.max(1, (preconditioner.largestEigenvalue() + settings.ridge) / least)
                : Double.POSITIVE_INFINITY;
    }

    private double effectiveRank() {
        double norm = kernel.frobenius();
        return norm > 0 ? source.trace() / norm * (source.trace() / norm) : 0;
    }

    private double regularizedNorm() {
        double ridge = settings.ridge;
        double norm = kernel.frobenius();
        return Math.sqrt(norm * norm + 2 * ridge * source.trace() + source.size() * ridge * ridge);
    }

    private long diskBytes() {
        return settings.grid.bytes() + NystromPreconditioner.bytes(settings.grid, settings.plan.rank());
    }

    private String method(int iterations) {
        return String.format(
                Locale.ROOT,
                "conjugate gradients, %d tiles of %d, rank %d, %d steps",
                settings.grid.tiles(),
                settings.grid.side(),
                settings.plan.rank(),
                iterations);
    }

    private static DMatrixRMaj columns(DMatrixRMaj matrix, int from, int count) {
        if (count == matrix.numCols) {
            return matrix;
        }
        DMatrixRMaj columns = new DMatrixRMaj(matrix.numRows, count);
        for (int i = 0; i < matrix.numRows; i++) {
            System.arraycopy(matrix.data, i * matrix.numCols + from, columns.data, i * count, count);
        }
        return columns;
    }

    private static void putColumns(DMatrixRMaj columns, int from, DMatrixRMaj into) {
        for (int i = 0; i < columns.numRows; i++) {
            System.arraycopy(columns.data, i * columns.numCols, into.data, i * into.numCols + from, columns.numCols);
        }
    }

    @Override
    public void close() {
        kernel.close();
        preconditioner.close();
    }
}

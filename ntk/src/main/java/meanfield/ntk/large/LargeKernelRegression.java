package meanfield.ntk.large;

import java.nio.file.Path;
import java.util.Optional;
import meanfield.core.Require;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.parallel.Workers;
import meanfield.core.tiles.TileEngine;
import meanfield.core.tiles.TileGrid;
import meanfield.ntk.kernel.KernelKind;
import meanfield.ntk.kernel.KernelRecursion;
import meanfield.ntk.prediction.Prediction;
import meanfield.ntk.prediction.Ridge;
import org.ejml.data.DMatrixRMaj;

/**
 * Kernel regression at infinite time on more points than a matrix in memory allows.
 *
 * <pre>
 *   f(x) = A(x, X) α,   (A(X, X) + λ s I) α = Y                                                          (1)
 * </pre>
 *
 * The lower triangle of A(X, X) is computed once, in tiles, into a scratch file of 4 n² bytes; (1) is solved by conjugate
 * gradients with a Nyström preconditioner, all outputs at once, each tile read once a step.
 *
 * <p>Shapes: inputs n × D, targets n × K, test inputs Q × D, means Q × K.
 *
 * <p>Edge cases: one input and constant or zero targets are legal. Too little memory or disk is refused before the work starts.
 * A kernel that is indefinite or too ill-conditioned for the iteration limit gives a verdict. Scratch files disappear on success, on failure, and
 * when the process is killed.
 *
 * <p>Accuracy and cost: every output's |y - A_reg α|/|y| at most the tolerance, measured from the definition; n² D/2
 * multiplications for the tiles, then n² K a step. The number of steps grows like the square root of λ_r/λ_min of the
 * regularized kernel, r the rank of the preconditioner: tens to a few hundred for tangent kernels of images. The bits do
 * not depend on the number of workers. Source: [Frangella2023], [Lee2019].
 */
public final class LargeKernelRegression {
    /** Memory when nothing else is said, inputs included. */
    public static final long DEFAULT_MEMORY = 2_000_000_000L;

    private final KernelKind kind;
    private final KernelRecursion recursion;
    private final DMatrixRMaj inputs;
    private final Options options;
    private final Surroundings surroundings;

    private record Options(Ridge ridge, long memory, double tolerance, int iterations, int side, int rank) {}

    private LargeKernelRegression(
            KernelKind kind,
            KernelRecursion recursion,
            DMatrixRMaj inputs,
            Options options,
            Surroundings surroundings) {
        this.kind = kind;
        this.recursion = recursion;
        this.inputs = inputs;
        this.options = options;
        this.surroundings = surroundings;
    }

    /**
     * Regression with this kernel of these inputs without ridge, on the caller's thread, to a residual of 1e-10, with 2 GB
     * of memory and the system's folder for temporary files.
     */
    public static LargeKernelRegression of(KernelKind kind, KernelRecursion recursion, DMatrixRMaj inputs) {
        Require.present("kind", kind);
        Require.present("recursion", recursion);
        Require.present("inputs", inputs);
        Options options = new Options(Ridge.none(), DEFAULT_MEMORY, 1e-10, 5000, 0, 0);
        Surroundings surroundings = new Surroundings(
                Workers.serial(),
                LinearAlgebras.automatic(),
                Path.of(System.getProperty("java.io.tmpdir")),
                Optional.empty(),
                (fraction, text) -> {});
        return new LargeKernelRegression(kind, recursion, inputs, options, surroundings);
    }

    /** The same with this ridge. */
    public LargeKernelRegression withRidge(Ridge value) {
        Require.present("ridge", value);
        return with(
                new Options(value, options.memory, options.tolerance, options.iterations, options.side, options.rank));
    }

    /** The same within so many bytes of memory, inputs included and Java itself not. */
    public LargeKernelRegression withMemory(long bytes) {
        Require.atLeast("memory", bytes, 1L);
        return with(
                new Options(options.ridge, bytes, options.tolerance, options.iterations, options.side, options.rank));
    }

    /** The same to this residual |y - A_reg α|/|y| of every output, after at most so many steps. */
    public LargeKernelRegression withTolerance(double tolerance, int iterations) {
        Require.inRange("tolerance", tolerance, 1e-15, 1);
        Require.atLeast("iterations", iterations, 1);
        return with(new Options(options.ridge, options.memory, tolerance, iterations, options.side, options.rank));
    }

    /** The same with tiles of this side (1 to 16,384) and this many landmarks in place of what the memory suggests. */
    public LargeKernelRegression withTiles(int side, int rank) {
        Require.that(side >= 1 && side <= 16_384, "side", "be in 1 ... 16384", side);
        Require.that(rank >= 1 && rank <= inputs.numRows, "rank", "be in 1 ... " + inputs.numRows, rank);
        return with(new Options(options.ridge, options.memory, options.tolerance, options.iterations, side, rank));
    }

    /** The same with scratch files in this folder. */
    public LargeKernelRegression withScratch(Path folder) {
        Require.present("scratch", folder);
        return with(surroundings.with(folder));
    }

    /** The same with tiles in parallel. */
    public LargeKernelRegression withWorkers(Workers value) {
        Require.present("workers", value);
        return with(surroundings.with(value));
    }

    /** The same with products by this library, which should run on one thread. */
    public LargeKernelRegression withLinearAlgebra(LinearAlgebra value) {
        Require.present("linearAlgebra", value);
        return with(surroundings.with(value));
    }

    /**
     * The same with the kernel's tiles computed and kept there in place of this machine's threads and disk; the preconditioner
     * and the predictions stay here. The engine is the caller's to close.
     */
    public LargeKernelRegression withEngine(TileEngine value) {
        Require.present("engine", value);
        return with(surroundings.with(value));
    }

    /** The same with this listener. */
    public LargeKernelRegression withListener(LargeSolveListener value) {
        Require.present("listener", value);
        return with(surroundings.with(value));
    }

    private LargeKernelRegression with(Options value) {
        return new LargeKernelRegression(kind, recursion, inputs, value, surroundings);
    }

    private LargeKernelRegression with(Surroundings value) {
        return new LargeKernelRegression(kind, recursion, inputs, options, value);
    }

    /** The weights α of (1); a bad kernel is a verdict. */
    public LargeSolution solve(DMatrixRMaj targets) {
        requireTargets(targets);
        MemoryPlan plan = plan(targets.numCols);
        KernelSource source = new KernelSource(kind, recursion, inputs);
        try (LargeSystem system = open(source, plan, 1)) {
            return system.solve(targets);
        }
    }

    /** f(x) of (1) at other inputs. */
    public DMatrixRMaj means(LargeSolution solution, DMatrixRMaj tests) {
        Require.present("solution", solution);
        Require.present("tests", tests);
        return LargeTests.means(new KernelSource(kind, recursion, inputs), tests, solution.weights(), surroundings);
    }

    /**
     * Means and variances at other inputs, at infinite time, as in {@code KernelPrediction}. Every test point is one more right-hand
     * side, and the tangent kernel needs the NNGP beside it: twice the disk.
     *
     * @throws meanfield.core.NonConvergenceException when a system was not solved
     */
    public Prediction predict(DMatrixRMaj targets, DMatrixRMaj tests) {
        requireTargets(targets);
        Require.present("tests", tests);
        MemoryPlan plan = plan(targets.numCols + tests.numRows);
        KernelSource source = new KernelSource(kind, recursion, inputs);
        double[] prior = recursion.variances(tests).nngp();
        try (LargeSystem system = open(source, plan, kind == KernelKind.NTK ? 2 : 1)) {
            LargeSolution solution = system.solve(targets).orThrow();
            DMatrixRMaj means = LargeTests.means(source, tests, solution.weights(), surroundings);
            double[] variances = LargeTests.variances(system, source, tests, prior, plan.columns());
            return new Prediction(means, variances, solution.diagnosis());
        }
    }

    private MemoryPlan plan(int targets) {
        int n = inputs.numRows;
        Require.that(n > 0 && inputs.numCols > 0, "inputs", "have a row and a column", n + " x " + inputs.numCols);
        MemoryPlan suggested = MemoryPlan.of(options.memory, n, inputs.numCols, targets);
        return options.side == 0
                ? suggested
                : new MemoryPlan(Math.min(options.side, n), options.rank, suggested.columns());
    }

    private LargeSystem open(KernelSource source, MemoryPlan plan, int kernels) {
        TileGrid grid = new TileGrid(inputs.numRows, plan.side());
        long disk = kernels * grid.bytes() + NystromPreconditioner.bytes(grid, plan.rank());
        surroundings.tiles().requireSpace(disk);
        Ridge ridge = options.ridge;
        double added =
                ridge.scale() == Ridge.Scale.RELATIVE ? ridge.value() * source.trace() / inputs.numRows : ridge.value();
        LargeSystem.Settings settings =
                new LargeSystem.Settings(grid, plan, added, options.tolerance, options.iterations);
        return LargeSystem.open(source, settings, surroundings);
    }

    private void requireTargets(DMatrixRMaj targets) {
        Require.present("targets", targets);
        Require.that(
                targets.numRows == inputs.numRows && targets.numCols > 0,
                "targets",
                "have a row for each of the " + inputs.numRows + " inputs",
                targets.numRows + " x " + targets.numCols);
        for (int i = 0; i < targets.getNumElements(); i++) {
            if (!Double.isFinite(targets.data[i])) {
                String where = " row " + (i / targets.numCols + 1) + " column " + (i % targets.numCols + 1);
                Require.that(false, "targets" + where, "be finite", targets.data[i]);
            }
        }
    }

    @Override
    public String toString() {
        return kind + " regression on " + inputs.numRows + " points, " + options;
    }
}

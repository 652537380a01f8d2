package meanfield.ntk.kernel;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import meanfield.core.Require;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.linalg.LinearAlgebra.GramTiles;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.pairs.PairEngine;
import meanfield.core.pairs.Precision;
import meanfield.core.parallel.Workers;
import meanfield.ntk.layer.InputRows;
import meanfield.ntk.layer.RowState;
import meanfield.ntk.network.Architecture;
import meanfield.ntk.network.WideNetwork;
import meanfield.ntk.position.PositionRecursion;
import org.ejml.data.DMatrixRMaj;

/**
 * NNGP and NTK of a wide network.
 *
 * <pre>
 *   k_0 = x·x′/D,   t_0 = 0,   then layer by layer the maps of {@code meanfield.ntk.network}               (1)
 * </pre>
 *
 * Shapes: inputs P × D, one example a row; kernels P × P, or P × Q with Q other inputs.
 *
 * <p>Convention: kernels of one output unit of the last layer, nothing divided by the number of outputs.
 *
 * <p>Edge cases: parallel, opposite, duplicate and zero inputs are exact; one input and one feature are legal. A kernel that
 * leaves the range of doubles (chaotic networks hundreds of layers deep) is a {@link
 * meanfield.core.NonConvergenceException} that names the layer; {@link #scaled} has no such limit.
 *
 * <p>Accuracy and cost: entries to about 1e-15 √(k(x,x) k(x′,x′)) a layer at any angle. P² D/2 multiplications and, in the
 * rectifier family, 2 to 3 ns a pair and layer; all layers pass over one chunk of pairs while it is in cache. The bits do
 * not depend on the number of workers. Source: [Jacot2018], [Lee2018], [Cho2009].
 */
public final class KernelRecursion {
    private final Architecture architecture;
    private final CompiledNetwork compiled;
    private final Workers workers;
    private final LinearAlgebra linearAlgebra;
    private final KernelListener listener;
    private final Precision precision;

    private KernelRecursion(
            CompiledNetwork compiled,
            Workers workers,
            LinearAlgebra linearAlgebra,
            KernelListener listener,
            Precision precision) {
        this.architecture = compiled.architecture();
        this.compiled = compiled;
        this.workers = Require.present("workers", workers);
        this.linearAlgebra = Require.present("linearAlgebra", linearAlgebra);
        this.listener = Require.present("listener", listener);
        this.precision = Require.present("precision", precision);
    }

    /** The kernels of this architecture, on the caller's thread. */
    public static KernelRecursion of(Architecture architecture) {
        Require.present("architecture", architecture);
        return new KernelRecursion(
                new CompiledNetwork(architecture),
                Workers.serial(),
                LinearAlgebras.automatic(),
                fraction -> {},
                Precision.DOUBLE);
    }

    /** The kernels of this network, on the caller's thread. */
    public static KernelRecursion of(WideNetwork network) {
        return of(network.architecture());
    }

    /** The network. */
    public Architecture architecture() {
        return architecture;
    }

    /** The same kernels, tiles in parallel. */
    public KernelRecursion withWorkers(Workers value) {
        return new KernelRecursion(compiled, value, linearAlgebra, listener, precision);
    }

    /** The same kernels, inner products by this library, and whole tiles of them where it can (a GPU). */
    public KernelRecursion withLinearAlgebra(LinearAlgebra value) {
        return new KernelRecursion(compiled, workers, value, listener, precision);
    }

    /**
     * The same kernels with numbers of this precision off the diagonal; {@link Precision#SINGLE} is for linear algebras with a {@link
     * PairEngine} and for layers that it knows, and refused elsewhere when a kernel is computed.
     */
    public KernelRecursion withPrecision(Precision value) {
        return new KernelRecursion(compiled, workers, linearAlgebra, listener, value);
    }

    /** The same kernels, with somebody who hears how far each matrix has come. */
    public KernelRecursion withListener(KernelListener value) {
        return new KernelRecursion(compiled, workers, linearAlgebra, value, precision);
    }

    /**
     * The same kernels with what the architecture has for first and second inputs exchanged (graphs): rows are then second
     * inputs.
     */
    public KernelRecursion exchanged() {
        return new KernelRecursion(
                new CompiledNetwork(architecture.exchanged()), workers, linearAlgebra, listener, precision);
    }

    /** Both kernels of the inputs with themselves, exactly symmetric. */
    public KernelPair kernels(DMatrixRMaj inputs) {
        KernelPair pair = new KernelPair(matrix(inputs, inputs), matrix(inputs, inputs));
        symmetric(inputs, new KernelStore(pair.nngp().data, pair.ntk().data, inputs.numRows));
        return pair;
    }

    /** Both kernels of the inputs (rows) with other inputs (columns). */
    public KernelPair kernels(DMatrixRMaj inputs, DMatrixRMaj others) {
        KernelPair pair = new KernelPair(matrix(inputs, others), matrix(inputs, others));
        rectangular(inputs, others, new KernelStore(pair.nngp().data, pair.ntk().data, others.numRows));
        return pair;
    }

    /**
     * Both kernels of the inputs with themselves over a power of two, which may be as large or small as the depth makes it: σ_w² = 9
     * over 10,000 layers of ReLU. Not extended are standard parameterization and activations that are not
     * homogeneous of degree one (their variances hardly ever need it).
     */
    public ScaledKernels scaled(DMatrixRMaj inputs) {
        return scaled(inputs, null);
    }

    /** As {@link #scaled(DMatrixRMaj)} with other inputs (columns). */
    public ScaledKernels scaled(DMatrixRMaj inputs, DMatrixRMaj others) {
        double largest = largestVariance("inputs", inputs);
        if (others != null) {
            largest = Math.max(largest, largestVariance("others", others));
        }
        ScaledArchitecture scaled = ScaledArchitecture.of(architecture, largest);
        KernelRecursion recursion = new KernelRecursion(
                new CompiledNetwork(scaled.architecture()), workers, linearAlgebra, listener, precision);
        KernelPair kernels = others == null ? recursion.kernels(inputs) : recursion.kernels(inputs, others);
        return new ScaledKernels(kernels, scaled.exponent());
    }

    private static double largestVariance(String name, DMatrixRMaj inputs) {
        double largest = 0;
        for (double variance : InputRows.of(name, inputs).state().variance()) {
            largest = Math.max(largest, variance);
        }
        return largest;
    }

    /** Both kernels of at most 65,535 inputs with themselves, as lower triangles. */
    public PackedKernels packed(DMatrixRMaj inputs) {
        int n = Require.present("inputs", inputs).numRows;
        Require.that(n <= 65_535, "inputs", "have at most 65,535 rows for packed kernels", n);
        int size = (int) ((long) n * (n + 1) / 2);
        PackedKernels kernels = new PackedKernels(n, new double[size], new double[size]);
        symmetric(inputs, new KernelStore(kernels.nngp(), kernels.ntk(), 0));
        return kernels;
    }

    /** One kernel of the inputs with themselves; the other takes no memory. */
    public DMatrixRMaj kernel(KernelKind kind, DMatrixRMaj inputs) {
        DMatrixRMaj kernel = matrix(inputs, inputs);
        symmetric(inputs, only(kind, kernel));
        return kernel;
    }

    /** One kernel of the inputs (rows) with other inputs (columns). */
    public DMatrixRMaj kernel(KernelKind kind, DMatrixRMaj inputs, DMatrixRMaj others) {
        DMatrixRMaj kernel = matrix(inputs, others);
        rectangular(inputs, others, only(kind, kernel));
        return kernel;
    }

    /** K(x, x) and Θ(x, x) of every input, in a time linear in their number. */
    public KernelDiagonal variances(DMatrixRMaj inputs) {
        InputRows rows = InputRows.of("inputs", inputs);
        if (!architecture.isPlain()) {
            PositionRecursion recursion = PositionRecursion.of(architecture, rows.dimension());
            RowState state = recursion.states(recursion.inputs(rows, true, workers));
            return new KernelDiagonal(state.variance(), state.tangent());
        }
        List<RowState> states = new KernelProgram(compiled, rows.dimension()).states(rows);
        RowState last = states.get(states.size() - 1);
        return new KernelDiagonal(last.variance(), last.tangent());
    }

    /** Room for a kernel, which one Java array must hold. */
    private static DMatrixRMaj matrix(DMatrixRMaj inputs, DMatrixRMaj others) {
        long rows = Require.present("inputs", inputs).numRows;
        long columns = Require.present("others", others).numRows;
        Require.that(
                rows * columns <= Integer.MAX_VALUE - 8,
                "kernel",
                "have at most 2,147,483,639 entries (packed kernels hold 65,535 inputs)",
                rows + " x " + columns);
        return new DMatrixRMaj((int) rows, (int) columns);
    }

    private static KernelStore only(KernelKind kind, DMatrixRMaj kernel) {
        return kind == KernelKind.NNGP
                ? new KernelStore(kernel.data, null, kernel.numCols)
                : new KernelStore(null, kernel.data, kernel.numCols);
    }

    private void symmetric(DMatrixRMaj inputs, KernelStore store) {
        InputRows rows = InputRows.of("inputs", inputs);
        if (!computedElsewhere(rows, rows, store)) {
            lowerTriangle(rows, store);
        }
        if (store.columns() > 0) {
            int n = rows.size();
            workers.forEach(OutputKernels.mirrorBlocks(n), block -> mirror(block, n, store));
        }
    }

    private void lowerTriangle(InputRows rows, KernelStore store) {
        Tiles tiles = evaluator(rows, rows);
        int blocks = tiles.rowBlocks();
        int count = blocks * (blocks + 1) / 2;
        AtomicInteger done = new AtomicInteger();
        try (GramTiles gram = tiles(rows, rows)) {
            workers.forEach(count, index -> {
                int row = (int) ((Math.sqrt(8.0 * index + 1) - 1) / 2);
                int column = index - row * (row + 1) / 2;
                tiles.evaluate(gram, row, column, store);
                listener.at(done.incrementAndGet() / (double) count);
            });
        }
    }

    /** True when the linear algebra computed the tiles itself. */
    private boolean computedElsewhere(InputRows rows, InputRows columns, KernelStore store) {
        Optional<PairEngine> engine = architecture.isPlain() ? linearAlgebra.pairEngine() : Optional.empty();
        Optional<EngineKernels> kernels = engine.isEmpty()
                ? Optional.empty()
                : EngineKernels.of(new KernelProgram(compiled, rows.dimension()), rows, columns);
        Require.that(
                kernels.isPresent() || precision == Precision.DOUBLE,
                "precision",
                "be float64 but for dense networks of rectifiers and erf on a GPU",
                precision.spelling() + " with backend " + linearAlgebra.name());
        kernels.ifPresent(known -> known.compute(engine.get(), precision, store, listener));
        return kernels.isPresent();
    }

    private static void mirror(int block, int n, KernelStore store) {
        if (store.nngp() != null) {
            OutputKernels.mirror(block, n, store.nngp());
        }
        if (store.ntk() != null) {
            OutputKernels.mirror(block, n, store.ntk());
        }
    }

    private void rectangular(DMatrixRMaj inputs, DMatrixRMaj others, KernelStore store) {
        InputRows rows = InputRows.of("inputs", inputs);
        InputRows columns = InputRows.of("others", others);
        rows.requireSameColumns(columns);
        if (computedElsewhere(rows, columns, store)) {
            return;
        }
        Tiles tiles = evaluator(rows, columns);
        int columnBlocks = tiles.columnBlocks();
        int count = tiles.rowBlocks() * columnBlocks;
        AtomicInteger done = new AtomicInteger();
        try (GramTiles gram = tiles(rows, columns)) {
            workers.forEach(count, index -> {
                tiles.evaluate(gram, index / columnBlocks, index % columnBlocks, store);
                listener.at(done.incrementAndGet() / (double) count);
            });
        }
    }

    private Tiles evaluator(InputRows rows, InputRows columns) {
        return architecture.isPlain()
                ? new TileEvaluator(new KernelProgram(compiled, rows.dimension()), rows, columns)
                : PositionTiles.of(architecture, rows, columns, workers);
    }

    private GramTiles tiles(InputRows rows, InputRows columns) {
        return linearAlgebra.gramTiles(rows.matrix(), columns.matrix());
    }
}

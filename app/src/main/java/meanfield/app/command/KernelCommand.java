package meanfield.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import meanfield.app.console.Progress;
import meanfield.app.session.Session;
import meanfield.core.Require;
import meanfield.core.data.ArrayData;
import meanfield.core.data.ArrayFile;
import meanfield.core.pairs.Precision;
import meanfield.core.parallel.Workers;
import meanfield.core.tiles.TileEngine;
import meanfield.ntk.kernel.KernelKind;
import meanfield.ntk.kernel.KernelRecursion;
import meanfield.ntk.large.KernelTiles;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code kernel}: the kernel matrix of the user's own inputs. */
@Command(
        name = "kernel",
        description = "Kernel matrix of an infinitely wide network: rows are --inputs, columns --other.",
        sortOptions = false,
        footer = {
            "",
            "CSV files have no header: one row a line, comma separated; images and sequences row by row with the channel",
            "last, their shape in input_shape of the network. Files that end in .npy or .npz are NumPy's, also with one",
            "axis for each axis of the images; FILE.npz::NAME takes one of several arrays."
        })
final class KernelCommand implements Callable<Integer> {
    /** Side of the tiles that a cluster computes. */
    private static final int TILE = 512;

    @ParentCommand
    private MeanfieldCommand root;

    @Mixin
    private NetworkOptions network;

    @Option(names = "--inputs", required = true, paramLabel = "X", description = "Inputs, one example a row.")
    private Path inputs;

    @Option(names = "--other", paramLabel = "Y", description = "Second inputs (default: the inputs themselves).")
    private Path other;

    @Mixin
    private RunnerOption runner;

    @Option(
            names = "--precision",
            paramLabel = "NAME",
            defaultValue = "float64",
            description = "float64, or float32 with --backend gpu (default: ${DEFAULT-VALUE}).")
    private String precision;

    @Option(names = "--out", required = true, paramLabel = "K", description = "File to write.")
    private Path out;

    @Override
    public Integer call() {
        Session session = root.session();
        KernelKind kind = network.kind();
        Precision numbers = Precision.parse(precision);
        Require.that(
                numbers == Precision.DOUBLE
                        || session.linearAlgebra().pairEngine().isPresent(),
                "--precision",
                "be float64 without --backend gpu",
                precision);
        Require.that(
                numbers == Precision.DOUBLE || runner.isLocal(),
                "--precision",
                "be float64 with another runner than local",
                precision);
        ArrayData array = ArrayFile.read(inputs);
        DMatrixRMaj rows = array.matrix();
        DMatrixRMaj columns = other == null ? null : MatrixFiles.readLike(other, array, inputs);
        MatrixFiles.requireWritable(out);
        double entries = (double) rows.numRows * (columns == null ? rows.numRows : columns.numRows);
        MatrixFiles.requireArray(entries, session.console());
        try (Workers workers = session.workers();
                Progress bar = Progress.on(session.console(), "kernel")) {
            KernelRecursion recursion = network.recursion(session, workers, array)
                    .withPrecision(numbers)
                    .withListener(fraction -> bar.update(fraction, ""));
            Optional<TileEngine> elsewhere = runner.open(session);
            DMatrixRMaj kernel;
            if (elsewhere.isPresent()) {
                try (TileEngine engine = elsewhere.get()) {
                    kernel = compute(engine, kind, recursion, rows, columns);
                }
            } else {
                kernel = columns == null ? recursion.kernel(kind, rows) : recursion.kernel(kind, rows, columns);
            }
            bar.update(1, "writing");
            MatrixFiles.write(out, kernel, session);
        }
        session.console().note("wrote " + out);
        return ExitCode.DONE;
    }

    /** In strips of rows, each cut at the diagonal where the kernel is symmetric. */
    private static DMatrixRMaj compute(
            TileEngine engine, KernelKind kind, KernelRecursion recursion, DMatrixRMaj rows, DMatrixRMaj columns) {
        boolean symmetric = columns == null;
        KernelTiles tiles = symmetric
                ? KernelTiles.of(kind, recursion.architecture(), rows)
                : KernelTiles.of(kind, recursion.architecture(), rows, columns);
        DMatrixRMaj kernel = new DMatrixRMaj(rows.numRows, symmetric ? rows.numRows : columns.numRows);
        List<TileEngine.Rectangle> parts = new ArrayList<>();
        for (int row = 0; row < kernel.numRows; row += TILE) {
            int end = symmetric ? row + 1 : kernel.numCols;
            for (int column = 0; column < end; column += TILE) {
                parts.add(new TileEngine.Rectangle(
                        row, Math.min(TILE, kernel.numRows - row), column, Math.min(TILE, kernel.numCols - column)));
            }
        }
        engine.compute(tiles, parts, (k, values) -> {
            TileEngine.Rectangle part = parts.get(k);
            CommonOps_DDRM.insert(values, kernel, part.rowFrom(), part.columnFrom());
            if (symmetric && part.rowFrom() != part.columnFrom()) {
                CommonOps_DDRM.insert(
                        CommonOps_DDRM.transpose(values, null), kernel, part.columnFrom(), part.rowFrom());
            }
        });
        return kernel;
    }
}

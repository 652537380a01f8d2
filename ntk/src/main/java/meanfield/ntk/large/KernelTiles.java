package meanfield.ntk.large;

import java.io.Serializable;
import meanfield.core.Require;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.tiles.Blocks;
import meanfield.core.tiles.TileFunction;
import meanfield.ntk.kernel.KernelKind;
import meanfield.ntk.kernel.KernelRecursion;
import meanfield.ntk.network.Architecture;
import org.ejml.data.DMatrixRMaj;

/**
 * A kernel matrix in tiles that may be computed on any machine: it consists of the network and its inputs. Shapes: inputs
 * P × D, others Q × D, tiles anywhere in P × Q. Tiles on the diagonal of a symmetric kernel are exactly symmetric. Cost:
 * that of {@link KernelRecursion} for the entries of the tile.
 */
public final class KernelTiles implements TileFunction {
    private static final long serialVersionUID = 1;

    private final KernelKind kind;
    /** Compiled at first use, for all tiles. */
    private final transient KernelRecursion recursion;

    private final DMatrixRMaj inputs;
    private final DMatrixRMaj others;

    private KernelTiles(KernelKind kind, Architecture architecture, DMatrixRMaj inputs, DMatrixRMaj others) {
        this.kind = Require.present("kind", kind);
        this.recursion = KernelRecursion.of(architecture);
        this.inputs = Require.present("inputs", inputs);
        this.others = Require.present("others", others);
    }

    /** The kernel of the inputs with themselves. */
    public static KernelTiles of(KernelKind kind, Architecture architecture, DMatrixRMaj inputs) {
        return new KernelTiles(kind, architecture, inputs, inputs);
    }

    /** The kernel of the inputs (rows) with other inputs (columns). */
    public static KernelTiles of(KernelKind kind, Architecture architecture, DMatrixRMaj inputs, DMatrixRMaj others) {
        return new KernelTiles(kind, architecture, inputs, others);
    }

    @Override
    public DMatrixRMaj tile(int rowFrom, int rows, int columnFrom, int columns, LinearAlgebra linearAlgebra) {
        DMatrixRMaj first = Blocks.rows(inputs, rowFrom, rows);
        boolean diagonal = inputs == others && rowFrom == columnFrom && rows == columns;
        KernelRecursion here = recursion.withLinearAlgebra(linearAlgebra);
        return diagonal ? here.kernel(kind, first) : here.kernel(kind, first, Blocks.rows(others, columnFrom, columns));
    }

    private Object writeReplace() {
        DMatrixRMaj second = inputs == others ? null : others;
        return new Form(kind, PortableArchitecture.of(recursion.architecture()), inputs, second);
    }

    private record Form(KernelKind kind, PortableArchitecture architecture, DMatrixRMaj inputs, DMatrixRMaj others)
            implements Serializable {
        private Object readResolve() {
            return new KernelTiles(kind, architecture.architecture(), inputs, others == null ? inputs : others);
        }
    }
}

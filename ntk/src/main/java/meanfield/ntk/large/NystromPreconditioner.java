package meanfield.ntk.large;

import java.util.Arrays;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.linalg.SymmetricEigen;
import meanfield.core.random.RandomStream;
import meanfield.core.tiles.Blocks;
import meanfield.core.tiles.ScratchFile;
import meanfield.core.tiles.TileGrid;
import org.ejml.data.DMatrixRMaj;

/**
 * A preconditioner from the kernel's columns at m landmarks.
 *
 * <pre>
 *   F = A_nm W,   W Wᵀ = A_mm⁺,   P = F Fᵀ + δ I,   δ = ridge + (tr A - tr F Fᵀ)/(n - m)                     (1)
 *   P⁻¹ v = (v - F (δ + Fᵀ F)⁻¹ Fᵀ v)/δ                                                                      (2)
 * </pre>
 *
 * P agrees with A on the large eigenvalues and puts their mean in place of the others. A_mm⁺ leaves out eigenvalues below
 * 1e-13 of the largest, so that duplicate landmarks do no harm. Landmarks are drawn one from each of m equal ranges of
 * the inputs. F stands in a file in strips. Source: [Frangella2023].
 */
final class NystromPreconditioner implements AutoCloseable {
    private static final double NEGLIGIBLE = 1e-13;
    private static final double LEAST_SHIFT = 1e-12;
    private static final int GROUPS = 4;

    private final TileGrid grid;
    private final int rank;
    private final Surroundings surroundings;
    private final ScratchFile file;
    private double shift;
    private double largestEigenvalue;
    /** (δ + Fᵀ F)⁻¹. */
    private DMatrixRMaj core;

    private NystromPreconditioner(TileGrid grid, int rank, Surroundings surroundings, ScratchFile file) {
        this.grid = grid;
        this.rank = rank;
        this.surroundings = surroundings;
        this.file = file;
    }

    /** Bytes of F. */
    static long bytes(TileGrid grid, int rank) {
        return 8L * grid.blocks() * grid.side() * rank;
    }

    /** The preconditioner with this many landmarks. */
    static NystromPreconditioner compute(
            KernelSource source, TileGrid grid, int rank, double ridge, Surroundings surroundings) {
        ScratchFile file = ScratchFile.in(surroundings.scratch(), 8L * grid.side() * rank);
        try {
            NystromPreconditioner result = new NystromPreconditioner(grid, rank, surroundings, file);
            result.fill(source, ridge);
            return result;
        } catch (RuntimeException | Error e) {
            file.close();
            throw e;
        }
    }

    private void fill(KernelSource source, double ridge) {
        surroundings.listener().at(0.5, "preconditioner");
        LinearAlgebra linearAlgebra = surroundings.linearAlgebra();
        int[] landmarks = landmarks(grid.size(), rank);
        DMatrixRMaj roots = inverseRoot(linearAlgebra.symmetricEigen(source.of(landmarks)));
        DMatrixRMaj selected = source.select(landmarks);
        int blocks = grid.blocks();
        int groups = Math.min(GROUPS, blocks);
        DMatrixRMaj[] grams = new DMatrixRMaj[groups];
        surroundings.workers().forEach(groups, g -> {
            grams[g] = new DMatrixRMaj(rank, rank);
            for (int block = blocks * g / groups; block < blocks * (g + 1) / groups; block++) {
                DMatrixRMaj strip = source.rowsWith(grid.from(block), grid.rows(block), selected);
                DMatrixRMaj factor = linearAlgebra.multiply(strip, roots);
                file.write(block, factor.data, factor.getNumElements());
                Blocks.add(linearAlgebra.multiplyTransA(factor, factor), 0, grams[g]);
            }
        });
        for (int g = 1; g < groups; g++) {
            Blocks.add(grams[g], 0, grams[0]);
        }
        factor(linearAlgebra.symmetricEigen(grams[0]), source.trace(), ridge);
    }

    private void factor(SymmetricEigen eigen, double trace, double ridge) {
        double[] values = eigen.values();
        double captured = Arrays.stream(values).map(value -> Math.max(0, value)).sum();
        int n = grid.size();
        double tail = n > rank ? Math.max(0, trace - captured) / (n - rank) : 0;
        shift = Math.max(ridge + tail, LEAST_SHIFT * trace / n);
        if (!(shift > 0)) {
            shift = 1;
        }
        largestEigenvalue = Math.max(0, values[values.length - 1]);
        DMatrixRMaj scaled = eigen.vectors().copy();
        for (int i = 0; i < rank; i++) {
            for (int k = 0; k < rank; k++) {
                scaled.data[i * rank + k] /= Math.sqrt(shift + Math.max(0, values[k]));
            }
        }
        core = surroundings.linearAlgebra().multiplyTransB(scaled, scaled);
    }

    /** V S^{-1/2} with negligible eigenvalues left out. */
    private static DMatrixRMaj inverseRoot(SymmetricEigen eigen) {
        double[] values = eigen.values();
        double least = NEGLIGIBLE * values[values.length - 1];
        DMatrixRMaj root = eigen.vectors().copy();
        for (int i = 0; i < root.numRows; i++) {
            for (int k = 0; k < root.numCols; k++) {
                root.data[i * root.numCols + k] *= values[k] > least ? 1 / Math.sqrt(values[k]) : 0;
            }
        }
        return root;
    }

    /** One of each of m equal ranges of 0 ... n-1. */
    static int[] landmarks(int n, int m) {
        RandomStream random = RandomStream.of(1).child("landmarks");
        int[] chosen = new int[m];
        for (int i = 0; i < m; i++) {
            long from = (long) n * i / m;
            long to = (long) n * (i + 1) / m;
            chosen[i] = (int) (from + (long) (random.nextDouble() * (to - from)));
        }
        return chosen;
    }

    /** δ. */
    double shift() {
        return shift;
    }

    /** Largest eigenvalue of F Fᵀ, which that of A exceeds by little. */
    double largestEigenvalue() {
        return largestEigenvalue;
    }

    /** (2). */
    DMatrixRMaj solve(DMatrixRMaj v) {
        int groups = Math.min(GROUPS, grid.blocks());
        DMatrixRMaj[] sums = new DMatrixRMaj[groups];
        LinearAlgebra linearAlgebra = surroundings.linearAlgebra();
        surroundings.workers().forEach(groups, g -> {
            sums[g] = new DMatrixRMaj(rank, v.numCols);
            for (int b = grid.blocks() * g / groups; b < grid.blocks() * (g + 1) / groups; b++) {
                DMatrixRMaj part = Blocks.rows(v, grid.from(b), grid.rows(b));
                file.read(b, grid.rows(b) * rank, strip -> linearAlgebra.addTileProductTransA(strip, part, sums[g]));
            }
        });
        for (int g = 1; g < groups; g++) {
            Blocks.add(sums[g], 0, sums[0]);
        }
        DMatrixRMaj inner = linearAlgebra.multiply(core, sums[0]);
        DMatrixRMaj result = new DMatrixRMaj(v.numRows, v.numCols);
        surroundings.workers().forEach(grid.blocks(), b -> {
            DMatrixRMaj part = new DMatrixRMaj(grid.rows(b), v.numCols);
            file.read(b, grid.rows(b) * rank, strip -> linearAlgebra.addTileProduct(strip, inner, part));
            int offset = grid.from(b) * v.numCols;
            for (int i = 0; i < part.getNumElements(); i++) {
                result.data[offset + i] = (v.data[offset + i] - part.data[i]) / shift;
            }
        });
        return result;
    }

    @Override
    public void close() {
        file.close();
    }
}

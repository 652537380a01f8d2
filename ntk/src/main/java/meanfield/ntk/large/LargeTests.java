package meanfield.ntk.large;

import meanfield.core.tiles.Blocks;
import meanfield.core.tiles.StoredTiles;
import meanfield.ntk.kernel.KernelKind;
import org.ejml.data.DMatrixRMaj;

/**
 * Predictions from a large system at test points t, without storing the cross kernel.
 *
 * <pre>
 *   mean A_td α                                                                                              (1)
 *   NNGP variance K_tt - K_td K_reg⁻¹ K_dt,   NTK variance K_tt + b K_dd bᵀ - 2 b K_dt,  b = Θ_td Θ_reg⁻¹      (2)
 * </pre>
 */
final class LargeTests {
    private static final int STRIP = 512;

    private LargeTests() {}

    /** (1). */
    static DMatrixRMaj means(KernelSource source, DMatrixRMaj tests, DMatrixRMaj weights, Surroundings surroundings) {
        DMatrixRMaj means = new DMatrixRMaj(tests.numRows, weights.numCols);
        int strips = (tests.numRows + STRIP - 1) / STRIP;
        surroundings.listener().at(1, "test points");
        surroundings.workers().forEach(strips, s -> {
            int from = s * STRIP;
            DMatrixRMaj strip = Blocks.rows(tests, from, Math.min(STRIP, tests.numRows - from));
            for (int column = 0; column < source.size(); column += STRIP) {
                int count = Math.min(STRIP, source.size() - column);
                DMatrixRMaj part = surroundings
                        .linearAlgebra()
                        .multiply(source.with(strip, column, count), Blocks.rows(weights, column, count));
                Blocks.add(part, from, means);
            }
        });
        return means;
    }

    /** (2), {@code columns} test points at a time; a variance that rounding makes negative is 0. */
    static double[] variances(LargeSystem system, KernelSource source, DMatrixRMaj tests, double[] prior, int columns) {
        KernelSource nngp = source.of(KernelKind.NNGP);
        double[] variances = prior.clone();
        try (StoredTiles covariance = nngp == source ? null : system.stored(nngp)) {
            for (int from = 0; from < tests.numRows; from += columns) {
                DMatrixRMaj part = Blocks.rows(tests, from, Math.min(columns, tests.numRows - from));
                DMatrixRMaj solved = system.solve(cross(source, part, system.surroundings()))
                        .orThrow()
                        .weights();
                DMatrixRMaj right = cross(nngp, part, system.surroundings());
                for (int i = 0; i < right.getNumElements(); i++) {
                    right.data[i] *= covariance == null ? -1 : -2;
                }
                if (covariance != null) {
                    Blocks.add(covariance.apply(solved), 0, right);
                }
                double[] reduction = Blocks.dots(solved, right);
                for (int q = 0; q < reduction.length; q++) {
                    variances[from + q] = Math.max(0, variances[from + q] + reduction[q]);
                }
            }
        }
        return variances;
    }

    /** A_dt. */
    private static DMatrixRMaj cross(KernelSource source, DMatrixRMaj tests, Surroundings surroundings) {
        DMatrixRMaj cross = new DMatrixRMaj(source.size(), tests.numRows);
        int strips = (source.size() + STRIP - 1) / STRIP;
        surroundings.workers().forEach(strips, s -> {
            int from = s * STRIP;
            Blocks.put(source.rowsWith(from, Math.min(STRIP, source.size() - from), tests), from, cross);
        });
        return cross;
    }
}

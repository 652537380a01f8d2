package meanfield.gpu.pairs;

import meanfield.core.pairs.PairEngine;
import meanfield.core.pairs.PairOutputs;
import meanfield.core.pairs.PairProblem;
import org.ejml.data.DMatrixRMaj;

/** What an engine gave, with NaN where it gave nothing. */
record Kernels(DMatrixRMaj nngp, DMatrixRMaj ntk) {
    static Kernels of(PairEngine engine, PairProblem problem, PairOutputs outputs) {
        int n = problem.rows().size();
        int m = problem.columns().size();
        Kernels kernels = new Kernels(new DMatrixRMaj(n, m), new DMatrixRMaj(n, m));
        kernels.nngp.fill(Double.NaN);
        kernels.ntk.fill(Double.NaN);
        engine.evaluate(problem, outputs, tile -> {
            for (int row = 0; row < tile.rows(); row++) {
                int i = tile.rowFrom() + row;
                int end = problem.symmetric() ? Math.min(i, tile.columnFrom() + tile.columns()) : m;
                int count = Math.min(tile.columns(), end - tile.columnFrom());
                if (count > 0 && outputs.nngp()) {
                    tile.nngp(row, count, kernels.nngp.data, i * m + tile.columnFrom());
                }
                if (count > 0 && outputs.ntk()) {
                    tile.ntk(row, count, kernels.ntk.data, i * m + tile.columnFrom());
                }
            }
        });
        return kernels;
    }

    Kernels with(DMatrixRMaj otherNngp, DMatrixRMaj otherNtk) {
        return new Kernels(otherNngp, otherNtk);
    }

    /** Largest difference off the diagonal, in units of √(k_ii k_jj) and of the largest tangent kernel; NaN counts as infinite. */
    double error(Kernels other, PairProblem problem) {
        double largest = 0;
        int n = nngp.numRows;
        int m = nngp.numCols;
        double tangents = 1;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < (problem.symmetric() ? i : m); j++) {
                double scale = problem.rows().scale()[i] * problem.columns().scale()[j];
                if (scale > 0) {
                    tangents = Math.max(tangents, Math.abs(other.ntk.get(i, j)) / scale);
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < (problem.symmetric() ? i : m); j++) {
                double covariance =
                        problem.rows().deviation()[i] * problem.columns().deviation()[j];
                double tangent =
                        tangents * problem.rows().scale()[i] * problem.columns().scale()[j];
                largest = Math.max(largest, ratio(nngp.get(i, j) - other.nngp.get(i, j), covariance));
                largest = Math.max(largest, ratio(ntk.get(i, j) - other.ntk.get(i, j), tangent));
            }
        }
        return largest;
    }

    private static double ratio(double difference, double scale) {
        if (Double.isNaN(difference)) {
            return Double.POSITIVE_INFINITY;
        }
        return difference == 0 ? 0 : Math.abs(difference) / scale;
    }
}

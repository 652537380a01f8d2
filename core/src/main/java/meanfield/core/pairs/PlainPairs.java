package meanfield.core.pairs;

import java.util.function.Consumer;
import meanfield.core.Require;
import org.ejml.data.DMatrixRMaj;

/**
 * The definition of {@link PairEngine} in plain Java, one pair after the other: every formula as it stands in {@link
 * PairStep}. Some 100 ns a pair and step; always in double precision.
 */
public final class PlainPairs implements PairEngine {
    private static final int STRIP = 64;

    @Override
    public void evaluate(PairProblem problem, PairOutputs outputs, Consumer<PairTile> sink) {
        Require.present("problem", problem);
        Require.present("outputs", outputs);
        Require.present("sink", sink);
        int n = problem.rows().size();
        for (int from = 0; from < n; from += STRIP) {
            int count = Math.min(STRIP, n - from);
            int columns = problem.symmetric() ? from + count : problem.columns().size();
            DMatrixRMaj nngp = new DMatrixRMaj(count, columns);
            DMatrixRMaj ntk = new DMatrixRMaj(count, columns);
            for (int i = 0; i < count; i++) {
                int end = problem.symmetric() ? from + i + 1 : columns;
                for (int j = 0; j < end; j++) {
                    PlainPair pair = pair(problem, from + i, j);
                    nngp.set(i, j, pair.covariance(problem, from + i, j));
                    ntk.set(i, j, pair.tangentKernel(problem, from + i, j));
                }
            }
            sink.accept(new HeapTile(from, nngp, ntk));
        }
    }

    private static PlainPair pair(PairProblem problem, int i, int j) {
        PlainPair pair = PlainPair.of(problem.rows(), i, problem.columns(), j);
        for (PairStep step : problem.steps()) {
            pair.apply(step, i, j);
        }
        return pair;
    }

    private record HeapTile(int rowFrom, DMatrixRMaj nngp, DMatrixRMaj ntk) implements PairTile {
        @Override
        public int rows() {
            return nngp.numRows;
        }

        @Override
        public int columnFrom() {
            return 0;
        }

        @Override
        public int columns() {
            return nngp.numCols;
        }

        @Override
        public void nngp(int row, int count, double[] out, int offset) {
            System.arraycopy(nngp.data, row * nngp.numCols, out, offset, count);
        }

        @Override
        public void ntk(int row, int count, double[] out, int offset) {
            System.arraycopy(ntk.data, row * ntk.numCols, out, offset, count);
        }
    }
}

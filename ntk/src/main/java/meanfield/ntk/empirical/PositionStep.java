package meanfield.ntk.empirical;

import meanfield.core.network.NetworkParameters;
import org.ejml.data.DMatrixRMaj;

/**
 * A fixed linear map of positions: pooling, sums over neighbours in a graph.
 *
 * <pre>
 *   x′_a = Σ_i weight_ai x_i
 * </pre>
 *
 * @param weight P′ × P
 * @param positions P
 */
record PositionStep(double[][] weight, int positions) implements ArrayLayer {
    /** Means over windows. */
    static PositionStep means(int[][] windows, int positions) {
        double[][] weight = new double[windows.length][positions];
        for (int a = 0; a < windows.length; a++) {
            for (int i : windows[a]) {
                weight[a][i] += 1.0 / windows[a].length;
            }
        }
        return new PositionStep(weight, positions);
    }

    /** x′_a = Σ_i A[i][a] x_i. */
    static PositionStep neighbours(DMatrixRMaj pattern) {
        double[][] weight = new double[pattern.numCols][pattern.numRows];
        for (int a = 0; a < pattern.numCols; a++) {
            for (int i = 0; i < pattern.numRows; i++) {
                weight[a][i] = pattern.get(i, a);
            }
        }
        return new PositionStep(weight, pattern.numRows);
    }

    @Override
    public ArrayPass forward(DMatrixRMaj in, NetworkParameters parameters) {
        return new Pass(this, mixed(in));
    }

    private DMatrixRMaj mixed(DMatrixRMaj in) {
        int examples = in.numRows / positions;
        DMatrixRMaj out = new DMatrixRMaj(examples * weight.length, in.numCols);
        ArrayKernels.mix(weight, positions, examples, in.numCols, in.data, out.data);
        return out;
    }

    private record Pass(PositionStep step, DMatrixRMaj output) implements ArrayPass {
        @Override
        public DMatrixRMaj[] series(DMatrixRMaj[] in, NetworkParameters direction) {
            DMatrixRMaj[] series = new DMatrixRMaj[in.length];
            series[0] = output;
            for (int k = 1; k < in.length; k++) {
                series[k] = step.mixed(in[k]);
            }
            return series;
        }

        @Override
        public DMatrixRMaj pullback(DMatrixRMaj signal, SignalSink sink) {
            int examples = signal.numRows / step.weight.length;
            DMatrixRMaj back = new DMatrixRMaj(examples * step.positions, signal.numCols);
            ArrayKernels.mixBack(step.weight, step.positions, examples, signal.numCols, signal.data, back.data);
            return back;
        }
    }
}

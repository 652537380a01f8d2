package meanfield.ntk.empirical;

import meanfield.core.network.NetworkParameters;
import org.ejml.data.DMatrixRMaj;

/**
 * All positions of an example in one row. Rows are stored one after the other, so that only the shape changes.
 *
 * @param positions P
 */
record FlattenStep(int positions) implements ArrayLayer {
    @Override
    public ArrayPass forward(DMatrixRMaj in, NetworkParameters parameters) {
        return new Pass(this, flat(in));
    }

    private DMatrixRMaj flat(DMatrixRMaj in) {
        return DMatrixRMaj.wrap(in.numRows / positions, in.numCols * positions, in.data);
    }

    private record Pass(FlattenStep step, DMatrixRMaj output) implements ArrayPass {
        @Override
        public DMatrixRMaj[] series(DMatrixRMaj[] in, NetworkParameters direction) {
            DMatrixRMaj[] series = new DMatrixRMaj[in.length];
            for (int k = 0; k < in.length; k++) {
                series[k] = step.flat(in[k]);
            }
            return series;
        }

        @Override
        public DMatrixRMaj pullback(DMatrixRMaj signal, SignalSink sink) {
            int positions = step.positions;
            return DMatrixRMaj.wrap(signal.numRows * positions, signal.numCols / positions, signal.data);
        }
    }
}

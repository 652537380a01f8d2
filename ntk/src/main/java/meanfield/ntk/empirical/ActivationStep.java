package meanfield.ntk.empirical;

import meanfield.core.activation.Activation;
import meanfield.core.activation.ActivationSeries;
import meanfield.core.network.NetworkParameters;
import org.ejml.data.DMatrixRMaj;

/** φ of every entry. */
record ActivationStep(Activation activation) implements ArrayLayer {
    @Override
    public ArrayPass forward(DMatrixRMaj in, NetworkParameters parameters) {
        double[] values = ActivationSeries.compose(activation, new double[][] {in.data})[0];
        return new Pass(activation, in, DMatrixRMaj.wrap(in.numRows, in.numCols, values));
    }

    private record Pass(Activation activation, DMatrixRMaj in, DMatrixRMaj output) implements ArrayPass {
        @Override
        public DMatrixRMaj[] series(DMatrixRMaj[] in, NetworkParameters direction) {
            double[][] z = new double[in.length][];
            for (int k = 0; k < z.length; k++) {
                z[k] = in[k].data;
            }
            double[][] composed = ActivationSeries.compose(activation, z);
            DMatrixRMaj[] series = new DMatrixRMaj[in.length];
            for (int k = 0; k < z.length; k++) {
                series[k] = DMatrixRMaj.wrap(output.numRows, output.numCols, composed[k]);
            }
            return series;
        }

        /** A signal is a first coefficient read backwards: φ′ ∘ signal. */
        @Override
        public DMatrixRMaj pullback(DMatrixRMaj signal, SignalSink sink) {
            double[] back = ActivationSeries.compose(activation, new double[][] {in.data, signal.data})[1];
            return DMatrixRMaj.wrap(signal.numRows, signal.numCols, back);
        }
    }
}

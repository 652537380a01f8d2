package meanfield.ntk.empirical;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.network.NetworkParameters;
import org.ejml.data.DMatrixRMaj;

/** Layers one after the other; without any, the identity. */
record SequenceLayer(List<ArrayLayer> layers) implements ArrayLayer {
    @Override
    public ArrayPass forward(DMatrixRMaj in, NetworkParameters parameters) {
        List<ArrayPass> passes = new ArrayList<>(layers.size());
        DMatrixRMaj last = in;
        for (ArrayLayer layer : layers) {
            ArrayPass pass = layer.forward(last, parameters);
            passes.add(pass);
            last = pass.output();
        }
        return new Pass(passes, last);
    }

    private record Pass(List<ArrayPass> passes, DMatrixRMaj output) implements ArrayPass {
        @Override
        public DMatrixRMaj[] series(DMatrixRMaj[] in, NetworkParameters direction) {
            DMatrixRMaj[] series = in;
            for (ArrayPass pass : passes) {
                series = pass.series(series, direction);
            }
            return series;
        }

        @Override
        public DMatrixRMaj pullback(DMatrixRMaj signal, SignalSink sink) {
            DMatrixRMaj back = signal;
            for (int i = passes.size() - 1; i >= 0; i--) {
                back = passes.get(i).pullback(back, sink);
            }
            return back;
        }
    }
}

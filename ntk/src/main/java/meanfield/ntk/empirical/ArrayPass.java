package meanfield.ntk.empirical;

import meanfield.core.network.NetworkParameters;
import org.ejml.data.DMatrixRMaj;

/** A layer evaluated on some examples, ready to be differentiated there. */
interface ArrayPass {
    /** What left the layer. */
    DMatrixRMaj output();

    /**
     * Taylor coefficients of what leaves the layer, while the parameters move along a direction.
     *
     * @param in coefficients of t⁰ … t^r of what enters; the first is what the pass was made from
     * @return as many; the first is {@link #output}
     */
    DMatrixRMaj[] series(DMatrixRMaj[] in, NetworkParameters direction);

    /**
     * The signal ∂/∂input that belongs to a signal ∂/∂output.
     *
     * @param sink told of the signal at every layer with weights on the way
     */
    DMatrixRMaj pullback(DMatrixRMaj signal, SignalSink sink);

    /** Looks on while signals run backwards. */
    @FunctionalInterface
    interface SignalSink {
        /** The signal at the preactivations of a layer that reads the rows of {@code reads}. */
        void at(WeightLayer layer, DMatrixRMaj reads, DMatrixRMaj signal);
    }
}

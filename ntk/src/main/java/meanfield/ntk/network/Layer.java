package meanfield.ntk.network;

import java.io.Serializable;

/**
 * One layer of an {@link Architecture}, as a value: its parameters and nothing else. What a layer does to kernels stands
 * in {@code meanfield.ntk.layer}, one class a layer with two formulas, for single inputs and for pairs.
 */
public sealed interface Layer extends Serializable
        permits ActivationLayer,
                Aggregate,
                AveragePool,
                Concat,
                Conv,
                Dense,
                Dropout,
                Flatten,
                GlobalAveragePool,
                LayerNorm,
                Product,
                Residual,
                SelfAttention {
    /** The name in architecture files, such as {@code Dense}. */
    String kind();

    /**
     * Shape of what leaves this layer.
     *
     * @throws IllegalArgumentException when the layer cannot take this shape
     */
    ArrayShape output(ArrayShape input);

    /**
     * The layer with what belongs to the first inputs and what belongs to the second inputs exchanged (graphs); every other
     * layer is the same for both.
     */
    default Layer exchanged() {
        return this;
    }
}

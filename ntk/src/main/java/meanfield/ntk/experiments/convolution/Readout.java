package meanfield.ntk.experiments.convolution;

import meanfield.ntk.network.Flatten;
import meanfield.ntk.network.GlobalAveragePool;
import meanfield.ntk.network.Layer;

/** What stands between the last convolution and the output. */
public enum Readout {
    /** All positions side by side: only equal positions of two images are compared. */
    FLATTEN(new Flatten()),
    /** The mean over positions: all pairs of positions are compared. */
    POOLING(new GlobalAveragePool());

    private final Layer layer;

    Readout(Layer layer) {
        this.layer = layer;
    }

    Layer layer() {
        return layer;
    }
}

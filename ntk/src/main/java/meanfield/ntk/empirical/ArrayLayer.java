package meanfield.ntk.empirical;

import meanfield.core.network.NetworkParameters;
import org.ejml.data.DMatrixRMaj;

/**
 * A layer of a finite network. Arrays have one row for every example and position, example by example, and one column for
 * every channel. A new kind of layer is one class with a forward pass, and a pass with a series and a pullback.
 */
interface ArrayLayer {
    /** Evaluates the layer at these parameters and keeps what derivatives need. */
    ArrayPass forward(DMatrixRMaj in, NetworkParameters parameters);
}

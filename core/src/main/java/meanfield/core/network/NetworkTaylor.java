package meanfield.core.network;

import meanfield.core.activation.ActivationSeries;
import org.ejml.data.DMatrixRMaj;

/**
 * Taylor coefficients of a network's outputs along a direction in parameter space, layer by layer.
 *
 * <pre>
 *   z_k = s (a_k W + a_{k-1} δW) + [k = 0] t β + [k = 1] t δβ,   φ of the series by {@link ActivationSeries}     (1)
 * </pre>
 *
 * a_k and z_k are the coefficients of t^k in activations and preactivations at θ + t δ.
 */
final class NetworkTaylor {
    private NetworkTaylor() {}

    /** f_0 … f_order, each P × K. */
    static DMatrixRMaj[] coefficients(
            FiniteNetwork network, DMatrixRMaj inputs, NetworkParameters direction, int order) {
        NetworkShape shape = network.shape();
        DMatrixRMaj[] series = new DMatrixRMaj[order + 1];
        series[0] = inputs;
        for (int layer = 0; layer < shape.layers(); layer++) {
            if (layer > 0) {
                series = activate(network, layer - 1, series);
            }
            series = weigh(network, layer, series, direction);
        }
        return series;
    }

    /** (1); the inputs are constant, so that their higher coefficients are missing. */
    private static DMatrixRMaj[] weigh(FiniteNetwork network, int layer, DMatrixRMaj[] a, NetworkParameters direction) {
        DMatrixRMaj[] z = new DMatrixRMaj[a.length];
        z[0] = network.layer(layer, a[0]);
        for (int k = 1; k < a.length; k++) {
            z[k] = a[k - 1] == null
                    ? new DMatrixRMaj(z[0].numRows, z[0].numCols)
                    : network.algebra().multiply(a[k - 1], direction.weight(layer));
            if (a[k] != null) {
                DMatrixRMaj moved =
                        network.algebra().multiply(a[k], network.live().weight(layer));
                NetworkKernels.addScaled(1, moved.data, z[k].data);
            }
            double[] bias = k == 1 ? direction.bias(layer) : new double[0];
            network.rescale(layer, bias, z[k]);
        }
        return z;
    }

    private static DMatrixRMaj[] activate(FiniteNetwork network, int hidden, DMatrixRMaj[] z) {
        double[][] series = new double[z.length][];
        for (int k = 0; k < z.length; k++) {
            series[k] = z[k].data;
        }
        double[][] composed =
                ActivationSeries.compose(network.shape().activations().get(hidden), series);
        DMatrixRMaj[] a = new DMatrixRMaj[z.length];
        for (int k = 0; k < z.length; k++) {
            a[k] = DMatrixRMaj.wrap(z[0].numRows, z[0].numCols, composed[k]);
        }
        return a;
    }
}

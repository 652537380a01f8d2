package meanfield.approximation.certified;

import java.util.List;
import meanfield.core.Require;

/**
 * A layered network with ReLU between its affine maps.
 *
 * <pre>
 *   z_1 = W_1 x + b_1,   z_{k+1} = W_{k+1} max(z_k, 0) + b_{k+1},   output z_{L+1}
 * </pre>
 *
 * @param weights W_k, rows are units; arrays are shared with the caller, who leaves them as they are
 * @param biases b_k
 */
public record ReluNetwork(List<double[][]> weights, List<double[]> biases) {
    /** Shapes that fit. */
    public ReluNetwork {
        Require.present("weights", weights);
        Require.present("biases", biases);
        Require.that(!weights.isEmpty(), "weights", "have at least one layer", weights.size());
        Require.that(biases.size() == weights.size(), "biases", "be " + weights.size() + " vectors", biases.size());
        weights = List.copyOf(weights);
        biases = List.copyOf(biases);
        int before = weights.get(0)[0].length;
        for (int k = 0; k < weights.size(); k++) {
            Require.that(
                    biases.get(k).length == weights.get(k).length,
                    "biases",
                    "fit layer " + (k + 1) + " of " + weights.get(k).length + " units",
                    biases.get(k).length);
            for (double[] row : weights.get(k)) {
                Require.that(
                        row.length == before, "weights", "have rows of " + before + " in layer " + (k + 1), row.length);
            }
            before = weights.get(k).length;
        }
    }

    /** Affine maps, L + 1. */
    public int layers() {
        return weights.size();
    }

    /** Inputs. */
    public int inputs() {
        return weights.get(0)[0].length;
    }

    /** Outputs. */
    public int outputs() {
        return weights.get(layers() - 1).length;
    }

    /** Units of all hidden layers. */
    public int hiddenUnits() {
        int sum = 0;
        for (int k = 0; k < layers() - 1; k++) {
            sum += weights.get(k).length;
        }
        return sum;
    }

    /** z_{L+1}. */
    public double[] value(double... x) {
        double[] h = x;
        for (int k = 0; k < layers(); k++) {
            double[] z = biases.get(k).clone();
            BoundKernels.addProduct(weights.get(k), h, z);
            if (k < layers() - 1) {
                for (int i = 0; i < z.length; i++) {
                    z[i] = Math.max(z[i], 0);
                }
            }
            h = z;
        }
        return h;
    }
}

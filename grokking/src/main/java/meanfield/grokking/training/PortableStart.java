package meanfield.grokking.training;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.Require;
import meanfield.core.activation.Activation;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.network.FiniteNetwork;
import meanfield.core.network.NetworkParameters;
import meanfield.core.network.NetworkShape;
import meanfield.core.network.Parameterization;
import meanfield.core.random.PortableRandom;
import org.ejml.data.DMatrixRMaj;

/**
 * Networks with biases and a uniform start times a scale, from published streams.
 *
 * <pre>
 *   W_l, b_l ~ s · U(-1/√n_l, 1/√n_l),   n_l the fan-in                                                           (1)
 * </pre>
 *
 * Layer l takes W (fan-out × fan-in, row-major) from the uniforms of {@link PortableRandom} of seed + 2 l and b from those of
 * seed + 2 l + 1. s = 1 is what common libraries do; s &gt; 1 makes training lazy. Source: [Liu2023].
 */
public final class PortableStart {
    private PortableStart() {}

    /** The network: layer sizes from inputs to outputs, the same activation in every hidden layer. */
    public static FiniteNetwork network(
            List<Integer> sizes, Activation activation, double scale, long seed, LinearAlgebra algebra) {
        Require.that(sizes.size() >= 2, "sizes", "have inputs and outputs", sizes);
        Require.positive("scale", scale);
        NetworkShape shape = NetworkShape.of(
                        sizes.get(0), sizes.subList(1, sizes.size() - 1), sizes.get(sizes.size() - 1), activation)
                .withParameterization(Parameterization.STANDARD)
                .withBiasVariance(1);
        List<DMatrixRMaj> weights = new ArrayList<>();
        List<double[]> biases = new ArrayList<>();
        for (int layer = 0; layer < shape.layers(); layer++) {
            int in = shape.fanIn(layer);
            int out = shape.fanOut(layer);
            double[] drawn = uniform(seed + 2L * layer, in * out, scale / Math.sqrt(in));
            DMatrixRMaj weight = new DMatrixRMaj(in, out);
            for (int o = 0; o < out; o++) {
                for (int i = 0; i < in; i++) {
                    weight.data[i * out + o] = drawn[o * in + i];
                }
            }
            weights.add(weight);
            biases.add(uniform(seed + 2L * layer + 1, out, scale / Math.sqrt(in)));
        }
        return FiniteNetwork.of(shape, NetworkParameters.of(weights, biases), algebra);
    }

    private static double[] uniform(long seed, int count, double width) {
        double[] values = PortableRandom.uniforms(seed, count);
        for (int i = 0; i < count; i++) {
            values[i] = (2 * values[i] - 1) * width;
        }
        return values;
    }
}

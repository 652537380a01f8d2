package meanfield.ntk.empirical;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import meanfield.core.activation.Activation;
import meanfield.core.activation.StandardActivation;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.network.Parameterization;
import meanfield.core.random.RandomStream;
import meanfield.ntk.network.ActivationLayer;
import meanfield.ntk.network.Aggregate;
import meanfield.ntk.network.Architecture;
import meanfield.ntk.network.ArrayShape;
import meanfield.ntk.network.AveragePool;
import meanfield.ntk.network.Concat;
import meanfield.ntk.network.Conv;
import meanfield.ntk.network.Dense;
import meanfield.ntk.network.Flatten;
import meanfield.ntk.network.GlobalAveragePool;
import meanfield.ntk.network.GraphPatterns;
import meanfield.ntk.network.Layer;
import meanfield.ntk.network.LayerNorm;
import meanfield.ntk.network.Padding;
import meanfield.ntk.network.Product;
import meanfield.ntk.network.Residual;
import meanfield.ntk.network.Window;
import org.ejml.data.DMatrixRMaj;

/** Architectures of every kind, small. */
final class Networks {
    private Networks() {}

    /** Smooth activations, so that differences and expansions of any order apply. */
    static Stream<Architecture> all() {
        List<Architecture> all = new ArrayList<>();
        for (Padding padding : Padding.values()) {
            all.add(image(padding, 1, 1, new GlobalAveragePool(), Parameterization.NTK));
            all.add(image(padding, 2, 1, new Flatten(), Parameterization.STANDARD));
        }
        all.add(pooled());
        all.add(sequence());
        all.add(branched());
        all.add(graph());
        return all.stream();
    }

    static Layer act(Activation activation) {
        return ActivationLayer.of(activation);
    }

    static Conv conv(int out, Padding padding, Parameterization parameterization, int... strides) {
        return new Conv(
                out,
                Window.of(padding, 3, 2).withStrides(strides[0], strides[1]),
                1.6,
                OptionalDouble.of(0.2),
                parameterization);
    }

    /** Two convolutions on 4 × 5 images of two channels. */
    static Architecture image(Padding padding, int first, int second, Layer last, Parameterization parameterization) {
        return Architecture.of(
                        conv(3, padding, parameterization, first, second),
                        act(StandardActivation.TANH),
                        conv(4, padding == Padding.VALID ? Padding.SAME : padding, parameterization, 1, 2),
                        act(StandardActivation.GELU),
                        last,
                        new Dense(2, 1.3, OptionalDouble.of(0.1), parameterization))
                .withInputShape(ArrayShape.of(List.of(4, 5, 2)));
    }

    /** Pooling between convolutions, a dense layer at every position, normalization. */
    static Architecture pooled() {
        return Architecture.of(
                        Conv.of(3, Window.of(Padding.CIRCULAR, 3, 3), 1.5),
                        new LayerNorm(0.1),
                        act(StandardActivation.ERF),
                        new AveragePool(Window.of(Padding.VALID, 2, 2).withStrides(2, 2)),
                        Dense.of(4, 1.2).withBiasVariance(0.3),
                        act(StandardActivation.SOFTPLUS),
                        new Flatten(),
                        Dense.of(3, 1))
                .withInputShape(ArrayShape.of(List.of(4, 4, 1)));
    }

    /** One-dimensional. */
    static Architecture sequence() {
        return Architecture.of(
                        Conv.of(5, Window.of(Padding.SAME, 4).withStrides(2), 1.4)
                                .withBiasVariance(0.1),
                        act(StandardActivation.SILU),
                        Conv.of(3, Window.of(Padding.VALID, 2), 1.4),
                        act(StandardActivation.SIN),
                        new GlobalAveragePool(),
                        Dense.of(2, 1).withBiasVariance(0.5))
                .withInputShape(ArrayShape.of(List.of(7, 3)));
    }

    /** Residual, product and concatenation, nested. */
    static Architecture branched() {
        Conv same = Conv.of(3, Window.of(Padding.SAME, 3, 3), 1.1).withBiasVariance(0.2);
        List<Layer> deep = List.of(same, act(StandardActivation.TANH), same);
        return Architecture.of(
                        same,
                        new Residual(List.of(List.of(), deep)),
                        act(StandardActivation.GELU),
                        new Product(List.of(List.of(same, act(StandardActivation.ERF)), List.of(same))),
                        new Concat(List.of(List.of(act(StandardActivation.COS)), List.of(Dense.of(2, 0.7)))),
                        new GlobalAveragePool(),
                        Dense.of(2, 1))
                .withInputShape(ArrayShape.of(List.of(3, 3, 2)));
    }

    /** Sums over the neighbours in one graph. */
    static Architecture graph() {
        DMatrixRMaj pattern = new DMatrixRMaj(new double[][] {{1, 1, 0}, {1, 0.5, 1}, {0, -1, 1}});
        return Architecture.of(
                        Dense.of(4, 1.5).withBiasVariance(0.1),
                        Aggregate.of(new GraphPatterns(List.of(pattern), true)),
                        act(StandardActivation.TANH),
                        Dense.of(3, 1.5),
                        new Flatten(),
                        Dense.of(2, 1))
                .withInputShape(ArrayShape.of(List.of(3, 2)));
    }

    static ArrayNetwork draw(Architecture architecture, long seed) {
        int dimension = architecture.inputShape().orElseThrow().size();
        return ArrayNetwork.draw(architecture, dimension, RandomStream.of(seed), LinearAlgebras.automatic());
    }

    static DMatrixRMaj inputs(Architecture architecture, int count, long seed) {
        DMatrixRMaj inputs =
                new DMatrixRMaj(count, architecture.inputShape().orElseThrow().size());
        RandomStream.of(seed).fillGaussian(inputs.data);
        return inputs;
    }
}

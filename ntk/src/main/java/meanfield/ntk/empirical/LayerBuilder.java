package meanfield.ntk.empirical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import meanfield.core.Require;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.network.Parameterization;
import meanfield.ntk.empirical.BranchLayer.Join;
import meanfield.ntk.network.ActivationLayer;
import meanfield.ntk.network.Aggregate;
import meanfield.ntk.network.ArrayShape;
import meanfield.ntk.network.AveragePool;
import meanfield.ntk.network.Concat;
import meanfield.ntk.network.Conv;
import meanfield.ntk.network.Dense;
import meanfield.ntk.network.Dropout;
import meanfield.ntk.network.Flatten;
import meanfield.ntk.network.GlobalAveragePool;
import meanfield.ntk.network.Layer;
import meanfield.ntk.network.LayerNorm;
import meanfield.ntk.network.Product;
import meanfield.ntk.network.Residual;

/** From the layers of an architecture to layers that run; weights are numbered in the order of the layers, branch by branch. */
final class LayerBuilder {
    private final LinearAlgebra algebra;
    private final List<WeightLayer> weights = new ArrayList<>();

    LayerBuilder(LinearAlgebra algebra) {
        this.algebra = algebra;
    }

    /** The layers with weights that were built, by index. */
    List<WeightLayer> weights() {
        return List.copyOf(weights);
    }

    /** These layers on arrays of this shape. */
    SequenceLayer sequence(List<Layer> layers, ArrayShape input, String prefix) {
        List<ArrayLayer> built = new ArrayList<>();
        ArrayShape shape = input;
        for (int l = 0; l < layers.size(); l++) {
            Layer layer = layers.get(l);
            String label = prefix + "layer " + (l + 1) + " (" + layer.kind() + ")";
            ArrayShape next = layer.output(shape);
            Require.that(next.channels() > 0, label, "join branches of equal width in a finite network", "different");
            built.add(layer(layer, shape, label));
            shape = next;
        }
        return new SequenceLayer(List.copyOf(built));
    }

    private ArrayLayer layer(Layer layer, ArrayShape shape, String label) {
        if (layer instanceof Dense dense) {
            return weight(
                    new Numbers(dense.out(), dense.weightVariance(), dense.biasVariance(), dense.parameterization()),
                    Optional.empty(),
                    shape,
                    label);
        }
        if (layer instanceof Conv conv) {
            int[][] taps = conv.window().taps(shape.extents());
            return weight(
                    new Numbers(conv.out(), conv.weightVariance(), conv.biasVariance(), conv.parameterization()),
                    Optional.of(new WeightLayer.Taps(taps, shape.positions())),
                    shape,
                    label);
        }
        if (layer instanceof Residual residual) {
            return branches(residual.branches(), Join.SUM, shape, label);
        }
        if (layer instanceof Concat concat) {
            return branches(concat.branches(), Join.CONCATENATION, shape, label);
        }
        if (layer instanceof Product product) {
            return branches(product.branches(), Join.PRODUCT, shape, label);
        }
        return fixed(layer, shape, label);
    }

    /** What a layer with weights says of itself. */
    private record Numbers(
            int out, double weightVariance, OptionalDouble biasVariance, Parameterization parameterization) {}

    private ArrayLayer weight(Numbers numbers, Optional<WeightLayer.Taps> window, ArrayShape shape, String label) {
        int fanIn = shape.channels() * window.map(read -> read.taps()[0].length).orElse(1);
        WeightLayer.Scales scales = WeightLayer.Scales.of(
                numbers.parameterization, numbers.weightVariance, numbers.biasVariance.orElse(0), fanIn);
        WeightLayer layer = new WeightLayer(
                weights.size(),
                label,
                window,
                shape.channels(),
                numbers.out,
                scales,
                numbers.biasVariance.isPresent(),
                algebra);
        weights.add(layer);
        return layer;
    }

    private ArrayLayer branches(List<List<Layer>> branches, Join join, ArrayShape shape, String label) {
        List<ArrayLayer> built = new ArrayList<>();
        for (int i = 0; i < branches.size(); i++) {
            built.add(sequence(branches.get(i), shape, label + " branch " + (i + 1) + " "));
        }
        return new BranchLayer(List.copyOf(built), join);
    }

    /** Layers without weights. */
    private static ArrayLayer fixed(Layer layer, ArrayShape shape, String label) {
        if (layer instanceof ActivationLayer step) {
            Require.that(step.activation().isPresent(), label, "have a function for finite networks", step.label());
            return new ActivationStep(step.activation().get());
        }
        if (layer instanceof Flatten) {
            return new FlattenStep(shape.positions());
        }
        if (layer instanceof AveragePool pool) {
            return PositionStep.means(pool.window().taps(shape.extents()), shape.positions());
        }
        if (layer instanceof GlobalAveragePool) {
            int[][] window = new int[1][shape.positions()];
            Arrays.setAll(window[0], a -> a);
            return PositionStep.means(window, shape.positions());
        }
        if (layer instanceof LayerNorm norm) {
            return new NormStep(norm.epsilon());
        }
        if (layer instanceof Aggregate aggregate) {
            Require.that(
                    aggregate.patterns().shared(), label, "share one graph in a finite network", "one for each input");
            return PositionStep.neighbours(aggregate.patterns().of(0));
        }
        if (layer instanceof Dropout dropout && dropout.keepRate() == 1) {
            return new SequenceLayer(List.of());
        }
        throw new IllegalArgumentException(
                label + " has no finite network here: masks and attention heads are not drawn");
    }
}

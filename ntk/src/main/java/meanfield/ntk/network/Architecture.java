package meanfield.ntk.network;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import meanfield.core.Require;

/**
 * The layers of a network from input to output, as a value. The kernels are those of one output unit of the last layer:
 * nothing is divided by the number of outputs.
 *
 * @param layers at least one, in the order in which an input passes them
 * @param inputShape shape of one example, whose entries stand in a row in row-major order with the channel last; empty for
 *     vectors of any length
 */
public record Architecture(List<Layer> layers, Optional<ArrayShape> inputShape) implements Serializable {
    /** Checks that there is a layer, that none is missing, and that all fit the input shape where it is given. */
    public Architecture {
        Require.that(layers != null && !layers.isEmpty(), "architecture", "have at least one layer", layers);
        layers.forEach(layer -> Require.present("layer", layer));
        layers = List.copyOf(layers);
        Require.present("inputShape", inputShape);
        List<Layer> all = layers;
        inputShape.ifPresent(shape -> Branches.shapeAfter(all, shape));
    }

    /** These layers on vectors. */
    public Architecture(List<Layer> layers) {
        this(layers, Optional.empty());
    }

    /** These layers, input first, on vectors. */
    public static Architecture of(Layer... layers) {
        return new Architecture(List.of(layers));
    }

    /** The same layers on examples of this shape. */
    public Architecture withInputShape(ArrayShape shape) {
        return new Architecture(layers, Optional.of(shape));
    }

    /** The architecture with what belongs to first and second inputs exchanged (graphs). */
    public Architecture exchanged() {
        return new Architecture(layers.stream().map(Layer::exchanged).toList(), inputShape);
    }

    /** Shape of one example of so many numbers, which must agree with {@link #inputShape}. */
    public ArrayShape shapeOf(int inputDimension) {
        ArrayShape shape = inputShape.orElseGet(() -> ArrayShape.vector(inputDimension));
        Require.that(
                shape.size() == inputDimension,
                "inputs",
                "have " + shape.size() + " columns for input_shape " + shape,
                inputDimension);
        return shape;
    }

    /** Shapes before every layer and after the last, for examples of so many numbers. */
    public List<ArrayShape> shapes(int inputDimension) {
        List<ArrayShape> shapes = new ArrayList<>();
        shapes.add(shapeOf(inputDimension));
        for (int l = 0; l < layers.size(); l++) {
            shapes.add(Branches.shapeAfter(l, layers.get(l), shapes.get(l)));
        }
        return shapes;
    }

    /** Number of channels that enter layer {@code index} when the inputs have {@code inputDimension} features. */
    public int fanIn(int index, int inputDimension) {
        return shapes(inputDimension).get(index).channels();
    }

    /** Number of dense layers outside branches. */
    public int weightLayers() {
        return (int) layers.stream().filter(Dense.class::isInstance).count();
    }

    /** True when all layers act on vectors, one after the other: dense layers and activations. */
    public boolean isPlain() {
        return inputShape.map(ArrayShape::isVector).orElse(true)
                && layers.stream().allMatch(layer -> layer instanceof Dense || layer instanceof ActivationLayer);
    }
}

package meanfield.core.network;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.Finite;
import meanfield.core.Require;
import meanfield.core.random.RandomStream;
import org.ejml.data.DMatrixRMaj;

/**
 * A point in the space of a network's parameters, or a direction there: a gradient, a displacement, a velocity.
 *
 * <p>Layer l = 0 … L holds W_l (fan-in × fan-out) and β_l (fan-out, empty without bias). As a vector the order is W_0
 * row by row, β_0, W_1, β_1, … . The arrays are the object's own and may be written by whoever holds it; a network
 * copies what it is given and what it gives.
 */
public final class NetworkParameters {
    private final List<DMatrixRMaj> weights;
    private final List<double[]> biases;

    private NetworkParameters(List<DMatrixRMaj> weights, List<double[]> biases) {
        this.weights = List.copyOf(weights);
        this.biases = List.copyOf(biases);
    }

    /** These matrices and vectors, taken as they are; without bias every vector is empty. */
    public static NetworkParameters of(List<DMatrixRMaj> weights, List<double[]> biases) {
        Require.present("weights", weights);
        Require.present("biases", biases);
        Require.that(
                biases.size() == weights.size(),
                "biases",
                "have one vector a weight matrix (" + weights.size() + ")",
                biases.size());
        return new NetworkParameters(weights, biases);
    }

    /** The origin of the shape's parameter space. */
    public static NetworkParameters zeros(NetworkShape shape) {
        List<DMatrixRMaj> weights = new ArrayList<>();
        List<double[]> biases = new ArrayList<>();
        for (int layer = 0; layer < shape.layers(); layer++) {
            weights.add(new DMatrixRMaj(shape.fanIn(layer), shape.fanOut(layer)));
            biases.add(new double[shape.hasBias() ? shape.fanOut(layer) : 0]);
        }
        return new NetworkParameters(weights, biases);
    }

    /** A draw from the initial distribution; every layer has streams of its own, so that depth changes no other layer. */
    public static NetworkParameters draw(NetworkShape shape, RandomStream random) {
        NetworkParameters drawn = zeros(shape);
        for (int layer = 0; layer < shape.layers(); layer++) {
            RandomStream stream = random.child("layer").child(layer);
            fill(drawn.weight(layer).data, shape.weightDeviation(layer), stream.child("weight"));
            fill(drawn.bias(layer), shape.biasDeviation(), stream.child("bias"));
        }
        return drawn;
    }

    /** The inverse of {@link #toVector}. */
    public static NetworkParameters fromVector(NetworkShape shape, double[] vector) {
        Require.that(
                vector.length == shape.parameterCount(),
                "vector",
                "have " + shape.parameterCount() + " entries",
                vector.length);
        NetworkParameters result = zeros(shape);
        int offset = 0;
        for (double[] block : result.blocks()) {
            System.arraycopy(vector, offset, block, 0, block.length);
            offset += block.length;
        }
        return result;
    }

    private static void fill(double[] values, double deviation, RandomStream random) {
        random.fillGaussian(values);
        if (deviation != 1) {
            NetworkKernels.scale(deviation, values);
        }
    }

    /** Number of layers, L + 1. */
    public int layers() {
        return weights.size();
    }

    /** W of this layer, fan-in × fan-out; not a copy. */
    public DMatrixRMaj weight(int layer) {
        return weights.get(layer);
    }

    /** β of this layer, empty without bias; not a copy. */
    public double[] bias(int layer) {
        return biases.get(layer);
    }

    /** An independent copy. */
    public NetworkParameters copy() {
        return new NetworkParameters(
                weights.stream().map(DMatrixRMaj::copy).toList(),
                biases.stream().map(double[]::clone).toList());
    }

    /** this ← this + factor · direction. */
    public void addScaled(double factor, NetworkParameters direction) {
        List<double[]> from = direction.blocks();
        List<double[]> to = blocks();
        for (int block = 0; block < to.size(); block++) {
            NetworkKernels.addScaled(factor, from.get(block), to.get(block));
        }
    }

    /** this ← factor · this. */
    public void scale(double factor) {
        blocks().forEach(block -> NetworkKernels.scale(factor, block));
    }

    /** Σ of products of entries. */
    public double dot(NetworkParameters other) {
        List<double[]> left = blocks();
        List<double[]> right = other.blocks();
        double sum = 0;
        for (int block = 0; block < left.size(); block++) {
            sum += NetworkKernels.dot(left.get(block), right.get(block));
        }
        return sum;
    }

    /** All entries in the order of the class comment. */
    public double[] toVector() {
        int length = blocks().stream().mapToInt(block -> block.length).sum();
        double[] vector = new double[length];
        int offset = 0;
        for (double[] block : blocks()) {
            System.arraycopy(block, 0, vector, offset, block.length);
            offset += block.length;
        }
        return vector;
    }

    /** The arrays in the order of {@link #toVector}, not copies. */
    List<double[]> blocks() {
        List<double[]> blocks = new ArrayList<>(2 * weights.size());
        for (int layer = 0; layer < weights.size(); layer++) {
            blocks.add(weights.get(layer).data);
            blocks.add(biases.get(layer));
        }
        return blocks;
    }

    /** True when no entry is infinite or NaN. */
    boolean isFinite() {
        return blocks().stream().allMatch(Finite::all);
    }

    /** Refuses parameters of another shape. */
    NetworkParameters requireFits(String name, NetworkShape shape) {
        Require.that(layers() == shape.layers(), name, "have " + shape.layers() + " layers", layers());
        for (int layer = 0; layer < layers(); layer++) {
            DMatrixRMaj weight = weights.get(layer);
            String size = shape.fanIn(layer) + " x " + shape.fanOut(layer);
            Require.that(
                    weight.numRows == shape.fanIn(layer) && weight.numCols == shape.fanOut(layer),
                    name + ": W of layer " + layer,
                    "be " + size,
                    weight.numRows + " x " + weight.numCols);
            Require.that(
                    weight.data.length == weight.getNumElements(),
                    name + ": W of layer " + layer,
                    "have an array of its size",
                    weight.data.length + " entries");
            int biasLength = shape.hasBias() ? shape.fanOut(layer) : 0;
            Require.that(
                    biases.get(layer).length == biasLength,
                    name + ": bias of layer " + layer,
                    "have " + biasLength + " entries",
                    biases.get(layer).length);
        }
        return this;
    }
}

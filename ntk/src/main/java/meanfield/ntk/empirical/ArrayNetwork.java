package meanfield.ntk.empirical;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.Require;
import meanfield.core.activation.ActivationSeries;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.network.NetworkParameters;
import meanfield.core.random.RandomStream;
import meanfield.ntk.empirical.ArrayPass.SignalSink;
import meanfield.ntk.network.Architecture;
import meanfield.ntk.network.ArrayShape;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * A finite network of any architecture, convolutions included, with its parameters: outputs, derivatives, expansions.
 *
 * <pre>
 *   f(X; θ + t δ) = f_0 + f_1 t + f_2 t² + f_3 t³ + …,   f_1 = J δ,   J = ∂f/∂θ                                  (1)
 *   Jᵀ v  by {@link #pullback} (one backward pass),   J δ  by {@link #directionalDerivative} (one forward pass)
 *   Θ v = J₁ J₂ᵀ v  by {@link #ntkVectorProduct}, the tangent kernel never formed                               (2)
 * </pre>
 *
 * Widths are the {@code out} of the architecture's layers, so that the same architecture gives this network and its
 * infinite-width limit. Parameters are the layers' in their order, branch by branch: W of a convolution is (|F| C) × N, taps
 * row-major, β empty without a bias. Shapes: inputs P × D, one example a row, flattened row-major with the channel last;
 * outputs P × K.
 *
 * <p>Conventions: {@code LayerNorm} divides by the root mean square over channels and subtracts no mean, as its kernel
 * formula; {@code Dropout}, attention and graphs of single inputs are refused.
 *
 * <p>Immutable; the bits depend on the {@link LinearAlgebra} given and on nothing else. Numbers that overflow end in an
 * {@link ArithmeticException} that names the layer. A network of dense layers has the outputs of
 * {@link meanfield.core.network.FiniteNetwork} from the same stream. Sources: [Jacot2018], [Novak2020], [Novak2022].
 */
public final class ArrayNetwork {
    private final Architecture architecture;
    private final ArrayShape inputShape;
    private final SequenceLayer layers;
    private final List<WeightLayer> weights;
    private final NetworkParameters parameters;
    private final LinearAlgebra algebra;

    private ArrayNetwork(Architecture architecture, int inputDimension, LinearAlgebra algebra) {
        this.architecture = Require.present("architecture", architecture);
        this.algebra = Require.present("algebra", algebra);
        this.inputShape = architecture.shapeOf(inputDimension);
        List<ArrayShape> shapes = architecture.shapes(inputDimension);
        ArrayShape last = shapes.get(shapes.size() - 1);
        Require.that(
                last.isVector(),
                "network",
                "end without positions (add GlobalAvgPool or Flatten)",
                "an output of shape " + last);
        LayerBuilder builder = new LayerBuilder(algebra);
        this.layers = builder.sequence(architecture.layers(), inputShape, "");
        this.weights = builder.weights();
        Require.that(!weights.isEmpty(), "network", "have a layer with weights", "none");
        this.parameters = zeros(weights);
    }

    private ArrayNetwork(ArrayNetwork network, NetworkParameters parameters) {
        this.architecture = network.architecture;
        this.inputShape = network.inputShape;
        this.layers = network.layers;
        this.weights = network.weights;
        this.algebra = network.algebra;
        this.parameters = parameters;
    }

    /** A network with parameters drawn as its layers say; the same stream gives the same bits. */
    public static ArrayNetwork draw(
            Architecture architecture, int inputDimension, RandomStream random, LinearAlgebra algebra) {
        ArrayNetwork network = new ArrayNetwork(architecture, inputDimension, algebra);
        return new ArrayNetwork(network, network.drawParameters(random));
    }

    /** A network with these parameters, which are copied. */
    public static ArrayNetwork of(
            Architecture architecture, int inputDimension, NetworkParameters parameters, LinearAlgebra algebra) {
        ArrayNetwork network = new ArrayNetwork(architecture, inputDimension, algebra);
        return new ArrayNetwork(
                network, network.requireFits("parameters", parameters).copy());
    }

    /** A point or direction of this network's parameter space, drawn as parameters are. */
    public NetworkParameters drawParameters(RandomStream random) {
        List<DMatrixRMaj> drawn = new ArrayList<>();
        List<double[]> biases = new ArrayList<>();
        for (WeightLayer layer : weights) {
            RandomStream stream = random.child("layer").child(layer.index());
            drawn.add(layer.drawWeight(stream));
            biases.add(layer.drawBias(stream));
        }
        return NetworkParameters.of(drawn, biases);
    }

    /** Layers and widths. */
    public Architecture architecture() {
        return architecture;
    }

    /** A copy of θ. */
    public NetworkParameters parameters() {
        return parameters.copy();
    }

    /** What the network computes with. */
    public LinearAlgebra algebra() {
        return algebra;
    }

    /** Number of outputs K. */
    public int outputs() {
        List<ArrayShape> shapes = architecture.shapes(inputShape.size());
        return shapes.get(shapes.size() - 1).channels();
    }

    /** Number of trained numbers. */
    public long parameterCount() {
        return weights.stream().mapToLong(WeightLayer::parameterCount).sum();
    }

    /** The network at θ + factor · direction. */
    public ArrayNetwork displaced(double factor, NetworkParameters direction) {
        NetworkParameters moved = parameters.copy();
        moved.addScaled(factor, requireFits("direction", direction));
        return new ArrayNetwork(this, moved);
    }

    /** f(X), P × K. */
    public DMatrixRMaj outputs(DMatrixRMaj inputs) {
        return pass(inputs).output();
    }

    /**
     * f_0 … f_r of (1) at these inputs, each P × K.
     *
     * @param order r from 0 to {@value meanfield.core.activation.ActivationSeries#HIGHEST_ORDER}
     */
    public List<DMatrixRMaj> taylorCoefficients(DMatrixRMaj inputs, NetworkParameters direction, int order) {
        int highest = ActivationSeries.HIGHEST_ORDER;
        Require.that(order >= 0 && order <= highest, "order", "be in [0, " + highest + "]", order);
        requireFits("direction", direction);
        DMatrixRMaj[] series = new DMatrixRMaj[order + 1];
        series[0] = array(inputs);
        for (int k = 1; k <= order; k++) {
            series[k] = new DMatrixRMaj(series[0].numRows, series[0].numCols);
        }
        return List.of(layers.forward(series[0], parameters).series(series, direction));
    }

    /** Taylor expansion of the outputs in the parameters to order 0 … 3, at θ + displacement, P × K. */
    public DMatrixRMaj taylorExpansion(DMatrixRMaj inputs, NetworkParameters displacement, int order) {
        List<DMatrixRMaj> terms = taylorCoefficients(inputs, displacement, order);
        DMatrixRMaj sum = terms.get(0).copy();
        terms.subList(1, terms.size()).forEach(term -> CommonOps_DDRM.addEquals(sum, term));
        return sum;
    }

    /** J δ, P × K. */
    public DMatrixRMaj directionalDerivative(DMatrixRMaj inputs, NetworkParameters direction) {
        return taylorCoefficients(inputs, direction, 1).get(1);
    }

    /** Jᵀ v for v given as P × K: Σ_ik v_ik ∂f_ik/∂θ. */
    public NetworkParameters pullback(DMatrixRMaj inputs, DMatrixRMaj v) {
        ArrayPass pass = pass(inputs);
        requireOutputs("v", v, pass.output().numRows);
        NetworkParameters gradient = zeros(weights);
        pass.pullback(v, (layer, reads, signal) -> {
            DMatrixRMaj product = algebra.multiplyTransA(reads, signal);
            CommonOps_DDRM.add(layer.scales().weight(), product, 0, product, gradient.weight(layer.index()));
            double[] bias = gradient.bias(layer.index());
            ArrayKernels.columnSums(layer.scales().bias(), signal.data, 0, signal.numRows, signal.numCols, bias);
        });
        return gradient;
    }

    /**
     * Θ(inputs, otherInputs) v without forming the kernel, (2).
     *
     * @param v Q × K, rows belong to otherInputs
     * @return P × K
     */
    public DMatrixRMaj ntkVectorProduct(DMatrixRMaj inputs, DMatrixRMaj otherInputs, DMatrixRMaj v) {
        return directionalDerivative(inputs, pullback(otherInputs, v));
    }

    /**
     * J of every example and output.
     *
     * @return (P K) × parameters; row i K + o is ∂f_o(x_i)/∂θ in the order of {@link NetworkParameters#toVector}
     */
    public DMatrixRMaj jacobian(DMatrixRMaj inputs) {
        return ArrayJacobian.of(this, inputs);
    }

    ArrayPass pass(DMatrixRMaj inputs) {
        return layers.forward(array(inputs), parameters);
    }

    /** Backward signals of output o of all examples. */
    void signals(ArrayPass pass, int output, SignalSink sink) {
        DMatrixRMaj unit = new DMatrixRMaj(pass.output().numRows, pass.output().numCols);
        for (int i = 0; i < unit.numRows; i++) {
            unit.set(i, output, 1);
        }
        pass.pullback(unit, sink);
    }

    /** The layers with weights, in the order of the parameters. */
    List<WeightLayer> weights() {
        return weights;
    }

    private static NetworkParameters zeros(List<WeightLayer> weights) {
        return NetworkParameters.of(
                weights.stream()
                        .map(layer -> new DMatrixRMaj(layer.fanIn(), layer.out()))
                        .toList(),
                weights.stream()
                        .map(layer -> new double[layer.hasBias() ? layer.out() : 0])
                        .toList());
    }

    /** Examples as an array with a row for every position. */
    private DMatrixRMaj array(DMatrixRMaj inputs) {
        Require.present("inputs", inputs);
        Require.that(
                inputs.numCols == inputShape.size() && inputs.numRows >= 1,
                "inputs",
                "have " + inputShape.size() + " columns for input_shape " + inputShape + " and at least one row",
                inputs.numRows + " x " + inputs.numCols);
        for (int i = 0; i < inputs.getNumElements(); i++) {
            if (!Double.isFinite(inputs.data[i])) {
                Require.finite("inputs[" + i / inputs.numCols + "][" + i % inputs.numCols + "]", inputs.data[i]);
            }
        }
        return DMatrixRMaj.wrap(inputs.numRows * inputShape.positions(), inputShape.channels(), inputs.data);
    }

    private void requireOutputs(String name, DMatrixRMaj v, int rows) {
        Require.present(name, v);
        Require.that(
                v.numRows == rows && v.numCols == outputs(),
                name,
                "be " + rows + " x " + outputs(),
                v.numRows + " x " + v.numCols);
    }

    private NetworkParameters requireFits(String name, NetworkParameters given) {
        Require.present(name, given);
        Require.that(given.layers() == weights.size(), name, "have " + weights.size() + " layers", given.layers());
        for (WeightLayer layer : weights) {
            DMatrixRMaj weight = given.weight(layer.index());
            Require.that(
                    weight.numRows == layer.fanIn() && weight.numCols == layer.out(),
                    name + ": W of " + layer.label(),
                    "be " + layer.fanIn() + " x " + layer.out(),
                    weight.numRows + " x " + weight.numCols);
            int length = layer.hasBias() ? layer.out() : 0;
            Require.that(
                    given.bias(layer.index()).length == length,
                    name + ": bias of " + layer.label(),
                    "have " + length + " entries",
                    given.bias(layer.index()).length);
        }
        return given;
    }

    /** Shape and parameter count. */
    @Override
    public String toString() {
        return "ArrayNetwork " + inputShape + " to " + outputs() + " outputs, " + parameterCount() + " parameters";
    }
}

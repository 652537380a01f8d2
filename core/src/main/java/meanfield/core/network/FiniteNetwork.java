package meanfield.core.network;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.Finite;
import meanfield.core.Require;
import meanfield.core.activation.ActivationSeries;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.linalg.MatrixChecks;
import meanfield.core.random.RandomStream;
import org.ejml.data.DMatrixRMaj;

/**
 * A fully connected network with its parameters: outputs, gradients, directional derivatives.
 *
 * <pre>
 *   f(X; θ + δ) = f(X; θ) + J δ + O(δ²),   J = ∂f/∂θ                                                            (1)
 *   Jᵀ v  by {@link #pullback} (one backward pass),   J δ  by {@link #directionalDerivative} (one forward pass)
 *   Θ v = J₁ J₂ᵀ v  by {@link #ntkVectorProduct}, the tangent kernel never formed                               (2)
 * </pre>
 *
 * Shapes: inputs P × D, outputs P × K, rows are examples. At a kink of φ the derivative is the mean of the one-sided
 * ones. Numbers that overflow on the way end in an {@link ArithmeticException} that names the layer, never in a NaN.
 * Immutable; the bits depend on the {@link LinearAlgebra} given and on nothing else. Cost of a pass: one product
 * P × fan-in × fan-out a layer, two more for the gradient. Sources: [Jacot2018] for (2), [Lee2019] for (1).
 */
public final class FiniteNetwork {
    private final NetworkShape shape;
    private final NetworkParameters parameters;
    private final LinearAlgebra algebra;

    private FiniteNetwork(NetworkShape shape, NetworkParameters parameters, LinearAlgebra algebra) {
        this.shape = shape;
        this.parameters = parameters;
        this.algebra = algebra;
    }

    /** A network with parameters drawn from the shape's initial distribution; the same stream gives the same bits. */
    public static FiniteNetwork draw(NetworkShape shape, RandomStream random, LinearAlgebra algebra) {
        Require.present("shape", shape);
        return new FiniteNetwork(shape, NetworkParameters.draw(shape, random), Require.present("algebra", algebra));
    }

    /** A network with these parameters, which are copied. */
    public static FiniteNetwork of(NetworkShape shape, NetworkParameters parameters, LinearAlgebra algebra) {
        Require.present("shape", shape);
        Require.present("algebra", algebra);
        return new FiniteNetwork(
                shape, parameters.requireFits("parameters", shape).copy(), algebra);
    }

    /** A network on these very parameters, for training loops that own them. */
    static FiniteNetwork over(NetworkShape shape, NetworkParameters parameters, LinearAlgebra algebra) {
        return new FiniteNetwork(shape, parameters, algebra);
    }

    /** Widths, activations, parameterization. */
    public NetworkShape shape() {
        return shape;
    }

    /** A copy of θ. */
    public NetworkParameters parameters() {
        return parameters.copy();
    }

    /** What the network computes with. */
    public LinearAlgebra algebra() {
        return algebra;
    }

    /** The network at θ + factor · direction. */
    public FiniteNetwork displaced(double factor, NetworkParameters direction) {
        NetworkParameters moved = parameters.copy();
        moved.addScaled(factor, direction.requireFits("direction", shape));
        return new FiniteNetwork(shape, moved, algebra);
    }

    /** f(X), P × K. */
    public DMatrixRMaj outputs(DMatrixRMaj inputs) {
        requireInputs(inputs);
        DMatrixRMaj activation = inputs;
        for (int layer = 0; layer < shape.depth(); layer++) {
            activation = layer(layer, activation);
            NetworkKernels.activate(shape.activations().get(layer), activation.data, activation.data);
        }
        return layer(shape.depth(), activation);
    }

    /** The pass with everything that it computes on the way. */
    public ForwardPass forward(DMatrixRMaj inputs) {
        requireInputs(inputs);
        List<DMatrixRMaj> activations = new ArrayList<>();
        List<DMatrixRMaj> preactivations = new ArrayList<>();
        activations.add(inputs);
        for (int layer = 0; layer < shape.depth(); layer++) {
            DMatrixRMaj z = layer(layer, activations.get(layer));
            DMatrixRMaj a = new DMatrixRMaj(z.numRows, z.numCols);
            NetworkKernels.activate(shape.activations().get(layer), z.data, a.data);
            preactivations.add(z);
            activations.add(a);
        }
        DMatrixRMaj outputs = layer(shape.depth(), activations.get(shape.depth()));
        return new ForwardPass(List.copyOf(activations), List.copyOf(preactivations), outputs);
    }

    /** Gradient of a loss in the parameters, ∂L/∂θ = Jᵀ ∂L/∂f. */
    public NetworkParameters gradient(DMatrixRMaj inputs, DMatrixRMaj targets, Loss loss) {
        ForwardPass pass = forward(inputs);
        return pullback(pass, loss.gradient(pass.outputs(), targets));
    }

    /** Jᵀ v for v given as P × K: Σ_ik v_ik ∂f_ik/∂θ. */
    public NetworkParameters pullback(ForwardPass pass, DMatrixRMaj outputGradient) {
        requireOutputs("outputGradient", outputGradient, pass.outputs().numRows);
        List<DMatrixRMaj> weights = new ArrayList<>();
        List<double[]> biases = new ArrayList<>();
        DMatrixRMaj signal = outputGradient.copy();
        for (int layer = shape.depth(); layer >= 0; layer--) {
            double[] bias = new double[parameters.bias(layer).length];
            if (bias.length > 0) {
                NetworkKernels.columnSums(shape.biasScale(layer), signal.data, signal.numRows, bias);
            }
            NetworkKernels.scale(shape.weightScale(layer), signal.data);
            requireNoOverflow("backward signals of layer ", layer, signal);
            weights.add(0, algebra.multiplyTransA(pass.activations().get(layer), signal));
            biases.add(0, bias);
            if (layer > 0) {
                signal = algebra.multiplyTransB(signal, parameters.weight(layer));
                NetworkKernels.hadamard(derivatives(pass, layer - 1).data, signal.data);
            }
        }
        return NetworkParameters.of(weights, biases);
    }

    /** J δ at these inputs, P × K: the derivative of the outputs along a direction in parameter space. */
    public DMatrixRMaj directionalDerivative(DMatrixRMaj inputs, NetworkParameters direction) {
        direction.requireFits("direction", shape);
        ForwardPass pass = forward(inputs);
        DMatrixRMaj tangent = layerTangent(0, inputs, null, direction);
        for (int layer = 1; layer < shape.layers(); layer++) {
            NetworkKernels.hadamard(derivatives(pass, layer - 1).data, tangent.data);
            tangent = layerTangent(layer, pass.activations().get(layer), tangent, direction);
        }
        return tangent;
    }

    /**
     * Taylor coefficients of the outputs along a direction in parameter space, one forward pass.
     *
     * <pre>
     *   f(X; θ + t δ) = f_0 + f_1 t + f_2 t² + f_3 t³ + …,   f_1 = J δ,   f_2 = ½ δᵀ H δ                        (4)
     * </pre>
     *
     * @param order r from 0 to {@value meanfield.core.activation.ActivationSeries#HIGHEST_ORDER}
     * @return f_0 … f_r, each P × K
     */
    public List<DMatrixRMaj> taylorCoefficients(DMatrixRMaj inputs, NetworkParameters direction, int order) {
        requireInputs(inputs);
        direction.requireFits("direction", shape);
        int highest = ActivationSeries.HIGHEST_ORDER;
        Require.that(order >= 0 && order <= highest, "order", "be in [0, " + highest + "]", order);
        return List.of(NetworkTaylor.coefficients(this, inputs, direction, order));
    }

    /**
     * Taylor expansion of the outputs in the parameters, at θ + displacement, P × K.
     *
     * <pre>
     *   order 0: f;   1: f + J δ, {@link #linearized};   2: f + J δ + ½ δᵀ H δ;   3: and the cubic form         (5)
     * </pre>
     *
     * Beyond a kink of φ the expansion is that of the piece the network is on.
     *
     * @param order 0 to {@value meanfield.core.activation.ActivationSeries#HIGHEST_ORDER}
     */
    public DMatrixRMaj taylorExpansion(DMatrixRMaj inputs, NetworkParameters displacement, int order) {
        List<DMatrixRMaj> terms = taylorCoefficients(inputs, displacement, order);
        DMatrixRMaj sum = terms.get(0).copy();
        for (int k = 1; k <= order; k++) {
            NetworkKernels.addScaled(1, terms.get(k).data, sum.data);
        }
        return sum;
    }

    /** Outputs of the network linearized in its parameters, at θ + displacement: f + J δ, P × K. [Lee2019] */
    public DMatrixRMaj linearized(DMatrixRMaj inputs, NetworkParameters displacement) {
        DMatrixRMaj result = directionalDerivative(inputs, displacement);
        NetworkKernels.addScaled(1, outputs(inputs).data, result.data);
        return result;
    }

    /**
     * Θ(inputs, otherInputs) v without forming the kernel.
     *
     * <pre>
     *   (Θ v)_io = Σ_{j o'} Θ_{io, jo'} v_jo'                                                                   (3)
     * </pre>
     *
     * @param v Q × K, rows belong to otherInputs
     * @return P × K
     */
    public DMatrixRMaj ntkVectorProduct(DMatrixRMaj inputs, DMatrixRMaj otherInputs, DMatrixRMaj v) {
        return directionalDerivative(inputs, pullback(forward(otherInputs), v));
    }

    /**
     * J of every example and output.
     *
     * @return (P K) × parameters; row i K + o is ∂f_o(x_i)/∂θ in the order of {@link NetworkParameters#toVector}
     */
    public DMatrixRMaj jacobian(DMatrixRMaj inputs) {
        return NetworkJacobian.of(this, forward(inputs));
    }

    /** φ′(z) of hidden layer 0 … L - 1, P × N. */
    DMatrixRMaj derivatives(ForwardPass pass, int hidden) {
        DMatrixRMaj z = pass.preactivations().get(hidden);
        DMatrixRMaj result = new DMatrixRMaj(z.numRows, z.numCols);
        NetworkKernels.differentiate(shape.activations().get(hidden), z.data, result.data);
        return result;
    }

    /** θ itself, not a copy. */
    NetworkParameters live() {
        return parameters;
    }

    /** z of a layer from the activations that enter it. */
    DMatrixRMaj layer(int layer, DMatrixRMaj activation) {
        requireNoOverflow("activations that enter layer ", layer, activation);
        DMatrixRMaj z = algebra.multiply(activation, parameters.weight(layer));
        rescale(layer, parameters.bias(layer), z);
        requireNoOverflow("preactivations of layer ", layer, z);
        return z;
    }

    private static void requireNoOverflow(String what, int layer, DMatrixRMaj values) {
        if (!Finite.all(values.data)) {
            throw new ArithmeticException(what + layer + " are not finite: the parameters are too large");
        }
    }

    /** dz = s (A dW + dA W) + t dβ. */
    private DMatrixRMaj layerTangent(int layer, DMatrixRMaj a, DMatrixRMaj da, NetworkParameters direction) {
        DMatrixRMaj dz = algebra.multiply(a, direction.weight(layer));
        if (da != null) {
            NetworkKernels.addScaled(1, algebra.multiply(da, parameters.weight(layer)).data, dz.data);
        }
        rescale(layer, direction.bias(layer), dz);
        return dz;
    }

    /** z ← s z + t β; no bias term for an empty β. */
    void rescale(int layer, double[] bias, DMatrixRMaj z) {
        double scale = shape.weightScale(layer);
        if (bias.length > 0) {
            NetworkKernels.affine(scale, shape.biasScale(layer), bias, z.numRows, z.data);
        } else if (scale != 1) {
            NetworkKernels.scale(scale, z.data);
        }
    }

    private void requireInputs(DMatrixRMaj inputs) {
        Require.present("inputs", inputs);
        Require.that(
                inputs.numCols == shape.inputDimension(),
                "inputs",
                "have " + shape.inputDimension() + " columns as the network's input dimension",
                inputs.numCols);
        MatrixChecks.finite("inputs", inputs);
    }

    private void requireOutputs(String name, DMatrixRMaj outputs, int rows) {
        Require.that(
                outputs.numRows == rows && outputs.numCols == shape.outputs(),
                name,
                "be " + rows + " x " + shape.outputs(),
                outputs.numRows + " x " + outputs.numCols);
    }

    /** Shape and parameter count. */
    @Override
    public String toString() {
        return "FiniteNetwork " + shape.widths() + ", " + shape.parameterization() + ", " + shape.parameterCount()
                + " parameters";
    }
}

package meanfield.ntk.empirical;

import meanfield.core.Require;
import meanfield.core.network.EmpiricalKernels;
import org.ejml.data.DMatrixRMaj;

/**
 * Kernels of one finite network of any architecture.
 *
 * <pre>
 *   nngp_ij             = (1/K) Σ_o f_o(x_i) f_o(x'_j)                                                          (1)
 *   conditionalNngp_ij  = (σ_w²/n) A_i · A'_j + σ_b²     (A input of the dense layer at the end)                  (2)
 *   ntk_ij              = (1/K) Σ_o Θ_{io, jo},  Θ_{io, jo'} = ∇_θ f_o(x_i) · ∇_θ f_o'(x'_j)                    (3)
 *   Θ_{io, jo'}         = Σ_l Σ_{a, b} (G_l^o(x_i, a) · G_l^{o'}(x'_j, b)) (s_l² R_l(x_i, a) · R_l(x'_j, b) + t_l²)  (4)
 * </pre>
 *
 * Symbols: R_l(x, a) what layer l reads at position a (patches of a convolution), G_l^o = ∂f_o/∂z_l, s and t the scales of
 * the parameterization. (2) is the mean of (1) over fresh readouts with all other layers kept; of a network that does not
 * end in a dense layer it is (1). Three routes: (4), which takes for each layer the cheaper of the sums over pairs of
 * positions and of the products of the layer's gradients; {@link #fullNtkByJacobian}, (3) word for word; and
 * {@link ArrayNetwork#ntkVectorProduct}, which forms nothing. Shapes: P × Q. Kernels of inputs with themselves are exactly
 * symmetric.
 *
 * <p>Cost of (4), besides K backward passes: for each pair of examples and layer the smaller of P_l² (|F|C + N) and |F| C N,
 * P_l positions. Memory: what all layers read and K times their signals. Source: [Novak2022].
 */
public final class ArrayNetworkKernels {
    private ArrayNetworkKernels() {}

    /** Kernels of the inputs with themselves, P × P. */
    public static EmpiricalKernels of(ArrayNetwork network, DMatrixRMaj inputs) {
        ArrayContraction.Side side = side(network, "inputs", inputs);
        return of(network, side, side);
    }

    /** Kernels of P inputs (rows) with Q other inputs (columns). */
    public static EmpiricalKernels of(ArrayNetwork network, DMatrixRMaj inputs, DMatrixRMaj otherInputs) {
        return of(network, side(network, "inputs", inputs), side(network, "otherInputs", otherInputs));
    }

    /**
     * Θ with all its outputs by the structured contraction (4).
     *
     * @return (P K) × (Q K), entry (i K + o, j K + o')
     */
    public static DMatrixRMaj fullNtk(ArrayNetwork network, DMatrixRMaj inputs, DMatrixRMaj otherInputs) {
        ArrayContraction.Side left = side(network, "inputs", inputs);
        return new ArrayContraction(network, left, side(network, "otherInputs", otherInputs)).fullNtk();
    }

    /** Θ of the inputs with themselves, (P K) × (P K), exactly symmetric. */
    public static DMatrixRMaj fullNtk(ArrayNetwork network, DMatrixRMaj inputs) {
        ArrayContraction.Side side = side(network, "inputs", inputs);
        return new ArrayContraction(network, side, side).fullNtk();
    }

    /**
     * Θ by forming both Jacobians: the slow independent route.
     *
     * @return (P K) × (Q K), as {@link #fullNtk}
     */
    public static DMatrixRMaj fullNtkByJacobian(ArrayNetwork network, DMatrixRMaj inputs, DMatrixRMaj otherInputs) {
        return network.algebra().multiplyTransB(network.jacobian(inputs), network.jacobian(otherInputs));
    }

    private static ArrayContraction.Side side(ArrayNetwork network, String name, DMatrixRMaj inputs) {
        return ArrayContraction.Side.of(Require.present("network", network), Require.present(name, inputs));
    }

    private static EmpiricalKernels of(ArrayNetwork network, ArrayContraction.Side left, ArrayContraction.Side right) {
        ArrayContraction contraction = new ArrayContraction(network, left, right);
        return new EmpiricalKernels(contraction.nngp(), contraction.conditionalNngp(), contraction.tracedNtk());
    }
}

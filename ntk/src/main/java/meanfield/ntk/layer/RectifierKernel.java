package meanfield.ntk.layer;

import java.util.List;
import java.util.Optional;
import meanfield.core.activation.Activation;
import meanfield.core.pairs.PairStep;
import meanfield.ntk.network.ActivationLayer;

/**
 * A positively homogeneous activation of degree one, φ(x) = φ(1) x right of zero and φ(-1) |x| left of it: ReLU, leaky ReLU,
 * absolute value, the identity.
 *
 * <pre>
 *   p′ = N p,   N = ½ (φ(1)² + φ(-1)²),   γ = 2φ(1)φ(-1)/(φ(1)² + φ(-1)²)                                  (1)
 *   u′ = u - g (sin θ - θ cos θ),   τ′ = τ (1 - g θ),   cos θ = 1 - u,   g = (1+γ)/π                         (2)
 * </pre>
 *
 * Accuracy: u′ has an absolute error of order 1e-16 θ, so the angle √(2u′) keeps an absolute error of order 1e-16 a layer
 * however nearly parallel the inputs are. Source: [Cho2009].
 */
final class RectifierKernel implements LayerKernel {
    private final double meanSquare;
    private final double mixing;

    private RectifierKernel(double right, double left) {
        this.meanSquare = (right * right + left * left) / 2;
        this.mixing = right * left / meanSquare;
    }

    /** True for degree one, the zero function excepted. */
    static boolean covers(ActivationLayer layer) {
        return layer.activation()
                .filter(a -> a.homogeneity().orElse(-1) == 1 && (a.value(1) != 0 || a.value(-1) != 0))
                .isPresent();
    }

    /** The formulas of a covered activation; its two values at ±1 say everything. */
    static RectifierKernel of(ActivationLayer layer) {
        Activation activation = layer.activation().orElseThrow();
        return new RectifierKernel(activation.value(1), activation.value(-1));
    }

    @Override
    public RowState rows(RowState before) {
        int n = before.size();
        double[] variance = new double[n];
        double[] tangent = new double[n];
        double[] scale = new double[n];
        for (int i = 0; i < n; i++) {
            variance[i] = meanSquare * before.variance()[i];
            tangent[i] = meanSquare * before.tangent()[i];
            scale[i] = variance[i] > 0 ? Math.sqrt(variance[i]) : Math.sqrt(meanSquare) * before.scale()[i];
        }
        return before.next(variance, tangent, scale);
    }

    @Override
    public Signs signs(Signs before) {
        return mixing >= 0 ? Signs.NON_NEGATIVE : before;
    }

    @Override
    public Optional<List<PairStep>> steps(RowState rows, RowState columns) {
        return Optional.of(List.of(new PairStep.Rectifier(mixing)));
    }

    @Override
    public PairMap pairs(RowState rows, RowState columns, Signs signs) {
        double slope = (1 + mixing) / Math.PI;
        if (signs == Signs.ANY) {
            return (row, block, count, chunk) -> {
                AngleKernels.acuteAngle(count, chunk.gap, chunk.antigap, chunk.angle);
                AngleKernels.signedRectifier(count, mixing, chunk.gap, chunk.antigap, chunk.angle, chunk.tangent);
            };
        }
        return (row, block, count, chunk) -> {
            AngleKernels.angle(count, chunk.gap, chunk.angle);
            AngleKernels.rectifier(count, slope, chunk.gap, chunk.angle, chunk.tangent);
        };
    }
}

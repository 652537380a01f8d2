package meanfield.dmft.langevin;

import meanfield.core.Convergence;
import meanfield.core.Convergence.Status;
import meanfield.core.Require;
import meanfield.core.solve.FixedPointSolver;
import meanfield.core.solve.VectorFixedPoint;

/**
 * Where noisy neurons end: the stationary density, which is unique because the free energy is convex in ρ.
 *
 * <pre>
 *   ρ ∝ exp(-Ψ[f]/τ),   f = ⟨tanh(θ x)⟩_ρ;   f ← (1-d) f + d ⟨tanh(θ x)⟩_{ρ[f]},   d = 0.3, 0.15, …           (1)
 * </pre>
 *
 * The damping is halved until the iteration settles (cold densities answer strongly to f). Averages by the trapezoid rule,
 * exact to rounding for such smooth densities. Needs λ &gt; 0 and τ &gt; 0. Source: [Mei2018].
 */
public final class GibbsLaw {
    private static final double DAMPING = 0.3;
    private static final int HALVINGS = 9;
    private static final int CELLS = 4000;
    private static final double DEVIATIONS = 9;

    private GibbsLaw() {}

    /**
     * The stationary state.
     *
     * @param state with time ∞
     * @param convergence of (1), residual in f
     */
    public record Solution(NeuronState state, Convergence convergence) {}

    /** The Gibbs law of these neurons. */
    public static Solution of(TanhNeurons neurons) {
        Require.positive("temperature", neurons.temperature());
        Require.positive("ridge", neurons.ridge());
        double width = DEVIATIONS * Math.sqrt(neurons.temperature() / neurons.ridge());
        DensityGrid grid = new DensityGrid(neurons, 0, width + reach(neurons, width), CELLS);
        VectorFixedPoint fixedPoint = null;
        double damping = DAMPING;
        for (int k = 0; k <= HALVINGS; k++, damping /= 2) {
            fixedPoint = FixedPointSolver.withDefaults()
                    .withMemory(0)
                    .withDamping(damping)
                    .withTolerance(1e-13)
                    .withIterationLimit(2000 << k / 2)
                    .solve(f -> outputs(grid, f), new double[neurons.examples()]);
            if (fixedPoint.convergence().isConverged()) {
                break;
            }
        }
        grid.becomeGibbs(fixedPoint.value());
        NeuronState state = grid.state(Double.POSITIVE_INFINITY);
        Convergence convergence = grid.edgeMass() < 1e-12
                ? fixedPoint.convergence()
                : Convergence.failed(Status.ILL_POSED, 0, grid.edgeMass(), "the density reaches the ends of its grid");
        return new Solution(state, convergence);
    }

    private static double[] outputs(DensityGrid grid, double[] f) {
        grid.becomeGibbs(f);
        return grid.state(Double.POSITIVE_INFINITY).outputs();
    }

    /** Where the ridge alone has overcome the largest possible push, at most 20 widths. */
    private static double reach(TanhNeurons neurons, double width) {
        return Math.min(neurons.largestForce() / neurons.ridge(), 20 * width);
    }
}

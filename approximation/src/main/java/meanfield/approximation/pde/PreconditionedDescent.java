package meanfield.approximation.pde;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.Convergence;
import meanfield.core.Require;

/**
 * Descent with the Laplacian as preconditioner, with the Barron norm of every iterate beside its bound.
 *
 * <pre>
 *   u_{t+1} = u_t - η (I - Δ)⁻¹ E'(u_t),   u_0 = 0                                                               (1)
 *   ‖u_t‖_B ≤ b_t,   b_{t+1} = (1 - η) b_t + η (λ b_t³ + F),   b_0 = 0                                             (2)
 * </pre>
 *
 * b_t is a polynomial of degree 3^t in F; it stays finite exactly if F ≤ 2/(3√(3λ)), {@link CubicEquation#threshold}. The bound overflows to
 * infinity where it does. Source: [Marwah2023].
 */
public final class PreconditionedDescent {
    private static final int LONGEST = 5000;
    private static final int PATIENCE = 20;
    private static final double RESIDUAL = 1e-15;
    private static final double STALLED = 1e-11;

    private PreconditionedDescent() {}

    /**
     * One iterate.
     *
     * @param step t
     * @param barron ‖u_t‖_B
     * @param bound b_t
     * @param h1 ‖u_t‖_{H¹}
     * @param energy E(u_t)
     * @param residual ‖E'(u_t)‖_{H⁻¹}
     * @param error ‖u_t - u‖_{H¹}
     */
    public record Iterate(
            int step, double barron, double bound, double h1, double energy, double residual, double error) {}

    /**
     * The solution.
     *
     * @param u coefficients
     * @param energy E(u)
     * @param convergence verdict; the residual is ‖E'(u)‖_{H⁻¹}, which bounds the error in H¹
     */
    public record Solution(double[] u, double energy, Convergence convergence) {}

    /** Iterates 0 … steps with η in (0, 1]; a diverging run ends at its last finite iterate. */
    public static List<Iterate> run(CubicEquation equation, double stepSize, int steps, Solution solution) {
        Require.that(stepSize > 0 && stepSize <= 1, "stepSize", "be in (0, 1]", stepSize);
        Require.atLeast("steps", steps, 0);
        TorusModes modes = equation.modes();
        double forcing = equation.forcingNorm();
        List<Iterate> iterates = new ArrayList<>();
        double[] u = new double[modes.size()];
        double bound = 0;
        for (int t = 0; t <= steps; t++) {
            CubicEquation.Point point = equation.at(u);
            double residual = modes.sobolevNorm(point.gradient(), -1);
            if (!Double.isFinite(point.energy()) || !Double.isFinite(residual)) {
                break;
            }
            iterates.add(new Iterate(
                    t,
                    modes.barronNorm(u),
                    bound,
                    modes.sobolevNorm(u, 1),
                    point.energy(),
                    residual,
                    modes.sobolevNorm(difference(u, solution.u()), 1)));
            u = next(modes, point, stepSize);
            bound = (1 - stepSize) * bound + stepSize * (equation.coupling() * bound * bound * bound + forcing);
        }
        return iterates;
    }

    /** The solution of the Galerkin equation by (1), η halved whenever the energy rises. */
    public static Solution solve(CubicEquation equation, double stepSize) {
        Require.that(stepSize > 0 && stepSize <= 1, "stepSize", "be in (0, 1]", stepSize);
        TorusModes modes = equation.modes();
        double eta = stepSize;
        CubicEquation.Point point = equation.at(new double[modes.size()]);
        double scale = modes.sobolevNorm(point.gradient(), -1);
        CubicEquation.Point best = point;
        double smallest = scale;
        int waited = 0;
        for (int t = 1; t <= LONGEST; t++) {
            CubicEquation.Point trial = equation.at(next(modes, point, eta));
            if (!(trial.energy() <= point.energy() + 1e-13 * Math.abs(point.energy()))) {
                eta /= 2;
                continue;
            }
            point = trial;
            double residual = modes.sobolevNorm(point.gradient(), -1);
            waited = residual < smallest ? 0 : waited + 1;
            if (residual < smallest) {
                smallest = residual;
                best = point;
            }
            if (smallest <= RESIDUAL * scale || (waited >= PATIENCE && smallest <= STALLED * scale)) {
                return new Solution(best.u(), best.energy(), Convergence.converged(t, smallest, smallest));
            }
        }
        return new Solution(
                best.u(),
                best.energy(),
                Convergence.failed(
                        Convergence.Status.ITERATION_LIMIT, LONGEST, smallest, "the solution is not reached"));
    }

    private static double[] next(TorusModes modes, CubicEquation.Point point, double eta) {
        double[] direction = modes.smoothed(point.gradient(), -1);
        for (int i = 0; i < direction.length; i++) {
            direction[i] = point.u()[i] - eta * direction[i];
        }
        return direction;
    }

    private static double[] difference(double[] x, double[] y) {
        double[] result = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            result[i] = x[i] - y[i];
        }
        return result;
    }
}

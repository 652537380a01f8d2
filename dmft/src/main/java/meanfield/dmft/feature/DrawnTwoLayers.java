package meanfield.dmft.feature;

import java.util.Arrays;
import meanfield.core.Convergence;
import meanfield.core.random.RandomStream;
import meanfield.core.solve.OdeSolution;
import meanfield.core.solve.OdeSolver;
import meanfield.core.solve.TimeGrid;

/**
 * One two-layer linear network of finite width on one sample, every weight moved by gradient flow.
 *
 * <pre>
 *   h_i' = γ₀ Δ z_i,   z_i' = γ₀ Δ h_i,   Δ = y - f,   f = (⟨z h⟩ - ⟨z h⟩₀)/γ₀,   NTK = ⟨z² + h²⟩                 (1)
 * </pre>
 *
 * <p>Accuracy: local error 1e-9; {@link TwoLayerLinearFlow#ofNetwork} has the same in closed form.
 *
 * @param correlation ⟨z h⟩ at the start
 * @param outputs f at the times
 * @param ntk NTK at the times
 * @param convergence of the integration
 */
public record DrawnTwoLayers(double correlation, double[] outputs, double[] ntk, Convergence convergence) {
    private static final double TOLERANCE = 1e-9;

    /** A network of this width, drawn and trained. */
    public static DrawnTwoLayers train(double gamma0, double target, int width, TimeGrid times, RandomStream random) {
        double[] start = new double[2 * width];
        random.fillGaussian(start);
        double before = product(start, width);
        OdeSolution solution = OdeSolver.withDefaults()
                .withTolerance(TOLERANCE)
                .solve(
                        (t, state, velocity) -> {
                            double drive = gamma0 * target - (product(state, width) - before);
                            for (int i = 0; i < width; i++) {
                                velocity[i] = drive * state[width + i];
                                velocity[width + i] = drive * state[i];
                            }
                        },
                        0,
                        start,
                        times);
        double[] outputs = new double[times.size()];
        double[] ntk = new double[times.size()];
        for (int i = 0; i < outputs.length; i++) {
            double[] state = solution.states()[i];
            outputs[i] = (product(state, width) - before) / gamma0;
            ntk[i] = Arrays.stream(state).map(x -> x * x).sum() / width;
        }
        return new DrawnTwoLayers(before, outputs, ntk, solution.convergence());
    }

    /** ⟨z h⟩. */
    private static double product(double[] state, int width) {
        double sum = 0;
        for (int i = 0; i < width; i++) {
            sum += state[i] * state[width + i];
        }
        return sum / width;
    }
}

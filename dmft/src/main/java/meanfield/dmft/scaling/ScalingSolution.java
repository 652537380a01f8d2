package meanfield.dmft.scaling;

import meanfield.core.Convergence;

/**
 * Losses and responses at steps t = 0 … T-1. The arrays are the caller's.
 *
 * @param model the model
 * @param testLoss C_0(t, t), without label noise
 * @param trainLoss C_Δ(t, t)
 * @param errorResponse R_D(τ) = R_D(t, t - τ)
 * @param weightResponse R_w(τ)
 * @param convergence the verdict; DIVERGED beyond the largest stable learning rate
 */
public record ScalingSolution(
        LinearFeatureModel model,
        double[] testLoss,
        double[] trainLoss,
        double[] errorResponse,
        double[] weightResponse,
        Convergence convergence) {
    /** Number of updates. */
    public int steps() {
        return testLoss.length - 1;
    }

    @Override
    public String toString() {
        return convergence + ", test loss " + testLoss[steps()] + " after " + steps() + " steps";
    }
}

package meanfield.grokking.fieldtheory;

import meanfield.core.Convergence;

/**
 * Losses and overlaps, entry t at step t.
 *
 * @param trainLosses mean of Δ² over samples
 * @param testLosses mean squared error of a fresh input
 * @param overlaps overlaps[t][i] is m_i(t) of neuron i; for infinite width one entry, m₀ a(t)
 * @param convergence converged, or diverged with the step in the detail; entries from there on are NaN
 */
public record FieldSolution(double[] trainLosses, double[] testLosses, double[][] overlaps, Convergence convergence) {
    /** Root mean square of the overlaps at a step. */
    public double overlap(int step) {
        double sum = 0;
        for (double m : overlaps[step]) {
            sum += m * m;
        }
        return Math.sqrt(sum / overlaps[step].length);
    }
}

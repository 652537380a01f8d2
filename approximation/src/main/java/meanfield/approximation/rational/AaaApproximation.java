package meanfield.approximation.rational;

import java.util.List;
import meanfield.core.Convergence;

/**
 * A rational function from samples, in barycentric form, with the history of its making.
 *
 * <pre>
 *   r(x) = Σ_j w_j f_j/(x - s_j) / Σ_j w_j/(x - s_j)                                                        (1)
 * </pre>
 *
 * Type (k-1, k-1) with k support points, where r = f (after Lawson's iteration: where it nearly is).
 *
 * @param supportPoints s_j, in the order of choice
 * @param numerators w_j f_j
 * @param weights w_j
 * @param sampleErrors largest error on the samples with 1, 2, … support points
 * @param convergence whether the tolerance was met
 */
public record AaaApproximation(
        List<Double> supportPoints,
        List<Double> numerators,
        List<Double> weights,
        List<Double> sampleErrors,
        Convergence convergence) {
    /** Copies. */
    public AaaApproximation {
        supportPoints = List.copyOf(supportPoints);
        numerators = List.copyOf(numerators);
        weights = List.copyOf(weights);
        sampleErrors = List.copyOf(sampleErrors);
    }

    /** r(x); at a support point its limit. */
    public double value(double x) {
        double numerator = 0;
        double denominator = 0;
        for (int j = 0; j < weights.size(); j++) {
            double difference = x - supportPoints.get(j);
            if (difference == 0) {
                return weights.get(j) != 0 ? numerators.get(j) / weights.get(j) : value(Math.nextUp(x));
            }
            numerator += numerators.get(j) / difference;
            denominator += weights.get(j) / difference;
        }
        return numerator / denominator;
    }

    /** k - 1, of numerator and denominator. */
    public int degree() {
        return weights.size() - 1;
    }

    /** The last of the sample errors. */
    public double sampleError() {
        return sampleErrors.get(sampleErrors.size() - 1);
    }
}

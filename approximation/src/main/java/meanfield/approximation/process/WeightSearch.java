package meanfield.approximation.process;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.Convergence;
import meanfield.core.Require;
import meanfield.core.solve.LimitedMemoryMinimizer;
import org.ejml.data.DMatrixRMaj;

/**
 * Weights of a spectral mixture from the data of the equation, by minimizing the negative log likelihood over their logarithms.
 *
 * <pre>
 *   min_θ J(w),   w = e^θ;   ∂J/∂θ_q = ½ w_q (tr K⁻¹K_q - αᵀK_qα),   α = K⁻¹y                                        (1)
 * </pre>
 *
 * In θ the prior 1/w is flat, so that (1) is the most probable point under Jeffreys' prior; needless lines fade. J is not convex.
 * The gradient is brought below 1e-5 of J or what rounding leaves of it, the condition number of K times 2⁻⁵³. An iteration costs n³ and
 * a trace for each line. Source: [Fang2024].
 */
public final class WeightSearch {
    private static final double LARGEST_STEP = 3;
    private static final double GRADIENT = 1e-5;

    private final PoissonProcess process;
    private final SpectralMixture lines;
    private final List<DMatrixRMaj> covariances = new ArrayList<>();

    /** A search over the weights of these lines; their own weights, all positive, are the start. */
    public WeightSearch(PoissonProcess process, SpectralMixture lines) {
        this.process = Require.present("process", process);
        this.lines = Require.present("lines", lines);
        for (int q = 0; q < lines.size(); q++) {
            Require.positive("weights", lines.weights().get(q));
            covariances.add(process.covariance(lines, q));
        }
    }

    /**
     * What the search found.
     *
     * @param kernel lines with the weights found
     * @param negativeLogLikelihood J there
     * @param convergence verdict; the residual is the largest derivative by θ
     */
    public record Found(SpectralMixture kernel, double negativeLogLikelihood, Convergence convergence) {}

    /** The minimum reached in so many iterations at most. */
    public Found search(int iterations) {
        double[] start = new double[lines.size()];
        for (int q = 0; q < start.length; q++) {
            start[q] = Math.log(lines.weights().get(q));
        }
        double rounding = Math.scalb(process.condition(lines).conditionEstimate(), -53);
        double tolerance = Double.isFinite(rounding) ? Math.max(GRADIENT, rounding) : GRADIENT;
        LimitedMemoryMinimizer.Minimum minimum = LimitedMemoryMinimizer.withDefaults()
                .withTolerance(tolerance)
                .withIterations(iterations)
                .withLargestStep(LARGEST_STEP)
                .minimize(this::valueAndGradient, start);
        return new Found(lines.withWeights(exponentials(minimum.point())), minimum.value(), minimum.convergence());
    }

    /** J and its gradient (1); NaN where K is not positive definite. */
    double valueAndGradient(double[] logs, double[] gradient) {
        double[] weights = exponentials(logs);
        int size = covariances.get(0).numRows;
        DMatrixRMaj covariance = new DMatrixRMaj(size, size);
        for (int q = 0; q < weights.length; q++) {
            double[] one = covariances.get(q).data;
            for (int i = 0; i < one.length; i++) {
                covariance.data[i] += weights[q] * one[i];
            }
        }
        DMatrixRMaj inverse = new DMatrixRMaj(size, size);
        PoissonProcess.Posterior posterior = process.condition(lines, covariance, inverse);
        if (!posterior.convergence().isConverged()) {
            return Double.NaN;
        }
        double[] alpha = posterior.coefficients();
        for (int q = 0; q < weights.length; q++) {
            DMatrixRMaj one = covariances.get(q);
            double sum = 0;
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    double lifted = i == j ? one.get(i, j) * (1 + process.jitter()) : one.get(i, j);
                    sum += (inverse.get(i, j) - alpha[i] * alpha[j]) * lifted;
                }
            }
            gradient[q] = 0.5 * weights[q] * sum;
        }
        return posterior.negativeLogLikelihood();
    }

    private static double[] exponentials(double[] logs) {
        double[] result = new double[logs.length];
        for (int i = 0; i < logs.length; i++) {
            result[i] = Math.exp(logs[i]);
        }
        return result;
    }
}

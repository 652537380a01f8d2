package meanfield.approximation.process;

import java.util.Arrays;
import meanfield.core.Convergence;
import meanfield.core.Require;
import meanfield.core.linalg.Cholesky;
import meanfield.core.linalg.LinearAlgebra;
import org.ejml.data.DMatrixRMaj;

/**
 * A Gaussian process conditioned on -u″ + c u = g at n inner points and on both boundary values.
 *
 * <pre>
 *   x_j = j/(n+1);   data y = (g_1 … g_n, u(0), u(1)),   K_ij = L_i L_j k(x_i - x_j),   K ← K + ε diag K               (1)
 *   L_j = -∂² + c_j inside, 1 at the ends: c = 0 and g = f for the linear equation, c = 3λv², g = f + 2λv³ for
 *   -u″ + λu³ = f linearized at values v
 *   mean(x) = Σ_j L_j k(x - x_j) (K⁻¹y)_j;   J = ½ yᵀK⁻¹y + ½ ln det K + ½ (n+2) ln 2π                                              (2)
 * </pre>
 *
 * K is scaled to a unit diagonal before its factorization, which is the same process in exact arithmetic; its condition number is then at most
 * (n+2)/ε. Results of collocation with ε near 1e-10 are right in their order of magnitude, not in their digits.
 * Source: [Fang2024], [Chen2021].
 */
public final class PoissonProcess {
    private final PoissonProblem problem;
    private final int points;
    private final double jitter;
    private final LinearAlgebra algebra;
    /** v, the values at the inner points at which the equation is linearized. */
    private final double[] values;

    /** A problem, n &ge; 1 inner points and a relative jitter ε &gt; 0. */
    public PoissonProcess(PoissonProblem problem, int points, double jitter, LinearAlgebra algebra) {
        this.problem = Require.present("problem", problem);
        this.points = Require.atLeast("points", points, 1);
        this.jitter = Require.positive("jitter", jitter);
        this.algebra = Require.present("algebra", algebra);
        this.values = new double[points];
    }

    private PoissonProcess(PoissonProcess other, double[] values) {
        this.problem = other.problem;
        this.points = other.points;
        this.jitter = other.jitter;
        this.algebra = other.algebra;
        this.values = values.clone();
    }

    /** The same problem linearized at these values at the inner points; without effect where λ = 0. */
    public PoissonProcess linearizedAt(double[] newValues) {
        Require.that(newValues.length == points, "values", "be " + points + " numbers", newValues.length);
        return new PoissonProcess(this, newValues);
    }

    /** The values v at which it is linearized. */
    double[] linearizationValues() {
        return values.clone();
    }

    /** True for λ = 0. */
    boolean isLinear() {
        return problem.cubic() == 0;
    }

    /** Values of the mean at the inner points. */
    public double[] innerValues(Posterior posterior) {
        double[] inner = new double[points];
        for (int i = 0; i < points; i++) {
            inner[i] = mean(posterior, site(i));
        }
        return inner;
    }

    /**
     * A conditioned process.
     *
     * @param kernel its prior
     * @param coefficients K⁻¹y
     * @param negativeLogLikelihood J of (2)
     * @param conditionEstimate of the scaled K; infinity without a factorization
     * @param convergence verdict of the factorization; without it the numbers are NaN
     */
    public record Posterior(
            SpectralMixture kernel,
            double[] coefficients,
            double negativeLogLikelihood,
            double conditionEstimate,
            Convergence convergence) {}

    /** The process with this prior, conditioned. */
    public Posterior condition(SpectralMixture kernel) {
        return condition(kernel, covariance(kernel, -1), null);
    }

    /** Covariances of the data under one component of weight 1, or under the whole mixture for q = -1. */
    DMatrixRMaj covariance(SpectralMixture kernel, int q) {
        int size = points + 2;
        DMatrixRMaj result = new DMatrixRMaj(size, size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double lag = site(i) - site(j);
                double value = times(curvature(i) * curvature(j), kernel, q, lag, 4)
                        + times(curvature(i) * reaction(j) + reaction(i) * curvature(j), kernel, q, lag, 2)
                        + times(reaction(i) * reaction(j), kernel, q, lag, 0);
                result.set(i, j, value);
                result.set(j, i, value);
            }
        }
        return result;
    }

    /** A derivative of the kernel or of one component times a factor, which is often 0. */
    private static double times(double factor, SpectralMixture kernel, int q, double lag, int order) {
        if (factor == 0) {
            return 0;
        }
        return factor * (q < 0 ? kernel.derivative(lag, order) : kernel.component(q, lag, order));
    }

    /** Conditions on a given covariance; where a place for K⁻¹ is given, it is filled. */
    Posterior condition(SpectralMixture kernel, DMatrixRMaj covariance, DMatrixRMaj inverse) {
        int size = points + 2;
        double[] scale = new double[size];
        DMatrixRMaj scaled = new DMatrixRMaj(size, size);
        DMatrixRMaj right = new DMatrixRMaj(size, 1);
        double logScale = 0;
        for (int i = 0; i < size; i++) {
            scale[i] = 1 / Math.sqrt(covariance.get(i, i));
            logScale -= 2 * Math.log(scale[i]);
            right.set(i, 0, scale[i] * datum(i));
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                scaled.set(i, j, scale[i] * scale[j] * covariance.get(i, j));
            }
        }
        double[] coefficients = new double[size];
        if (!Double.isFinite(logScale)) {
            return failed(
                    kernel,
                    coefficients,
                    Convergence.failed(Convergence.Status.ILL_POSED, 0, Double.NaN, "the kernel has no variance"));
        }
        Cholesky factor = algebra.cholesky(scaled, jitter);
        if (!factor.convergence().isConverged()) {
            return failed(kernel, coefficients, factor.convergence());
        }
        DMatrixRMaj solved = factor.solve(right);
        double quadratic = 0;
        for (int i = 0; i < size; i++) {
            quadratic += right.get(i, 0) * solved.get(i, 0);
            coefficients[i] = scale[i] * solved.get(i, 0);
        }
        if (inverse != null) {
            DMatrixRMaj identity = new DMatrixRMaj(size, size);
            for (int i = 0; i < size; i++) {
                identity.set(i, i, scale[i]);
            }
            DMatrixRMaj columns = factor.solve(identity);
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    inverse.set(i, j, scale[i] * columns.get(i, j));
                }
            }
        }
        double likelihood = 0.5 * (quadratic + factor.logDeterminant() + logScale + size * Math.log(2 * Math.PI));
        return new Posterior(kernel, coefficients, likelihood, factor.conditionEstimate(), factor.convergence());
    }

    private static Posterior failed(SpectralMixture kernel, double[] coefficients, Convergence why) {
        Arrays.fill(coefficients, Double.NaN);
        return new Posterior(kernel, coefficients, Double.NaN, Double.POSITIVE_INFINITY, why);
    }

    /** Posterior mean of u at x. */
    public double mean(Posterior posterior, double x) {
        double sum = 0;
        for (int j = 0; j < points + 2; j++) {
            double lag = x - site(j);
            double covariance = times(curvature(j), posterior.kernel(), -1, lag, 2)
                    + times(reaction(j), posterior.kernel(), -1, lag, 0);
            sum += covariance * posterior.coefficients()[j];
        }
        return sum;
    }

    /** Relative L2 distance of mean and solution on this many uniform points of [0,1], ends included. */
    public double relativeError(Posterior posterior, int gridPoints) {
        Require.atLeast("gridPoints", gridPoints, 2);
        double error = 0;
        double norm = 0;
        for (int i = 0; i < gridPoints; i++) {
            double x = (double) i / (gridPoints - 1);
            double expected = problem.solution(x);
            double difference = mean(posterior, x) - expected;
            error += difference * difference;
            norm += expected * expected;
        }
        return Math.sqrt(error / norm);
    }

    /** ε. */
    double jitter() {
        return jitter;
    }

    private double site(int i) {
        return i < points ? (i + 1.0) / (points + 1) : i - points;
    }

    /** The factor of ∂² in L. */
    private double curvature(int i) {
        return inside(i) ? -1 : 0;
    }

    private boolean inside(int i) {
        return i < points;
    }

    /** c inside, 1 at the ends. */
    private double reaction(int i) {
        return inside(i) ? 3 * problem.cubic() * values[i] * values[i] : 1;
    }

    private double datum(int i) {
        if (!inside(i)) {
            return problem.solution(site(i));
        }
        double v = values[i];
        return problem.source(site(i)) + (problem.cubic() == 0 ? 0 : 2 * problem.cubic() * v * v * v);
    }
}

package meanfield.dmft.recurrent;

import meanfield.core.Require;
import meanfield.core.random.RandomStream;
import meanfield.core.twotime.GrowingCholesky;
import meanfield.core.twotime.TwoTimeFunction;

/**
 * The same way from any start, by sites that are drawn: the causal one-pass sampler with a single kernel.
 *
 * <pre>
 *   x_i(t+1) = (1-δ) x_i(t) + δ η_i(t),   η_i ~ GP(0, Q),   Q(t, s) = g² (1/S) Σ_i φ(x_i(t)) φ(x_i(s))        (1)
 * </pre>
 *
 * Q at time t depends on earlier fields only, so that η is extended row by row (incremental Cholesky factor) and no outer
 * iteration is needed. Error S^(-1/2), plus a bias of order 1/S because Q is measured on the same sites. Cost: S T² and
 * S T numbers. The result is the correlation of the sites, C(t, s) = (1/S) Σ_i x_i(t) x_i(s).
 */
public final class TransientSampler {
    private TransientSampler() {}

    /**
     * C(t, s) for t, s = 0 … steps.
     *
     * @param starts x_i(0), one for each site
     */
    public static TwoTimeFunction sample(double gain, double[] starts, double step, int steps, RandomStream random) {
        Require.nonNegative("gain", gain);
        Require.that(step > 0 && step <= 1, "step", "be in (0, 1]", step);
        Require.atLeast("steps", steps, 0);
        int sites = Require.atLeast("number of starts", starts.length, 1);
        double[][] fields = new double[steps + 1][];
        double[][] rates = new double[steps + 1][sites];
        double[][] noise = new double[steps + 1][sites];
        fields[0] = starts.clone();
        TwoTimeFunction correlation = TwoTimeFunction.symmetric(1);
        correlation.append(RecurrentKernels.products(fields, 0, 1));
        GrowingCholesky factor = GrowingCholesky.empty();
        double[] weights = new double[steps + 1];
        for (int t = 0; t < steps; t++) {
            RecurrentKernels.tanh(fields[t], rates[t]);
            random.fillGaussian(noise[t]);
            factor.append(RecurrentKernels.products(rates, t, gain * gain));
            factor.convergence().orThrow("covariance of the sources");
            factor.copyRow(t, weights);
            fields[t + 1] = RecurrentKernels.sources(noise, weights, t);
            for (int i = 0; i < sites; i++) {
                fields[t + 1][i] = (1 - step) * fields[t][i] + step * fields[t + 1][i];
            }
            correlation.append(RecurrentKernels.products(fields, t + 1, 1));
        }
        return correlation;
    }
}

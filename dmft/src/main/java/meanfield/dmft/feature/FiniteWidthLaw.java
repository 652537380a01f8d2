package meanfield.dmft.feature;

import meanfield.core.Require;

/**
 * The law of a two-layer linear network's output at finite width: exact mean and run-to-run deviation.
 *
 * <pre>
 *   a = Σ_i (z_i + h_i)²/2,  b = Σ_i (z_i - h_i)²/2  ~  χ²_N independent                                         (1)
 *   c₀ = (a - b)/(2N),   κ₀ = (a + b)/N,   f(t) = f(t; c₀, κ₀) of {@link TwoLayerLinearFlow}                      (2)
 * </pre>
 *
 * The output of a network depends on its N weights of each layer only through (2), so averages over networks are integrals
 * over two independent χ² variables. Infinite width is a = b = N; the mean differs from it by order 1/N, the deviation is
 * of order 1/√N.
 *
 * <p>Accuracy and cost: trapezoid rule in ln a and ln b, relative 1e-10; {@value #NODES}² evaluations of the closed form
 * a time.
 *
 * @param flow γ₀ and y; its own start is not used
 * @param width N ≥ 1
 */
public record FiniteWidthLaw(TwoLayerLinearFlow flow, int width) {
    private static final int NODES = 160;
    /** Logarithm of the density, relative to its maximum, where the rule ends. */
    private static final double LOWEST = -40;

    /** Checked. */
    public FiniteWidthLaw {
        Require.present("flow", flow);
        Require.atLeast("width", width, 1);
    }

    /**
     * Mean and standard deviation over networks.
     *
     * @param mean E f(t)
     * @param deviation √Var f(t)
     */
    public record Moments(double mean, double deviation) {}

    /** Of f(t). */
    public Moments output(double time) {
        double[] logs = new double[NODES];
        double[] weights = new double[NODES];
        nodes(logs, weights);
        double limit = flow.output(time);
        double first = 0;
        double second = 0;
        for (int i = 0; i < NODES; i++) {
            for (int j = 0; j < NODES; j++) {
                double difference = output(Math.exp(logs[i]), Math.exp(logs[j]), time) - limit;
                double weight = weights[i] * weights[j];
                first += weight * difference;
                second += weight * difference * difference;
            }
        }
        return new Moments(limit + first, Math.sqrt(Math.max(0, second - first * first)));
    }

    /** f(t) of a network with a = N u, b = N v. */
    private double output(double u, double v, double time) {
        double correlation = 0.5 * (u - v);
        return new TwoLayerLinearFlow(flow.gamma0(), flow.target(), correlation, u + v).output(time);
    }

    /** x = ln(a/N) has the density e^{(N/2)(x - e^x)} up to a factor. */
    private void nodes(double[] logs, double[] weights) {
        double half = 0.5 * width;
        double deviation = Math.sqrt(1 / half);
        double low = -deviation;
        while (half * (low - Math.expm1(low)) > LOWEST) {
            low *= 1.1;
        }
        double high = deviation;
        while (half * (high - Math.expm1(high)) > LOWEST) {
            high *= 1.1;
        }
        double sum = 0;
        for (int i = 0; i < NODES; i++) {
            logs[i] = low + (high - low) * (i + 0.5) / NODES;
            weights[i] = Math.exp(half * (logs[i] - Math.expm1(logs[i])));
            sum += weights[i];
        }
        for (int i = 0; i < NODES; i++) {
            weights[i] /= sum;
        }
    }
}

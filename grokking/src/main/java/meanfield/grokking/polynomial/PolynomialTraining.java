package meanfield.grokking.polynomial;

import meanfield.core.Require;
import meanfield.core.network.OutputCentering;

/**
 * Full-batch gradient descent of a quadratic network, exact at every width.
 *
 * <pre>
 *   L = (1/P) Σ Δ_m²,   Δ = y - (f - f₀),   w_i ← w_i - η ∂L/∂w_i,   η = η₀ N/α²                                 (1)
 * </pre>
 *
 * η₀ does not change the speed of the output when α does: the lazy limit is kernel descent with step 2 η₀/P. It is stable
 * for η₀ &lt; P/λ_max(K₀), about 0.4 D for P/D &gt; 4; small α needs smaller η₀, because the kernel grows. The loss must not
 * leave 10⁸ times its start: then the run ends with the verdict diverged. P must be at least 1. Same input, same bits.
 * Source: [Kumar2024].
 *
 * @param network α and ε
 * @param learningRate η₀ &gt; 0
 * @param steps number of updates &ge; 0
 * @param centering whether f - f₀ is trained (published) or f
 */
public record PolynomialTraining(QuadraticNetwork network, double learningRate, int steps, OutputCentering centering) {
    /** Neurons per input dimension below which explicit weights are faster than moments. */
    private static final int FEW = 8;

    /** Checks every value. */
    public PolynomialTraining {
        Require.present("network", network);
        Require.positive("learningRate", learningRate);
        Require.atLeast("steps", steps, 0);
        Require.present("centering", centering);
    }

    /** Centred training. */
    public static PolynomialTraining of(QuadraticNetwork network, double learningRate, int steps) {
        return new PolynomialTraining(network, learningRate, steps, OutputCentering.AT_START);
    }

    /** With outputs centred or not. */
    public PolynomialTraining withCentering(OutputCentering newCentering) {
        return new PolynomialTraining(network, learningRate, steps, newCentering);
    }

    /** From moments: an infinitely wide network from {@link WeightMoments#infinite}, any other from its own. */
    public PolynomialRun run(PolynomialData data, WeightMoments start, EpochObserver observer) {
        check(data);
        Require.that(
                start.inputDimension() == data.inputDimension(),
                "start",
                "have dimension " + data.inputDimension(),
                start.inputDimension());
        return run(data, new MomentDescent(this, data, start), observer);
    }

    /** From explicit weights (N × D), by whichever exact route is faster. */
    public PolynomialRun run(PolynomialData data, double[] weights, EpochObserver observer) {
        int width = weights.length / data.inputDimension();
        return width * FEW <= data.inputDimension()
                ? runWeights(data, weights, observer)
                : run(data, WeightMoments.ofWeights(weights, data.inputDimension()), observer);
    }

    /** From explicit weights (N × D), neuron by neuron. */
    public PolynomialRun runWeights(PolynomialData data, double[] weights, EpochObserver observer) {
        check(data);
        return run(data, new WeightDescent(this, data, weights), observer);
    }

    private static void check(PolynomialData data) {
        Require.atLeast("trainSize", Require.present("data", data).size(), 1);
    }

    private PolynomialRun run(PolynomialData data, Descent descent, EpochObserver observer) {
        return new PolynomialLoop(this, data, descent).run(observer);
    }
}

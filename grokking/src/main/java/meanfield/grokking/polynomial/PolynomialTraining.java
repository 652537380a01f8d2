package meanfield.grokking.polynomial;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.Convergence;
import meanfield.core.Convergence.Status;
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
    private static final double DIVERGENCE = 1e8;
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
        double startMeanSquare = QuadraticKernel.of(network, descent.moments()).meanSquare();
        WeightMoments start = descent.moments().copy();
        double squaredTarget = data.inputDimension();
        List<Epoch> epochs = new ArrayList<>(steps + 1);
        double limit = Double.NaN;
        for (int t = 0; t <= steps; t++) {
            double loss = descent.trainLoss();
            limit = t == 0 ? DIVERGENCE * Math.max(loss, Double.MIN_NORMAL) : limit;
            if (!(loss <= limit)) {
                String detail = "the loss left every bound at epoch " + t + " with learning rate " + learningRate;
                return new PolynomialRun(
                        epochs, descent.moments().copy(), Convergence.failed(Status.DIVERGED, t, loss, detail));
            }
            WeightMoments change = centering == OutputCentering.AT_START
                    ? descent.change()
                    : descent.moments().minus(start);
            QuadraticKernel kernel = QuadraticKernel.of(network, descent.moments());
            double form = descent.moments().form(data.target());
            Epoch epoch = new Epoch(
                    t,
                    loss,
                    PopulationLoss.of(network, descent.change(), data.target()),
                    kernel.distance(startMeanSquare, change),
                    QuadraticKernel.featureAlignment(change, data.target()),
                    kernel.targetAlignment(data.target(), form),
                    form / squaredTarget);
            epochs.add(epoch);
            if (!observer.goOn(epoch)) {
                return new PolynomialRun(
                        epochs,
                        descent.moments().copy(),
                        new Convergence(Status.CONVERGED, t, loss, Double.NaN, "ended by the observer"));
            }
            if (t < steps) {
                descent.advance();
            }
        }
        double last = epochs.get(epochs.size() - 1).trainLoss();
        return new PolynomialRun(
                epochs,
                descent.moments().copy(),
                new Convergence(Status.CONVERGED, steps, last, Double.NaN, "all steps taken"));
    }
}

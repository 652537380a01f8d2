package meanfield.grokking.experiments;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import meanfield.experiment.RunContext;
import meanfield.grokking.polynomial.EpochObserver;
import meanfield.grokking.polynomial.PolynomialData;
import meanfield.grokking.polynomial.PolynomialRun;
import meanfield.grokking.polynomial.PolynomialTraining;
import meanfield.grokking.polynomial.QuadraticNetwork;
import meanfield.grokking.polynomial.StableRate;
import meanfield.grokking.polynomial.WeightMoments;

/**
 * The infinitely wide network and the finite one on the same data.
 *
 * @param learningRate η₀ that was used
 * @param theory N = ∞
 * @param simulation width N; null when the width is 0
 */
record PolynomialRuns(double learningRate, PolynomialRun theory, PolynomialRun simulation) {
    private static final int HALVINGS = 8;
    private static final double ROUNDING = 1e-9;
    private static final int REPORT_EVERY = 64;

    /** When a run may end early: told the losses relative to their start; {@link #whole} never. */
    interface Stop extends BiPredicate<Double, Double> {}

    static Stop whole() {
        return (train, test) -> false;
    }

    static PolynomialRuns of(PolynomialSetting setting, Stop stop, RunContext context) {
        QuadraticNetwork network =
                new QuadraticNetwork(setting.alpha(), setting.epsilon()).withInitialScale(setting.initialScale());
        PolynomialData data =
                PolynomialData.portable(setting.inputDimension(), setting.trainSize(), setting.dataSeed());
        if (setting.learningRate() > 0) {
            return run(setting, network, data, setting.learningRate(), stop, context);
        }
        double rate = StableRate.of(network, data);
        PolynomialRuns runs = run(setting, network, data, rate, stop, context);
        for (int i = 0; i < HALVINGS && runs.rises(); i++) {
            rate /= 2;
            runs = run(setting, network, data, rate, stop, context);
        }
        return runs;
    }

    private static PolynomialRuns run(
            PolynomialSetting setting,
            QuadraticNetwork network,
            PolynomialData data,
            double rate,
            Stop stop,
            RunContext context) {
        PolynomialTraining training = PolynomialTraining.of(network, rate, setting.steps());
        int count = setting.width() > 0 ? 2 : 1;
        AtomicInteger done = new AtomicInteger();
        List<PolynomialRun> runs = context.workers().map(count, index -> {
            EpochObserver observer = observer(stop, setting.steps() * (double) count, done, context);
            if (index == 0) {
                return training.run(data, WeightMoments.infinite(setting.inputDimension()), observer);
            }
            double[] weights =
                    WeightMoments.portableWeights(setting.width(), setting.inputDimension(), setting.dataSeed() + 2);
            return training.run(data, weights, observer);
        });
        return new PolynomialRuns(rate, runs.get(0), count == 2 ? runs.get(1) : null);
    }

    private static EpochObserver observer(Stop stop, double total, AtomicInteger done, RunContext context) {
        double[] start = new double[2];
        return epoch -> {
            double test = epoch.testLoss().total();
            if (epoch.epoch() == 0) {
                start[0] = epoch.trainLoss();
                start[1] = test;
            }
            if (epoch.epoch() % REPORT_EVERY == 0) {
                context.checkCancelled();
                context.progress(done.addAndGet(REPORT_EVERY) / (total + 1), "epoch " + epoch.epoch());
            }
            return !stop.test(epoch.trainLoss() / start[0], test / start[1]);
        };
    }

    /** True when a run diverged or its training loss went up on the way. */
    private boolean rises() {
        return rises(theory) || simulation != null && rises(simulation);
    }

    private static boolean rises(PolynomialRun run) {
        double[] losses = run.trainLosses();
        for (int t = 1; t < losses.length; t++) {
            if (losses[t] > losses[t - 1] * (1 + ROUNDING) + Double.MIN_NORMAL) {
                return true;
            }
        }
        return !run.convergence().isConverged();
    }
}

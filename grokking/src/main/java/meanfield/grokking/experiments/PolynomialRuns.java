package meanfield.grokking.experiments;

import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
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
        Task task = new Task(setting, network, data, stop, context);
        if (setting.learningRate() > 0) {
            return task.run(setting.learningRate(), 0);
        }
        double rate = StableRate.of(network, data);
        PolynomialRuns runs = task.run(rate, 0);
        for (int trial = 1; trial <= HALVINGS && runs.rises(); trial++) {
            rate /= 2;
            runs = task.run(rate, trial);
        }
        return runs;
    }

    /** What is to be trained. */
    private record Task(
            PolynomialSetting setting, QuadraticNetwork network, PolynomialData data, Stop stop, RunContext context) {
        /** Both networks at this rate; every trial keeps its states in places of its own. */
        PolynomialRuns run(double rate, int trial) {
            PolynomialTraining training = PolynomialTraining.of(network, rate, setting.steps());
            int count = setting.width() > 0 ? 2 : 1;
            AtomicIntegerArray reached = new AtomicIntegerArray(count);
            List<PolynomialRun> runs = context.workers().map(count, index -> {
                String name = (index == 0 ? "theory-" : "simulation-") + trial;
                EpochObserver observer =
                        observer(reached, index).keptIn(context.checkpoints().at(name));
                int dimension = setting.inputDimension();
                return index == 0
                        ? training.run(data, WeightMoments.infinite(dimension), observer)
                        : training.run(
                                data,
                                WeightMoments.portableWeights(setting.width(), dimension, setting.dataSeed() + 2),
                                observer);
            });
            return new PolynomialRuns(rate, runs.get(0), count == 2 ? runs.get(1) : null);
        }

        private EpochObserver observer(AtomicIntegerArray reached, int index) {
            double total = setting.steps() * (double) reached.length() + 1;
            return (epoch, start) -> {
                if (epoch.epoch() % REPORT_EVERY == 0) {
                    context.checkCancelled();
                    reached.set(index, epoch.epoch());
                    double sum = 0;
                    for (int i = 0; i < reached.length(); i++) {
                        sum += reached.get(i);
                    }
                    context.progress(sum / total, "epoch " + epoch.epoch());
                }
                double train = epoch.trainLoss() / start.trainLoss();
                double test = epoch.testLoss().total() / start.testLoss().total();
                return !stop.test(train, test);
            };
        }
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

package meanfield.grokking.polynomial;

import meanfield.core.Convergence;
import meanfield.core.Convergence.Status;
import meanfield.core.checkpoint.RecordLog;
import meanfield.core.checkpoint.Resumable;
import meanfield.core.checkpoint.StateReader;
import meanfield.core.checkpoint.StateWriter;
import meanfield.core.network.OutputCentering;

/** One training run: the loop, its record and its verdict. Its state is the record and that of the descent. */
final class PolynomialLoop implements Resumable {
    private static final double DIVERGENCE = 1e8;

    private final PolynomialTraining training;
    private final PolynomialData data;
    private final Descent descent;
    private final WeightMoments start;
    private final double startMeanSquare;
    private final RecordLog<Epoch> epochs = new RecordLog<>(Epoch::toNumbers, Epoch::ofNumbers);

    PolynomialLoop(PolynomialTraining training, PolynomialData data, Descent descent) {
        this.training = training;
        this.data = data;
        this.descent = descent;
        this.start = descent.moments().copy();
        this.startMeanSquare =
                QuadraticKernel.of(training.network(), descent.moments()).meanSquare();
    }

    @Override
    public void save(StateWriter out) {
        descent.save(out);
        epochs.save(out);
    }

    @Override
    public void restore(StateReader in) {
        descent.restore(in);
        epochs.restore(in);
    }

    PolynomialRun run(EpochObserver observer) {
        observer.checkpoint().restore(this);
        while (true) {
            int t = epochs.entries().size();
            boolean last = t == training.steps();
            if (last) {
                observer.checkpoint().settle(this);
            } else {
                observer.checkpoint().offer(this);
            }
            double loss = descent.trainLoss();
            if (!(loss <= limit(loss))) {
                return ended(Convergence.failed(
                        Status.DIVERGED,
                        t,
                        loss,
                        "the loss left every bound at epoch " + t + " with learning rate " + training.learningRate()));
            }
            epochs.add(epoch(t, loss));
            if (!observer.goOn(epochs.entries().get(t), epochs.entries().get(0))) {
                return ended(new Convergence(Status.CONVERGED, t, loss, Double.NaN, "ended by the observer"));
            }
            if (last) {
                return ended(new Convergence(Status.CONVERGED, t, loss, Double.NaN, "all steps taken"));
            }
            descent.advance();
        }
    }

    /** A multiple of the loss at the start. */
    private double limit(double loss) {
        double first =
                epochs.entries().isEmpty() ? loss : epochs.entries().get(0).trainLoss();
        return DIVERGENCE * Math.max(first, Double.MIN_NORMAL);
    }

    private Epoch epoch(int t, double loss) {
        QuadraticNetwork network = training.network();
        WeightMoments change = training.centering() == OutputCentering.AT_START
                ? descent.change()
                : descent.moments().minus(start);
        QuadraticKernel kernel = QuadraticKernel.of(network, descent.moments());
        double form = descent.moments().form(data.target());
        return new Epoch(
                t,
                loss,
                PopulationLoss.of(network, descent.change(), data.target()),
                kernel.distance(startMeanSquare, change),
                QuadraticKernel.featureAlignment(change, data.target()),
                kernel.targetAlignment(data.target(), form),
                form / data.inputDimension());
    }

    private PolynomialRun ended(Convergence convergence) {
        return new PolynomialRun(epochs.entries(), descent.moments().copy(), convergence);
    }
}

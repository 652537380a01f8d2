package meanfield.core.network;

import java.util.Arrays;
import meanfield.core.Convergence;
import meanfield.core.Convergence.Status;
import meanfield.core.Require;
import meanfield.core.checkpoint.Resumable;
import meanfield.core.checkpoint.StateReader;
import meanfield.core.checkpoint.StateWriter;
import meanfield.core.random.RandomStream;
import org.ejml.data.DMatrixRMaj;

/**
 * One training run: the loop, its record and its verdict. Its state between two steps is the number of the step, losses so
 * far, parameters, moments of the update rule, the position of the batches, and what the observer recorded.
 */
final class TrainingRun implements Resumable {
    private final GradientDescent settings;
    private final FiniteNetwork initial;
    private final NetworkParameters parameters;
    private final FiniteNetwork network;
    private final DMatrixRMaj inputs;
    private final DMatrixRMaj targets;
    /** f₀ on the training inputs, null when outputs are not centred. */
    private final DMatrixRMaj startOutputs;

    private final BatchSampler sampler;
    private final ParameterUpdate update;
    private final double[] losses;
    /** The step that is next to be evaluated. */
    private int step;

    private Resumable record = Resumable.NOTHING;
    /** The full pass at the present parameters, null until somebody needs it. */
    private ForwardPass pass;

    private DMatrixRMaj outputs;
    /** The mini-batch of the coming update; null for a full batch. */
    private Batch batch;

    private DMatrixRMaj otherInputs;
    private DMatrixRMaj otherStart;

    TrainingRun(
            GradientDescent settings,
            FiniteNetwork initial,
            DMatrixRMaj inputs,
            DMatrixRMaj targets,
            RandomStream random) {
        Require.present("network", initial);
        Require.present("inputs", inputs);
        Require.present("targets", targets);
        Require.that(
                targets.numRows == inputs.numRows
                        && targets.numCols == initial.shape().outputs(),
                "targets",
                "be " + inputs.numRows + " x " + initial.shape().outputs() + " (examples x outputs)",
                targets.numRows + " x " + targets.numCols);
        Require.that(inputs.numRows >= 1, "inputs", "have at least one row", inputs.numRows);
        requireFinite("inputs", inputs);
        requireFinite("targets", targets);
        this.settings = settings;
        this.initial = initial;
        this.parameters = initial.parameters();
        this.network = FiniteNetwork.over(initial.shape(), parameters, initial.algebra());
        this.inputs = inputs;
        this.targets = targets;
        this.startOutputs = settings.centering() == OutputCentering.AT_START ? initial.outputs(inputs) : null;
        boolean full = settings.batching().rule() == Batching.Rule.FULL;
        this.sampler = full ? null : new BatchSampler(settings.batching(), inputs.numRows, random);
        this.update = new ParameterUpdate(settings, initial.shape());
        this.losses = new double[settings.steps() + 1];
    }

    TrainedNetwork run(TrainingObserver observer) {
        Require.present("observer", observer);
        double limit = divergenceLimit();
        record = observer.record();
        observer.checkpoint().restore(this);
        while (true) {
            boolean last = step == settings.steps();
            if (last) {
                observer.checkpoint().settle(this);
            } else {
                observer.checkpoint().offer(this);
            }
            losses[step] = evaluate(last);
            if (!(losses[step] <= limit)) {
                return diverged(Arrays.copyOf(losses, step), step, losses[step]);
            }
            observer.at(new TrainingStep(this, step));
            if (losses[step] <= settings.targetLoss() && settings.targetLoss() > 0) {
                return ended(Arrays.copyOf(losses, step + 1), Convergence.converged(step, losses[step], Double.NaN));
            }
            if (last) {
                return ended(losses, verdictAfterAllSteps(losses[step]));
            }
            if (!descend()) {
                return diverged(Arrays.copyOf(losses, step + 1), step + 1, Double.POSITIVE_INFINITY);
            }
            step++;
        }
    }

    @Override
    public void save(StateWriter out) {
        out.write(losses, step);
        parameters.blocks().forEach(out::write);
        update.save(out);
        if (sampler != null) {
            sampler.save(out);
        }
        record.save(out);
    }

    @Override
    public void restore(StateReader in) {
        step = in.readFront(losses);
        parameters.blocks().forEach(in::readInto);
        update.restore(in);
        if (sampler != null) {
            sampler.restore(in);
        }
        record.restore(in);
        pass = null;
        outputs = null;
    }

    /** The loss that the record takes at this step; infinite when the network overflows. */
    private double evaluate(boolean last) {
        try {
            batch = sampler == null || last ? null : batch(sampler.next());
            return batch == null ? trainingLoss() : settings.loss().value(batch.outputs, batch.targets);
        } catch (ArithmeticException e) {
            return Double.POSITIVE_INFINITY;
        } catch (IllegalArgumentException e) {
            // Products refuse parameters that are not finite; anything else is a mistake of ours or of the caller.
            if (parameters.isFinite()) {
                throw e;
            }
            return Double.POSITIVE_INFINITY;
        }
    }

    /** One update; false when it overflowed. */
    private boolean descend() {
        try {
            NetworkParameters gradient = batch == null
                    ? network.pullback(fullPass(), settings.loss().gradient(trainingOutputs(), targets))
                    : network.pullback(batch.pass, settings.loss().gradient(batch.outputs, batch.targets));
            update.apply(parameters, gradient);
        } catch (ArithmeticException e) {
            return false;
        }
        pass = null;
        outputs = null;
        return true;
    }

    double learningRate() {
        return settings.learningRate();
    }

    double trainingLoss() {
        return settings.loss().value(trainingOutputs(), targets);
    }

    /** Outputs on the training set, centred if asked for; kept until the next update. */
    DMatrixRMaj trainingOutputs() {
        if (outputs == null) {
            outputs = centred(fullPass().outputs(), startOutputs);
        }
        return outputs;
    }

    DMatrixRMaj outputs(DMatrixRMaj others) {
        if (settings.centering() == OutputCentering.NONE) {
            return network.outputs(others);
        }
        if (otherInputs != others) {
            otherStart = initial.outputs(others);
            otherInputs = others;
        }
        return centred(network.outputs(others), otherStart);
    }

    FiniteNetwork snapshot() {
        return FiniteNetwork.of(network.shape(), parameters, network.algebra());
    }

    private ForwardPass fullPass() {
        if (pass == null) {
            pass = network.forward(inputs);
        }
        return pass;
    }

    private static DMatrixRMaj centred(DMatrixRMaj outputs, DMatrixRMaj start) {
        if (start == null) {
            return outputs;
        }
        DMatrixRMaj difference = outputs.copy();
        NetworkKernels.addScaled(-1, start.data, difference.data);
        return difference;
    }

    /** A mini-batch with its pass; outputs centred if asked for. */
    private record Batch(ForwardPass pass, DMatrixRMaj outputs, DMatrixRMaj targets) {}

    private Batch batch(int[] rows) {
        ForwardPass batchPass = network.forward(rowsOf(inputs, rows));
        DMatrixRMaj start = startOutputs == null ? null : rowsOf(startOutputs, rows);
        return new Batch(batchPass, centred(batchPass.outputs(), start), rowsOf(targets, rows));
    }

    private static DMatrixRMaj rowsOf(DMatrixRMaj from, int[] rows) {
        DMatrixRMaj picked = new DMatrixRMaj(rows.length, from.numCols);
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(from.data, rows[i] * from.numCols, picked.data, i * from.numCols, from.numCols);
        }
        return picked;
    }

    /** A multiple of the larger of the loss at the start and the loss of zero output. */
    private double divergenceLimit() {
        double zero = settings.loss().value(new DMatrixRMaj(targets.numRows, targets.numCols), targets);
        double start = trainingLoss();
        double limit = GradientDescent.DIVERGENCE * Math.max(Double.MIN_NORMAL, Math.max(start, zero));
        return Math.min(limit, Double.MAX_VALUE);
    }

    private TrainedNetwork diverged(double[] losses, int step, double loss) {
        String detail = "the loss left every bound at step " + step + " with learning rate " + settings.learningRate();
        return ended(losses, Convergence.failed(Status.DIVERGED, step, loss, detail));
    }

    private Convergence verdictAfterAllSteps(double loss) {
        int steps = settings.steps();
        return settings.targetLoss() > 0
                ? Convergence.failed(Status.ITERATION_LIMIT, steps, loss, "target loss " + settings.targetLoss())
                : new Convergence(Status.CONVERGED, steps, loss, Double.NaN, "all steps taken");
    }

    private TrainedNetwork ended(double[] losses, Convergence convergence) {
        return new TrainedNetwork(network, initial, losses, convergence);
    }

    private static void requireFinite(String name, DMatrixRMaj matrix) {
        for (int i = 0; i < matrix.getNumElements(); i++) {
            if (!Double.isFinite(matrix.data[i])) {
                Require.that(
                        false,
                        name + " (" + i / matrix.numCols + ", " + i % matrix.numCols + ")",
                        "be finite",
                        matrix.data[i]);
            }
        }
    }
}

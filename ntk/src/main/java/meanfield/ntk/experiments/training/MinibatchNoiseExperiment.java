package meanfield.ntk.experiments.training;

import java.util.Collections;
import java.util.List;
import meanfield.core.Convergence;
import meanfield.core.activation.StandardActivation;
import meanfield.core.checkpoint.Checkpoint;
import meanfield.core.checkpoint.RecordLog;
import meanfield.core.network.FiniteNetwork;
import meanfield.core.network.GradientDescent;
import meanfield.core.network.NetworkShape;
import meanfield.core.network.TrainingObserver;
import meanfield.core.random.RandomStream;
import meanfield.experiment.Axis;
import meanfield.experiment.Column;
import meanfield.experiment.Experiment;
import meanfield.experiment.Rows;
import meanfield.experiment.RunContext;
import meanfield.experiment.Schema;
import meanfield.experiment.Source;
import meanfield.experiment.Spelling;
import meanfield.experiment.chart.Figure;
import meanfield.experiment.chart.Layer;
import meanfield.ntk.training.MinibatchNoise;
import meanfield.ntk.training.ResidualMoments;
import meanfield.ntk.training.SteppedTraining;
import org.ejml.data.DMatrixRMaj;

/**
 * Loss and output variance of wide networks under stochastic gradient descent, step by step, for several batch sizes.
 *
 * <pre>
 *   trainLoss = E (1/2N) Σ (f-y)²,   outputVariance = (1/N) Σ_i Var f(x_i),   over initializations and batches    (1)
 * </pre>
 *
 * Theory: the exact recursion of the second moment of {@link MinibatchNoise} from the ensemble at initialization, mean -y
 * and covariance K. Simulation ({@code dynamics} = linear): runs of the linear dynamics, which must agree within sampling
 * errors; ({@code dynamics} = networks): networks of finite width, which agree up to their width.
 *
 * <p>Edge cases: noise makes small batches diverge below the full-batch edge; rows of theory beyond 1e8 times the start are
 * marked not converged, simulated ones that overflow failed. Summary: {@code maximumLearningRate}, the full-batch edge.
 *
 * <p>Source: [Lee2019].
 */
public final class MinibatchNoiseExperiment implements Experiment<MinibatchTraining> {
    private static final double DIVERGENCE = 1e8;
    private static final int MARKERS = 20;

    @Override
    public String id() {
        return "ntk.minibatch-noise";
    }

    @Override
    public String claim() {
        return "Mean and covariance of a wide network's outputs under stochastic gradient descent follow a closed linear"
                + " recursion, for any batch size and learning rate (linear model of Lee et al. 2019).";
    }

    @Override
    public MinibatchTraining defaults() {
        return new MinibatchTraining(
                StandardActivation.ERF,
                1,
                1.8,
                0.05,
                16,
                4,
                0.6,
                List.of(1, 2, 4, 16),
                BatchRule.WITHOUT_REPLACEMENT,
                120,
                10_000,
                40,
                1024);
    }

    @Override
    public MinibatchTraining quick() {
        return new MinibatchTraining(
                StandardActivation.ERF,
                1,
                1.8,
                0.05,
                16,
                4,
                0.6,
                List.of(1, 2, 4, 16),
                BatchRule.WITHOUT_REPLACEMENT,
                60,
                1000,
                16,
                512);
    }

    @Override
    public Schema schema() {
        Column loss = Column.number("trainLoss", "", "loss on the training examples");
        Column variance = Column.number("outputVariance", "", "variance of the outputs at the training points");
        return Schema.of(
                Column.integer("batchSize", "B", "examples in a batch"),
                Column.integer("step", "", "updates so far"),
                Column.number("time", "\\eta t", "learning rate × steps"),
                Column.text("dynamics", "linear (infinite width) or networks (trained networks of finite width)"),
                Column.text("marker", "what figures draw the row as: theory, simulation, networks, or nothing"),
                loss,
                loss.standardError(),
                variance,
                variance.standardError());
    }

    @Override
    public void run(MinibatchTraining parameters, RunContext context, Rows rows) {
        Problem problem = Problem.draw(parameters, context);
        rows.summary(
                "maximumLearningRate",
                SteppedTraining.of(problem.ntk(), problem.targets(), context.linearAlgebra())
                        .maximumLearningRate());
        for (int batchSize : parameters.batchSizes()) {
            theory(parameters, problem, batchSize, context, rows);
        }
        double done = 0;
        for (int batchSize : parameters.batchSizes()) {
            context.progress(done / parameters.batchSizes().size(), "batch size " + batchSize);
            if (parameters.runs() > 0) {
                linear(parameters, problem, batchSize, context, rows);
            }
            if (parameters.networks() > 0) {
                networks(parameters, problem, batchSize, context, rows);
            }
            done++;
        }
    }

    private static void theory(
            MinibatchTraining parameters, Problem problem, int batchSize, RunContext context, Rows rows) {
        MinibatchNoise noise = MinibatchNoise.of(
                        problem.ntk(),
                        parameters.learningRate(),
                        parameters.batchRule().batching(batchSize))
                .withLinearAlgebra(context.linearAlgebra());
        DMatrixRMaj mean = problem.targets().copy();
        for (int i = 0; i < mean.data.length; i++) {
            mean.data[i] = -mean.data[i];
        }
        ResidualMoments moments = ResidualMoments.gaussian(mean, problem.nngp());
        double limit = DIVERGENCE * moments.meanLoss();
        boolean diverged = false;
        for (int step = 0; step <= parameters.steps(); step++) {
            context.checkCancelled();
            diverged = diverged || !(moments.meanLoss() <= limit);
            Rows.Row row = new Place(parameters, batchSize, step, "linear").row(rows, Source.THEORY);
            if (diverged) {
                row.verdict(Convergence.failed(
                        Convergence.Status.DIVERGED, step, Double.NaN, "the second moment grows: eta is too large"));
            } else {
                row.set("trainLoss", moments.meanLoss()).set("outputVariance", meanDiagonal(moments.covariance()));
                moments = step < parameters.steps() ? noise.next(moments) : moments;
            }
            row.add();
        }
    }

    private static double meanDiagonal(DMatrixRMaj matrix) {
        double trace = 0;
        for (int i = 0; i < matrix.numRows; i++) {
            trace += matrix.get(i, i);
        }
        return trace / matrix.numRows;
    }

    private static void linear(
            MinibatchTraining parameters, Problem problem, int batchSize, RunContext context, Rows rows) {
        LinearRuns runs = LinearRuns.start(
                parameters.runs(),
                problem,
                new LinearRuns.Steps(parameters.learningRate(), batchSize, parameters.batchRule()),
                context.linearAlgebra(),
                context.random("runs").child(batchSize));
        for (int step = 0; step <= parameters.steps(); step++) {
            context.checkCancelled();
            add(new Place(parameters, batchSize, step, "linear"), runs.residuals(), rows);
            if (step < parameters.steps()) {
                runs.step();
            }
        }
    }

    private static void networks(
            MinibatchTraining parameters, Problem problem, int batchSize, RunContext context, Rows rows) {
        NetworkShape shape = NetworkShape.of(
                        parameters.inputDimension(),
                        Collections.nCopies(parameters.depth(), parameters.width()),
                        1,
                        parameters.activation())
                .withWeightVariance(parameters.weightVariance())
                .withBiasVariance(parameters.biasVariance());
        GradientDescent descent = GradientDescent.withDefaults()
                .withLearningRate(parameters.learningRate())
                .withSteps(parameters.steps())
                .withBatching(parameters.batchRule().batching(batchSize));
        RandomStream random = context.random("networks").child(batchSize);
        List<List<double[]>> histories = context.workers().map(parameters.networks(), m -> {
            FiniteNetwork network =
                    FiniteNetwork.draw(shape, random.child("weights").child(m), context.linearAlgebra());
            RecordLog<double[]> history = RecordLog.ofArrays();
            TrainingObserver watching = state -> {
                context.checkCancelled();
                double[] residual = state.outputs().data;
                for (int i = 0; i < residual.length; i++) {
                    residual[i] -= problem.targets().data[i];
                }
                history.add(residual);
            };
            Checkpoint checkpoint = context.checkpoints().at("network-" + batchSize + "-" + m);
            descent.train(
                    network,
                    problem.inputs(),
                    problem.targets(),
                    random.child("batches").child(m),
                    watching.keptIn(checkpoint, history));
            return history.entries();
        });
        for (int step = 0; step <= parameters.steps(); step++) {
            int at = step;
            Place place = new Place(parameters, batchSize, step, "networks");
            long alive = histories.stream().filter(h -> at < h.size()).count();
            if (alive < histories.size()) {
                place.row(rows, Source.SIMULATION)
                        .failed((histories.size() - alive) + " of " + histories.size() + " networks diverged")
                        .add();
            } else {
                add(place, histories.stream().map(h -> h.get(at)).toArray(double[][]::new), rows);
            }
        }
    }

    private static void add(Place place, double[][] residuals, Rows rows) {
        ResidualSample sample = ResidualSample.of(residuals);
        Rows.Row row = place.row(rows, Source.SIMULATION);
        if (Double.isFinite(sample.loss().value())
                && Double.isFinite(sample.outputVariance().value())) {
            row.set("trainLoss", sample.loss().value())
                    .set("trainLossStdErr", sample.loss().standardError())
                    .set("outputVariance", sample.outputVariance().value())
                    .set("outputVarianceStdErr", sample.outputVariance().standardError());
        } else {
            row.failed("the runs left the range of numbers: the learning rate is too large");
        }
        row.add();
    }

    /** What a row is about. */
    private record Place(MinibatchTraining parameters, int batchSize, int step, String dynamics) {
        Rows.Row row(Rows rows, Source source) {
            int every = Math.max(1, (parameters.steps() + MARKERS - 1) / MARKERS);
            String simulated = dynamics.equals("linear") ? "simulation" : dynamics;
            String marker = step % every == 0 ? simulated : "nothing";
            return rows.row(source)
                    .set("batchSize", batchSize)
                    .set("step", step)
                    .set("time", parameters.learningRate() * step)
                    .set("dynamics", dynamics)
                    .set("marker", source == Source.THEORY ? "theory" : marker);
        }
    }

    @Override
    public List<Figure> figures(MinibatchTraining parameters, List<Axis> axes) {
        Figure loss = panel("minibatch-noise", "trainLoss", "simulation")
                .withLabels("time \\eta t", "mean training loss")
                .withTitle("Loss, " + parameters.runs() + " linear runs")
                .withCaption("Stochastic gradient descent of a wide network (" + Spelling.of(parameters.activation())
                        + ", N = " + parameters.trainSize() + " examples, \\eta = " + parameters.learningRate()
                        + "). Lines: exact recursion of the second moment, no fit. Points: (a), (b) simulated runs of the"
                        + " linear dynamics, (c) " + parameters.networks() + " networks of " + parameters.width()
                        + " units, whose width the theory does not know.");
        Figure variance = panel("minibatch-noise-variance", "outputVariance", "simulation")
                .withLabels("time \\eta t", "variance of the outputs")
                .withTitle("Variance of the outputs");
        Figure networks = panel("minibatch-noise-networks", "trainLoss", "networks")
                .withLabels("time \\eta t", "mean training loss")
                .withTitle("Trained networks");
        return List.of(loss.beside(variance).beside(networks));
    }

    private static Figure panel(String name, String column, String marker) {
        return Figure.xy(name, "time", column)
                .withLogY()
                .with(Layer.line(column).where("marker", "theory").by("batchSize"))
                .with(Layer.points(column).where("marker", marker).by("batchSize"));
    }

    @Override
    public List<String> references() {
        return List.of("Lee2019");
    }

    @Override
    public Cost cost(MinibatchTraining parameters) {
        double n = parameters.trainSize();
        double batches = parameters.batchSizes().stream().mapToInt(b -> b).sum();
        double weights = parameters.width()
                * (parameters.inputDimension() + (double) parameters.width() * (parameters.depth() - 1));
        double linear = 3e-9
                * parameters.runs()
                * n
                * (batches + 4.0 * parameters.batchSizes().size());
        double networks =
                parameters.networks() * parameters.batchSizes().size() * (2e-5 + weights * (4e-9 + 4e-10 * n));
        double theory = 4e-9 * n * n * n * parameters.batchSizes().size();
        return new Cost(
                parameters.steps() * (linear + networks + theory),
                8 * n * (parameters.runs() + (double) parameters.networks() * parameters.steps()) + 64 * n * n);
    }
}

package meanfield.ntk.experiments;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import meanfield.core.Convergence;
import meanfield.core.activation.StandardActivation;
import meanfield.core.checkpoint.RecordLog;
import meanfield.core.network.FiniteNetwork;
import meanfield.core.network.GradientDescent;
import meanfield.core.network.Loss;
import meanfield.core.network.NetworkShape;
import meanfield.core.network.TrainedNetwork;
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
import meanfield.ntk.kernel.KernelPair;
import meanfield.ntk.kernel.KernelRecursion;
import org.ejml.data.DMatrixRMaj;

/**
 * Training and test loss of wide networks under full-batch gradient descent, beside the exact ensemble mean of the
 * infinite-width limit, step by step.
 *
 * <pre>
 *   loss (1/2N) Σ (f - y)²,   target y = √2 sin(a·x),   |x| = √D, a a random unit vector                        (1)
 * </pre>
 *
 * Theory: bias and variance over random initializations of the linearized dynamics with finite η, equations (2) and (3)
 * of {@link EnsembleLoss}. Simulation: mean and standard error over independently initialized networks of {@code width}
 * units trained on the same data. Both losses carry the factor ½.
 *
 * <p>Edge cases: η above the stability edge 2N/λ_max: the summary {@code stable} is 0, losses grow, and from where they
 * pass 1e8 times the start the rows are marked not converged; a simulated network that diverged fails the rest of the
 * simulation's rows. Summary: {@code maximumLearningRate}, {@code stable}.
 *
 * <p>Source: [Lee2019], [Jacot2018].
 */
public final class TrainingDynamicsExperiment implements Experiment<TrainingDynamics> {
    private static final double DIVERGENCE = 1e8;
    private static final int MARKERS = 30;

    @Override
    public String id() {
        return "ntk.training-dynamics";
    }

    @Override
    public String claim() {
        return "Gradient descent of a wide network follows the linear dynamics of its tangent kernel at all times"
                + " (Jacot et al. 2018; Lee et al. 2019).";
    }

    @Override
    public TrainingDynamics defaults() {
        return new TrainingDynamics(StandardActivation.ERF, 2, 512, 0.5, 250, 1.8, 0.05, 20, 40, 4, 16);
    }

    @Override
    public TrainingDynamics quick() {
        return new TrainingDynamics(StandardActivation.ERF, 1, 1024, 0.8, 120, 1.8, 0.05, 16, 32, 4, 16);
    }

    @Override
    public Schema schema() {
        Column train = Column.number("trainLoss", "", "loss on the training examples");
        Column test = Column.number("testLoss", "", "loss on the test examples");
        return Schema.of(
                Column.integer("step", "", "updates so far"),
                Column.text(
                        "marker", "yes for rows that figures draw: all of theory, about thirty steps of simulations"),
                Column.number("time", "\\eta t", "learning rate × steps"),
                train,
                train.standardError(),
                test,
                test.standardError());
    }

    /** Inputs, one target each. */
    private record Sample(DMatrixRMaj inputs, DMatrixRMaj targets) {
        static Sample draw(int size, double[] direction, RandomStream random) {
            DMatrixRMaj inputs = SphereInputs.draw(size, direction.length, random);
            DMatrixRMaj targets = new DMatrixRMaj(size, 1);
            for (int i = 0; i < size; i++) {
                double projection = 0;
                for (int j = 0; j < direction.length; j++) {
                    projection += direction[j] * inputs.get(i, j);
                }
                targets.data[i] = Math.sqrt(2) * StrictMath.sin(projection);
            }
            return new Sample(inputs, targets);
        }
    }

    @Override
    public void run(TrainingDynamics parameters, RunContext context, Rows rows) {
        int d = parameters.inputDimension();
        double[] direction = SphereInputs.draw(1, d, context.random("target")).data;
        for (int j = 0; j < d; j++) {
            direction[j] /= Math.sqrt(d);
        }
        Sample train = Sample.draw(parameters.trainSize(), direction, context.random("train"));
        Sample test = Sample.draw(parameters.testSize(), direction, context.random("test"));
        theory(parameters, train, test, context, rows);
        if (parameters.networks() > 0) {
            simulate(parameters, train, test, context, rows);
        }
    }

    private static void theory(TrainingDynamics parameters, Sample train, Sample test, RunContext context, Rows rows) {
        KernelRecursion recursion = KernelRecursion.of(parameters.network())
                .withWorkers(context.workers())
                .withLinearAlgebra(context.linearAlgebra());
        KernelPair trainKernels = recursion.kernels(train.inputs());
        KernelPair cross = recursion.kernels(test.inputs(), train.inputs());
        EnsembleLoss.Test known =
                new EnsembleLoss.Test(recursion.variances(test.inputs()).nngp(), test.targets().data);
        EnsembleLoss loss = EnsembleLoss.of(
                trainKernels, cross, train.targets().data, known, parameters.learningRate(), context.linearAlgebra());
        rows.summary("maximumLearningRate", 2 * parameters.learningRate() / loss.largestFactor());
        rows.summary("stable", loss.largestFactor() < 2 ? 1 : 0);
        double limit = DIVERGENCE * Math.max(loss.train(0), loss.test(0));
        for (int step = 0; step <= parameters.steps(); step++) {
            if (step % 256 == 0) {
                context.checkCancelled();
            }
            double trainLoss = loss.train(step);
            double testLoss = loss.test(step);
            Rows.Row row = rows.row(Source.THEORY)
                    .set("step", step)
                    .set("marker", "yes")
                    .set("time", parameters.learningRate() * step)
                    .set("trainLoss", trainLoss)
                    .set("testLoss", testLoss);
            if (!(Math.max(trainLoss, testLoss) <= limit)) {
                row.verdict(Convergence.failed(
                        Convergence.Status.DIVERGED, step, trainLoss, "the learning rate is above 2N/lambda_max"));
            }
            row.add();
        }
    }

    private static void simulate(
            TrainingDynamics parameters, Sample train, Sample test, RunContext context, Rows rows) {
        NetworkShape shape = NetworkShape.of(
                        parameters.inputDimension(),
                        Collections.nCopies(parameters.depth(), parameters.width()),
                        1,
                        parameters.activation())
                .withWeightVariance(parameters.weightVariance())
                .withBiasVariance(parameters.biasVariance());
        GradientDescent descent = GradientDescent.withDefaults()
                .withLearningRate(parameters.learningRate())
                .withSteps(parameters.steps());
        RandomStream random = context.random("networks");
        AtomicInteger done = new AtomicInteger();
        List<Curves> curves = context.workers().map(parameters.networks(), m -> {
            FiniteNetwork network = FiniteNetwork.draw(shape, random.child(m), context.linearAlgebra());
            Curves curve = Curves.train(descent, network, train, test, new Watch(context, "network-" + m));
            context.progress((double) done.incrementAndGet() / parameters.networks(), "training networks");
            return curve;
        });
        for (int step = 0; step <= parameters.steps(); step++) {
            addRow(parameters, curves, step, rows);
        }
    }

    private static void addRow(TrainingDynamics parameters, List<Curves> curves, int step, Rows rows) {
        Rows.Row row = rows.row(Source.SIMULATION)
                .set("step", step)
                .set("marker", marker(parameters, step))
                .set("time", parameters.learningRate() * step);
        int alive = (int) curves.stream().filter(c -> step < c.length).count();
        if (alive < curves.size()) {
            row.failed((curves.size() - alive) + " of " + curves.size() + " networks diverged");
        } else {
            Estimate train = Estimate.mean(
                    curves.stream().mapToDouble(c -> c.train[step]).toArray());
            Estimate test =
                    Estimate.mean(curves.stream().mapToDouble(c -> c.test[step]).toArray());
            row.set("trainLoss", train.value())
                    .set("trainLossStdErr", train.standardError())
                    .set("testLoss", test.value())
                    .set("testLossStdErr", test.standardError());
        }
        row.add();
    }

    /** Few enough markers that the lines under them can be seen. */
    private static String marker(TrainingDynamics parameters, int step) {
        return step % Math.max(1, (parameters.steps() + MARKERS - 1) / MARKERS) == 0 ? "yes" : "no";
    }

    /** Losses of one network by step; {@code length} entries before it diverged. */
    private record Curves(double[] train, double[] test, int length) {
        static Curves train(GradientDescent descent, FiniteNetwork network, Sample train, Sample test, Watch watch) {
            RecordLog<double[]> testLosses = RecordLog.ofArrays();
            TrainingObserver watching = state -> {
                watch.context.checkCancelled();
                testLosses.add(new double[] {Loss.MEAN_SQUARE.value(state.outputs(test.inputs()), test.targets())});
            };
            TrainingObserver observer =
                    watching.keptIn(watch.context.checkpoints().at(watch.name), testLosses);
            TrainedNetwork trained = descent.train(network, train.inputs(), train.targets(), observer);
            double[] seen =
                    testLosses.entries().stream().mapToDouble(each -> each[0]).toArray();
            return new Curves(trained.losses(), seen, trained.losses().length);
        }
    }

    /** Who looks on, and the name of the training's checkpoint. */
    private record Watch(RunContext context, String name) {}

    @Override
    public List<Figure> figures(TrainingDynamics parameters, List<Axis> axes) {
        Figure figure = Figure.xy("training-dynamics", "time", "trainLoss")
                .with(Layer.line("trainLoss")
                        .where("source", "theory")
                        .where("marker", "yes")
                        .labelled("training, theory"))
                .with(Layer.points("trainLoss")
                        .where("source", "simulation")
                        .where("marker", "yes")
                        .labelled("training, networks"))
                .with(Layer.dashed("testLoss")
                        .where("source", "theory")
                        .where("marker", "yes")
                        .labelled("test, theory"))
                .with(Layer.points("testLoss")
                        .where("source", "simulation")
                        .where("marker", "yes")
                        .labelled("test, networks"))
                .withLogY()
                .withLabels("time \\eta t", "loss")
                .withTitle(Spelling.of(parameters.activation()) + ", depth " + parameters.depth() + ", width "
                        + parameters.width())
                .withCaption("Mean loss over " + parameters.networks() + " networks trained by gradient descent"
                        + " (points, standard errors) beside the exact mean over infinitely wide networks, no fit"
                        + " (lines).");
        return List.of(figure);
    }

    @Override
    public List<String> references() {
        return List.of("Jacot2018", "Lee2019");
    }

    @Override
    public Cost cost(TrainingDynamics parameters) {
        double n = parameters.width();
        double examples = 3.0 * parameters.trainSize() + parameters.testSize();
        double layers = n * n * (parameters.depth() - 1) + n * parameters.inputDimension();
        double step = 2e-10 * examples * layers + 4e-9 * n * parameters.inputDimension() + 2e-5 + 4e-9 * n * n;
        double theory = 1e-9 * parameters.testSize() * parameters.trainSize() * parameters.trainSize();
        return new Cost(
                parameters.steps() * (parameters.networks() * step + theory),
                8 * (4 * layers + 3.0 * parameters.trainSize() * parameters.trainSize())
                        + 16.0 * parameters.networks() * parameters.steps());
    }
}

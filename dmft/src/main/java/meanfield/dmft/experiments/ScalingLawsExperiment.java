package meanfield.dmft.experiments;

import java.util.List;
import meanfield.core.random.RandomStream;
import meanfield.dmft.scaling.LinearFeatureModel;
import meanfield.dmft.scaling.ScalingSimulation;
import meanfield.dmft.scaling.ScalingSimulation.Trajectory;
import meanfield.dmft.scaling.ScalingSolution;
import meanfield.dmft.scaling.ScalingSolver;
import meanfield.experiment.Axis;
import meanfield.experiment.Column;
import meanfield.experiment.Experiment;
import meanfield.experiment.Rows;
import meanfield.experiment.RunContext;
import meanfield.experiment.Schema;
import meanfield.experiment.Source;
import meanfield.experiment.chart.Figure;
import meanfield.experiment.chart.Layer;

/**
 * Scaling laws in training time, data and width of a solvable model: losses at every step, theory beside trained draws.
 *
 * <p>A finite {@code trainSize} or {@code width} bends the power law in time to the level {@code limitTestLoss}, which falls as a
 * power of the size; a sweep over either draws it. {@code ensembleTestLoss} and {@code baggedTestLoss} are those of infinitely
 * many students with projections, or training sets, of their own.
 *
 * <p>Summary: {@code timeExponent} (a-1)/b, {@code sizeExponent} min(a-1, 2b), {@code fittedTimeExponent} over the last decade of
 * steps (NaN below 20 steps).
 *
 * <p>Source: [Bordelon2024].
 */
public final class ScalingLawsExperiment implements Experiment<ScalingLaws> {
    private static final int FEWEST_STEPS_FITTED = 20;

    @Override
    public String id() {
        return "dmft.scaling-laws";
    }

    @Override
    public String claim() {
        return "The test loss of random-feature regression falls as different powers of training time, data and width, as"
                + " dynamical mean-field theory predicts (Bordelon et al. 2024).";
    }

    @Override
    public ScalingLaws defaults() {
        return new ScalingLaws(2000, 2, 1.5, 0, 0, 2, 200, 0, 20);
    }

    @Override
    public ScalingLaws quick() {
        return new ScalingLaws(200, 1.6, 1.3, 60, 100, 2, 60, 0.04, 10);
    }

    @Override
    public Schema schema() {
        Column test = Column.number("testLoss", "\\mathcal{L}", "mean squared error on the noise-free target");
        Column train = Column.number("trainLoss", "\\hat{\\mathcal{L}}", "mean squared residual on the training set");
        return Schema.of(
                Column.integer("step", "t", "updates so far"),
                test,
                test.standardError(),
                train,
                train.standardError(),
                Column.number("limitTestLoss", "\\mathcal{L}_\\infty", "test loss for t → ∞"),
                Column.number(
                        "ensembleTestLoss", "", "test loss of the mean of infinitely many students, one training set"),
                Column.number(
                        "baggedTestLoss", "", "test loss of the mean of infinitely many students, one projection"));
    }

    @Override
    public void run(ScalingLaws parameters, RunContext context, Rows rows) {
        LinearFeatureModel model = parameters.model();
        int steps = parameters.steps();
        context.progress(0, "theory");
        ScalingSolution theory = ScalingSolver.solve(model, steps);
        context.checkCancelled();
        double[] ensemble = ScalingSolver.ensembleLoss(model, steps);
        context.checkCancelled();
        double[] bagged = ScalingSolver.baggedLoss(model, steps);
        boolean stable = theory.convergence().isConverged();
        double limit = stable ? model.staticLimit().generalizationError() : Double.NaN;
        for (int t = 0; t <= steps; t++) {
            rows.row(Source.THEORY)
                    .set("step", t)
                    .set("testLoss", theory.testLoss()[t])
                    .set("trainLoss", theory.trainLoss()[t])
                    .set("limitTestLoss", limit)
                    .set("ensembleTestLoss", ensemble[t])
                    .set("baggedTestLoss", bagged[t])
                    .verdict(theory.convergence())
                    .add();
        }
        rows.summary("timeExponent", parameters.exponents().time());
        rows.summary("sizeExponent", parameters.exponents().size());
        rows.summary("fittedTimeExponent", fittedExponent(theory.testLoss()));
        if (parameters.networks() > 0 && !model.isDeterministic()) {
            simulate(parameters, model, context, rows);
        }
    }

    /** -d ln loss/d ln t between a tenth of the steps and the last. */
    private static double fittedExponent(double[] loss) {
        int last = loss.length - 1;
        int first = last / 10;
        return last < FEWEST_STEPS_FITTED
                ? Double.NaN
                : -Math.log(loss[last] / loss[first]) / Math.log((double) last / first);
    }

    private static void simulate(ScalingLaws parameters, LinearFeatureModel model, RunContext context, Rows rows) {
        ScalingSimulation simulation = ScalingSimulation.of(model);
        RandomStream random = context.random("draws");
        context.progress(0.5, parameters.networks() + " draws");
        List<Trajectory> draws = context.workers().map(parameters.networks(), m -> {
            context.checkCancelled();
            return simulation.run(parameters.steps(), random.child(m));
        });
        for (int t = 0; t <= parameters.steps(); t++) {
            int at = t;
            SampleMean test = SampleMean.of(draws, draw -> draw.testLoss()[at]);
            SampleMean train = SampleMean.of(draws, draw -> draw.trainLoss()[at]);
            rows.row(Source.SIMULATION)
                    .set("step", t)
                    .set("testLoss", test.value())
                    .set("testLossStdErr", test.standardError())
                    .set("trainLoss", train.value())
                    .set("trainLossStdErr", train.standardError())
                    .add();
        }
    }

    @Override
    public List<Figure> figures(ScalingLaws parameters, List<Axis> axes) {
        if (axes.isEmpty()) {
            return List.of(singleFigure(parameters));
        }
        String axis = axes.get(0).parameter();
        Figure time = timePanel(parameters, "scaling-laws-time")
                .with(Layer.line("testLoss").where("source", "theory").by(axis));
        if (parameters.networks() > 0) {
            time = time.with(
                    Layer.points("testLoss").where("source", "simulation").by(axis));
        }
        boolean size = axes.size() == 1 && (axis.equals("trainSize") || axis.equals("width"));
        if (!size) {
            return List.of(time);
        }
        String words = axis.equals("width") ? "width N" : "training samples P";
        Figure limit = Figure.xy("scaling-laws-" + (axis.equals("width") ? "width" : "data"), axis, "limitTestLoss")
                .withLogX()
                .withLogY()
                .withLabels(words, "test loss, t \\to \\infty")
                .withTitle("Power law in " + (axis.equals("width") ? "width" : "data"))
                .with(Layer.line("limitTestLoss")
                        .where("source", "theory")
                        .where("step", 0)
                        .labelled("theory, t → ∞"))
                .with(Layer.slopeGuide("limitTestLoss", -parameters.exponents().size())
                        .where("source", "theory")
                        .where("step", 0)
                        .labelled("slope -min(a-1, 2b)"));
        return List.of(time.withTitle("Each size has its own level").beside(limit));
    }

    private static Figure timePanel(ScalingLaws parameters, String name) {
        return Figure.xy(name, "step", "testLoss")
                .withLogX()
                .withLogY()
                .withXRange(1, Math.max(2, parameters.steps()))
                .withLabels("step t", "test loss")
                .withCaption("Test loss of gradient descent on " + parameters.features()
                        + " power-law features (a = " + parameters.targetExponent() + ", b = "
                        + parameters.spectrumExponent() + "). Lines: dynamical mean-field theory; points: means over"
                        + " trained draws.");
    }

    private static Figure singleFigure(ScalingLaws parameters) {
        Figure figure = timePanel(parameters, "scaling-laws").withTitle("Loss against training time");
        boolean closed = parameters.trainSize() == 0 && parameters.width() == 0;
        if (closed) {
            return figure.with(Layer.line("testLoss").where("source", "theory").labelled("infinite data and width"))
                    .with(Layer.slopeGuide("testLoss", -parameters.exponents().time())
                            .where("source", "theory")
                            .labelled("slope -(a-1)/b = -{timeExponent:.2f}"));
        }
        figure = figure.with(Layer.line("testLoss").where("source", "theory").labelled("test, theory"))
                .with(Layer.line("trainLoss").where("source", "theory").labelled("train, theory"))
                .with(Layer.dashed("ensembleTestLoss").where("source", "theory").labelled("ensemble over projections"))
                .with(Layer.dashed("baggedTestLoss").where("source", "theory").labelled("bagging"));
        return parameters.networks() == 0
                ? figure
                : figure.with(Layer.points("testLoss")
                                .where("source", "simulation")
                                .labelled("simulation"))
                        .with(Layer.points("trainLoss")
                                .where("source", "simulation")
                                .labelled("simulation"));
    }

    @Override
    public List<Showcase<ScalingLaws>> showcases(Effort effort) {
        boolean full = effort == Effort.FULL;
        ScalingLaws base = full
                ? new ScalingLaws(2000, 2, 1.5, 0, 0, 2, 200, 0, 10)
                : new ScalingLaws(1000, 2, 1.5, 0, 0, 2, 60, 0, 4);
        Object[] sizes = full ? new Object[] {10, 20, 40, 80, 160} : new Object[] {10, 20, 40, 80};
        return List.of(
                new Showcase<>(new ScalingLaws(20_000, 2, 1.5, 0, 0, 2, 1000, 0, 0), List.of()),
                new Showcase<>(base.withSizes(10, 0, base.steps()), List.of(Axis.of("trainSize", sizes))),
                new Showcase<>(base.withSizes(0, 10, base.steps()), List.of(Axis.of("width", sizes))));
    }

    @Override
    public List<String> references() {
        return List.of("Bordelon2024", "Simon2024");
    }

    @Override
    public Cost cost(ScalingLaws parameters) {
        double m = parameters.features();
        double times = parameters.steps() + 1.0;
        if (parameters.trainSize() == 0 && parameters.width() == 0) {
            return new Cost(1e-8 * m * times, 48 * times);
        }
        double theory = 3e-9 * m * times * times * 4 + 8 * 0.25e-9 * Math.pow(times, 4);
        double sizes = (double) parameters.trainSize() + parameters.width();
        double draw = 1e-8 * m * sizes + 3e-9 * m * sizes * times;
        return new Cost(theory + parameters.networks() * draw, 8 * (m * times + 20 * times * times + 2 * m * sizes));
    }
}

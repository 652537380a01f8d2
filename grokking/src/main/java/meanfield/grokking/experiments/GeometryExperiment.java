package meanfield.grokking.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import meanfield.core.activation.StandardActivation;
import meanfield.core.checkpoint.RecordLog;
import meanfield.core.network.FiniteNetwork;
import meanfield.core.network.GradientDescent;
import meanfield.core.network.NetworkParameters;
import meanfield.core.network.NetworkShape;
import meanfield.core.network.OutputCentering;
import meanfield.core.network.TrainedNetwork;
import meanfield.core.network.TrainingObserver;
import meanfield.core.network.TrainingStep;
import meanfield.core.random.PortableRandom;
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
import meanfield.grokking.geometry.LatentLabel;
import meanfield.grokking.geometry.LatentTask;
import meanfield.grokking.geometry.RepresentationGeometry;
import meanfield.ntk.experiments.Estimate;
import org.ejml.data.DMatrixRMaj;

/**
 * Geometry of the hidden representation while a network learns latents, tanh beside ReLU.
 *
 * <p>Rows are every step, means over networks with standard errors (NaN for one network). Network k has W₀ (N × 11) from normals
 * of {@code dataSeed} + 10 k and readouts from the next seed; mean-field parameterization, both layers trained, centred outputs,
 * loss (1/2P) Σ Δ². {@code parallelismI} and {@code crossConditionAccuracyI} belong to latent I = 1, 2, 3.
 *
 * <p>Summary: {@code finalTargetAlignment}, {@code finalInputAlignment}. Source: [Alleman2024].
 */
public final class GeometryExperiment implements Experiment<GeometrySetting> {
    private static final int MEASURES = 4 + 2 * LatentTask.LATENTS;

    @Override
    public String id() {
        return "grokking.geometry";
    }

    @Override
    public String claim() {
        return "Rich tanh networks take on the geometry of their labels, ReLU networks keep more of their inputs'"
                + " (Alleman, Lindsey and Fusi 2024).";
    }

    @Override
    public GeometrySetting defaults() {
        return new GeometrySetting(StandardActivation.TANH, LatentLabel.XOR, 0.5, 10, 400, 0.1, 800, 3, 1000);
    }

    @Override
    public GeometrySetting quick() {
        return new GeometrySetting(StandardActivation.TANH, LatentLabel.FIRST, 0, 10, 200, 0.1, 100, 2, 1000);
    }

    @Override
    public List<Showcase<GeometrySetting>> showcases(Effort effort) {
        int steps = effort == Effort.FULL ? 800 : 300;
        GeometrySetting xor =
                new GeometrySetting(StandardActivation.TANH, LatentLabel.XOR, 0.5, 10, 400, 0.1, steps, 3, 1000);
        return List.of(new Showcase<>(xor, List.of(Axis.of("activation", "tanh", "relu"))));
    }

    private static List<Column> measures() {
        List<Column> columns = new ArrayList<>(List.of(
                number("loss", "half mean squared error"),
                number("targetAlignment", "centred alignment of the hidden kernel with the labels"),
                number("inputAlignment", "centred alignment of the hidden kernel with the inputs"),
                number("participationRatio", "effective dimension of the hidden kernel")));
        for (int l = 1; l <= LatentTask.LATENTS; l++) {
            columns.add(number("parallelism" + l, "parallelism score of latent " + l));
            columns.add(number("crossConditionAccuracy" + l, "cross-condition accuracy of latent " + l));
        }
        return columns;
    }

    private static Column number(String name, String meaning) {
        return Column.number(name, "", meaning).withTolerance(1e-4);
    }

    @Override
    public Schema schema() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.integer("step", "t", "gradient steps taken"));
        for (Column column : measures()) {
            columns.add(column);
            columns.add(column.standardError());
        }
        return new Schema(columns);
    }

    @Override
    public void run(GeometrySetting parameters, RunContext context, Rows rows) {
        LatentTask task = new LatentTask(parameters.mix(), parameters.label());
        AtomicIntegerArray reached = new AtomicIntegerArray(parameters.networks());
        List<Curve> curves =
                context.workers().map(parameters.networks(), k -> train(parameters, task, k, reached, context));
        int complete = curves.stream().mapToInt(c -> c.values.size()).min().orElse(0);
        List<Column> columns = measures();
        double[] last = new double[MEASURES];
        for (int t = 0; t < complete; t++) {
            Rows.Row row = rows.row(Source.SIMULATION).set("step", t);
            for (int i = 0; i < MEASURES; i++) {
                int step = t;
                int index = i;
                Estimate estimate = Estimate.mean(curves.stream()
                        .mapToDouble(curve -> curve.values.get(step)[index])
                        .toArray());
                row.set(columns.get(i).name(), estimate.value())
                        .set(columns.get(i).name() + "StdErr", estimate.standardError());
                last[i] = estimate.value();
            }
            row.add();
        }
        curves.stream()
                .filter(curve -> !curve.trained.convergence().isConverged())
                .findFirst()
                .ifPresent(
                        curve -> AccuracySteps.addDivergence(curve.trained, parameters.learningRate(), "step", rows));
        rows.summary("finalTargetAlignment", last[1]);
        rows.summary("finalInputAlignment", last[2]);
    }

    /** Measures of every step of one network. */
    private record Curve(List<double[]> values, TrainedNetwork trained) {}

    private static Curve train(
            GeometrySetting p, LatentTask task, int network, AtomicIntegerArray reached, RunContext context) {
        DMatrixRMaj inputs = task.inputs();
        DMatrixRMaj targets = task.targets();
        NetworkShape shape = NetworkShape.of(inputs.numCols, List.of(p.width()), targets.numCols, p.activation())
                .withMeanField(p.gamma0());
        FiniteNetwork start =
                FiniteNetwork.of(shape, parameters(shape, p.dataSeed() + 10L * network), context.linearAlgebra());
        RecordLog<double[]> values = RecordLog.ofArrays();
        TrainingObserver watching = step -> {
            if (step.step() % 16 == 0) {
                context.checkCancelled();
                reached.set(network, step.step());
                double sum = IntStream.range(0, p.networks())
                        .mapToDouble(reached::get)
                        .sum();
                context.progress(sum / (p.networks() * (p.steps() + 1.0)), "training " + p.networks() + " networks");
            }
            values.add(measure(step, inputs, targets));
        };
        // the library's loss is the mean over outputs too
        TrainedNetwork trained = GradientDescent.withDefaults()
                .withLearningRate(p.learningRate() * targets.numCols)
                .withSteps(p.steps())
                .withCentering(OutputCentering.AT_START)
                .train(
                        start,
                        inputs,
                        targets,
                        watching.keptIn(context.checkpoints().at("network-" + network), values));
        return new Curve(values.entries(), trained);
    }

    private static NetworkParameters parameters(NetworkShape shape, long seed) {
        NetworkParameters parameters = NetworkParameters.zeros(shape);
        for (int layer = 0; layer < 2; layer++) {
            int in = shape.fanIn(layer);
            int out = shape.fanOut(layer);
            double[] drawn = PortableRandom.gaussians(seed + layer, in * out);
            for (int o = 0; o < out; o++) {
                for (int i = 0; i < in; i++) {
                    parameters.weight(layer).set(i, o, drawn[o * in + i]);
                }
            }
        }
        return parameters;
    }

    private static double[] measure(TrainingStep step, DMatrixRMaj inputs, DMatrixRMaj targets) {
        DMatrixRMaj hidden = step.network().forward(inputs).activations().get(1);
        RepresentationGeometry geometry = RepresentationGeometry.of(hidden);
        double[] values = new double[MEASURES];
        values[0] = step.loss() * targets.numCols;
        values[1] = geometry.alignment(targets);
        values[2] = geometry.alignment(inputs);
        values[3] = geometry.participationRatio();
        for (int l = 0; l < LatentTask.LATENTS; l++) {
            values[4 + 2 * l] = geometry.parallelism(l);
            values[5 + 2 * l] = geometry.crossConditionAccuracy(l);
        }
        return values;
    }

    @Override
    public List<Figure> figures(GeometrySetting p, List<Axis> axes) {
        String by = axes.size() == 1 && axes.get(0).values().size() <= 6
                ? axes.get(0).parameter()
                : "";
        Figure target = panel("geometry", "targetAlignment", by, "alignment with the labels")
                .withTitle("Labels");
        Figure input = panel("geometry-input", "inputAlignment", by, "alignment with the inputs")
                .withTitle("Inputs");
        Figure dimension = panel("geometry-dimension", "participationRatio", by, "participation ratio")
                .withTitle("Dimension");
        return List.of(target.beside(input)
                .beside(dimension)
                .withCaption("Hidden kernel of a network of " + p.width() + " neurons that learns "
                        + Spelling.of(p.label()) + " of three latents, \\gamma_0 = "
                        + PolynomialExperiment.number(p.gamma0())
                        + ": its alignment with (a) the labels and (b) the inputs, (c) its effective dimension. Mean of "
                        + p.networks() + " networks."));
    }

    private static Figure panel(String name, String column, String by, String label) {
        Layer line = Layer.line(column);
        return Figure.xy(name, "step", column)
                .with(by.isEmpty() ? line.labelled("networks") : line.by(by))
                .withLogX()
                .withLabels("step", label);
    }

    @Override
    public List<String> references() {
        return List.of("Alleman2024", "Cortes2012");
    }

    @Override
    public Cost cost(GeometrySetting p) {
        return new Cost(p.networks() * (p.steps() + 1.0) * (1e-4 + 1e-7 * p.width()), 1000.0 * p.width());
    }
}

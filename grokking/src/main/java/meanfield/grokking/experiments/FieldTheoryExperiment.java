package meanfield.grokking.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import meanfield.core.parallel.Workers;
import meanfield.experiment.Axis;
import meanfield.experiment.Column;
import meanfield.experiment.Experiment;
import meanfield.experiment.Rows;
import meanfield.experiment.RunContext;
import meanfield.experiment.Schema;
import meanfield.experiment.Source;
import meanfield.experiment.chart.Figure;
import meanfield.experiment.chart.Layer;
import meanfield.grokking.fieldtheory.FieldSimulation;
import meanfield.grokking.fieldtheory.FieldSolution;
import meanfield.grokking.gap.GrokkingGap;
import meanfield.ntk.experiments.Estimate;

/**
 * Dynamical mean-field theory of polynomial regression in high dimension beside gradient descent in D dimensions.
 *
 * <p>Theory rows are means over independent Monte Carlo solutions, simulation rows means over draws of data and weights; both
 * with standard errors (NaN for one). {@code overlap} is the root mean square over neurons of m_i = w_i·β/D, {@code overlapI} that
 * of neuron I. For infinite width training losses are in units in which they start at ¾ (in one draw of few dimensions the
 * mean of the squared labels is far from its limit); at finite width they are as they stand.
 *
 * <p>Summary: {@code grokkingGap}, {@code trainCrossing}, {@code testCrossing} of theory at θ = 0.1 and {@code largestDeviation}, the largest
 * |simulation - theory|/theory of the test loss (NaN without simulation). Source: [Kumar2024]; equations derived here.
 */
public final class FieldTheoryExperiment implements Experiment<FieldSetting> {
    private static final double THRESHOLD = 0.1;
    private static final double START = 0.75;

    @Override
    public String id() {
        return "grokking.field-theory";
    }

    @Override
    public String claim() {
        return "In high dimension the losses of lazy and rich training become deterministic, and mean-field theory predicts them"
                + " for few neurons and for infinitely many (setting of Kumar, Bordelon, Gershman and Pehlevan 2024).";
    }

    @Override
    public FieldSetting defaults() {
        return new FieldSetting(2, List.of(0.4, -0.4), 4, 0.1, 1, 0.01, 60, 4000, 4, 1000, 10);
    }

    @Override
    public FieldSetting quick() {
        return new FieldSetting(2, List.of(0.4, -0.4), 4, 0.1, 1, 0.01, 30, 1500, 3, 250, 4);
    }

    @Override
    public List<Showcase<FieldSetting>> showcases(Effort effort) {
        boolean full = effort == Effort.FULL;
        FieldSetting few =
                full ? defaults() : new FieldSetting(2, List.of(0.4, -0.4), 4, 0.1, 1, 0.01, 60, 3000, 3, 500, 8);
        FieldSetting wide =
                new FieldSetting(0, List.of(0.3), 4, 0.1, 0.5, 0.02, 40, 1200, 4, full ? 400 : 150, full ? 12 : 8);
        return List.of(new Showcase<>(few, List.of()), new Showcase<>(wide, List.of()));
    }

    @Override
    public Schema schema() {
        return schema(defaults());
    }

    @Override
    public Schema schema(FieldSetting parameters) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.integer("epoch", "t", "gradient steps taken"));
        Column train =
                Column.number("trainLoss", "L_{train}", "mean squared residual").withTolerance(1e-6);
        Column test = Column.number("testLoss", "L_{test}", "mean squared error of a fresh input")
                .withTolerance(1e-6);
        Column overlap = Column.number("overlap", "m", "root mean square overlap of neurons with the target")
                .withTolerance(1e-6);
        for (Column column : List.of(train, test, overlap)) {
            columns.add(column);
            columns.add(column.standardError());
        }
        for (int i = 0; i < parameters.width(); i++) {
            columns.add(Column.number("overlap" + i, "m_{" + i + "}", "overlap of neuron " + i)
                    .withTolerance(1e-6));
        }
        return new Schema(columns);
    }

    @Override
    public void run(FieldSetting parameters, RunContext context, Rows rows) {
        double total = parameters.solutions() + 2.0 * parameters.networks();
        List<FieldSolution> theory = new ArrayList<>();
        for (int r = 0; r < parameters.solutions(); r++) {
            int solved = r;
            theory.add(solve(parameters, solved, context, t -> {
                context.checkCancelled();
                double share = (double) t * t * t / Math.pow(parameters.steps() + 1.0, 3);
                context.progress((solved + share) / total, "theory, step " + t);
            }));
        }
        addAll(parameters, theory, Source.THEORY, rows);
        List<FieldSolution> networks = context.workers().map(parameters.networks(), n -> {
            FieldSolution run = simulate(parameters, n, context);
            context.progress((parameters.solutions() + 2.0 * (n + 1)) / total, "network " + (n + 1));
            return run;
        });
        if (!networks.isEmpty()) {
            addAll(parameters, networks, Source.SIMULATION, rows);
        }
        summarize(parameters, theory, networks, rows);
    }

    private static FieldSolution solve(
            FieldSetting parameters, int number, RunContext context, java.util.function.IntConsumer progress) {
        var random = context.random("theory").child(number);
        Workers workers = context.workers();
        return parameters.width() == 0
                ? parameters.infinite().solve(random, workers, progress)
                : parameters.finite().solve(random, workers, progress);
    }

    private static FieldSolution simulate(FieldSetting parameters, int number, RunContext context) {
        var random = context.random("networks").child(number);
        return parameters.width() == 0
                ? FieldSimulation.infiniteWidth(
                        parameters.infinite(), parameters.simulationDimension(), random, t -> context.checkCancelled())
                : FieldSimulation.finiteWidth(
                        parameters.finite(), parameters.simulationDimension(), random, t -> context.checkCancelled());
    }

    /** Training loss as the rows hold it. */
    private static double train(FieldSetting parameters, FieldSolution run, int step) {
        double unit = parameters.width() == 0 ? START / run.trainLosses()[0] : 1;
        return unit * run.trainLosses()[step];
    }

    private static void addAll(FieldSetting parameters, List<FieldSolution> runs, Source source, Rows rows) {
        List<FieldSolution> kept =
                runs.stream().filter(run -> run.convergence().isConverged()).toList();
        for (int t = 0; t <= parameters.steps(); t++) {
            int step = t;
            Rows.Row row = rows.row(source).set("epoch", t);
            set(row, "trainLoss", runs, run -> train(parameters, run, step));
            set(row, "testLoss", runs, run -> run.testLosses()[step]);
            set(row, "overlap", runs, run -> run.overlap(step));
            for (int i = 0; i < parameters.width(); i++) {
                int neuron = i;
                row.set(
                        "overlap" + i,
                        Estimate.mean(runs.stream()
                                        .mapToDouble(run -> run.overlaps()[step][neuron])
                                        .toArray())
                                .value());
            }
            if (kept.size() < runs.size()) {
                FieldSolution bad = runs.stream()
                        .filter(run -> !run.convergence().isConverged())
                        .findFirst()
                        .orElseThrow();
                row.failed((runs.size() - kept.size()) + " of " + runs.size() + " runs diverged: "
                        + bad.convergence().detail());
            }
            row.add();
        }
    }

    private static void set(Rows.Row row, String column, List<FieldSolution> runs, ToDoubleFunction<FieldSolution> f) {
        Estimate estimate = Estimate.mean(runs.stream().mapToDouble(f).toArray());
        row.set(column, estimate.value()).set(column + "StdErr", estimate.standardError());
    }

    private static double[] mean(FieldSetting parameters, List<FieldSolution> runs, boolean train) {
        double[] values = new double[parameters.steps() + 1];
        for (int t = 0; t < values.length; t++) {
            for (FieldSolution run : runs) {
                values[t] += (train ? train(parameters, run, t) : run.testLosses()[t]) / runs.size();
            }
        }
        return values;
    }

    private static void summarize(
            FieldSetting parameters, List<FieldSolution> theory, List<FieldSolution> networks, Rows rows) {
        double[] test = mean(parameters, theory, false);
        GrokkingGap gap = GrokkingGap.of(mean(parameters, theory, true), test, THRESHOLD);
        rows.summary("grokkingGap", gap.gap());
        rows.summary("crossings", gap.inWords());
        rows.summary("trainCrossing", PolynomialExperiment.epochOrNaN(gap.trainCrossing()));
        rows.summary("testCrossing", PolynomialExperiment.epochOrNaN(gap.testCrossing()));
        double largest = networks.isEmpty() ? Double.NaN : 0;
        double[] measured = mean(parameters, networks, false);
        for (int t = 0; t < test.length && !networks.isEmpty(); t++) {
            largest = Math.max(largest, Math.abs(measured[t] / test[t] - 1));
        }
        rows.summary("largestDeviation", largest);
    }

    @Override
    public List<Figure> figures(FieldSetting parameters, List<Axis> axes) {
        String who = parameters.width() == 0 ? "N = ∞" : "N = " + parameters.width();
        Figure losses = Figure.xy("field-theory", "epoch", "testLoss")
                .with(Layer.line("trainLoss").where("source", "theory").labelled("train, theory"))
                .with(Layer.line("testLoss").where("source", "theory").labelled("test, theory"))
                .with(Layer.points("trainLoss")
                        .where("source", "simulation")
                        .labelled("train, D = " + parameters.simulationDimension()))
                .with(Layer.points("testLoss")
                        .where("source", "simulation")
                        .labelled("test, D = " + parameters.simulationDimension()))
                .withLogY()
                .withLabels("epoch", "loss")
                .withTitle(who + ", \\alpha = " + parameters.alpha())
                .withCaption("(a) Training and test loss and (b) overlap of the neurons with the target, " + who
                        + ", P/D = " + parameters.sampleRatio() + ". Lines: mean-field theory (mean of "
                        + parameters.solutions() + " Monte Carlo solutions); points: gradient descent in D = "
                        + parameters.simulationDimension() + " dimensions, mean and standard error of "
                        + parameters.networks() + " draws.");
        Figure overlap = Figure.xy("field-overlap", "epoch", "overlap")
                .with(Layer.line("overlap").where("source", "theory").labelled("theory"))
                .with(Layer.points("overlap").where("source", "simulation").labelled("simulation"))
                .withLabels("epoch", "overlap with the target m")
                .withTitle("Overlap");
        return List.of(losses.beside(overlap));
    }

    @Override
    public List<String> references() {
        return List.of("Kumar2024");
    }

    @Override
    public Cost cost(FieldSetting p) {
        double n = Math.max(1, p.width());
        double times = p.steps() + 1.0;
        double theory = p.solutions() * p.samples() * Math.pow(times * n, 3) * (p.width() == 0 ? 2 : 0.17) * 6e-10;
        double d = p.simulationDimension();
        double examples = p.sampleRatio() * d;
        double network =
                times * (p.width() == 0 ? (examples * d * d + 2 * d * d * d) * 3e-10 : examples * d * n * 2e-9);
        double bytes = p.samples() * times * times * (p.width() == 0 ? 36.0 : 2 * n * n);
        return new Cost(theory + p.networks() * (network + examples * d * 1e-7), bytes);
    }
}

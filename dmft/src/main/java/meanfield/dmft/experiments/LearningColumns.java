package meanfield.dmft.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import meanfield.core.Convergence;
import meanfield.core.random.RandomStream;
import meanfield.dmft.feature.LearningProblem;
import meanfield.dmft.feature.LearningSimulation;
import meanfield.dmft.feature.LearningTrajectory;
import meanfield.experiment.Column;
import meanfield.experiment.Experiment;
import meanfield.experiment.Rows;
import meanfield.experiment.RunContext;
import meanfield.experiment.Schema;
import meanfield.experiment.Source;

/** The columns of a learning curve, and how one or many trajectories become rows. */
final class LearningColumns {
    /** About so many simulation rows are drawn as points. */
    private static final int MARKERS = 20;

    private final List<Quantity> quantities;

    /** A column and what it shows of a trajectory at a step. */
    private record Quantity(Column column, AtStep value) {
        private interface AtStep {
            double of(LearningTrajectory trajectory, int step);
        }
    }

    private LearningColumns(List<Quantity> quantities) {
        this.quantities = quantities;
    }

    /** Outputs, loss and tangent kernel of P samples. */
    static LearningColumns ofKernels(int samples) {
        List<Quantity> quantities = new ArrayList<>();
        for (int mu = 0; mu < samples; mu++) {
            int at = mu;
            quantities.add(new Quantity(
                    Column.number("output" + (mu + 1), "f_" + (mu + 1), "output on sample " + (mu + 1) + ", centred"),
                    (trajectory, step) -> trajectory.output(step, at)));
        }
        quantities.add(
                new Quantity(Column.number("trainLoss", "", "half the mean squared error"), LearningTrajectory::loss));
        for (int mu = 0; mu < samples; mu++) {
            for (int nu = 0; nu < samples; nu++) {
                int row = mu;
                int column = nu;
                String name = "" + (mu + 1) + (nu + 1);
                quantities.add(new Quantity(
                        Column.number(
                                "ntk" + name,
                                "K_{" + name + "}",
                                "tangent kernel of samples " + (mu + 1) + " and " + (nu + 1)),
                        (trajectory, step) -> trajectory.ntk(step, row, column)));
            }
        }
        return new LearningColumns(quantities);
    }

    /** Those, the motion of the features and the alignment of the kernel. */
    static LearningColumns ofFeatures(int samples) {
        List<Quantity> quantities = new ArrayList<>(ofKernels(samples).quantities);
        quantities.add(new Quantity(
                Column.number(
                        "featureKernelChange",
                        "",
                        "relative change of the last hidden layer's kernel since the start, Frobenius norm"),
                LearningTrajectory::featureKernelChange));
        quantities.add(new Quantity(
                Column.number(
                        "kernelTargetAlignment",
                        "",
                        "cosine between the tangent kernel and the outer product of the targets"),
                LearningTrajectory::kernelTargetAlignment));
        return new LearningColumns(quantities);
    }

    Schema schema() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.integer("step", "", "updates so far"));
        columns.add(Column.number("time", "\\eta t", "learning rate × steps"));
        columns.add(Column.integer("width", "N", "width of the simulated networks; empty for theory"));
        columns.add(
                Column.text("marker", "yes for rows that figures draw: all of theory, about twenty steps of networks"));
        for (Quantity quantity : quantities) {
            columns.add(quantity.column);
            columns.add(quantity.column.standardError());
        }
        return new Schema(columns);
    }

    /** Rows 0 … steps of one deterministic trajectory. */
    void theory(LearningTrajectory trajectory, Rows rows) {
        mean(Source.THEORY, 0, List.of(trajectory), trajectory.convergence(), rows);
    }

    /** Rows of the mean over draws of a sampled theory, with standard errors. */
    void theory(List<LearningTrajectory> draws, Convergence verdict, Rows rows) {
        mean(Source.THEORY, 0, draws, verdict, rows);
    }

    /** Trains networks of every width and writes the rows of their means. */
    void simulate(LearningProblem problem, List<Integer> widths, int networks, RunContext context, Rows rows) {
        for (int width : networks > 0 ? widths : List.<Integer>of()) {
            RandomStream random = context.random("networks").child(width);
            LearningSimulation simulation = LearningSimulation.of(problem, width, context.linearAlgebra())
                    .withCheckpoints(context.checkpoints().below("width-" + width + "-"));
            simulation(
                    width,
                    simulation.run(networks, random, context.workers(), m -> {
                        context.checkCancelled();
                        context.progress((double) m / networks, "networks of width " + width);
                    }),
                    rows);
        }
    }

    /** Seconds on one core of {@link #simulate}, and the memory of its widest networks. */
    static Experiment.Cost cost(LearningProblem problem, List<Integer> widths, int networks) {
        double seconds = 0;
        double widest = 0;
        for (int width : networks > 0 ? widths : List.<Integer>of()) {
            seconds += LearningSimulation.seconds(problem, width, networks);
            widest = Math.max(widest, 24.0 * width * width * problem.hiddenLayers());
        }
        return new Experiment.Cost(seconds, widest);
    }

    /** Rows of the mean over networks of this width, with standard errors. */
    private void simulation(int width, List<LearningTrajectory> networks, Rows rows) {
        Convergence verdict = networks.stream()
                .map(LearningTrajectory::convergence)
                .filter(each -> !each.isConverged())
                .findFirst()
                .orElse(networks.get(0).convergence());
        mean(Source.SIMULATION, width, networks, verdict, rows);
    }

    private void mean(Source source, int width, List<LearningTrajectory> all, Convergence verdict, Rows rows) {
        LearningProblem problem = all.get(0).problem();
        int last = all.stream().mapToInt(LearningTrajectory::last).min().orElse(-1);
        int every = Math.max(1, (problem.steps() + MARKERS - 1) / MARKERS);
        for (int step = 0; step <= problem.steps(); step++) {
            Rows.Row row = rows.row(source)
                    .set("step", step)
                    .set("time", problem.learningRate() * step)
                    .set("marker", width == 0 || step % every == 0 ? "yes" : "no");
            if (width > 0) {
                row.set("width", width);
            }
            if (step <= last) {
                fill(row, all, step);
            }
            if (step > last || verdict.status() != Convergence.Status.DIVERGED) {
                row.verdict(verdict);
            }
            row.add();
        }
    }

    private void fill(Rows.Row row, List<LearningTrajectory> all, int step) {
        for (Quantity quantity : quantities) {
            ToDoubleFunction<LearningTrajectory> value = each -> quantity.value.of(each, step);
            SampleMean mean = SampleMean.of(all, value);
            row.set(quantity.column.name(), mean.value());
            if (all.size() > 1) {
                row.set(quantity.column.name() + "StdErr", mean.standardError());
            }
        }
    }
}

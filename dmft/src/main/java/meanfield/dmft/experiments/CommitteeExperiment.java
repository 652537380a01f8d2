package meanfield.dmft.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import meanfield.core.Convergence;
import meanfield.core.random.RandomStream;
import meanfield.core.solve.Root;
import meanfield.core.solve.TimeGrid;
import meanfield.dmft.committee.CommitteeSimulation;
import meanfield.dmft.committee.CommitteeSolution;
import meanfield.dmft.committee.CommitteeSolution.Plateau;
import meanfield.dmft.committee.CommitteeSolver;
import meanfield.dmft.committee.CommitteeUnit;
import meanfield.dmft.committee.OrderParameters;
import meanfield.dmft.committee.PerfectLearning;
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
 * A committee machine learns online from a teacher: error, overlaps, plateau and specialisation, theory for infinite input
 * dimension beside networks of a finite one.
 *
 * <p>Columns beside the error: {@code studentOverlapIK} (Q), {@code teacherStudentOverlapIN} (R), {@code studentReadoutI} (v),
 * units counted from 1, and {@code specialisation}.
 *
 * <p>Summary: {@code plateauStart}, {@code plateauEnd}, {@code plateauLength} (NaN or 0 without one) and, when the student has
 * the teacher's number of units, {@code criticalLearningRate} above which it cannot learn perfectly, with
 * {@code perfectLearning} in words.
 *
 * <p>Source: [Saad1995], [Goldt2019].
 */
public final class CommitteeExperiment implements Experiment<Committee> {
    private static final int PLATEAU_STEPS = 2000;

    @Override
    public String id() {
        return "dmft.committee";
    }

    @Override
    public String claim() {
        return "A committee machine that learns online stays on a plateau until its hidden units specialise, as the"
                + " order-parameter equations of Saad and Solla (1995) predict.";
    }

    @Override
    public Committee defaults() {
        return committee(spread(0, 100, 51), 1500, 4);
    }

    @Override
    public Committee quick() {
        return committee(spread(0, 100, 26), 200, 2);
    }

    private static Committee committee(List<Double> times, int dimension, int networks) {
        return new Committee(
                CommitteeUnit.ERF,
                List.of(List.of(0.2, 0.0), List.of(0.0, 0.3)),
                List.of(List.of(0.03, 0.0), List.of(0.0, 0.03)),
                List.of(List.of(1.0, 0.0), List.of(0.0, 1.0)),
                List.of(1.0, 1.0),
                List.of(1.0, 1.0),
                1.5,
                0,
                0,
                times,
                dimension,
                networks);
    }

    private static List<Double> spread(double from, double to, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> from + (to - from) * i / (count - 1))
                .toList();
    }

    @Override
    public Schema schema() {
        return schema(defaults());
    }

    @Override
    public Schema schema(Committee parameters) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.number("time", "t", "time").withUnit("N samples"));
        for (Quantity quantity : quantities(parameters)) {
            columns.add(quantity.column());
            columns.add(quantity.column().standardError());
        }
        return new Schema(columns);
    }

    /** A column and the number of a state that it shows. */
    private record Quantity(Column column, ToDoubleFunction<OrderParameters> value) {
        static Quantity of(String name, String symbol, String meaning, ToDoubleFunction<OrderParameters> value) {
            return new Quantity(Column.number(name, symbol, meaning).withTolerance(1e-6), value);
        }
    }

    private static List<Quantity> quantities(Committee parameters) {
        int students = parameters.studentReadout().size();
        int teachers = parameters.teacherReadout().size();
        CommitteeUnit unit = parameters.activation();
        List<Quantity> result = new ArrayList<>();
        result.add(Quantity.of(
                "generalizationError",
                "\\epsilon_g",
                "half the mean squared distance from the noise-free teacher",
                state -> state.generalizationError(unit)));
        result.add(Quantity.of(
                "specialisation",
                "",
                "best matching of students to teachers minus the other normalized overlaps",
                OrderParameters::specialisation));
        for (int i = 0; i < students; i++) {
            int a = i;
            for (int k = 0; k < students; k++) {
                int b = k;
                String at = "" + (i + 1) + (k + 1);
                result.add(Quantity.of(
                        "studentOverlap" + at,
                        "Q_{" + at + "}",
                        "overlap of student units " + (i + 1) + " and " + (k + 1),
                        state -> state.studentOverlap(a, b)));
            }
        }
        for (int i = 0; i < students; i++) {
            int a = i;
            for (int n = 0; n < teachers; n++) {
                int b = n;
                String at = "" + (i + 1) + (n + 1);
                result.add(Quantity.of(
                        "teacherStudentOverlap" + at,
                        "R_{" + at + "}",
                        "overlap of student unit " + (i + 1) + " and teacher unit " + (n + 1),
                        state -> state.teacherStudentOverlap(a, b)));
            }
        }
        for (int i = 0; i < students; i++) {
            int a = i;
            result.add(Quantity.of(
                    "studentReadout" + (i + 1),
                    "v_" + (i + 1),
                    "second-layer weight of student unit " + (i + 1),
                    state -> state.studentReadout(a)));
        }
        return result;
    }

    @Override
    public void run(Committee parameters, RunContext context, Rows rows) {
        CommitteeSolver solver = CommitteeSolver.withDefaults();
        OrderParameters start = parameters.start();
        TimeGrid times = parameters.grid();
        List<Quantity> quantities = quantities(parameters);
        CommitteeSolution theory = solver.solve(parameters.learning(), start, times, context.linearAlgebra());
        for (int t = 0; t < times.size(); t++) {
            Rows.Row row = rows.row(Source.THEORY).set("time", times.at(t)).verdict(verdict(theory, t));
            for (Quantity quantity : quantities) {
                row.set(
                        quantity.column().name(),
                        quantity.value().applyAsDouble(theory.states().get(t)));
            }
            row.add();
        }
        plateau(parameters, solver, context, rows);
        critical(parameters, rows);
        if (parameters.simulated()) {
            simulate(parameters, quantities, context, rows);
        }
    }

    /** Times that were reached before the solution ended are sound. */
    private static Convergence verdict(CommitteeSolution theory, int t) {
        boolean reached = !Double.isNaN(theory.states().get(t).studentOverlap(0, 0));
        boolean ended = theory.convergence().status() == Convergence.Status.DIVERGED;
        return reached && ended ? Convergence.converged(0, 0, Double.NaN) : theory.convergence();
    }

    private static void plateau(Committee parameters, CommitteeSolver solver, RunContext context, Rows rows) {
        double last = parameters.times().get(parameters.times().size() - 1);
        Plateau plateau = new Plateau(Double.NaN, Double.NaN, Double.NaN);
        if (last > 0) {
            TimeGrid fine = TimeGrid.uniform(last / PLATEAU_STEPS, PLATEAU_STEPS + 1);
            plateau = solver.solve(parameters.learning(), parameters.start(), fine, context.linearAlgebra())
                    .plateau();
        }
        rows.summary("plateauStart", plateau.start());
        rows.summary("plateauEnd", plateau.end());
        rows.summary("plateauLength", plateau.length());
    }

    private static void critical(Committee parameters, Rows rows) {
        OrderParameters start = parameters.start();
        boolean fixed = parameters.readoutLearningRate() == 0;
        boolean matchable = start.students() == start.teachers()
                && (!fixed || sorted(parameters.studentReadout()).equals(sorted(parameters.teacherReadout())));
        Root critical = matchable
                ? PerfectLearning.criticalLearningRate(parameters.learning(), start)
                : new Root(Double.NaN, Convergence.converged(0, 0, Double.NaN));
        rows.summary("criticalLearningRate", critical.location());
        String words = Double.isNaN(critical.location())
                ? "no critical learning rate: the student cannot equal the teacher unit by unit"
                : parameters.learningRate() > critical.location()
                        ? "learning diverges from the teacher: the learning rate is above the critical one"
                        : "stable: the learning rate is below the critical one";
        rows.summary("perfectLearning", words);
    }

    private static List<Double> sorted(List<Double> values) {
        return values.stream().sorted().toList();
    }

    private static void simulate(Committee parameters, List<Quantity> quantities, RunContext context, Rows rows) {
        TimeGrid times = parameters.grid();
        CommitteeSimulation simulation = CommitteeSimulation.of(
                parameters.learning(), parameters.start(), parameters.simulationDimension(), context.linearAlgebra());
        RandomStream random = context.random("networks");
        context.progress(0, parameters.networks() + " networks");
        List<List<OrderParameters>> runs = context.workers().map(parameters.networks(), m -> {
            context.checkCancelled();
            return simulation.run(times, random.child(m));
        });
        for (int t = 0; t < times.size(); t++) {
            int at = t;
            Rows.Row row = rows.row(Source.SIMULATION).set("time", times.at(t));
            for (Quantity quantity : quantities) {
                SampleMean mean = SampleMean.of(runs, run -> quantity.value().applyAsDouble(run.get(at)));
                row.set(quantity.column().name(), mean.value());
                row.set(quantity.column().name() + "StdErr", mean.standardError());
            }
            if (runs.stream().anyMatch(run -> Double.isNaN(run.get(at).studentOverlap(0, 0)))) {
                row.failed("a network's weights have grown beyond all numbers: the learning rate is too large");
            }
            row.add();
        }
    }

    @Override
    public List<Figure> figures(Committee parameters, List<Axis> axes) {
        if (!axes.isEmpty()) {
            return List.of(Figure.xy("committee-sweep", "time", "generalizationError")
                    .withLogY()
                    .with(Layer.line("generalizationError")
                            .where("source", "theory")
                            .by(axes.get(0).parameter())));
        }
        Figure error = Figure.xy("committee", "time", "generalizationError")
                .withLogY()
                .withLabels("time t (N samples)", "generalization error \\epsilon_g")
                .withTitle("A plateau, then learning")
                .withCaption("(a) The error of a student of "
                        + parameters.studentReadout().size()
                        + " units that learns online from a teacher of "
                        + parameters.teacherReadout().size() + ", and (b) the overlaps of its first unit. On the"
                        + " plateau all units do the same; it ends when they specialise. Lines: order-parameter"
                        + " equations"
                        + (parameters.simulated()
                                ? "; points: networks of input dimension " + parameters.simulationDimension() + "."
                                : "."))
                .with(Layer.line("generalizationError").where("source", "theory"));
        Figure overlaps = Figure.xy("committee-overlaps", "time", "teacherStudentOverlap11")
                .withLabels("time t (N samples)", "overlap R_{1n} with teacher unit n")
                .withTitle("One student unit chooses its teacher");
        for (int n = 1; n <= parameters.teacherReadout().size(); n++) {
            Layer line = Layer.line("teacherStudentOverlap1" + n).where("source", "theory");
            overlaps = overlaps.with(line.labelled("R_{1" + n + "}, theory"));
        }
        if (parameters.simulated()) {
            error = error.with(Layer.points("generalizationError").where("source", "simulation"));
            for (int n = 1; n <= parameters.teacherReadout().size(); n++) {
                Layer points = Layer.points("teacherStudentOverlap1" + n).where("source", "simulation");
                overlaps = overlaps.with(points.labelled("R_{1" + n + "}, simulation"));
            }
        }
        return List.of(error.beside(overlaps));
    }

    @Override
    public List<String> references() {
        return List.of("Saad1995", "Saad1995b", "Goldt2019");
    }

    @Override
    public Cost cost(Committee parameters) {
        double samples = parameters.simulated()
                ? parameters.times().get(parameters.times().size() - 1)
                        * parameters.simulationDimension()
                        * parameters.networks()
                : 0;
        int units =
                parameters.studentReadout().size() + parameters.teacherReadout().size();
        double sample = parameters.simulationDimension() * (1e-8 + 2e-9 * units);
        return new Cost(1 + samples * sample, 8.0 * parameters.simulationDimension() * 2 * units);
    }
}

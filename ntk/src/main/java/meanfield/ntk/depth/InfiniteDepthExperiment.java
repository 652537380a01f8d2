package meanfield.ntk.depth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import meanfield.ntk.experiments.Estimate;
import org.ejml.data.DMatrixRMaj;

/**
 * What the tangent kernel of deeper and deeper networks becomes as a classifier, by activation.
 *
 * <p>Theory rows, {@code role} kernel: K_L(θ)/K_L(0) ({@code kernel}), its logarithm without the division
 * ({@code logKernel}), K_L/((L+1) A′^(2L)) ({@code rescaledKernel}) and its limit C ({@code limitKernel}, singular regime
 * only); {@code regime} and {@code singularExponent} α = -4 ln|A′|/ln B′ stand in every theory row. Roles machine and
 * limit: decisions on a grid of the unit square, whose points (a, b) are lifted to the sphere as (a, b, 1)/norm.
 *
 * <p>Simulation rows, role agreement: share of random queries on which the machine of depth L and the limit agree, over
 * data sets drawn on the positive orthant; role example: the training points of the picture.
 *
 * <p>Summary: {@code fittedExponent}, from values of C over one period of its logarithm, A, A′, B′. Source:
 * [Radhakrishnan2023].
 */
public final class InfiniteDepthExperiment implements Experiment<DeepMachines> {
    private static final int ANGLES = 161;
    private static final double SMALLEST_ANGLE = 1e-4;
    private static final double BEND = 0.3;
    private static final double LARGEST_ANGLE = 1.5;
    private static final double FIT_GAP = 1e-6;
    private static final int FIT_PHASES = 7;
    /** One activation of each regime. */
    private static final Axis REGIMES = Axis.of(
            "activation",
            Spelling.of(DeepActivation.QUADRATIC),
            Spelling.of(DeepActivation.OPTIMAL),
            Spelling.of(DeepActivation.MIXED));

    @Override
    public String id() {
        return "ntk.infinite-depth";
    }

    @Override
    public String claim() {
        return "Infinitely wide and deep networks are majority votes, nearest-neighbor or singular-kernel classifiers, by"
                + " activation (Radhakrishnan, Belkin and Uhler 2022).";
    }

    @Override
    public DeepMachines defaults() {
        return new DeepMachines(
                DeepActivation.OPTIMAL, List.of(), 2, List.of(1, 3, 10, 30, 100, 300, 1000), 100, 1000, 8, 60);
    }

    @Override
    public DeepMachines quick() {
        return new DeepMachines(DeepActivation.OPTIMAL, List.of(), 2, List.of(1, 10, 100), 50, 200, 3, 60);
    }

    @Override
    public List<Showcase<DeepMachines>> showcases(Effort effort) {
        DeepMachines base = effort == Effort.FULL ? defaults() : quick();
        return List.of(
                new Showcase<>(regimes(effort), List.of(REGIMES)),
                new Showcase<>(base, List.of()),
                new Showcase<>(with(base, DeepActivation.QUADRATIC, List.of(1, 3, 6, 9, 12, 15)), List.of()),
                new Showcase<>(with(base, DeepActivation.MIXED, List.of(1, 3, 10, 30, 60, 100)), List.of()));
    }

    /** Only the picture, fine enough to print, for each of {@link #REGIMES}. */
    private static DeepMachines regimes(Effort effort) {
        int grid = effort == Effort.FULL ? 160 : 100;
        return new DeepMachines(DeepActivation.OPTIMAL, List.of(), 2, List.of(1, 100), 60, 1, 0, grid);
    }

    private static DeepMachines with(DeepMachines base, DeepActivation activation, List<Integer> depths) {
        return new DeepMachines(
                activation,
                List.of(),
                base.inputDimension(),
                depths,
                base.trainSize(),
                base.testSize(),
                base.draws(),
                base.gridSize());
    }

    @Override
    public Schema schema() {
        Column agreement =
                Column.number("agreement", "", "share of queries on which the machine of depth L and the limit agree");
        return Schema.of(
                Column.text("role", "kernel, machine, limit, agreement or example"),
                Column.integer("depth", "L", "hidden layers"),
                Column.number("angle", "\\theta", "angle between two inputs"),
                Column.number("distance", "|x - x'|", "chord between two unit inputs"),
                Column.number("kernel", "", "tangent kernel divided by its value at angle 0"),
                Column.number("logKernel", "", "logarithm of the tangent kernel"),
                Column.number("rescaledKernel", "", "tangent kernel divided by (L+1) A'^{2L}"),
                Column.number("limitKernel", "C", "limit of the rescaled kernel; singular regime only"),
                Column.text("regime", "majority-vote, nearest-neighbor, singular-kernel or none"),
                Column.number("singularExponent", "\\alpha", "exponent of the singular kernel, from A' and B'"),
                Column.number("firstInput", "x_1", "first coordinate in the picture"),
                Column.number("secondInput", "x_2", "second coordinate in the picture"),
                Column.text("decision", "first class, second class or tie"),
                agreement,
                agreement.standardError());
    }

    @Override
    public void run(DeepMachines parameters, RunContext context, Rows rows) {
        InfiniteDepth infinite = infiniteDepth(parameters);
        NormalizedDual dual = infinite.dual();
        boolean singular = infinite.regime() == Regime.SINGULAR_KERNEL;
        rows.summary("regime", Spelling.of(infinite.regime()));
        rows.summary("mean", dual.mean());
        rows.summary("meanSlope", dual.meanSlope());
        rows.summary("meanSquaredSlope", dual.slopeAtOne());
        rows.summary("singularExponent", infinite.singularExponent());
        rows.summary("fittedExponent", singular ? infinite.limit().fittedExponent(FIT_GAP, FIT_PHASES) : Double.NaN);
        for (int depth : parameters.depths()) {
            context.checkCancelled();
            addKernel(infinite, depth, rows);
        }
        double[][] examples = DrawnExamples.moons(parameters.trainSize(), context.random("picture"));
        if (parameters.gridSize() > 0) {
            picture(parameters, infinite, examples, context, rows);
        }
        if (parameters.draws() > 0 && infinite.regime() != Regime.NONE) {
            compare(parameters, infinite, context, rows);
        }
        for (int i = 0; parameters.gridSize() > 0 && i < examples.length; i++) {
            place(rows.row(Source.SIMULATION).set("role", "example"), examples[i][0], examples[i][1], examples[i][2])
                    .add();
        }
    }

    private static InfiniteDepth infiniteDepth(DeepMachines parameters) {
        return InfiniteDepth.of(
                parameters.activation().activation(parameters.inputDimension(), parameters.hermiteCoefficients()));
    }

    private static void addKernel(InfiniteDepth infinite, int depth, Rows rows) {
        DepthKernel kernel = infinite.kernel(depth);
        boolean singular = infinite.regime() == Regime.SINGULAR_KERNEL;
        for (int i = 0; i < ANGLES; i++) {
            double angle = angle(i);
            double half = Math.sin(0.5 * angle);
            DeepCorrelation correlation = DeepCorrelation.ofGap(2 * half * half);
            LogNumber value = kernel.value(correlation);
            theory(infinite, "kernel", rows)
                    .set("depth", depth)
                    .set("angle", angle)
                    .set("distance", 2 * half)
                    .set("kernel", value.scaled(kernel.logDiagonal()))
                    .set("logKernel", value.log())
                    .set("rescaledKernel", value.scaled(kernel.logSingularScale()))
                    .set(
                            "limitKernel",
                            singular ? infinite.limit().value(correlation).value() : Double.NaN)
                    .add();
        }
    }

    /** Evenly spaced in ln θ up to a bend, in θ beyond. */
    private static double angle(int i) {
        int half = ANGLES / 2;
        return i < half
                ? SMALLEST_ANGLE * Math.pow(BEND / SMALLEST_ANGLE, i / (double) half)
                : BEND + (LARGEST_ANGLE - BEND) * (i - half) / (ANGLES - 1.0 - half);
    }

    private static Rows.Row theory(InfiniteDepth infinite, String role, Rows rows) {
        return rows.row(Source.THEORY)
                .set("role", role)
                .set("regime", infinite.regime())
                .set("singularExponent", infinite.singularExponent());
    }

    private static Rows.Row place(Rows.Row row, double a, double b, double decision) {
        return row.set("firstInput", a)
                .set("secondInput", b)
                .set("decision", decision > 0 ? "first class" : decision < 0 ? "second class" : "tie");
    }

    private static void picture(
            DeepMachines parameters, InfiniteDepth infinite, double[][] examples, RunContext context, Rows rows) {
        int n = parameters.gridSize();
        double[][] grid = new double[n * n][];
        for (int i = 0; i < grid.length; i++) {
            grid[i] = new double[] {(i % n + 0.5) / n, (i / n + 0.5) / n};
        }
        DMatrixRMaj queries = lifted(grid);
        double[] labels = new double[examples.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = examples[i][2];
        }
        Examples training = new Examples(lifted(examples), labels);
        for (int depth : pictured(parameters)) {
            context.checkCancelled();
            double[] decisions = DepthClassifier.atDepth(
                            infinite.kernel(depth), training, queries, context.linearAlgebra())
                    .decide(queries);
            addGrid(infinite, "machine", depth, grid, decisions, rows);
        }
        if (infinite.regime() != Regime.NONE) {
            double[] decisions =
                    DepthClassifier.limit(infinite, training, queries).decide(queries);
            addGrid(infinite, "limit", 0, grid, decisions, rows);
        }
    }

    /** Cells of the first class first, so that its color is the same in every picture; depth 0 is left out. */
    private static void addGrid(
            InfiniteDepth infinite, String role, int depth, double[][] grid, double[] decisions, Rows rows) {
        for (int decision = 1; decision >= -1; decision--) {
            for (int i = 0; i < grid.length; i++) {
                if (decisions[i] == decision) {
                    Rows.Row row = theory(infinite, role, rows);
                    if (depth > 0) {
                        row.set("depth", depth);
                    }
                    place(row, grid[i][0], grid[i][1], decision).add();
                }
            }
        }
    }

    private static DMatrixRMaj lifted(double[][] points) {
        DMatrixRMaj inputs = new DMatrixRMaj(points.length, 3);
        for (int i = 0; i < points.length; i++) {
            System.arraycopy(DrawnExamples.lift(points[i][0], points[i][1]), 0, inputs.data, 3 * i, 3);
        }
        return inputs;
    }

    /** The smallest and the largest depth. */
    private static List<Integer> pictured(DeepMachines parameters) {
        List<Integer> depths = parameters.depths();
        return depths.size() == 1 ? depths : List.of(depths.get(0), depths.get(depths.size() - 1));
    }

    private static void compare(DeepMachines parameters, InfiniteDepth infinite, RunContext context, Rows rows) {
        RandomStream random = context.random("data");
        List<double[]> shares = context.workers().map(parameters.draws(), m -> {
            context.checkCancelled();
            RandomStream own = random.child(m);
            int d = parameters.inputDimension();
            Examples training = DrawnExamples.onOrthant(parameters.trainSize(), d, own);
            DMatrixRMaj queries = DrawnExamples.orthant(parameters.testSize(), d, own.child("queries"));
            double[] limit = DepthClassifier.limit(infinite, training, queries).decide(queries);
            double[] share = new double[parameters.depths().size()];
            for (int l = 0; l < share.length; l++) {
                share[l] = share(infinite.kernel(parameters.depths().get(l)), training, queries, limit, context);
            }
            context.progress((m + 1.0) / parameters.draws(), "data sets");
            return share;
        });
        for (int l = 0; l < parameters.depths().size(); l++) {
            int index = l;
            Estimate estimate =
                    Estimate.mean(shares.stream().mapToDouble(s -> s[index]).toArray());
            rows.row(Source.SIMULATION)
                    .set("role", "agreement")
                    .set("depth", parameters.depths().get(l))
                    .set("agreement", estimate.value())
                    .set("agreementStdErr", estimate.standardError())
                    .add();
        }
    }

    private static double share(
            DepthKernel kernel, Examples training, DMatrixRMaj queries, double[] limit, RunContext context) {
        double[] decisions = DepthClassifier.atDepth(kernel, training, queries, context.linearAlgebra())
                .decide(queries);
        int agree = 0;
        for (int q = 0; q < limit.length; q++) {
            agree += decisions[q] == limit[q] ? 1 : 0;
        }
        return (double) agree / limit.length;
    }

    @Override
    public List<Figure> figures(DeepMachines parameters, List<Axis> axes) {
        Optional<Axis> activations = axes.stream()
                .filter(axis -> axis.parameter().equals("activation"))
                .findFirst();
        if (activations.isPresent() && parameters.gridSize() > 0) {
            return compared(parameters, activations.get());
        }
        Regime regime = infiniteDepth(parameters).regime();
        String name = Spelling.of(parameters.activation());
        List<Figure> figures = new ArrayList<>();
        figures.add(kernelFigure(parameters, regime, name));
        if (parameters.gridSize() > 0) {
            figures.add(boundaries(parameters, regime, name));
        }
        if (parameters.draws() > 0 && regime != Regime.NONE) {
            figures.add(Figure.xy("agreement", "depth", "agreement")
                    .with(Layer.points("agreement").where("role", "agreement").labelled("random data sets"))
                    .with(Layer.horizontal(1).labelled("limit"))
                    .withLogX()
                    .withLabels("depth L", "agreement with the limit")
                    .withTitle("Agreement with the " + Spelling.of(regime).replace('-', ' ') + " limit")
                    .withCaption("Share of random queries that the machine of depth L and its limit classify alike; "
                            + name + ", " + parameters.draws() + " data sets in dimension "
                            + parameters.inputDimension() + "."));
        }
        return figures;
    }

    /** The pictures of several activations side by side: machines of the largest depth, and limits. */
    private static List<Figure> compared(DeepMachines parameters, Axis activations) {
        Figure machines = null;
        Figure limits = null;
        for (Object value : activations.values()) {
            DeepActivation activation = DeepActivation.valueOf(
                    value.toString().toUpperCase(Locale.ROOT).replace('-', '_'));
            Regime regime = infiniteDepth(with(parameters, activation, parameters.depths()))
                    .regime();
            String name = Spelling.of(regime).replace('-', ' ');
            Figure machine = panel("machine-" + value, "machine")
                    .where("depth", last(parameters))
                    .with(examples())
                    .where("activation", value)
                    .withTitle(value + ", depth " + last(parameters));
            machines = machines == null ? captioned("machines", machine, parameters) : machines.beside(machine);
            if (regime != Regime.NONE) {
                Figure limit = panel("limit-" + value, "limit")
                        .with(examples())
                        .where("activation", value)
                        .withTitle(value + ": " + name);
                limits = limits == null ? captioned("regimes", limit, parameters) : limits.beside(limit);
            }
        }
        return limits == null ? List.of(machines) : List.of(limits, machines);
    }

    private static Figure captioned(String name, Figure panel, DeepMachines parameters) {
        String what = name.equals("regimes")
                ? "The three classifiers that infinitely wide networks become at infinite depth"
                : "The same networks at depth " + last(parameters);
        return panel.withName(name)
                .withCaption(what + ", trained on " + parameters.trainSize() + " points of the plane, by activation.");
    }

    private static Figure kernelFigure(DeepMachines parameters, Regime regime, String name) {
        if (regime == Regime.SINGULAR_KERNEL) {
            return Figure.xy("infinite-depth", "distance", "rescaledKernel")
                    .with(Layer.line("rescaledKernel")
                            .where("role", "kernel")
                            .by("depth")
                            .labelled("L = {by}"))
                    .with(Layer.dashed("limitKernel")
                            .where("role", "kernel")
                            .where("depth", last(parameters))
                            .labelled("limit C"))
                    .withLogX()
                    .withLogY()
                    .withLabels("distance |x - x'|", "K_L/((L+1) A'^{2L})")
                    .withTitle("Singular kernel: \\alpha = {fittedExponent:.4f}, predicted {singularExponent:.4f}")
                    .withCaption("The tangent kernel of deeper and deeper networks (" + name + ", d = "
                            + parameters.inputDimension()
                            + ") approaches a kernel that diverges like |x - x'|^{-\\alpha}. The exponent is fitted to the"
                            + " limit over whole periods of its logarithm.");
        }
        return Figure.xy("infinite-depth", "angle", "kernel")
                .with(Layer.line("kernel").where("role", "kernel").by("depth").labelled("L = {by}"))
                .withLabels("angle \\theta", "K_L(\\theta)/K_L(0)")
                .withTitle(name + ": " + Spelling.of(regime).replace('-', ' '))
                .withCaption("The tangent kernel of deeper and deeper networks, divided by its diagonal.");
    }

    private static int last(DeepMachines parameters) {
        return parameters.depths().get(parameters.depths().size() - 1);
    }

    private static Figure boundaries(DeepMachines parameters, Regime regime, String name) {
        Figure figure = null;
        for (int depth : pictured(parameters)) {
            Figure panel = panel("boundaries-" + depth, "machine")
                    .where("depth", depth)
                    .with(examples())
                    .withTitle("Depth " + depth);
            figure = figure == null ? renamed(panel, name, regime) : figure.beside(panel);
        }
        if (regime != Regime.NONE) {
            figure = figure.beside(panel("boundaries-limit", "limit")
                    .with(examples())
                    .withTitle("Limit: " + Spelling.of(regime).replace('-', ' ')));
        }
        return figure;
    }

    private static Figure renamed(Figure panel, String name, Regime regime) {
        return panel.withName("boundaries")
                .withCaption(
                        "Classes that infinitely wide networks of growing depth give to the plane, trained on the points ("
                                + name + ", " + Spelling.of(regime).replace('-', ' ') + ").");
    }

    private static Figure panel(String name, String role) {
        return Figure.xy(name, "firstInput", "secondInput")
                .with(Layer.heat("decision").where("role", role))
                .withLabels("x_1", "x_2");
    }

    private static Layer examples() {
        return Layer.points("secondInput")
                .where("role", "example")
                .by("decision")
                .labelled("examples, {by}");
    }

    @Override
    public List<String> references() {
        return List.of("Radhakrishnan2023");
    }

    @Override
    public Cost cost(DeepMachines parameters) {
        double depths =
                parameters.depths().stream().mapToDouble(Integer::doubleValue).sum();
        double pairs = (double) parameters.trainSize() * (parameters.testSize() + parameters.trainSize());
        double grid = (double) parameters.gridSize() * parameters.gridSize() * parameters.trainSize();
        double tables = 1.5e-4 * depths * (1 + parameters.draws());
        return new Cost(
                tables + 6e-8 * parameters.depths().size() * (parameters.draws() * pairs + grid),
                8.0 * parameters.trainSize() * parameters.trainSize() * 3);
    }
}

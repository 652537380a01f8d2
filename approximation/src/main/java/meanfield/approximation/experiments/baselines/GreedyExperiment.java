package meanfield.approximation.experiments.baselines;

import java.util.List;
import meanfield.approximation.greedy.GreedyExpansion;
import meanfield.approximation.greedy.OrthogonalGreedy;
import meanfield.approximation.rates.RateFit;
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
 * The orthogonal greedy algorithm on one target: error against units, with the rate of the class.
 *
 * <pre>
 *   ‖f - f_n‖ ~ n^{-1/2-(2k+1)/(2d)}                                                                         (1)
 * </pre>
 *
 * One row for every number of units. The fit takes n ≥ 8 in one dimension and n ≥ 16 in two; slope, half its 95 % interval
 * and the class exponent are in the summary. Ties between symmetric atoms are decided by rounding beyond some ten units.
 * Source: [Siegel2022].
 */
public final class GreedyExperiment implements Experiment<GreedyRun> {
    @Override
    public String id() {
        return "approximation.greedy";
    }

    @Override
    public String claim() {
        return "Choosing units one by one attains the best rate n^(-1/2-(2k+1)/(2d)) of shallow ReLU^k networks (Siegel and"
                + " Xu 2022).";
    }

    @Override
    public GreedyRun defaults() {
        return GreedyRun.published(GreedyTarget.SINESINE, 1);
    }

    @Override
    public GreedyRun quick() {
        return new GreedyRun(GreedyTarget.SINE, 1, 24, 1, 256, 256, 4);
    }

    @Override
    public Schema schema() {
        return Schema.of(
                Column.integer("units", "n", "units of the network"),
                Column.number("error", "", "L2 error").withTolerance(0.3),
                Column.number("classRate", "", "rate of the class through the first fitted error")
                        .withTolerance(0.3),
                Column.number("monteCarloRate", "", "n^(-1/2) through the first fitted error")
                        .withTolerance(0.3),
                Column.integer("atom", "", "dictionary index of the unit added last; -1 without units"),
                Column.number("offset", "o", "offset of that unit").withTolerance(1e9));
    }

    @Override
    public void run(GreedyRun parameters, RunContext context, Rows rows) {
        GreedyExpansion found = new OrthogonalGreedy(parameters.steps())
                .approximate(parameters.sampled(), parameters.dictionary(), context.workers());
        int first = parameters.target().dimension() == 1 ? 8 : 16;
        int last = found.units().size();
        int anchor = Math.min(first, last);
        double at = found.errors().get(anchor);
        for (int n = 0; n <= last; n++) {
            GreedyExpansion.Unit unit = n == 0 ? null : found.units().get(n - 1);
            double ratio = n < anchor || anchor == 0 ? Double.NaN : (double) n / anchor;
            Rows.Row row = rows.row(Source.THEORY)
                    .set("units", n)
                    .set("error", found.errors().get(n))
                    .set("classRate", at * Math.pow(ratio, parameters.classSlope()))
                    .set("monteCarloRate", at * Math.pow(ratio, -0.5))
                    .set("atom", unit == null ? -1 : unit.index())
                    .set("offset", unit == null ? Double.NaN : unit.offset());
            if (n == last) {
                row.verdict(found.convergence());
            }
            row.add();
        }
        fit(found, first, rows);
        rows.summary("classSlope", parameters.classSlope());
    }

    private static void fit(GreedyExpansion found, int first, Rows rows) {
        int count = Math.max(0, found.units().size() + 1 - first);
        double[] n = new double[count];
        double[] error = new double[count];
        for (int i = 0; i < count; i++) {
            n[i] = first + i;
            error[i] = found.errors().get(first + i);
        }
        RateFit fit = RateFit.of(n, error, 1e-13 * found.errors().get(0));
        rows.summary("slope", fit.slope());
        rows.summary("slopeHalfWidth", fit.halfWidth());
        rows.summary("fitRemark", fit.message());
    }

    @Override
    public List<Figure> figures(GreedyRun parameters, List<Axis> axes) {
        int d = parameters.target().dimension();
        return List.of(Figure.xy("greedy", "units", "error")
                .with(Layer.line("classRate").labelled("rate of the class, n^{-" + -parameters.classSlope() + "}"))
                .with(Layer.dashed("monteCarloRate").labelled("Monte Carlo, n^{-1/2}"))
                .with(Layer.points("error").labelled("greedy, fitted slope {slope}"))
                .withLogX()
                .withLogY()
                .withLabels("units n", "L^2 error")
                .withTitle("Greedy approximation, "
                        + parameters.target().name().toLowerCase(java.util.Locale.ROOT) + ", d = " + d + ", k = "
                        + parameters.power())
                .withCaption(
                        "Error of the orthogonal greedy algorithm against the rate of its class and the rate of random"
                                + " units; both lines pass through the first fitted point."));
    }

    @Override
    public List<Showcase<GreedyRun>> showcases(Effort effort) {
        boolean full = effort == Effort.FULL;
        return List.of(
                new Showcase<>(GreedyRun.published(GreedyTarget.SINE, 1), List.of()),
                new Showcase<>(
                        full
                                ? GreedyRun.published(GreedyTarget.SINESINE, 2)
                                : new GreedyRun(GreedyTarget.SINESINE, 2, 64, 32, 48, 8, 6),
                        List.of()));
    }

    @Override
    public List<String> references() {
        return List.of("Siegel2022");
    }

    @Override
    public Cost cost(GreedyRun parameters) {
        double points = Math.pow(
                (double) parameters.cells() * parameters.nodes(),
                parameters.target().dimension());
        double atoms = parameters.target().dimension() == 1
                ? 2.0 * parameters.offsets()
                : (double) parameters.angles() * parameters.offsets();
        return new Cost(1e-9 * points * atoms * parameters.steps(), 8 * points * parameters.steps());
    }
}

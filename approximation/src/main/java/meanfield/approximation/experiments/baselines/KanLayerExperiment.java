package meanfield.approximation.experiments.baselines;

import java.util.Arrays;
import java.util.List;
import meanfield.approximation.classical.StandardFunction;
import meanfield.approximation.splines.EdgeBasis;
import meanfield.approximation.splines.KanLayer;
import meanfield.approximation.splines.LeastSquares;
import meanfield.core.NonConvergenceException;
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
 * A Kolmogorov-Arnold layer of two inputs on the sum of two functions, with every basis an edge may select.
 *
 * <pre>
 *   f(x₁, x₂) = g(x₁) + h(x₂),   layer: Σ_i Σ_c a_{ic} B_c(x_i),   a by least squares on each edge            (1)
 * </pre>
 *
 * An additive target is what one layer can represent, so that the error is that of the bases: G^{-(k+1)} for splines,
 * geometric for Chebyshev on analytic functions, and bound to the kink at 0 for PolyReLU. The sup error is measured on
 * the built layer over 201² points. The rational basis has six functions whatever the size. Source: [Liu2025],
 * [Yang2024].
 */
public final class KanLayerExperiment implements Experiment<KanFit> {
    private static final int GRID = 200;
    private static final int NODES = 16;

    @Override
    public String id() {
        return "approximation.kan-layer";
    }

    @Override
    public String claim() {
        return "Which basis an edge of a Kolmogorov-Arnold layer should select depends on the function: splines and PolyReLU"
                + " for kinks, Chebyshev for analytic ones.";
    }

    @Override
    public KanFit defaults() {
        return new KanFit(
                StandardFunction.SIN4,
                StandardFunction.RUNGE,
                List.of(KanFit.Basis.values()),
                List.of(6, 9, 13, 19, 27, 39),
                3);
    }

    @Override
    public KanFit quick() {
        return new KanFit(
                StandardFunction.SIN4, StandardFunction.ABS, List.of(KanFit.Basis.values()), List.of(6, 9, 13), 3);
    }

    @Override
    public Schema schema() {
        return Schema.of(
                Column.text("basis", "basis of the edges"),
                Column.integer("coefficients", "", "functions on an edge"),
                Column.integer("parameters", "W", "parameters of the layer"),
                Column.number("l2Error", "", "root of the sum of both edges' squared L2 errors")
                        .withTolerance(1e-5),
                Column.number("supError", "", "largest error of the layer on 201 x 201 points")
                        .withTolerance(1e-5));
    }

    @Override
    public void run(KanFit parameters, RunContext context, Rows rows) {
        for (KanFit.Basis kind : parameters.bases()) {
            int before = -1;
            for (int size : parameters.sizes()) {
                context.checkCancelled();
                EdgeBasis basis = kind.of(size, parameters.splineDegree());
                if (basis.size() == before) {
                    continue; // the rational and the largest PolyReLU basis do not grow
                }
                before = basis.size();
                row(parameters, kind, basis, context, rows);
            }
        }
    }

    private static void row(KanFit parameters, KanFit.Basis kind, EdgeBasis basis, RunContext context, Rows rows) {
        Rows.Row row = rows.row(Source.THEORY).set("basis", kind).set("coefficients", basis.size());
        try {
            LeastSquares.Fit first = edge(parameters.firstFunction(), basis, context);
            LeastSquares.Fit second = edge(parameters.secondFunction(), basis, context);
            KanLayer layer = KanLayer.of(List.of(basis), new KanLayer.Edge[][] {
                {KanLayer.Edge.of(0, 1, first.coefficients())}, {KanLayer.Edge.of(0, 1, second.coefficients())}
            });
            row.set("parameters", layer.parameters())
                    .set("l2Error", Math.hypot(first.l2Error(), second.l2Error()))
                    .set("supError", sup(parameters, layer));
        } catch (NonConvergenceException e) {
            row.failed(e.getMessage());
        }
        row.add();
    }

    private static LeastSquares.Fit edge(StandardFunction function, EdgeBasis basis, RunContext context) {
        return LeastSquares.fit(t -> KanFit.moved(function, t), basis, -1, 1, NODES, context.linearAlgebra());
    }

    private static double sup(KanFit parameters, KanLayer layer) {
        double[] t = new double[GRID + 1];
        double[] first = new double[GRID + 1];
        double[] second = new double[GRID + 1];
        double origin = layer.value(0, 0)[0];
        for (int i = 0; i <= GRID; i++) {
            t[i] = -1 + 2.0 * i / GRID;
            first[i] = KanFit.moved(parameters.firstFunction(), t[i]) - layer.value(t[i], 0)[0];
            second[i] = KanFit.moved(parameters.secondFunction(), t[i]) - layer.value(0, t[i])[0] + origin;
        }
        // the layer is additive: e(x, y) = first(x) + second(y)
        double high = Arrays.stream(first).max().orElse(0)
                + Arrays.stream(second).max().orElse(0);
        double low = Arrays.stream(first).min().orElse(0)
                + Arrays.stream(second).min().orElse(0);
        return Math.max(Math.abs(high), Math.abs(low));
    }

    @Override
    public List<Figure> figures(KanFit parameters, List<Axis> axes) {
        return List.of(Figure.xy("kan-layer", "coefficients", "l2Error")
                .with(Layer.line("l2Error").by("basis").labelled("{by}"))
                .with(Layer.points("l2Error").by("basis").labelled(""))
                .withLogY()
                .withLogX()
                .withLabels("coefficients on an edge", "L^2 error")
                .withTitle("Bases of a KAN layer: " + parameters.firstFunction().formula() + " + "
                        + parameters.secondFunction().formula())
                .withCaption("A layer of two inputs fitted to the sum of two functions, by the basis that its edges"
                        + " select."));
    }

    @Override
    public List<String> references() {
        return List.of("Liu2025", "Yang2024");
    }
}

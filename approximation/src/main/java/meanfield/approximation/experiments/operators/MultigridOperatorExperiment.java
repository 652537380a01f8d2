package meanfield.approximation.experiments.operators;

import java.util.List;
import meanfield.approximation.multigrid.FourierAnalysis;
import meanfield.approximation.multigrid.Grid;
import meanfield.approximation.multigrid.MultigridBlock;
import meanfield.approximation.multigrid.MultigridCycle;
import meanfield.approximation.multigrid.SpectralRadius;
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
 * The V-cycle as a linear operator on -Δu = f: what it leaves of an error, and the trainable block that contains it.
 *
 * <pre>
 *   E = I - B A;   twoGridRadius, cycleRadius = largest |eigenvalue| of E with two grids and with all                (1)
 *   blockDifference = max |block f - B f| / max |B f|,   f_j = sin j, j from 1                                       (2)
 * </pre>
 *
 * {@code fourierRadius} is the two-grid radius by another route. The block is that of two dimensions with one channel and
 * one level for each grid, with the residual restricted or, as published, f itself; in one dimension, or with ν₁ = 0, its columns are
 * NaN. The summary counts the weights of the network described by {@code channels} and {@code networkSteps}. Source: [He2024].
 */
public final class MultigridOperatorExperiment implements Experiment<MultigridSetting> {
    @Override
    public String id() {
        return "approximation.multigrid-operator";
    }

    @Override
    public String claim() {
        return "A V-cycle is a linear operator of a few local stencils that removes a fixed share of every error on any grid; the"
                + " multigrid block of operator networks contains it exactly (He, Liu and Xu 2024).";
    }

    @Override
    public MultigridSetting defaults() {
        return MultigridSetting.of(2, 0.8, 1, 1, List.of(3, 7, 15, 31, 63, 127));
    }

    @Override
    public MultigridSetting quick() {
        return MultigridSetting.of(2, 0.8, 1, 1, List.of(3, 7, 15, 31, 63));
    }

    @Override
    public Schema schema() {
        return Schema.of(
                Column.integer("points", "n", "interior points in each direction"),
                Column.integer("unknowns", "n^d", "values of a grid function"),
                Column.number("twoGridRadius", "\\rho_2", "spectral radius of the two-grid iteration"),
                Column.number("fourierRadius", "", "the same by blocks of sine modes"),
                Column.number("cycleRadius", "\\rho", "spectral radius of the V-cycle iteration"),
                Column.number("sineResidual", "", "norm of f - A B f, f_j = sin j"),
                Column.number("sineNorm", "", "norm of f"),
                Column.number("blockParameters", "", "weights of the block with the stencils of this V-cycle"),
                Column.number("denseParameters", "", "entries of the matrix B"),
                Column.number("blockDifference", "", "largest difference of block and V-cycle, relative")
                        .withTolerance(1e9));
    }

    @Override
    public void run(MultigridSetting parameters, RunContext context, Rows rows) {
        int channels = parameters.channels();
        rows.summary("networkParameters", MultigridBlock.parameterCount(channels, parameters.steps(), false));
        rows.summary("networkParametersResidual", MultigridBlock.parameterCount(channels, parameters.steps(), true));
        for (int i = 0; i < parameters.points().size(); i++) {
            context.checkCancelled();
            int n = parameters.points().get(i);
            context.progress((double) i / parameters.points().size(), "n = " + n);
            row(parameters, new Grid(parameters.dimension(), n), rows.row(Source.THEORY))
                    .add();
        }
    }

    private static Rows.Row row(MultigridSetting parameters, Grid grid, Rows.Row row) {
        double damping = parameters.damping();
        int before = parameters.preSmoothing();
        int after = parameters.postSmoothing();
        MultigridCycle cycle = MultigridCycle.full(grid, damping, before, after);
        SpectralRadius twoGrid =
                MultigridCycle.twoGrid(grid, damping, before, after).radius();
        SpectralRadius full = cycle.radius();
        double[] f = sines(grid.unknowns());
        double[] u = cycle.apply(f);
        row.set("points", grid.points())
                .set("unknowns", grid.unknowns())
                .set("twoGridRadius", twoGrid.value())
                .set("fourierRadius", FourierAnalysis.twoGridRadius(grid, damping, before, after))
                .set("cycleRadius", full.value())
                .set("sineResidual", norm(grid.residual(u, f)))
                .set("sineNorm", norm(f))
                .set("denseParameters", (double) grid.unknowns() * grid.unknowns());
        if (grid.dimension() == 2 && before > 0) {
            MultigridBlock block =
                    MultigridBlock.classical(grid, damping, before, after, parameters.residualRestriction());
            row.set("blockParameters", (double) block.parameters())
                    .set("blockDifference", difference(u, block.apply(new double[][] {f}, grid.points())[0]));
        }
        return row.verdict(twoGrid.convergence().isConverged() ? full.convergence() : twoGrid.convergence());
    }

    private static double[] sines(int size) {
        double[] f = new double[size];
        for (int j = 0; j < size; j++) {
            f[j] = Math.sin(j + 1);
        }
        return f;
    }

    private static double difference(double[] expected, double[] actual) {
        double largest = 0;
        double scale = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i] - actual[i]));
            scale = Math.max(scale, Math.abs(expected[i]));
        }
        return largest / scale;
    }

    private static double norm(double[] values) {
        double sum = 0;
        for (double each : values) {
            sum += each * each;
        }
        return Math.sqrt(sum);
    }

    @Override
    public List<Figure> figures(MultigridSetting parameters, List<Axis> axes) {
        Figure radii = Figure.xy("multigrid-operator", "points", "cycleRadius")
                .with(Layer.line("fourierRadius").labelled("two grids, Fourier blocks"))
                .with(Layer.points("twoGridRadius").labelled("two grids, Krylov"))
                .with(Layer.points("cycleRadius").labelled("V-cycle"))
                .withLogX()
                .withLabels("points n in each direction", "spectral radius of I - BA")
                .withTitle("Error left by one cycle")
                .withCaption(
                        "Share of the error that one multigrid cycle leaves in the worst direction, against the grid, and the"
                                + " weights that hold the cycle as a network block beside those of a dense matrix.");
        if (parameters.dimension() == 1 || parameters.preSmoothing() == 0) {
            return List.of(radii);
        }
        return List.of(radii.beside(Figure.xy("multigrid-weights", "points", "blockParameters")
                .with(Layer.points("denseParameters").labelled("dense matrix"))
                .with(Layer.points("blockParameters").labelled("multigrid block"))
                .withLogX()
                .withLogY()
                .withLabels("points n in each direction", "weights")
                .withTitle("Size of the operator")));
    }

    @Override
    public List<String> references() {
        return List.of("He2024", "Briggs2000");
    }
}

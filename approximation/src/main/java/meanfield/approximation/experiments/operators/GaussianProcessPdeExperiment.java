package meanfield.approximation.experiments.operators;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import meanfield.approximation.process.NonlinearProcess;
import meanfield.approximation.process.PoissonProcess;
import meanfield.approximation.process.SpectralMixture;
import meanfield.approximation.process.WeightSearch;
import meanfield.core.Convergence;
import meanfield.experiment.Axis;
import meanfield.experiment.Column;
import meanfield.experiment.Experiment;
import meanfield.experiment.Rows;
import meanfield.experiment.RunContext;
import meanfield.experiment.Schema;
import meanfield.experiment.Source;
import meanfield.experiment.chart.Figure;
import meanfield.experiment.chart.Layer;
import meanfield.experiment.chart.text.NumberText;

/**
 * -u″ + λu³ = f by a Gaussian process: a spectral mixture as given, the same with weights found from the data, one Gaussian kernel.
 *
 * <pre>
 *   u(x) = Σ a_i sin 2πm_ix;   error = ‖mean - u‖/‖u‖ on 1001 points                                                 (1)
 * </pre>
 *
 * Rows of part {@code error} belong to a number of points; rows of part {@code line} list the spectral lines at the largest number, their
 * weights before and after the search relative to the largest; rows of part {@code kernel} tabulate the kernel at the lags asked for. The system is ill-conditioned: errors are right in their order of
 * magnitude. For λ > 0 the values at the points solve the equation by Gauss and Newton, and weights are searched in the
 * equation linearized there. Source: [Fang2024], [Chen2021].
 */
public final class GaussianProcessPdeExperiment implements Experiment<GaussianProcessSetting> {
    private static final int GRID = 1001;
    private static final double SHOWN_CUBIC = 300;
    private static final NonlinearProcess SOLVER = NonlinearProcess.withDefaults();

    @Override
    public String id() {
        return "approximation.gaussian-process-pde";
    }

    @Override
    public String claim() {
        return "A Gaussian process with spectral lines solves an equation whose solution oscillates fast where a Gaussian kernel"
                + " fails, and finds the lines from the likelihood (Fang et al. 2024).";
    }

    @Override
    public GaussianProcessSetting defaults() {
        return candidates(20, 24, List.of(12, 16, 24, 32, 48, 64, 96, 128), 300, 0);
    }

    @Override
    public GaussianProcessSetting quick() {
        return candidates(10, 12, List.of(12, 16, 20, 24, 28, 32, 48), 200, 0);
    }

    /** sin 2πx + 0.1 sin 2πmx with lines at 1, 2, … all of the same weight. */
    private static GaussianProcessSetting candidates(
            double wave, int lines, List<Integer> points, int iterations, double cubic) {
        List<Double> frequencies = new ArrayList<>();
        for (int q = 1; q <= lines; q++) {
            frequencies.add((double) q);
        }
        return new GaussianProcessSetting(
                List.of(1.0, 0.1),
                List.of(1.0, wave),
                Collections.nCopies(lines, 1.0),
                frequencies,
                Collections.nCopies(lines, 0.5),
                1,
                points,
                1e-8,
                iterations,
                cubic,
                List.of());
    }

    @Override
    public Schema schema() {
        return Schema.of(
                Column.text("part", "error, line or kernel"),
                Column.integer("points", "n", "collocation points inside"),
                Column.number("errorMixture", "", "relative error with the weights given")
                        .withTolerance(10),
                Column.number("errorSearched", "", "relative error with the weights found")
                        .withTolerance(10),
                Column.number(
                                "errorGaussian",
                                "",
                                "relative error with one Gaussian kernel; NaN where its steps did not end, which the summary names")
                        .withTolerance(10),
                Column.integer("steps", "", "Gauss-Newton steps under the weights given"),
                Column.number("condition", "", "estimated condition number, mixture as given")
                        .withTolerance(10),
                Column.number("likelihoodGiven", "J", "negative log likelihood of the weights given")
                        .withTolerance(1e-3),
                Column.number("likelihoodSearched", "J", "negative log likelihood of the weights found")
                        .withTolerance(1e-3),
                Column.number("frequency", "\\mu", "frequency of the line"),
                Column.number("weightGiven", "w", "weight given over the largest"),
                Column.number("weightSearched", "w", "weight found over the largest")
                        .withTolerance(10),
                Column.number("lag", "\\tau", "lag of the kernel"),
                Column.number("kernel", "k", "kernel as given"),
                Column.number("kernelFirst", "", "its first derivative"),
                Column.number("kernelSecond", "", "its second derivative"),
                Column.number("kernelThird", "", "its third derivative"),
                Column.number("kernelFourth", "", "its fourth derivative"));
    }

    @Override
    public void run(GaussianProcessSetting parameters, RunContext context, Rows rows) {
        SpectralMixture kernel = parameters.kernel();
        SpectralMixture found = kernel;
        for (int n : parameters.points()) {
            context.checkCancelled();
            PoissonProcess process =
                    new PoissonProcess(parameters.problem(), n, parameters.jitter(), context.linearAlgebra());
            NonlinearProcess.Solution mixture = SOLVER.solve(process, kernel);
            NonlinearProcess.Solution gaussian =
                    SOLVER.solve(process, SpectralMixture.gaussian(parameters.gaussianWidth()));
            Convergence verdict = mixture.convergence();
            if (!gaussian.convergence().isConverged()) {
                rows.summary("gaussianUnresolved" + n, gaussian.convergence().toString());
            }
            Rows.Row row = rows.row(Source.THEORY)
                    .set("part", "error")
                    .set("points", n)
                    .set("errorMixture", error(mixture))
                    .set("errorGaussian", gaussian.convergence().isConverged() ? error(gaussian) : Double.NaN)
                    .set("steps", mixture.steps())
                    .set("condition", mixture.posterior().conditionEstimate())
                    .set("likelihoodGiven", mixture.posterior().negativeLogLikelihood());
            if (parameters.iterations() > 0 && mixture.convergence().isConverged()) {
                WeightSearch.Found best = new WeightSearch(mixture.process(), kernel).search(parameters.iterations());
                found = best.kernel();
                NonlinearProcess.Solution searched = SOLVER.solve(mixture.process(), found);
                row.set("errorSearched", error(searched)).set("likelihoodSearched", best.negativeLogLikelihood());
                verdict = both(verdict, both(searched.convergence(), best.convergence()));
            }
            row.verdict(verdict).add();
        }
        lines(kernel, found, parameters, rows);
        for (double lag : parameters.lags()) {
            rows.row(Source.THEORY)
                    .set("part", "kernel")
                    .set("lag", lag)
                    .set("kernel", kernel.derivative(lag, 0))
                    .set("kernelFirst", kernel.derivative(lag, 1))
                    .set("kernelSecond", kernel.derivative(lag, 2))
                    .set("kernelThird", kernel.derivative(lag, 3))
                    .set("kernelFourth", kernel.derivative(lag, 4))
                    .add();
        }
    }

    private static double error(NonlinearProcess.Solution solution) {
        return solution.process().relativeError(solution.posterior(), GRID);
    }

    private static Convergence both(Convergence first, Convergence second) {
        return first.isConverged() ? second : first;
    }

    private static void lines(
            SpectralMixture kernel, SpectralMixture found, GaussianProcessSetting parameters, Rows rows) {
        double before = Collections.max(kernel.weights());
        double after = Collections.max(found.weights());
        for (int q = 0; q < kernel.size(); q++) {
            rows.row(Source.THEORY)
                    .set("part", "line")
                    .set("points", parameters.points().get(parameters.points().size() - 1))
                    .set("frequency", kernel.frequencies().get(q))
                    .set("weightGiven", kernel.weights().get(q) / before)
                    .set(
                            "weightSearched",
                            parameters.iterations() > 0 ? found.weights().get(q) / after : Double.NaN)
                    .add();
        }
    }

    @Override
    public List<Figure> figures(GaussianProcessSetting parameters, List<Axis> axes) {
        Figure errors = Figure.xy("gaussian-process-pde", "points", "errorMixture")
                .with(Layer.points("errorGaussian").where("part", "error").labelled("one Gaussian kernel"))
                .with(Layer.points("errorMixture").where("part", "error").labelled("spectral lines as given"));
        Figure lines = Figure.xy("gaussian-process-lines", "frequency", "weightGiven")
                .with(Layer.line("weightGiven").where("part", "line").labelled("given"));
        if (parameters.iterations() > 0) {
            errors = errors.with(
                    Layer.points("errorSearched").where("part", "error").labelled("weights from the data"));
            lines = lines.with(
                    Layer.points("weightSearched").where("part", "line").labelled("from the data"));
        }
        return List.of(errors.withLogX()
                .withLogY()
                .withLabels("collocation points n", "relative error")
                .withTitle(
                        parameters.cubic() == 0
                                ? "−u″ = f"
                                : "−u″ + " + NumberText.significant(parameters.cubic(), 3) + " u^3 = f")
                .withCaption(
                        "Relative error of the posterior mean against the collocation points, for one Gaussian kernel and for"
                                + " spectral mixtures, and the weights of the lines before and after the search."
                                + " A Gaussian kernel whose steps did not end has no point.")
                .beside(lines.withLogY()
                        .withLabels("frequency μ", "weight over the largest")
                        .withTitle("Spectral lines")));
    }

    @Override
    public List<Showcase<GaussianProcessSetting>> showcases(Effort effort) {
        boolean full = effort == Effort.FULL;
        GaussianProcessSetting nonlinear = full
                ? candidates(20, 24, List.of(12, 16, 24, 32, 48, 64, 96, 128), 300, SHOWN_CUBIC)
                : candidates(10, 12, List.of(12, 16, 24, 32, 48), 100, SHOWN_CUBIC);
        return List.of(new Showcase<>(full ? defaults() : quick(), List.of()), new Showcase<>(nonlinear, List.of()));
    }

    @Override
    public List<String> references() {
        return List.of("Fang2024", "Chen2021", "Wilson2013", "Liu1989");
    }
}

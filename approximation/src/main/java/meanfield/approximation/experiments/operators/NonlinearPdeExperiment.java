package meanfield.approximation.experiments.operators;

import java.util.List;
import meanfield.approximation.pde.CubicEquation;
import meanfield.approximation.pde.PreconditionedDescent;
import meanfield.approximation.pde.PreconditionedDescent.Iterate;
import meanfield.approximation.pde.PreconditionedDescent.Solution;
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
 * -Δu + u + λu³ = f on the torus by preconditioned descent: Barron norms against their bound, with and without small data.
 *
 * <pre>
 *   ‖u_t‖_B ≤ b_t,   b_{t+1} = (1 - η) b_t + η (λ b_t³ + F),   F = ‖(I - Δ)⁻¹ f‖_B                                 (1)
 *   b_t stays finite  ⇔  F ≤ 2/(3√(3λ))
 * </pre>
 *
 * {@code forcing} is {@code given} or {@code small}: the same f scaled to a fraction of the threshold. {@code linearRate} in the summary is the
 * mean factor of the error from a quarter to half of the steps. Source: [Marwah2023].
 */
public final class NonlinearPdeExperiment implements Experiment<NonlinearPdeSetting> {
    @Override
    public String id() {
        return "approximation.nonlinear-pde";
    }

    @Override
    public String claim() {
        return "Barron norms of the iterates that approach a nonlinear elliptic equation settle, where the bound of the proof grows"
                + " doubly exponentially unless the data are small (Marwah et al. 2023).";
    }

    @Override
    public NonlinearPdeSetting defaults() {
        return new NonlinearPdeSetting(
                2, 1, 16, 0.5, 40, List.of(List.of(1, 0), List.of(0, 1)), List.of(0.5, 0.5), 0.95);
    }

    @Override
    public NonlinearPdeSetting quick() {
        return new NonlinearPdeSetting(1, 1, 32, 0.5, 40, List.of(List.of(1)), List.of(0.5), 0.95);
    }

    @Override
    public Schema schema() {
        return Schema.of(
                Column.text("forcing", "given, or scaled down to small data"),
                Column.integer("step", "t", "iterations done"),
                Column.number("barron", "", "Barron norm of the iterate"),
                Column.number("barronBound", "b_t", "bound (1); infinite beyond double precision"),
                Column.number("h1", "", "norm of the iterate in H¹"),
                Column.number("energy", "E", "energy of the iterate, mean over the torus"),
                Column.number("residual", "", "norm of the gradient in H⁻¹").withTolerance(1e-3),
                Column.number("error", "", "distance to the solution in H¹").withTolerance(1e-3));
    }

    @Override
    public void run(NonlinearPdeSetting parameters, RunContext context, Rows rows) {
        CubicEquation given = parameters.equation();
        rows.summary("forcingNorm", given.forcingNorm());
        rows.summary("threshold", given.threshold());
        Solution solution = descend("given", given, parameters, context, rows);
        rows.summary("barronLimit", given.modes().barronNorm(solution.u()));
        rows.summary("energyLimit", solution.energy());
        if (parameters.smallFraction() > 0) {
            CubicEquation small = given.scaled(parameters.smallFraction() * given.threshold() / given.forcingNorm());
            descend("small", small, parameters, context, rows);
            rows.summary("smallBoundLimit", small.boundLimit());
        }
    }

    private static Solution descend(
            String name, CubicEquation equation, NonlinearPdeSetting parameters, RunContext context, Rows rows) {
        context.checkCancelled();
        Solution solution = PreconditionedDescent.solve(equation, parameters.stepSize());
        context.checkCancelled();
        List<Iterate> iterates =
                PreconditionedDescent.run(equation, parameters.stepSize(), parameters.steps(), solution);
        for (Iterate each : iterates) {
            rows.row(Source.THEORY)
                    .set("forcing", name)
                    .set("step", each.step())
                    .set("barron", each.barron())
                    .set("barronBound", each.bound())
                    .set("h1", each.h1())
                    .set("energy", each.energy())
                    .set("residual", each.residual())
                    .set("error", each.error())
                    .verdict(solution.convergence())
                    .add();
        }
        for (int t = iterates.size(); t <= parameters.steps(); t++) {
            rows.row(Source.THEORY)
                    .set("forcing", name)
                    .set("step", t)
                    .failed("the iterates overflowed; take a smaller stepSize")
                    .add();
        }
        if (name.equals("given")) {
            rows.summary("linearRate", rate(iterates, parameters.steps()));
        }
        return solution;
    }

    private static double rate(List<Iterate> iterates, int steps) {
        int from = steps / 4;
        int to = steps / 2;
        if (iterates.size() <= to) {
            return Double.NaN;
        }
        return Math.pow(iterates.get(to).error() / iterates.get(from).error(), 1.0 / (to - from));
    }

    @Override
    public List<Figure> figures(NonlinearPdeSetting parameters, List<Axis> axes) {
        CubicEquation equation = parameters.equation();
        double low = Math.min(equation.forcingNorm(), parameters.smallFraction() > 0 ? equation.threshold() : 1e300);
        Figure norms = Figure.xy("nonlinear-pde", "step", "barron")
                .with(Layer.dashed("barronBound").where("forcing", "given").labelled("bound, given f"))
                .with(Layer.points("barron").where("forcing", "given").labelled("norm, given f"));
        Figure errors = Figure.xy("nonlinear-pde-error", "step", "error")
                .with(Layer.points("error").where("forcing", "given").labelled("given f"));
        if (parameters.smallFraction() > 0) {
            norms = norms.with(Layer.dashed("barronBound")
                            .where("forcing", "small")
                            .labelled("bound, small f"))
                    .with(Layer.points("barron").where("forcing", "small").labelled("norm, small f"));
            errors = errors.with(Layer.points("error").where("forcing", "small").labelled("small f"));
        }
        return List.of(norms.withLogY()
                .withYRange(low / 10, 1e6 * Math.max(1, equation.forcingNorm()))
                .withLabels("iteration t", "Barron norm")
                .withTitle("Norm of the iterates and its bound")
                .withCaption(
                        "Barron norms of the iterates of a preconditioned descent and the bound by submultiplicativity, for the given"
                                + " forcing and for one below the threshold, with the distance to the solution beside them.")
                .beside(errors.withLogY()
                        .withLabels("iteration t", "distance in H¹")
                        .withTitle("Linear convergence")));
    }

    @Override
    public List<String> references() {
        return List.of("Marwah2023");
    }
}

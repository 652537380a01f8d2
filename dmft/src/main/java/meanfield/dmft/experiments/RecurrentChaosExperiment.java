package meanfield.dmft.experiments;

import java.util.List;
import java.util.stream.IntStream;
import meanfield.core.random.RandomStream;
import meanfield.core.solve.TimeGrid;
import meanfield.dmft.recurrent.ChaoticState;
import meanfield.dmft.recurrent.ChaoticState.LyapunovExponent;
import meanfield.dmft.recurrent.RecurrentSimulation;
import meanfield.dmft.recurrent.RecurrentSimulation.Outcome;
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
 * Chaos in random recurrent networks of tanh units: autocorrelation, variance and largest Lyapunov exponent at one gain,
 * theory for infinitely many units beside networks. A sweep over {@code gain} draws the transition.
 *
 * <p>Source: [Sompolinsky1988].
 */
public final class RecurrentChaosExperiment implements Experiment<RecurrentChaos> {
    @Override
    public String id() {
        return "dmft.recurrent-chaos";
    }

    @Override
    public String claim() {
        return "A large random recurrent network is silent below gain 1 and chaotic above it, with the autocorrelation and"
                + " Lyapunov exponent of Sompolinsky, Crisanti and Sommers (1988).";
    }

    @Override
    public RecurrentChaos defaults() {
        return new RecurrentChaos(3, lags(15, 31), 1000, 4);
    }

    @Override
    public RecurrentChaos quick() {
        return new RecurrentChaos(2.5, lags(10, 11), 400, 4);
    }

    private static List<Double> lags(double last, int count) {
        return IntStream.range(0, count).mapToObj(i -> last * i / (count - 1)).toList();
    }

    @Override
    public Schema schema() {
        Column correlation = Column.number("autocorrelation", "C(\\tau)", "autocorrelation of the fields at this lag")
                .withTolerance(1e-6);
        Column variance =
                Column.number("variance", "C_0", "variance of the fields").withTolerance(1e-6);
        Column lyapunov = Column.number("lyapunovExponent", "\\lambda_L", "largest Lyapunov exponent")
                .withTolerance(1e-6);
        return Schema.of(
                Column.number("time", "\\tau", "lag"),
                correlation,
                correlation.standardError(),
                variance,
                variance.standardError(),
                lyapunov,
                lyapunov.standardError());
    }

    @Override
    public void run(RecurrentChaos parameters, RunContext context, Rows rows) {
        TimeGrid lags = parameters.lags();
        ChaoticState state = ChaoticState.of(parameters.gain());
        double[] correlation = state.autocorrelation(lags);
        LyapunovExponent lyapunov = state.lyapunovExponent();
        for (int i = 0; i < lags.size(); i++) {
            rows.row(Source.THEORY)
                    .set("time", lags.at(i))
                    .set("autocorrelation", correlation[i])
                    .set("variance", state.variance())
                    .set("lyapunovExponent", lyapunov.value())
                    .verdict(state.convergence())
                    .verdict(lyapunov.convergence())
                    .add();
        }
        rows.summary("variance", state.variance());
        rows.summary("lyapunovExponent", lyapunov.value());
        if (parameters.simulated()) {
            simulate(parameters, context, rows);
        }
    }

    private static void simulate(RecurrentChaos parameters, RunContext context, Rows rows) {
        TimeGrid lags = parameters.lags();
        RecurrentSimulation simulation = RecurrentSimulation.of(parameters.gain(), parameters.simulationSize())
                .withWindow(parameters.window());
        RandomStream random = context.random("networks");
        context.progress(0, parameters.networks() + " networks");
        List<Outcome> outcomes = context.workers().map(parameters.networks(), m -> {
            context.checkCancelled();
            return simulation.run(lags, context.linearAlgebra(), random.child(m));
        });
        SampleMean variance = SampleMean.of(outcomes, Outcome::variance);
        SampleMean lyapunov = SampleMean.of(outcomes, Outcome::lyapunovExponent);
        for (int i = 0; i < lags.size(); i++) {
            int at = i;
            SampleMean correlation = SampleMean.of(outcomes, outcome -> outcome.autocorrelation()[at]);
            rows.row(Source.SIMULATION)
                    .set("time", lags.at(i))
                    .set("autocorrelation", correlation.value())
                    .set("autocorrelationStdErr", correlation.standardError())
                    .set("variance", variance.value())
                    .set("varianceStdErr", variance.standardError())
                    .set("lyapunovExponent", lyapunov.value())
                    .set("lyapunovExponentStdErr", lyapunov.standardError())
                    .add();
        }
    }

    @Override
    public List<Figure> figures(RecurrentChaos parameters, List<Axis> axes) {
        boolean sweep = axes.stream().anyMatch(axis -> axis.parameter().equals("gain"));
        if (!sweep) {
            Figure figure = correlation(parameters)
                    .withTitle("Lyapunov exponent {lyapunovExponent:.3f}")
                    .with(Layer.line("autocorrelation").where("source", "theory"));
            return List.of(
                    parameters.simulated()
                            ? figure.with(Layer.points("autocorrelation").where("source", "simulation"))
                            : figure);
        }
        double first = parameters.times().get(0);
        Figure lyapunov = Figure.xy("chaos-transition", "gain", "lyapunovExponent")
                .withLabels("gain g", "largest Lyapunov exponent \\lambda_L")
                .withTitle("Chaos beyond gain 1")
                .withCaption("(a) Largest Lyapunov exponent and (b) autocorrelation of random recurrent networks across"
                        + " the transition. Lines: theory for infinitely many units"
                        + (parameters.simulated()
                                ? "; points: networks of " + parameters.simulationSize() + " units."
                                : "."))
                .with(Layer.horizontal(0))
                .with(Layer.vertical(1))
                .with(Layer.line("lyapunovExponent")
                        .where("source", "theory")
                        .where("time", first)
                        .labelled("theory"));
        Figure decay = correlation(parameters)
                .withTitle("Autocorrelation")
                .with(Layer.line("autocorrelation").where("source", "theory").by("gain"));
        if (parameters.simulated()) {
            lyapunov = lyapunov.with(Layer.points("lyapunovExponent")
                    .where("source", "simulation")
                    .where("time", first)
                    .labelled("N = " + parameters.simulationSize()));
        }
        return List.of(lyapunov.beside(decay));
    }

    private static Figure correlation(RecurrentChaos parameters) {
        return Figure.xy("recurrent-chaos", "time", "autocorrelation")
                .withLabels("lag \\tau", "autocorrelation C(\\tau)")
                .withCaption(
                        "Autocorrelation of the fields at gain " + parameters.gain() + ". Line: theory for infinitely"
                                + " many units"
                                + (parameters.simulated()
                                        ? "; points: " + parameters.networks() + " networks of "
                                                + parameters.simulationSize() + " units."
                                        : "."));
    }

    @Override
    public List<Showcase<RecurrentChaos>> showcases(Effort effort) {
        boolean full = effort == Effort.FULL;
        RecurrentChaos base =
                full ? new RecurrentChaos(2, lags(15, 61), 700, 3) : new RecurrentChaos(2, lags(15, 31), 400, 3);
        Axis gains = Axis.of("gain", 0.6, 0.8, 1, 1.2, 1.5, 2, 2.5, 3);
        RecurrentChaos one = full ? defaults() : new RecurrentChaos(2.5, lags(15, 31), 800, 4);
        return List.of(new Showcase<>(one, List.of()), new Showcase<>(base, List.of(gains)));
    }

    @Override
    public List<String> references() {
        return List.of("Sompolinsky1988");
    }

    @Override
    public Cost cost(RecurrentChaos parameters) {
        double n = parameters.simulated() ? parameters.simulationSize() : 0;
        double steps = (40 + parameters.window()) / Math.min(0.4, 1.2 / Math.max(1, parameters.gain()));
        double theory = 0.2 + 1e-3 * Math.pow(parameters.gain(), 2);
        return new Cost(theory + parameters.networks() * steps * n * (4e-9 * n + 2e-7), 16 * n * (n + steps));
    }
}

package meanfield.dmft.experiments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import meanfield.core.Convergence;
import meanfield.core.random.RandomStream;
import meanfield.core.solve.TimeGrid;
import meanfield.dmft.langevin.FokkerPlanckSolver;
import meanfield.dmft.langevin.GibbsLaw;
import meanfield.dmft.langevin.LinearNeurons;
import meanfield.dmft.langevin.NeuronState;
import meanfield.dmft.langevin.NoiselessFlow;
import meanfield.dmft.langevin.ParticleSimulation;
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
 * Noisy gradient descent of infinitely many neurons: outputs and free energy in time, and the Gibbs law where they end, beside
 * particles.
 *
 * <p>{@code output1} … are the outputs at the inputs (tanh) or the coordinates of the mean neuron, f at the unit vectors
 * (linear). {@code gibbsOutput…} and {@code gibbsFreeEnergy} are those of the stationary law, NaN where there is none (no ridge,
 * or no noise for tanh neurons). Particles have no entropy and so no free energy unless the temperature is 0.
 *
 * <p>Source: [Mei2018].
 */
public final class LangevinExperiment implements Experiment<Langevin> {
    @Override
    public String id() {
        return "dmft.langevin";
    }

    @Override
    public String claim() {
        return "Noisy gradient descent of wide two-layer networks lowers a free energy of the density of neurons until it is"
                + " the Gibbs law (Mei, Montanari and Nguyen 2018).";
    }

    @Override
    public Langevin defaults() {
        return tanh(times(20, 41), 2000, 0.02, 8);
    }

    @Override
    public Langevin quick() {
        return tanh(times(5, 11), 200, 0.05, 4);
    }

    private static Langevin tanh(List<Double> times, int particles, double timeStep, int networks) {
        return new Langevin(
                Neuron.TANH,
                List.of(List.of(1.0, 0.3), List.of(0.3, 0.5)),
                List.of(0.5, -1.0),
                List.of(-1.5, -0.5, 0.3, 1.0, 2.0),
                List.of(-0.6, -0.3, 0.2, 0.5, 0.4),
                0.1,
                0.05,
                List.of(),
                1,
                times,
                particles,
                timeStep,
                networks);
    }

    private static List<Double> times(double last, int count) {
        return IntStream.range(0, count).mapToObj(i -> last * i / (count - 1)).toList();
    }

    @Override
    public Schema schema() {
        return schema(defaults());
    }

    @Override
    public Schema schema(Langevin parameters) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.number("time", "t", "gradient-flow time of one neuron"));
        for (int k = 1; k <= parameters.outputs(); k++) {
            Column output =
                    Column.number("output" + k, "f_{" + k + "}", "output " + k).withTolerance(1e-6);
            columns.add(output);
            columns.add(output.standardError());
        }
        Column risk = Column.number("risk", "R", "half the mean squared error").withTolerance(1e-6);
        Column variance =
                Column.number("variance", "", "variance of each weight").withTolerance(1e-6);
        columns.addAll(List.of(risk, risk.standardError(), variance, variance.standardError()));
        Column free =
                Column.number("freeEnergy", "F", "risk, ridge and entropy").withTolerance(1e-6);
        columns.addAll(List.of(free, free.standardError()));
        columns.add(Column.number("excessFreeEnergy", "F - F_\\infty", "free energy above that of the Gibbs law")
                .withTolerance(1e-3));
        columns.add(Column.number("gibbsFreeEnergy", "F_\\infty", "free energy of the Gibbs law"));
        for (int k = 1; k <= parameters.outputs(); k++) {
            columns.add(Column.number("gibbsOutput" + k, "", "output " + k + " of the Gibbs law"));
        }
        return new Schema(columns);
    }

    /** States in time with the law where they end. */
    private record Theory(
            List<NeuronState> states, Convergence convergence, NeuronState gibbs, Convergence gibbsConvergence) {}

    @Override
    public void run(Langevin parameters, RunContext context, Rows rows) {
        context.progress(0, "theory");
        Theory theory = parameters.neuron() == Neuron.LINEAR ? linear(parameters, context) : tanh(parameters);
        TimeGrid times = parameters.grid();
        for (int t = 0; t < times.size(); t++) {
            Rows.Row row = rows.row(Source.THEORY).set("time", times.at(t));
            if (t < theory.states().size()) {
                set(row, theory.states().get(t));
                row.set(
                        "excessFreeEnergy",
                        theory.states().get(t).freeEnergy() - theory.gibbs().freeEnergy());
            }
            row.set("gibbsFreeEnergy", theory.gibbs().freeEnergy());
            for (int k = 0; k < parameters.outputs(); k++) {
                row.set("gibbsOutput" + (k + 1), theory.gibbs().outputs()[k]);
            }
            row.verdict(theory.convergence()).verdict(theory.gibbsConvergence()).add();
        }
        rows.summary("gibbsFreeEnergy", theory.gibbs().freeEnergy());
        if (parameters.simulated()) {
            simulate(parameters, context, rows);
        }
    }

    private static void set(Rows.Row row, NeuronState state) {
        for (int k = 0; k < state.outputs().length; k++) {
            row.set("output" + (k + 1), state.outputs()[k]);
        }
        row.set("risk", state.risk()).set("variance", state.variance()).set("freeEnergy", state.freeEnergy());
    }

    private static Theory linear(Langevin parameters, RunContext context) {
        LinearNeurons neurons = parameters.linear(context.linearAlgebra());
        List<NeuronState> states = new ArrayList<>();
        for (double time : parameters.times()) {
            states.add(neurons.at(time, parameters.start(), parameters.initialVariance()));
        }
        Convergence exact = Convergence.converged(0, 0, 0);
        return new Theory(states, exact, neurons.gibbs(), exact);
    }

    private static Theory tanh(Langevin parameters) {
        double mean = parameters.start()[0];
        double variance = parameters.initialVariance();
        if (parameters.temperature() == 0) {
            NoiselessFlow.Solution flow = NoiselessFlow.solve(parameters.tanh(), mean, variance, parameters.grid());
            return new Theory(flow.states(), flow.convergence(), noLaw(parameters), flow.convergence());
        }
        FokkerPlanckSolver.Solution density = FokkerPlanckSolver.withDefaults()
                .withTimeStep(parameters.timeStep())
                .solve(parameters.tanh(), mean, variance, parameters.grid());
        if (parameters.ridge() == 0) {
            return new Theory(density.states(), density.convergence(), noLaw(parameters), density.convergence());
        }
        GibbsLaw.Solution gibbs = GibbsLaw.of(parameters.tanh());
        return new Theory(density.states(), density.convergence(), gibbs.state(), gibbs.convergence());
    }

    private static NeuronState noLaw(Langevin parameters) {
        double[] nothing = new double[parameters.outputs()];
        Arrays.fill(nothing, Double.NaN);
        return new NeuronState(Double.POSITIVE_INFINITY, nothing, Double.NaN, Double.NaN, Double.NaN);
    }

    private static void simulate(Langevin parameters, RunContext context, Rows rows) {
        TimeGrid times = parameters.grid();
        ParticleSimulation simulation = new ParticleSimulation(parameters.particles(), parameters.timeStep());
        RandomStream random = context.random("particles");
        context.progress(0.3, parameters.networks() + " systems of " + parameters.particles() + " particles");
        List<List<NeuronState>> runs = context.workers().map(parameters.networks(), m -> {
            context.checkCancelled();
            double variance = parameters.initialVariance();
            return parameters.neuron() == Neuron.LINEAR
                    ? simulation.run(parameters.linearProblem(), parameters.start(), variance, times, random.child(m))
                    : simulation.run(parameters.tanh(), parameters.start()[0], variance, times, random.child(m));
        });
        for (int t = 0; t < times.size(); t++) {
            int at = t;
            Rows.Row row = rows.row(Source.SIMULATION).set("time", times.at(t));
            for (int k = 0; k < parameters.outputs(); k++) {
                int output = k;
                set(row, "output" + (k + 1), SampleMean.of(runs, run -> run.get(at)
                        .outputs()[output]));
            }
            set(row, "risk", SampleMean.of(runs, run -> run.get(at).risk()));
            set(row, "variance", SampleMean.of(runs, run -> run.get(at).variance()));
            set(row, "freeEnergy", SampleMean.of(runs, run -> run.get(at).freeEnergy()));
            row.add();
        }
    }

    private static void set(Rows.Row row, String column, SampleMean mean) {
        row.set(column, mean.value()).set(column + "StdErr", mean.standardError());
    }

    @Override
    public List<Figure> figures(Langevin parameters, List<Axis> axes) {
        if (!axes.isEmpty()) {
            return List.of(Figure.xy("langevin-sweep", "time", "freeEnergy")
                    .with(Layer.line("freeEnergy")
                            .where("source", "theory")
                            .by(axes.get(0).parameter())));
        }
        Figure outputs = Figure.xy("langevin", "time", "output1")
                .withLabels("time t", parameters.neuron() == Neuron.TANH ? "output f(x_\\mu)" : "mean weight m_a")
                .withTitle("Outputs of the density")
                .withCaption("(a) Outputs and (b) free energy of infinitely many noisy " + words(parameters.neuron())
                        + " neurons at temperature " + parameters.temperature() + ". Lines: theory"
                        + (parameters.simulated()
                                ? "; points: " + parameters.networks() + " systems of " + parameters.particles()
                                        + " neurons."
                                : "."));
        int shown = Math.min(parameters.outputs(), 5);
        for (int k = 1; k <= shown; k++) {
            outputs = outputs.with(
                    Layer.line("output" + k).where("source", "theory").labelled(label(parameters, k)));
        }
        for (int k = 1; parameters.simulated() && k <= shown; k++) {
            outputs = outputs.with(
                    Layer.points("output" + k).where("source", "simulation").labelled(label(parameters, k)));
        }
        boolean law = parameters.ridge() > 0 && (parameters.temperature() > 0 || parameters.neuron() == Neuron.LINEAR);
        Figure free = law
                ? Figure.xy("langevin-free-energy", "time", "excessFreeEnergy")
                        .withLogY()
                        .withLabels("time t", "F - F_\\infty")
                        .withTitle("Free energy falls to its Gibbs value")
                        .with(Layer.line("excessFreeEnergy").where("source", "theory"))
                : Figure.xy("langevin-free-energy", "time", "freeEnergy")
                        .withLabels("time t", "free energy F")
                        .withTitle("Free energy falls")
                        .with(Layer.line("freeEnergy").where("source", "theory"));
        return List.of(outputs.beside(free));
    }

    private static String label(Langevin parameters, int k) {
        return parameters.neuron() == Neuron.TANH ? "x = " + parameters.inputs().get(k - 1) : "coordinate " + k;
    }

    private static String words(Neuron neuron) {
        return neuron == Neuron.TANH ? "tanh" : "linear";
    }

    @Override
    public List<String> references() {
        return List.of("Mei2018", "Scharfetter1969");
    }

    @Override
    public Cost cost(Langevin parameters) {
        double last = parameters.times().get(parameters.times().size() - 1);
        double steps = last / parameters.timeStep();
        double theory =
                parameters.neuron() == Neuron.TANH ? 7 * steps * 1000 * (8e-8 + 2e-9 * parameters.outputs()) : 0;
        double particle =
                parameters.neuron() == Neuron.TANH ? 8e-8 * parameters.outputs() : 2e-8 * parameters.outputs();
        double simulation =
                parameters.simulated() ? steps * parameters.particles() * particle * parameters.networks() : 0;
        return new Cost(0.5 + theory + simulation, 1e6 + 16.0 * parameters.particles() * parameters.outputs());
    }
}

package meanfield.replica.montecarlo.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import meanfield.core.Convergence;
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
import meanfield.replica.memory.Disorder;
import meanfield.replica.memory.FiniteMemory;
import meanfield.replica.memory.Start;
import meanfield.replica.montecarlo.Estimate;
import meanfield.replica.montecarlo.MonteCarlo;
import meanfield.replica.montecarlo.SampleAverages;

/**
 * Finite memories beside the theory of infinite ones.
 *
 * <pre>
 *   m = (1/N) Σ ξ_i ⟨s_i⟩,   n = (1/N) Σ x_i ⟨s_i⟩,   q = (1/N) Σ ⟨s_i⟩²,   u = ⟨H⟩/N                              (1)
 *   gap = mean over samples of (measured - theory of the same sample)                                            (2)
 * </pre>
 *
 * The theory row holds the replica-symmetric state that the start leads to (retrieval wherever it exists, metastable too;
 * from a random start the paramagnet or the spin glass), at the load of the whole number of archetypes, K/binom(N-1, P-1) or
 * (P-1)! K/N^{P-1}. In the gaps (2) the theory of a sample uses the histogram of the values of its recalled pattern, which
 * removes the fluctuation of that histogram between samples, and the energy of products of distinct spins to order 1/N:
 *
 * <pre>
 *   u_N = u + (P-1)/2 n^(P-2) (E x²⟨s⟩² - n²)/N,   examples only: without data noise x⟨s⟩ hardly varies from site to site    (3)
 * </pre>
 *
 * <p>What is left at finite N. Standard errors are those of independent samples; the gap of m has a standard deviation of about
 * √((q - E⟨s⟩_x²)/N) between samples, ⟨s⟩_x averaged over the noise at given x, amplified by feedback: 0.017 for P = 4, N = 200,
 * M = 20, r = 0.4, α = 0.02, T = 0.1. From 12 samples that error is itself known to a fifth only, so that three standard errors
 * are then exceeded four times as often as they should; take 40 or more. The mean gap there is of order 1/N, negative and small:
 * -0.36(8)/N in m, -0.22(3)/N in n. For P = 4 the greater part of it comes from the other patterns: a pattern whose overlap with the state is
 * g/√N by chance is reinforced to g + C He₃(g)/N (C susceptibility), which raises the variance of the noise by a factor of about
 * 1 + 36 C q/N, 8% at N = 200; P = 2 has the same effect at leading order, the factor 1/(1-C)².
 *
 * <p>Edge cases: a spin glass relaxes slowly, so that m keeps a remanence and u stays a few per cent above its equilibrium;
 * small dense networks leave a retrieval state by chance: see {@code magnetizationMedian} and {@code retrievedFraction}.
 *
 * <p>Source: [Amit1987], [Gardner1987], [Agliari2023]; substitutes for dynamics: [Thouless1977], [Plefka1982].
 */
public final class MonteCarloExperiment implements Experiment<MemorySimulation> {
    private static final int BATCH = 16;
    private static final List<String> MEASURED =
            List.of("magnetization", "exampleOverlap", "firstExampleOverlap", "overlap", "energy");

    @Override
    public String id() {
        return "replica.monte-carlo";
    }

    @Override
    public String claim() {
        return "Simulated associative memories of finite size recall their patterns as replica theory says, from Hopfield's"
                + " network (Amit et al. 1987) to dense networks that learn from noisy examples (Agliari, Albanese et al. 2023).";
    }

    @Override
    public MemorySimulation defaults() {
        return new MemorySimulation(
                2,
                0.05,
                0.3,
                false,
                Learning.SUPERVISED,
                0,
                0.5,
                0.1,
                2000,
                Start.ARCHETYPE,
                Method.GLAUBER,
                150,
                300,
                40);
    }

    @Override
    public MemorySimulation quick() {
        return new MemorySimulation(
                2,
                0.02,
                0.3,
                false,
                Learning.SUPERVISED,
                9,
                0.6,
                0.1,
                500,
                Start.ARCHETYPE,
                Method.GLAUBER,
                50,
                100,
                10);
    }

    @Override
    public Schema schema() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.number("temperature", "T", "temperature"),
                Column.number("load", "\\alpha", "load asked for"),
                Column.number("finiteSizeLoad", "\\alpha_N", "load of the whole number of archetypes"),
                Column.integer("archetypes", "K", "archetypes stored"),
                Column.text("state", "retrieval, example, paramagnet or spin-glass (theory)"),
                Column.text("method", "replica-symmetric, or how the samples were treated")));
        for (Column measured : List.of(
                Column.number("magnetization", "m", "overlap with the archetype"),
                Column.number("exampleOverlap", "n", "overlap with the normalized mean of the examples"),
                Column.number(
                        "firstExampleOverlap",
                        "n_1",
                        "overlap with the first example, where they are stored one by one"),
                Column.number("overlap", "q", "overlap between replicas"),
                Column.number("energy", "u", "energy per spin"))) {
            Column gap =
                    Column.number(measured.name() + "Gap", "", measured.meaning() + ", minus theory of the sample");
            columns.addAll(List.of(measured, measured.standardError(), gap, gap.standardError()));
        }
        columns.add(Column.number("magnetizationMedian", "", "median over samples of the overlap with the archetype"));
        columns.add(Column.number("retrievedFraction", "", "share of samples with magnetization above 1/2"));
        columns.add(Column.number("acceptance", "", "flips per attempt"));
        return new Schema(columns);
    }

    @Override
    public void run(MemorySimulation parameters, RunContext context, Rows rows) {
        TheoryPoint theory = TheoryPoint.of(parameters);
        FiniteMemory memory = parameters.memory();
        Rows.Row row = described(rows.row(Source.THEORY), parameters, memory)
                .set("state", theory.state())
                .set("method", "replica-symmetric")
                .set("magnetization", theory.magnetization())
                .set("exampleOverlap", theory.exampleOverlap())
                .set("overlap", theory.overlap())
                .set("energy", theory.energy());
        if (parameters.isUnsupervised()) {
            row.set("firstExampleOverlap", theory.firstExampleOverlap());
        }
        row.verdict(theory.convergence()).add();
        if (parameters.samples() > 0) {
            List<SampleOutcome> outcomes = simulate(parameters, theory, context);
            Rows.Row measured =
                    described(rows.row(Source.SIMULATION), parameters, memory).set("method", parameters.method());
            write(outcomes, parameters, measured);
            measured.add();
        }
    }

    private static Rows.Row described(Rows.Row row, MemorySimulation parameters, FiniteMemory memory) {
        return row.set("temperature", parameters.temperature())
                .set("load", parameters.load())
                .set("finiteSizeLoad", parameters.theoryLoad())
                .set("archetypes", memory.archetypes());
    }

    private static List<SampleOutcome> simulate(MemorySimulation parameters, TheoryPoint theory, RunContext context) {
        MonteCarlo simulation = parameters.monteCarlo();
        RandomStream random = context.random("memory");
        List<SampleOutcome> outcomes = new ArrayList<>();
        for (int from = 0; from < parameters.samples(); from += BATCH) {
            context.checkCancelled();
            context.progress((double) from / parameters.samples(), "sample " + (from + 1));
            int first = from;
            outcomes.addAll(context.workers().map(Math.min(BATCH, parameters.samples() - from), offset -> {
                int sample = first + offset;
                Disorder disorder = simulation.drawDisorder(sample, random);
                SampleOutcome outcome = parameters.method().isDynamics()
                        ? SampleOutcome.of(simulation.measure(disorder, sample, random, context::checkCancelled))
                        : SampleOutcome.ofMeanField(
                                parameters, disorder, random.child("spins").child(sample));
                return outcome.against(theory.conditioned(parameters, disorder));
            }));
        }
        return outcomes;
    }

    private static void write(List<SampleOutcome> outcomes, MemorySimulation parameters, Rows.Row row) {
        List<ToDoubleFunction<SampleAverages>> quantities = List.of(
                SampleAverages::magnetization,
                SampleAverages::exampleOverlap,
                SampleAverages::firstExampleOverlap,
                SampleAverages::overlap,
                SampleAverages::energy);
        for (int k = 0; k < MEASURED.size(); k++) {
            String name = MEASURED.get(k);
            if (name.equals("firstExampleOverlap") && !parameters.isUnsupervised()) {
                continue;
            }
            ToDoubleFunction<SampleAverages> quantity = quantities.get(k);
            Estimate value = Estimate.of(outcomes, outcome -> quantity.applyAsDouble(outcome.averages()));
            Estimate gap = Estimate.of(outcomes, outcome -> quantity.applyAsDouble(outcome.gap()));
            row.set(name, value.value())
                    .set(name + "StdErr", value.standardError())
                    .set(name + "Gap", gap.value())
                    .set(name + "GapStdErr", gap.standardError());
        }
        double[] magnetizations = outcomes.stream()
                .mapToDouble(outcome -> outcome.averages().magnetization())
                .sorted()
                .toArray();
        int middle = magnetizations.length / 2;
        row.set(
                "magnetizationMedian",
                magnetizations.length % 2 == 1
                        ? magnetizations[middle]
                        : (magnetizations[middle - 1] + magnetizations[middle]) / 2);
        row.set(
                "retrievedFraction",
                Estimate.of(outcomes, outcome -> outcome.averages().magnetization() > 0.5 ? 1 : 0)
                        .value());
        row.set(
                "acceptance",
                Estimate.of(outcomes, outcome -> outcome.averages().acceptance())
                        .value());
        Convergence worst = outcomes.stream()
                .map(SampleOutcome::convergence)
                .filter(verdict -> !verdict.isConverged())
                .findFirst()
                .orElse(Convergence.converged(0, 0, 0));
        row.verdict(worst);
    }

    @Override
    public List<Figure> figures(MemorySimulation parameters, List<Axis> axes) {
        String x = axes.isEmpty() ? "temperature" : axes.get(0).parameter();
        boolean logarithmic = !axes.isEmpty() && axes.get(0).logarithmic();
        Figure magnetization = panel("monte-carlo", x, "magnetization", logarithmic)
                .withTitle(title(parameters))
                .withCaption("Lines: replica-symmetric theory. Points: " + parameters.samples() + " samples of "
                        + parameters.size() + " spins, " + parameters.sweeps() + " sweeps each ("
                        + Spelling.of(parameters.method()) + "), one standard error up and down.");
        return List.of(magnetization
                .beside(panel("monte-carlo-overlap", x, "overlap", logarithmic))
                .beside(panel("monte-carlo-energy", x, "energy", logarithmic)));
    }

    private static Figure panel(String name, String x, String column, boolean logarithmic) {
        Figure figure = Figure.xy(name, x, column)
                .with(Layer.line(column).where("source", "theory"))
                .with(Layer.points(column).where("source", "simulation"));
        return logarithmic ? figure.withLogX() : figure;
    }

    private static String title(MemorySimulation parameters) {
        String order = parameters.interactionOrder() == 2 ? "Hopfield" : "P = " + parameters.interactionOrder();
        return !parameters.storesExamples()
                ? order
                : order + ", " + parameters.examples() + " examples, r = " + parameters.quality();
    }

    @Override
    public List<Showcase<MemorySimulation>> showcases(Effort effort) {
        boolean full = effort == Effort.FULL;
        MemorySimulation base = full ? defaults() : defaults().withSize(500);
        return List.of(
                new Showcase<>(base, List.of(Axis.linear("load", 0.01, 0.2, full ? 39 : 20))),
                new Showcase<>(base, List.of(Axis.linear("temperature", 0.05, 1.2, full ? 47 : 24))));
    }

    @Override
    public List<String> references() {
        return List.of("Amit1987", "Gardner1987", "Agliari2023");
    }

    @Override
    public Cost cost(MemorySimulation parameters) {
        FiniteMemory memory = parameters.memory();
        double patterns = memory.patterns();
        boolean signs = parameters.examples() <= 1 || parameters.isUnsupervised() || parameters.quality() == 1;
        int order = parameters.interactionOrder();
        if (parameters.learning() == Learning.NOISY_TENSORS) {
            double entries = patterns * parameters.size() * parameters.size();
            return new Cost(parameters.samples() * 1e-8 * entries * (2 + 0.1 * parameters.sweeps()), 4 * entries);
        }
        double perTerm = signs ? (order == 2 ? 0.012 * Math.log(parameters.size()) : 0.35) : 0.2 * order;
        double attempt = 1e-9 * (10 + perTerm * patterns);
        double sweeps = parameters.equilibrationSweeps() + parameters.sweeps();
        double bytes =
                signs ? patterns * parameters.size() * (order == 2 ? 0.125 : 1.125) : 4 * patterns * parameters.size();
        return new Cost(0.1 + parameters.samples() * sweeps * parameters.size() * attempt, bytes);
    }
}

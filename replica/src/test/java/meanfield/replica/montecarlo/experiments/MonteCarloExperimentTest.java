package meanfield.replica.montecarlo.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.run.Run;
import meanfield.experiment.table.ResultTable;
import meanfield.replica.ReferenceFile;
import meanfield.replica.hebbian.ExampleRetrieval;
import meanfield.replica.hebbian.UnsupervisedNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MonteCarloExperimentTest extends ExperimentContract<MemorySimulation> {
    /** Allowed distance in standard errors. */
    private static final double SAMPLING = 4.5;

    /** Error of a median over that of a mean. */
    private static final double MEDIAN = 1.25;

    private static final double SOLVER = 1e-8;

    private static final int THEORY = 0;
    private static final int SIMULATION = 1;

    @Override
    protected Experiment<MemorySimulation> experiment() {
        return new MonteCarloExperiment();
    }

    private static ResultTable run(Run<MemorySimulation> run) {
        return run.run().resultTable();
    }

    private static Run<MemorySimulation> defaults() {
        return Run.of(new MonteCarloExperiment());
    }

    /** A case of mc_checks.json with fewer samples. */
    private static Run<MemorySimulation> settings(ReferenceFile.Case one, int samples) {
        String kind = one.json().get("inputs").path("kind").asText("distinct");
        if (one.id().startsWith("UD")) {
            return defaults()
                    .with("interactionOrder", 4)
                    .with("learning", "noisy-tensors")
                    .with("load", one.input("a"))
                    .with("noiseVariance", one.input("kappa"))
                    .with("temperature", one.input("T"))
                    .with("size", (int) one.input("N"))
                    .with("samples", samples);
        }
        JsonNode inputs = one.json().get("inputs");
        int examples = (int) inputs.path("M").asDouble(0);
        int order = (int) inputs.path("P").asDouble(4);
        double size = one.input("N");
        double pairs = order == 2 ? size - 1 : (size - 1) * (size - 2) * (size - 3) / 6;
        double load = inputs.has("alpha") ? one.input("alpha") : one.input("K") / pairs;
        boolean unsupervised = one.id().startsWith("R4") || one.id().startsWith("EX");
        String start = one.json().get("inputs").path("start").asText("ret");
        return defaults()
                .with("interactionOrder", order)
                .with("load", load)
                .with("temperature", one.input("T"))
                .with("equilibrationSweeps", (int) inputs.path("nburn").asDouble(150))
                .with("sweeps", (int) inputs.path("nmeas").asDouble(300))
                .with("fullPower", kind.equals("full"))
                .with("learning", unsupervised ? "unsupervised" : "supervised")
                .with("examples", examples)
                .with("quality", examples == 0 ? 1 : one.input("r"))
                .with("size", (int) one.input("N"))
                .with("start", start.equals("rand") ? "random" : start.equals("ex") ? "example" : "archetype")
                .with("samples", samples);
    }

    /** All but the comparisons with mean-field equations and with the theory of the sample, which have tests of their own. */
    static Stream<ReferenceFile.Case> simulations() {
        return ReferenceFile.read("mc_checks.json").cases("").stream()
                .filter(one -> !one.id().startsWith("TAP") && !one.id().startsWith("CV"));
    }

    /** Small dense networks of noisy examples leave the basin now and then: their median is compared. */
    private static boolean mayEscape(ReferenceFile.Case one) {
        return one.id().startsWith("R3_P4")
                || one.id().startsWith("R4_P4")
                || one.id().startsWith("P4");
    }

    private static int samples(ReferenceFile.Case one) {
        if (mayEscape(one)) {
            return 9;
        }
        boolean dense = one.json().get("inputs").path("P").asInt() == 4
                && one.input("N") > 100
                && !one.id().startsWith("UD");
        return dense || one.id().startsWith("R1_para") ? 3 : 5;
    }

    /** Two programs, different random numbers: means differ by less than 4.5 of their standard errors or 2/N. */
    @ParameterizedTest
    @MethodSource("simulations")
    void measuresWhatAnotherProgramMeasured(ReferenceFile.Case one) {
        int samples = samples(one);
        ResultTable table = run(settings(one, samples));
        assertEquals((int) one.input("K"), (int) table.number(SIMULATION, "archetypes"));
        double more = Math.sqrt(1 + one.input("samples") / samples);
        if (mayEscape(one)) {
            double error = one.outputs().get("m").get(1).doubleValue();
            double tolerance = Math.max(MEDIAN * SAMPLING * more * error, 2 / one.input("N"));
            assertEquals(one.output("m_median"), table.number(SIMULATION, "magnetizationMedian"), tolerance);
            assertTrue(table.number(SIMULATION, "retrievedFraction") > 0.6);
        } else {
            compare(one, "m", table.number(SIMULATION, "magnetization"), more);
        }
        if (one.outputs().has("e")) {
            compare(one, "e", table.number(SIMULATION, "energy"), more);
        }
        if (one.outputs().has("n1")) {
            compare(one, "n1", table.number(SIMULATION, "firstExampleOverlap"), more);
        }
        if (one.outputs().has("n_example")) {
            compare(one, "n_example", table.number(SIMULATION, "firstExampleOverlap"), more);
        }
        JsonNode theory = one.json().get("theory");
        JsonNode exact = theory.has("theory_exact") ? theory.get("theory_exact") : theory.get("theory");
        if (exact != null && exact.has("u") && table.text(THEORY, "state").equals("retrieval")) {
            for (String[] pair : new String[][] {{"m", "magnetization"}, {"q", "overlap"}, {"u", "energy"}}) {
                assertEquals(exact.get(pair[0]).doubleValue(), table.number(THEORY, pair[1]), SOLVER, pair[1]);
            }
        }
    }

    static Stream<ReferenceFile.Case> conditioned() {
        return ReferenceFile.read("mc_checks.json").cases("CV").stream();
    }

    /** Measured minus theory with the histogram of each sample's recalled pattern: as small, and as sharp, as another program found. */
    @ParameterizedTest
    @MethodSource("conditioned")
    void theoryOfTheSampleIsAsGoodAsElsewhere(ReferenceFile.Case one) {
        int samples = 12;
        ResultTable table = run(settings(one, samples));
        assertEquals((int) one.input("K"), (int) table.number(SIMULATION, "archetypes"));
        assertEquals(one.output("theory_m"), table.number(THEORY, "magnetization"), SOLVER);
        assertEquals(one.output("theory_q"), table.number(THEORY, "overlap"), SOLVER);
        double more = Math.sqrt(1 + one.input("samples") / samples);
        compare(one, "m_mc", table.number(SIMULATION, "magnetization"), more);
        for (String[] pair : new String[][] {{"m", "magnetization"}, {"q", "overlap"}, {"n", "exampleOverlap"}}) {
            compare(one, pair[0] + "_mc_minus_conditioned_theory", table.number(SIMULATION, pair[1] + "Gap"), more);
            assertGapVanishes(table, pair[1], 2 / one.input("N"));
        }
    }

    static Stream<ReferenceFile.Case> meanField() {
        return ReferenceFile.read("mc_checks.json").cases("TAP").stream();
    }

    /** The equations with the reaction give the simulation's averages on the same samples, the naive ones are off as elsewhere. */
    @ParameterizedTest
    @MethodSource("meanField")
    void meanFieldEquationsAreAsGoodAsElsewhere(ReferenceFile.Case one) {
        int samples = 4;
        Run<MemorySimulation> settings = settings(one, samples).with("sweeps", 600);
        double simulated = run(settings).number(SIMULATION, "magnetization");
        double more = Math.sqrt(1 + one.input("samples") / samples);
        String measured = one.outputs().has("m_mc") ? "m_mc" : "m";
        compare(one, measured, simulated, more);
        double reaction = run(settings.with("method", "tap")).number(SIMULATION, "magnetization");
        double naive = run(settings.with("method", "naive-mean-field")).number(SIMULATION, "magnetization");
        compare(one, "tap_minus_mc", reaction - simulated, more);
        compare(one, "naive_minus_mc", naive - simulated, more);
        assertTrue(Math.abs(naive - simulated) > Math.abs(reaction - simulated));
    }

    private static void compare(ReferenceFile.Case one, String name, double measured, double more) {
        double expected = one.outputs().get(name).get(0).doubleValue();
        double error = one.outputs().get(name).get(1).doubleValue();
        assertEquals(expected, measured, Math.max(SAMPLING * more * error, 2 / one.input("N")), name);
    }

    private static void assertGapVanishes(ResultTable table, String name, double finiteSize) {
        assertEquals(
                0,
                table.number(SIMULATION, name + "Gap"),
                SAMPLING * table.number(SIMULATION, name + "GapStdErr") + finiteSize,
                name);
    }

    /** Theory of each sample removes the fluctuation of its recalled pattern: the gap is sharper than the mean. */
    @Test
    void theoryOfTheSampleExplainsTheSample() {
        Run<MemorySimulation> supervised = defaults()
                .with("examples", 5)
                .with("quality", 0.7)
                .with("load", 0.02)
                .with("temperature", 0.2)
                .with("size", 1000)
                .with("samples", 8);
        ResultTable table = run(supervised);
        assertGapVanishes(table, "magnetization", 1.0 / 1000);
        assertGapVanishes(table, "exampleOverlap", 1.0 / 1000);
        assertGapVanishes(table, "energy", 1.0 / 1000);
        assertTrue(table.number(SIMULATION, "exampleOverlapGapStdErr")
                < 0.6 * table.number(SIMULATION, "exampleOverlapStdErr"));
        ResultTable dense = run(supervised
                .with("interactionOrder", 4)
                .with("quality", 0.8)
                .with("size", 90)
                .with("examples", 9));
        assertGapVanishes(dense, "magnetization", 1.0 / 90);
        assertGapVanishes(dense, "energy", 1.0 / 90);
        assertTrue(dense.number(SIMULATION, "retrievedFraction") > 0.9);
    }

    /**
     * P = 4 supervised, N = 200: within three standard errors, of which none is less than what theory expects of these samples,
     * √((q - E⟨s⟩_x²)/N) = 0.017 in m, because few samples estimate it badly; and by -0.36(8)/N in m at finite size.
     */
    @Test
    void denseNetworksOfNoisyExamplesAtTwoHundredSpins() {
        int samples = 36;
        ResultTable table = run(defaults()
                .with("interactionOrder", 4)
                .with("load", 0.02)
                .with("temperature", 0.1)
                .with("examples", 20)
                .with("quality", 0.4)
                .with("size", 200)
                .with("equilibrationSweeps", 20)
                .with("sweeps", 30)
                .with("samples", samples));
        double[] spreads = {0.017, 0.0049};
        String[] names = {"magnetization", "energy"};
        for (int k = 0; k < names.length; k++) {
            double expected = spreads[k] / Math.sqrt(samples);
            double measured = table.number(SIMULATION, names[k] + "GapStdErr");
            assertEquals(1, measured / expected, 0.5, names[k]); // four of its standard errors
            assertEquals(0, table.number(SIMULATION, names[k] + "Gap"), 3 * Math.max(expected, measured), names[k]);
        }
    }

    /** With noisy examples the energy is higher by (P-1)/2 n^{P-2} (E x²⟨s⟩² - n²)/N, which the theory of a sample contains. */
    @Test
    void theBiasOfNoisyExamplesIsOfOrderOneOverSize() {
        ResultTable table = run(defaults()
                .with("interactionOrder", 4)
                .with("load", 0)
                .with("temperature", 0)
                .with("examples", 20)
                .with("quality", 0.4)
                .with("size", 60)
                .with("samples", 40));
        double overlap = table.number(THEORY, "exampleOverlap");
        double bias = 1.5 * overlap * overlap * (1 - overlap * overlap) / 60;
        double tolerance = SAMPLING * table.number(SIMULATION, "energyGapStdErr") + 5 * bias / 60; // next order
        assertEquals(0, table.number(SIMULATION, "energyGap"), tolerance);
        assertTrue(bias > 2 * tolerance, "the bias would be seen");
    }

    /** -α C/(2(1-C)) at C = β exactly, with α = K/(N-1). */
    @Test
    void theParamagnetHasItsExactEnergy() {
        ResultTable table = run(defaults()
                .with("load", 0.3)
                .with("temperature", 2.5)
                .with("size", 1000)
                .with("start", "random")
                .with("samples", 6));
        double load = 300 / 999.0;
        assertEquals("paramagnet", table.text(THEORY, "state"));
        assertEquals(load / 2 * (1 - 1 / (1 - 1 / 2.5)), table.number(THEORY, "energy"), SOLVER);
        assertGapVanishes(table, "energy", 0);
        assertGapVanishes(table, "magnetization", 0);
        assertEquals(0, table.number(SIMULATION, "overlap"), 4e-3);
    }

    @Test
    void worksAtZeroTemperature() {
        ResultTable table =
                run(defaults().with("temperature", 0).with("size", 1000).with("samples", 4));
        assertEquals("retrieval", table.text(THEORY, "state"));
        assertGapVanishes(table, "magnetization", 2e-3);
        assertGapVanishes(table, "energy", 2e-3);
        for (String start : List.of("archetype", "random", "example")) {
            ResultTable full = run(defaults()
                    .with("interactionOrder", 3)
                    .with("temperature", 0)
                    .with("size", 60)
                    .with("learning", "unsupervised")
                    .with("examples", 3)
                    .with("quality", 0.8)
                    .with("start", start)
                    .with("samples", 2));
            assertEquals("ok", full.text(THEORY, "status"), full.text(THEORY, "message"));
            assertEquals(full.number(THEORY, "energy"), full.number(SIMULATION, "energy"), 0.2, start);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"metropolis", "tap", "naive-mean-field"})
    void otherMethodsFindTheSameState(String method) {
        Run<MemorySimulation> small =
                defaults().with("size", 800).with("load", 0.03).with("samples", 4);
        ResultTable glauber = run(small);
        ResultTable other = run(small.with("method", method));
        assertEquals(method, other.text(SIMULATION, "method"));
        assertEquals("ok", other.text(SIMULATION, "status"));
        assertEquals(glauber.number(SIMULATION, "magnetization"), other.number(SIMULATION, "magnetization"), 2.0 / 800);
        assertEquals(glauber.number(SIMULATION, "energy"), other.number(SIMULATION, "energy"), 2.0 / 800);
    }

    /** u = ∂(βf)/∂β of states that recall one example. */
    @Test
    void exampleStatesHaveTheEnergyOfTheirFreeEnergy() {
        UnsupervisedNetwork network = UnsupervisedNetwork.of(4, 3, 0.7);
        Run<MemorySimulation> example = defaults()
                .with("interactionOrder", 4)
                .with("learning", "unsupervised")
                .with("examples", 3)
                .with("quality", 0.7)
                .with("size", 100)
                .with("load", 0.005)
                .with("start", "example")
                .with("samples", 0);
        double load = run(example).number(THEORY, "finiteSizeLoad");
        for (double temperature : new double[] {0.1, 0.25}) {
            ResultTable table = run(example.with("temperature", temperature));
            assertEquals("example", table.text(THEORY, "state"));
            double step = 1e-4 / temperature;
            double up = 1 / temperature + step;
            double down = 1 / temperature - step;
            double slope = (up
                                    * new ExampleRetrieval(network, 1 / up, load)
                                            .memorizing()
                                            .freeEnergy()
                            - down
                                    * new ExampleRetrieval(network, 1 / down, load)
                                            .memorizing()
                                            .freeEnergy())
                    / (2 * step);
            assertEquals(slope, table.number(THEORY, "energy"), SOLVER);
        }
    }

    @Test
    void theoryAloneWithoutSamples() {
        ResultTable table = run(defaults().with("samples", 0).with("load", 0.5).with("temperature", 0.5));
        assertEquals(1, table.size());
        assertEquals("spin-glass", table.text(THEORY, "state"));
        assertEquals(0, table.number(THEORY, "magnetization"));
        ResultTable alone = run(defaults().with("load", 0).with("samples", 2).with("size", 300));
        assertEquals(0, alone.number(THEORY, "finiteSizeLoad"));
        assertEquals(1, alone.number(SIMULATION, "archetypes"));
        assertGapVanishes(alone, "magnetization", 2.0 / 300);
    }

    @Test
    void contradictionsAreOneLine() {
        refused("fullPower must be false where examples are stored, got true", "fullPower", true);
        refused("temperature must be > 0 for mean-field equations, got 0.0", "method", "tap");
        refused("interactionOrder must be 4 for noisy tensors, got 6", "interactionOrder", 6);
        refused("size must be at least interactionOrder 4, got 3", "size", 3);
    }

    /** Noise of the recalled pattern's own tensor included: without it m would be 1 - 10⁻⁴ here. */
    @Test
    void patternsAreDetectedInNoisyTensors() {
        ResultTable table = run(defaults()
                .with("interactionOrder", 4)
                .with("learning", "noisy-tensors")
                .with("load", 0.15)
                .with("noiseVariance", 0.15)
                .with("temperature", 0.15)
                .with("size", 120)
                .with("samples", 12));
        assertEquals(18, table.number(SIMULATION, "archetypes"));
        assertEquals("retrieval", table.text(THEORY, "state"));
        assertGapVanishes(table, "magnetization", 2.0 / 120);
        assertGapVanishes(table, "overlap", 2.0 / 120);
        assertGapVanishes(table, "energy", 2.0 / 120);
    }

    private static void refused(String message, String parameter, Object value) {
        Run<MemorySimulation> base = defaults()
                .with("interactionOrder", 4)
                .with("examples", parameter.equals("fullPower") ? 2 : 0)
                .with("temperature", 0)
                .with("learning", parameter.equals("interactionOrder") ? "noisy-tensors" : "supervised");
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> base.with(parameter, value)
                .request());
        assertTrue(e.getMessage().contains(message), e.getMessage());
        assertEquals(1, e.getMessage().lines().count());
    }
}

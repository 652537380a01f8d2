package meanfield.replica.diagram.experiments;

import java.util.List;
import java.util.function.DoubleFunction;
import meanfield.core.random.RandomStream;
import meanfield.experiment.Rows;
import meanfield.experiment.RunContext;
import meanfield.experiment.Source;
import meanfield.replica.diagram.RetrievalEnd;
import meanfield.replica.experiments.ParameterChecks;
import meanfield.replica.memory.Disorder;
import meanfield.replica.memory.FiniteMemory;
import meanfield.replica.memory.Storage;
import meanfield.replica.montecarlo.Estimate;
import meanfield.replica.montecarlo.HeatingTrial;

/**
 * Monte Carlo on a diagram: finite networks of two sizes are heated until they forget, at five values of the horizontal axis.
 *
 * <p>Which size: N and N/2, so that the approach to the line is seen; smaller where the largest load would need more than 30 000
 * patterns (large P), none below 2P spins and for P &gt; 12. Each point is a median over samples, at which half of them have forgotten, with its standard error; see
 * {@link HeatingTrial} for what finite size does to it.
 *
 * @param size N; 0 turns the simulation off
 * @param samples disorder samples for each point
 */
record HeatedSamples(int size, int samples) {
    static final String SIZE = "[0, 20000]";
    static final String SAMPLES = "[2, 10000]";
    static final String SIZE_MEANING =
            "spins of the heated samples, N and N/2; 0, and more than 12 spins in an interaction, turn them off";
    static final String WHOLE = "samples of N spins forget";
    static final String HALF = "samples of N/2 spins forget";
    private static final double[] SHARES = {0.1, 0.3, 0.5, 0.7, 0.9};
    private static final int SWEEPS = 60;
    private static final double MOST_PATTERNS = 30_000;
    /** Tensors of N² entries are that much more work than patterns of N. */
    private static final double ENTRIES_PER_PATTERN = 500;
    /** The pattern counts as lost below this part of the last state's overlap. */
    private static final double LOST = 0.5;
    /** Bisection starts this far above theory. */
    private static final double HIGHEST = 1.4;

    HeatedSamples {
        ParameterChecks.between("simulationSize", size, 0, 20_000);
        ParameterChecks.between("samples", samples, 2, 10_000);
    }

    /**
     * What is simulated.
     *
     * @param across name of the horizontal axis
     * @param largest value of it up to which retrieval survives at zero temperature
     * @param window what the diagram shows
     * @param model one archetype, of any size; where noisy tensors are stored the horizontal axis is their noise, else the load
     * @param load of noisy tensors
     * @param end where theory says that retrieval ends
     */
    record Setting(
            String across,
            double largest,
            DiagramWindow window,
            FiniteMemory model,
            double load,
            DoubleFunction<RetrievalEnd> end) {
        private boolean isTensor() {
            return model.storage() instanceof Storage.NoisyTensors;
        }

        private FiniteMemory resized(int size) {
            return new FiniteMemory(size, model.interactionOrder(), 1, model.interaction(), model.storage());
        }

        /** The memory of a size at a value of the horizontal axis. */
        private FiniteMemory sized(int size, double value) {
            return isTensor()
                    ? resized(size).withStorage(new Storage.NoisyTensors(value)).withLoad(load)
                    : resized(size).withLoad(value);
        }

        private double work(int size) {
            double unit = resized(size).archetypesAtUnitLoad();
            return isTensor()
                    ? load * unit * size * size / ENTRIES_PER_PATTERN
                    : SHARES[SHARES.length - 1] * largest * unit;
        }

        /** The largest size up to this one that is affordable; 0 for none. */
        private int fitting(int size) {
            int smallest = 2 * model.interactionOrder();
            int fitting = size;
            while (fitting >= smallest && work(fitting) > MOST_PATTERNS) {
                fitting--;
            }
            return fitting >= smallest ? fitting : 0;
        }
    }

    /** None for more spins in an interaction than simulations have. */
    static HeatedSamples of(int size, int samples, int interactionOrder) {
        return new HeatedSamples(interactionOrder <= FiniteMemory.LARGEST_ORDER ? size : 0, samples);
    }

    /** Rows of all points, the smaller size first. */
    void write(Setting setting, RunContext context, Rows rows) {
        int large = size == 0 ? 0 : setting.fitting(size);
        rows.summary("simulationSize", large);
        rows.summary("halfSimulationSize", large / 2);
        for (int n : large == 0 ? List.<Integer>of() : List.of(large / 2, large)) {
            for (double share : SHARES) {
                double value = share * setting.largest();
                boolean drawn = n >= 2 * setting.model().interactionOrder()
                        && value <= setting.window().maximumLoad();
                if (drawn) {
                    context.checkCancelled();
                    point(setting, setting.sized(n, value), n == large ? WHOLE : HALF, context, rows);
                }
            }
        }
    }

    private void point(Setting setting, FiniteMemory memory, String curve, RunContext context, Rows rows) {
        double across = memory.storage() instanceof Storage.NoisyTensors noisy ? noisy.noiseVariance() : memory.load();
        RetrievalEnd end = setting.end().apply(across);
        if (memory.archetypes() == 1 || !(end.temperature() > 0) || !(end.patternOverlap() > 0)) {
            return;
        }
        HeatingTrial trial = new HeatingTrial(SWEEPS, LOST * end.patternOverlap());
        RandomStream random = context.random("heating").child(memory.size()).child(Double.doubleToLongBits(across));
        List<Double> temperatures = context.workers().map(samples, sample -> {
            RandomStream own = random.child(sample);
            return trial.lossTemperature(
                    Disorder.draw(memory, own.child("disorder")),
                    HIGHEST * end.temperature(),
                    own.child("heat"),
                    context::checkCancelled);
        });
        Estimate median = Estimate.median(temperatures);
        DiagramWindow window = setting.window();
        if (median.value() <= window.maximumTemperature() && across <= window.maximumLoad()) {
            rows.row(Source.SIMULATION)
                    .set("part", DiagramRows.SIMULATION)
                    .set("curve", curve)
                    .set(setting.across(), across)
                    .set("temperature", median.value())
                    .set("temperatureStdErr", median.standardError())
                    .set("size", memory.size())
                    .add();
        }
    }
}

package meanfield.cluster;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import meanfield.core.Require;
import meanfield.experiment.Axis;
import meanfield.experiment.Column;
import meanfield.experiment.Experiment;
import meanfield.experiment.Parameter;
import meanfield.experiment.Rows;
import meanfield.experiment.RunContext;
import meanfield.experiment.Schema;
import meanfield.experiment.Source;
import meanfield.experiment.chart.Figure;

/** The mean of some random numbers, at points that may do what a cluster has to live with. */
public final class MisbehavingExperiment implements Experiment<MisbehavingExperiment.Point> {
    /** Attempts by point, in this process: executors of a local master are threads. */
    static final ConcurrentHashMap<Long, AtomicInteger> ATTEMPTS = new ConcurrentHashMap<>();

    /** What a point does. */
    public enum Manner {
        /** Computes. */
        GOOD,
        /** Throws what no runner turns into a row, at its first attempt. */
        STUMBLING,
        /** The same at every attempt. */
        BROKEN,
        /** Waits until it is killed, at its first attempt. */
        WAITING,
        /** Refuses its parameters. */
        REFUSING
    }

    /** Parameters. */
    public record Point(
            @Parameter(meaning = "what it does") Manner manner,

            @Parameter(meaning = "numbers to average", range = "[1, 100000]")
            int numbers,

            @Parameter(meaning = "tells tests apart", range = "[0, 1000000]")
            long key) {
        public Point {
            Require.that(numbers >= 1 && numbers <= 100_000, "numbers", "be in [1, 100000]", numbers);
            Require.that(key >= 0 && key <= 1_000_000, "key", "be in [0, 1000000]", key);
        }
    }

    @Override
    public String id() {
        return "toy.misbehaving";
    }

    @Override
    public String claim() {
        return "The mean of Gaussian numbers is small.";
    }

    @Override
    public Point defaults() {
        return new Point(Manner.GOOD, 1000, 0);
    }

    @Override
    public Point quick() {
        return defaults();
    }

    @Override
    public Schema schema() {
        return Schema.of(Column.number("mean", "", "mean"));
    }

    @Override
    public void run(Point point, RunContext context, Rows rows) {
        int attempt = ATTEMPTS.computeIfAbsent(point.key(), key -> new AtomicInteger())
                .incrementAndGet();
        switch (point.manner()) {
            case BROKEN -> throw new LinkageError("a library is missing");
            case STUMBLING -> {
                if (attempt == 1) {
                    throw new LinkageError("a library is missing for now");
                }
            }
            case WAITING -> {
                if (attempt == 1) {
                    waitForEver();
                }
            }
            case REFUSING -> throw new IllegalArgumentException("manner must not be refusing, got refusing");
            case GOOD -> {}
        }
        double sum = 0;
        for (int i = 0; i < point.numbers(); i++) {
            sum += context.random("numbers").child(i).nextGaussian();
        }
        rows.row(Source.SIMULATION).set("mean", sum / point.numbers()).add();
    }

    private static void waitForEver() {
        try {
            Thread.sleep(600_000);
        } catch (InterruptedException e) {
            throw new IllegalThreadStateException("killed");
        }
    }

    @Override
    public List<Figure> figures(Point parameters, List<Axis> axes) {
        return List.of();
    }

    @Override
    public List<String> references() {
        return List.of();
    }
}

package meanfield.experiment;

import java.util.List;
import meanfield.experiment.chart.Figure;

/**
 * The seam between physics and machinery. Command line, notebooks, gallery, tests and cluster all call this interface
 * and none of them has code per experiment; implementations are found by {@link java.util.ServiceLoader} and have a
 * public constructor without arguments. Left of {@link #run} is physics: it knows nothing of files, tables or pixels.
 *
 * @param <P> the parameters: a record, checked in its public compact constructor, each component annotated with
 *     {@link Parameter}
 */
public interface Experiment<P extends Record> {
    /** Stable name {@code theory.subject}, never changed. */
    String id();

    /** What this experiment shows, and of which paper, in one sentence. */
    String claim();

    /** The published setting; ends within 60 s on two cores. */
    P defaults();

    /** The same physics in about a second. */
    P quick();

    /** The columns that rows may set, at the {@link #defaults}. */
    Schema schema();

    /**
     * The columns that rows may set at these parameters: those of {@link #schema()} unless a list among the parameters
     * decides how many there are, one output for each target say. All points of a sweep have the same.
     */
    default Schema schema(P parameters) {
        return schema();
    }

    /**
     * One parameter point, or one inseparable curve. Theory rows come before simulation rows.
     *
     * @throws IllegalArgumentException when the parameters contradict each other or the data
     * @throws java.util.concurrent.CancellationException from the context, when the user interrupted
     */
    void run(P parameters, RunContext context, Rows rows);

    /** Figures as values that name columns. The axes are those of the sweep, empty for a single run. */
    List<Figure> figures(P parameters, List<Axis> axes);

    /** Keys of the bibliography. */
    List<String> references();

    /**
     * What the gallery shows of this experiment: by default one run of {@link #quick} or {@link #defaults}. A
     * one-point experiment overrides this with the sweep that makes its diagram.
     */
    default List<Showcase<P>> showcases(Effort effort) {
        return List.of(new Showcase<>(effort == Effort.FULL ? defaults() : quick(), List.of()));
    }

    /** Rough cost of a run, for the estimate that is printed before long work; {@link Cost#UNKNOWN} prints nothing. */
    default Cost cost(P parameters) {
        return Cost.UNKNOWN;
    }

    /** The class of the parameters. */
    @SuppressWarnings("unchecked")
    default Class<P> parameterType() {
        return (Class<P>) defaults().getClass();
    }

    /** How much time a gallery may take. */
    enum Effort {
        /** Seconds for each figure. */
        QUICK,
        /** The published settings. */
        FULL
    }

    /**
     * One exhibit of the gallery.
     *
     * @param parameters the point, or the base point of the sweep
     * @param axes the sweep's axes; empty for a single run
     */
    record Showcase<P extends Record>(P parameters, List<Axis> axes) {}

    /**
     * A rough cost on one core.
     *
     * @param seconds time, NaN if unknown
     * @param bytes peak memory of arrays, NaN if unknown
     */
    record Cost(double seconds, double bytes) {
        /** Nothing is known. */
        public static final Cost UNKNOWN = new Cost(Double.NaN, Double.NaN);
    }
}

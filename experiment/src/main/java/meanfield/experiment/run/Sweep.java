package meanfield.experiment.run;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.parallel.Workers;
import meanfield.experiment.Axis;
import meanfield.experiment.AxisValues;
import meanfield.experiment.Experiment;
import meanfield.experiment.parameters.ParameterChanges;

/**
 * A sweep being put together in a notebook; every step gives a new one.
 *
 * <pre>
 *   Sweep.of(new OrderChaosExperiment()).axis("weightVariance", linear(0.1, 3, 60)).run()
 * </pre>
 *
 * Parameters and axes are checked together when it runs.
 *
 * @param <P> the experiment's parameters
 */
public final class Sweep<P extends Record> {
    private final Experiment<P> experiment;
    private final ParameterChanges<P> changes;
    private final List<Axis> axes;
    private final int replicates;
    private final long seed;

    private Sweep(Experiment<P> experiment, ParameterChanges<P> changes, List<Axis> axes, int replicates, long seed) {
        this.experiment = experiment;
        this.changes = changes;
        this.axes = axes;
        this.replicates = replicates;
        this.seed = seed;
    }

    /** A sweep around the experiment's defaults, without axes so far. */
    public static <P extends Record> Sweep<P> of(Experiment<P> experiment) {
        ParameterChanges<P> defaults = ParameterChanges.over(experiment.defaults());
        return new Sweep<>(experiment, defaults, List.of(), 1, Request.DEFAULT_SEED);
    }

    /** Around the quick setting, the same physics in about a second; parameters changed before are forgotten. */
    public Sweep<P> quick() {
        return from(experiment.quick());
    }

    /** Around another base point; parameters changed before are forgotten. */
    public Sweep<P> from(P base) {
        return new Sweep<>(experiment, ParameterChanges.over(base), axes, replicates, seed);
    }

    /** With another value of one parameter of the base point. */
    public Sweep<P> with(String parameter, Object value) {
        return new Sweep<>(experiment, changes.with(parameter, value), axes, replicates, seed);
    }

    /** With one more axis; the last one is the fastest. */
    public Sweep<P> axis(String parameter, AxisValues values) {
        List<Axis> more = new ArrayList<>(axes);
        more.add(values.on(parameter));
        return new Sweep<>(experiment, changes, List.copyOf(more), replicates, seed);
    }

    /** With this many independent repetitions of every point. */
    public Sweep<P> withReplicates(int newReplicates) {
        return new Sweep<>(experiment, changes, axes, newReplicates, seed);
    }

    /** With this root seed. */
    public Sweep<P> withSeed(long newSeed) {
        return new Sweep<>(experiment, changes, axes, replicates, newSeed);
    }

    /** What would be computed, checked. */
    public Request<P> request() {
        return new Request<>(experiment, changes.build(), axes, replicates, seed);
    }

    /** Computes it in memory on all cores, with the linear algebra that this machine has. */
    public RunResult run() {
        try (Workers workers = Workers.of(Runtime.getRuntime().availableProcessors())) {
            return run(RunSettings.of(workers, LinearAlgebras.automatic()));
        }
    }

    /** Computes it in memory with these settings. */
    public RunResult run(RunSettings settings) {
        return Runner.local().run(request(), settings);
    }
}

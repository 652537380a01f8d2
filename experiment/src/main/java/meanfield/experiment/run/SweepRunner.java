package meanfield.experiment.run;

import java.util.List;
import meanfield.experiment.Experiment;

/**
 * Where the points of a sweep are computed: the local cores by default, a cluster where a plug-in brings one (see
 * {@link SweepRunnerProvider}). A point is a {@link PointTask}, its result the line that {@link PointRunner} gives;
 * in which order and on how many machines lines are made does not change them.
 */
public interface SweepRunner {
    /** Name on the command line. */
    String name();

    /**
     * Computes all tasks and hands every line to the sink as soon as it is there.
     *
     * @throws java.util.concurrent.CancellationException when interrupted; lines handed over before stay
     */
    void run(Experiment<?> experiment, List<PointTask> tasks, RunSettings settings, Sink sink);

    /** Takes results; thread-safe. */
    interface Sink {
        /** A running point is this far (0 to 1), and at what. */
        void progress(int index, double fraction, String text);

        /** A point is done. */
        void finished(String line);
    }
}

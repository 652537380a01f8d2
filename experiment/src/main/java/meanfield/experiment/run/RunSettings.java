package meanfield.experiment.run;

import meanfield.core.checkpoint.Checkpoints;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.parallel.Workers;

/**
 * What a run computes with; nothing here changes its numbers except the backend of the linear algebra, in the last digits.
 *
 * @param workers threads
 * @param linearAlgebra linear algebra on one thread
 * @param progress hears how far it is
 * @param cancellation stops it
 * @param checkpoints where long computations put down their states, by index of the point and name
 */
public record RunSettings(
        Workers workers,
        LinearAlgebra linearAlgebra,
        ProgressListener progress,
        Cancellation cancellation,
        Checkpoints checkpoints) {
    /** Silent, never cancelled, without checkpoints. */
    public static RunSettings of(Workers workers, LinearAlgebra linearAlgebra) {
        return new RunSettings(workers, linearAlgebra, ProgressListener.NONE, new Cancellation(), Checkpoints.NONE);
    }

    /** With these workers. */
    public RunSettings withWorkers(Workers newWorkers) {
        return new RunSettings(newWorkers, linearAlgebra, progress, cancellation, checkpoints);
    }

    /** With this listener. */
    public RunSettings withProgress(ProgressListener listener) {
        return new RunSettings(workers, linearAlgebra, listener, cancellation, checkpoints);
    }

    /** With this switch. */
    public RunSettings withCancellation(Cancellation newCancellation) {
        return new RunSettings(workers, linearAlgebra, progress, newCancellation, checkpoints);
    }

    /** With these places for states; the state of point 3 under {@code training} is at {@code 3-training}. */
    public RunSettings withCheckpoints(Checkpoints newCheckpoints) {
        return new RunSettings(workers, linearAlgebra, progress, cancellation, newCheckpoints);
    }
}

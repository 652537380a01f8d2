package meanfield.core.network;

import meanfield.core.Require;
import meanfield.core.checkpoint.Checkpoint;
import meanfield.core.checkpoint.Resumable;

/** Looks on while a network is trained. */
@FunctionalInterface
public interface TrainingObserver {
    /**
     * Called at step 0 (before any update) and after every update, in order, on the training thread. An exception thrown
     * here ends the training and reaches its caller: the way to cancel.
     */
    void at(TrainingStep step);

    /** Where the training puts down its state; by default it does not. */
    default Checkpoint checkpoint() {
        return Checkpoint.NONE;
    }

    /** What was recorded here, kept and restored with the state of the training. */
    default Resumable record() {
        return Resumable.NOTHING;
    }

    /**
     * This observer for a training that can be interrupted: one that starts where the checkpoint stands does not show
     * the steps before that again, so that all this observer remembers of them must be in the record.
     */
    default TrainingObserver keptIn(Checkpoint checkpoint, Resumable record) {
        Require.present("checkpoint", checkpoint);
        Require.present("record", record);
        TrainingObserver watching = this;
        return new TrainingObserver() {
            @Override
            public void at(TrainingStep step) {
                watching.at(step);
            }

            @Override
            public Checkpoint checkpoint() {
                return checkpoint;
            }

            @Override
            public Resumable record() {
                return record;
            }
        };
    }

    /** Sees nothing. */
    static TrainingObserver none() {
        return step -> {};
    }
}

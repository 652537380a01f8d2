package meanfield.grokking.polynomial;

import meanfield.core.Require;
import meanfield.core.checkpoint.Checkpoint;

/** Looks on while a quadratic network is trained. */
@FunctionalInterface
public interface EpochObserver {
    /**
     * Called at epoch 0 and after every step, from where a checkpoint stands if there is one. An exception thrown here
     * ends the training and reaches its caller.
     *
     * @param epoch the present one
     * @param start epoch 0
     * @return false to end the training here
     */
    boolean goOn(Epoch epoch, Epoch start);

    /** Where the training puts down its state; by default it does not. */
    default Checkpoint checkpoint() {
        return Checkpoint.NONE;
    }

    /** This observer for a training that goes on from its checkpoint. */
    default EpochObserver keptIn(Checkpoint checkpoint) {
        Require.present("checkpoint", checkpoint);
        EpochObserver watching = this;
        return new EpochObserver() {
            @Override
            public boolean goOn(Epoch epoch, Epoch start) {
                return watching.goOn(epoch, start);
            }

            @Override
            public Checkpoint checkpoint() {
                return checkpoint;
            }
        };
    }

    /** Sees nothing and never ends. */
    static EpochObserver none() {
        return (epoch, start) -> true;
    }
}

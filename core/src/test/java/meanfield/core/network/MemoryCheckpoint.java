package meanfield.core.network;

import java.util.concurrent.CancellationException;
import meanfield.core.checkpoint.Checkpoint;
import meanfield.core.checkpoint.Resumable;
import meanfield.core.checkpoint.StateReader;
import meanfield.core.checkpoint.StateWriter;

/** Keeps every so-manieth state in memory and stops the computation when told, as a kill between two steps does. */
final class MemoryCheckpoint implements Checkpoint {
    private final int every;
    private final int stopAfter;
    private int offered;
    private byte[] state;

    MemoryCheckpoint(int every, int stopAfter, byte[] state) {
        this.every = every;
        this.stopAfter = stopAfter;
        this.state = state;
    }

    byte[] state() {
        return state;
    }

    @Override
    public boolean restore(Resumable computation) {
        if (state != null) {
            StateReader.restore(state, computation);
        }
        return state != null;
    }

    @Override
    public void offer(Resumable computation) {
        if (offered++ % every == 0) {
            state = StateWriter.stateOf(computation);
        }
        if (offered > stopAfter) {
            throw new CancellationException("stopped");
        }
    }

    @Override
    public void settle(Resumable computation) {
        offer(computation);
    }
}

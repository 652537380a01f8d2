package meanfield.app.console;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import meanfield.experiment.run.Cancellation;

/**
 * The wish to stop early. Ctrl-C raises it and waits until the command has put down what it holds; the process then
 * ends with the signal's own code, which is 130.
 */
public final class Interruption {
    private static final long PATIENCE_SECONDS = 10;

    private final Cancellation cancellation = new Cancellation();
    private final AtomicBoolean requested = new AtomicBoolean();
    private final AtomicBoolean finished = new AtomicBoolean();
    private final AtomicBoolean listening = new AtomicBoolean();
    private final CountDownLatch done = new CountDownLatch(1);

    private Interruption() {}

    /** An interruption that only {@link #request} raises. */
    public static Interruption manual() {
        return new Interruption();
    }

    /** An interruption that the end of this process raises (Ctrl-C, or a polite kill). */
    public static Interruption ofProcess() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::stopAndWait, "interruption"));
        return interruption;
    }

    /** Asks the command to stop. */
    public void request() {
        requested.set(true);
        cancellation.cancel();
    }

    /**
     * Says whether the command is in work that looks at {@link #cancellation} and has something to put down. Without, the
     * process ends at once.
     */
    public void listening(boolean value) {
        listening.set(value);
    }

    /** What long work looks at. */
    public Cancellation cancellation() {
        return cancellation;
    }

    /** True once somebody asked to stop. */
    public boolean isRequested() {
        return requested.get();
    }

    /**
     * To be called when the command has ended.
     *
     * @return true if the caller shall end the process, false if the process is already ending
     */
    public boolean finish() {
        finished.set(true);
        done.countDown();
        return !requested.get();
    }

    private void stopAndWait() {
        if (finished.get()) {
            return;
        }
        request();
        if (!listening.get()) {
            return;
        }
        try {
            if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("meanfield: interrupted in work that does not stop; what was kept so far stays");
                Runtime.getRuntime().halt(130);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

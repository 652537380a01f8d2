package meanfield.experiment.store;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The right of a single run to its folder: taken with the first state that it keeps, so that a short run leaves no
 * trace before its result, and held by the lock of the journal.
 */
final class Claim implements BooleanSupplier, AutoCloseable {
    private final Supplier<Journal> opening;
    private Journal journal;

    /** A right that is taken like this. */
    Claim(Supplier<Journal> opening) {
        this.opening = opening;
    }

    /**
     * Takes it.
     *
     * @throws IllegalArgumentException when another process has it
     */
    synchronized void take() {
        if (journal == null) {
            journal = opening.get();
        }
    }

    /** Takes it and says whether that went well. */
    @Override
    public synchronized boolean getAsBoolean() {
        try {
            take();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    synchronized boolean isTaken() {
        return journal != null;
    }

    /** Removes the journal: the result is complete. */
    synchronized void delete() {
        if (journal != null) {
            journal.delete();
        }
    }

    @Override
    public synchronized void close() {
        if (journal != null) {
            journal.close();
        }
    }
}

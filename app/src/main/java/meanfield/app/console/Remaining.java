package meanfield.app.console;

import java.util.function.LongSupplier;

/** The time that is left, from the pace so far; work that an earlier run had done does not count as pace. */
final class Remaining {
    private static final double SHORTEST_BASIS = 1;

    private final LongSupplier nanoTime;
    private final long began;
    private double first = Double.NaN;
    private double firstAt;
    private double last = Double.NaN;
    private boolean goesOn;

    Remaining(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.began = nanoTime.getAsLong();
    }

    /** Seconds since the start. */
    double elapsed() {
        return (nanoTime.getAsLong() - began) * 1e-9;
    }

    /** The next step forward is where an earlier run stood: the pace is measured from there. */
    synchronized void goesOn() {
        goesOn = true;
    }

    /** {@code 3 min 20 s left}, or nothing while there is no pace or the work is done. */
    synchronized String left(double fraction) {
        double now = elapsed();
        if (Double.isNaN(first) || goesOn && fraction > last) {
            first = fraction;
            firstAt = Double.isNaN(last) ? 0 : now;
            goesOn = false;
        }
        last = fraction;
        double done = fraction - first;
        if (done < 0.01 || fraction >= 1 || now - firstAt < SHORTEST_BASIS) {
            return "";
        }
        long seconds = Math.max(1, Math.round((now - firstAt) * (1 - fraction) / done));
        return (seconds < 10 ? seconds + " s" : Words.duration(seconds)) + " left";
    }
}

package meanfield.app.console;

import java.util.function.LongSupplier;

/** Progress as plain lines, the first after five seconds and then ever more rarely, with the time that is left. */
final class Lines implements Progress {
    private static final double FIRST_SECONDS = 5;
    private static final double GROWTH = 1.5;

    private final Console console;
    private final String title;
    private final Remaining remaining;
    private double next = FIRST_SECONDS;

    Lines(Console console, String title, LongSupplier nanoTime) {
        this.console = console;
        this.title = title;
        this.remaining = new Remaining(nanoTime);
    }

    @Override
    public synchronized void update(double fraction, String text) {
        String left = remaining.left(fraction);
        double elapsed = remaining.elapsed();
        if (elapsed < next) {
            return;
        }
        next = elapsed * GROWTH;
        console.note(title + ": " + Math.round(100 * Math.min(1, fraction)) + " %" + (text.isEmpty() ? "" : ", " + text)
                + (left.isEmpty() ? "" : ", about " + left));
    }

    @Override
    public void goesOn() {
        remaining.goesOn();
    }

    @Override
    public void close() {}
}

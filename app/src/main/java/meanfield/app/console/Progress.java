package meanfield.app.console;

/** Shows how far long work is. Thread-safe; closing it removes the bar. */
public interface Progress extends AutoCloseable {
    /** The work is at this fraction (0 to 1), doing this. */
    void update(double fraction, String text);

    /** The next update tells where work of an earlier run stood; it does not count as pace. */
    default void goesOn() {}

    @Override
    void close();

    /** A bar on a terminal, occasional lines otherwise, nothing when quiet. */
    static Progress on(Console console, String title) {
        if (console.quiet()) {
            return new Silence();
        }
        return console.isTerminal() ? new Bar(console, title) : new Lines(console, title, System::nanoTime);
    }

    /** Says nothing. */
    record Silence() implements Progress {
        @Override
        public void update(double fraction, String text) {}

        @Override
        public void close() {}
    }
}

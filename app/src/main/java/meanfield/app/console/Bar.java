package meanfield.app.console;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressState;

/** Progress as a bar with an estimate of the time that is left. */
final class Bar implements Progress {
    private static final int STEPS = 1000;
    private static final int CELLS = 24;
    private static final int UPDATE_MILLIS = 200;

    private final ProgressBar bar;
    private final Line line;
    private final Remaining remaining = new Remaining(System::nanoTime);

    Bar(Console console, String title) {
        line = new Line(console);
        bar = new ProgressBarBuilder()
                .setTaskName(title)
                .setInitialMax(STEPS)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setRenderer(this::render)
                .setConsumer(line)
                .build();
    }

    @Override
    public void update(double fraction, String text) {
        bar.stepTo(Math.round(STEPS * Math.max(0, Math.min(1, fraction))));
        bar.setExtraMessage(text.isEmpty() ? "" : " " + text);
    }

    @Override
    public void goesOn() {
        remaining.goesOn();
    }

    @Override
    public void close() {
        bar.close();
        line.clear();
    }

    /** {@code title  46 % ██████▌        3 s left, 8 of 20 points}, cut to the width. */
    String render(ProgressState state, int width) {
        double fraction = state.getNormalizedProgress();
        String left = remaining.left(fraction);
        String text = state.getExtraMessage().strip();
        String tail = left + (left.isEmpty() || text.isEmpty() ? "" : ", ") + text;
        int eighths = (int) Math.round(8 * CELLS * fraction);
        int part = eighths % 8;
        String blocks = "█".repeat(eighths / 8) + (part == 0 ? "" : String.valueOf((char) ('█' + 8 - part)));
        String bar = blocks + " ".repeat(CELLS - blocks.length());
        String whole = String.format("%s %3d %% %s %s", state.getTaskName(), Math.round(100 * fraction), bar, tail);
        return whole.length() <= width ? whole : whole.substring(0, Math.max(0, width - 1)) + "…";
    }

    /** The terminal's current line. */
    private record Line(Console console) implements ProgressBarConsumer {
        @Override
        public int getMaxRenderedLength() {
            return console.columns() - 1;
        }

        @Override
        public void accept(String text) {
            console.err().print("\r\u001b[K" + text);
            console.err().flush();
        }

        @Override
        public void clear() {
            console.err().print("\r\u001b[K");
            console.err().flush();
        }

        @Override
        public void close() {
            console.err().flush();
        }
    }
}

package meanfield.experiment.chart.plot;

import java.awt.Color;

/**
 * How a series is drawn.
 *
 * @param color its one colour
 * @param dash pattern of its line
 * @param marker shape of its markers
 * @param width width of its line in logical pixels
 */
public record SeriesStyle(Color color, Dash dash, Shape marker, double width) {
    static final double LINE = 2;

    /** Width of a secondary line in logical pixels. */
    public static final double THIN = 1.4;

    /** Pattern of a line: lengths of dashes and gaps in logical pixels. */
    public enum Dash {
        NONE,
        SOLID,
        DASHED(7, 4),
        DOTTED(1.5, 3.5),
        DASH_DOTTED(8, 3.5, 1.5, 3.5);

        private final double[] lengths;

        Dash(double... lengths) {
            this.lengths = lengths;
        }

        /** Dash, gap, dash, … in logical pixels; empty for a whole line. */
        public double[] lengths() {
            return lengths.clone();
        }

        /** The pattern of the n-th kind of line. */
        static Dash of(int index) {
            return values()[1 + Math.floorMod(index, 4)];
        }
    }

    /** Shape of a marker. */
    public enum Shape {
        NONE,
        CIRCLE,
        SQUARE,
        TRIANGLE,
        DIAMOND,
        TRIANGLE_DOWN,
        CROSS,
        STAR,
        PENTAGON;

        /** Number of shapes. */
        static int count() {
            return values().length - 1;
        }

        /** The shape of the n-th kind of points. */
        static Shape of(int index) {
            return values()[1 + Math.floorMod(index, count())];
        }
    }

    static SeriesStyle line(Color color, Dash dash, double width) {
        return new SeriesStyle(color, dash, Shape.NONE, width);
    }

    static SeriesStyle points(Color color, Shape shape) {
        return new SeriesStyle(color, Dash.NONE, shape, THIN);
    }

    /** The same style in another colour. */
    public SeriesStyle withColor(Color newColor) {
        return new SeriesStyle(newColor, dash, marker, width);
    }
}

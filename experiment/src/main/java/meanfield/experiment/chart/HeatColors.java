package meanfield.experiment.chart;

import java.util.List;

/**
 * How the values of a raster become colours.
 *
 * @param kind the order of the colours
 * @param center value of the neutral colour of a diverging map; NaN otherwise
 * @param low value of the first colour, NaN for the smallest value
 * @param high value of the last colour, NaN for the largest value
 * @param words words in the order of the palette; others follow as the table brings them
 */
public record HeatColors(Kind kind, double center, double low, double high, List<String> words) {
    /** Diverging around zero if the values lie on both sides of it, else sequential; the full range of the values. */
    public static final HeatColors AUTOMATIC =
            new HeatColors(Kind.AUTOMATIC, Double.NaN, Double.NaN, Double.NaN, List.of());

    /** Copied. */
    public HeatColors {
        words = List.copyOf(words);
    }

    /** Order of the colours. */
    public enum Kind {
        /** Diverging around zero if the values lie clearly on both sides of it, else sequential. */
        AUTOMATIC,
        /** Dark to light in equal perceived steps. */
        SEQUENTIAL,
        /** The same, in the logarithm of the value. */
        LOGARITHMIC,
        /** Two colours that meet in light grey at the center. */
        DIVERGING
    }

    /** Dark to light in equal perceived steps. */
    public static HeatColors sequential() {
        return new HeatColors(Kind.SEQUENTIAL, Double.NaN, Double.NaN, Double.NaN, List.of());
    }

    /** The same in the logarithm of the value. */
    public static HeatColors logarithmic() {
        return new HeatColors(Kind.LOGARITHMIC, Double.NaN, Double.NaN, Double.NaN, List.of());
    }

    /** Two colours that meet at a value, such as the critical one. */
    public static HeatColors divergingAt(double center) {
        return new HeatColors(Kind.DIVERGING, center, Double.NaN, Double.NaN, List.of());
    }

    /** For a column of words: these have the first colours in this order in every figure, whether they occur there or not. */
    public static HeatColors ofWords(List<String> words) {
        return new HeatColors(Kind.AUTOMATIC, Double.NaN, Double.NaN, Double.NaN, words);
    }

    /** With a fixed range; values outside take the end colours. */
    public HeatColors between(double newLow, double newHigh) {
        return new HeatColors(kind, center, newLow, newHigh, words);
    }
}

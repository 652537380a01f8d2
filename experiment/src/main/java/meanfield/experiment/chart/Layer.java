package meanfield.experiment.chart;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One layer of a figure: a mark, the column it draws, which rows, and how rows split into series.
 *
 * @param mark how it is drawn
 * @param column column on the vertical axis (lines, points, bands) or the value (heat maps, contours)
 * @param upper second column: upper edge of a band; empty otherwise
 * @param where rows kept: column name to the value it must have, as the table prints it
 * @param by column whose values split the rows into series, each with its own colour; empty for one series
 * @param label legend text; {@code {by}} stands for the series' value and {@code {exponent}} for a fitted exponent;
 *     empty takes symbol and value of the series, the source ({@code theory}, {@code simulation}) or the column's meaning
 * @param level level of a contour, position of a rule, exponent of a slope guide, height of a text; NaN otherwise
 * @param across horizontal position of a text; NaN otherwise
 * @param colors how a raster's values become colours
 */
public record Layer(
        Mark mark,
        String column,
        String upper,
        Map<String, String> where,
        String by,
        String label,
        double level,
        double across,
        HeatColors colors) {
    /** How a layer is drawn. */
    public enum Mark {
        /** A line through the points in table order of x (theory). */
        LINE,
        /** A dashed line. */
        DASHED,
        /** A dashed line in the colour of letters: a bound or an optimum that the series are held against. */
        REFERENCE,
        /** Markers, with error bars where the table has {@code columnStdErr} (simulation). */
        POINTS,
        /** A filled band between {@code column} and {@code upper}. */
        BAND,
        /** A raster of the value with a colour bar; a column of words gets one colour for each word and a legend. */
        HEAT,
        /** The line where the value crosses the level, drawn over a raster. */
        CONTOUR,
        /** A horizontal line at the level. */
        HORIZONTAL,
        /** A vertical line at the level. */
        VERTICAL,
        /** A horizontal line far from which data may lie: where it would squeeze them, the legend tells its level. */
        FLOOR,
        /** A least-squares power law through the rows, its exponent written into the legend (log-log axes). */
        POWER_FIT,
        /** A grey guide of slope {@code level} through the first point of the rows (log-log axes). */
        SLOPE_GUIDE,
        /** Words at a position, such as the name of a phase. */
        TEXT
    }

    public Layer {
        where = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(where));
    }

    private static Layer of(Mark mark, String column, double level) {
        return new Layer(mark, column, "", Map.of(), "", "", level, Double.NaN, HeatColors.AUTOMATIC);
    }

    /** A line. */
    public static Layer line(String column) {
        return of(Mark.LINE, column, Double.NaN);
    }

    /** A dashed line. */
    public static Layer dashed(String column) {
        return of(Mark.DASHED, column, Double.NaN);
    }

    /** A bound or an optimum, dashed in the colour of letters. */
    public static Layer reference(String column) {
        return of(Mark.REFERENCE, column, Double.NaN);
    }

    /** Markers with error bars. */
    public static Layer points(String column) {
        return of(Mark.POINTS, column, Double.NaN);
    }

    /** A band between two columns. */
    public static Layer band(String lower, String upper) {
        return new Layer(Mark.BAND, lower, upper, Map.of(), "", "", Double.NaN, Double.NaN, HeatColors.AUTOMATIC);
    }

    /** A raster. */
    public static Layer heat(String column) {
        return of(Mark.HEAT, column, Double.NaN);
    }

    /** A contour line. */
    public static Layer contour(String column, double level) {
        return of(Mark.CONTOUR, column, level);
    }

    /** A horizontal rule. */
    public static Layer horizontal(double level) {
        return of(Mark.HORIZONTAL, "", level);
    }

    /**
     * The level that no data reach, such as rounding: a horizontal rule if the data come near (it takes at most a third of
     * the axis), else a legend entry that says where it lies.
     */
    public static Layer floor(double level) {
        return of(Mark.FLOOR, "", level);
    }

    /** A vertical rule. */
    public static Layer vertical(double level) {
        return of(Mark.VERTICAL, "", level);
    }

    /** A fitted power law. */
    public static Layer powerFit(String column) {
        return of(Mark.POWER_FIT, column, Double.NaN);
    }

    /** A guide of this slope. */
    public static Layer slopeGuide(String column, double exponent) {
        return of(Mark.SLOPE_GUIDE, column, exponent);
    }

    /** Words centred at a position of the axes, such as the name of a phase. */
    public static Layer text(double x, double y, String words) {
        return new Layer(Mark.TEXT, "", "", Map.of(), "", words, y, x, HeatColors.AUTOMATIC);
    }

    /** Only rows whose column has this value; numbers are compared as numbers. */
    public Layer where(String name, Object value) {
        Map<String, String> more = new LinkedHashMap<>(where);
        more.put(name, value.toString());
        return new Layer(mark, column, upper, more, by, label, level, across, colors);
    }

    /** One series for each value of a column; layers that split by the same column share colours. */
    public Layer by(String name) {
        return new Layer(mark, column, upper, where, name, label, level, across, colors);
    }

    /** With this legend text. */
    public Layer labelled(String text) {
        return new Layer(mark, column, upper, where, by, text, level, across, colors);
    }

    /** This raster with other colours. */
    public Layer withColors(HeatColors newColors) {
        return new Layer(mark, column, upper, where, by, label, level, across, newColors);
    }
}

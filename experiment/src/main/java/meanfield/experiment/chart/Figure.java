package meanfield.experiment.chart;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.Require;

/**
 * A figure as a value: it names columns of a table and says how to draw them. Axis labels come from the schema unless
 * a label is given. Text (title, labels, legend) takes the small markup of
 * {@link meanfield.experiment.chart.text.MathText}: {@code \sigma_w^2}, {@code 10^{-2}}, and {@code {name}} for a
 * number of the run's summary.
 *
 * @param name file name without ending
 * @param title short title; may be empty
 * @param x horizontal axis
 * @param y vertical axis
 * @param layers what is drawn, first at the bottom
 * @param caption one or two sentences for the gallery and the notebook; may be empty
 * @param panels further panels that share the table, drawn beside this one as (b), (c), …
 * @param legend where the legend stands
 * @param inRow panels that stand beside each other; 0 for as many as fit a screen
 */
public record Figure(
        String name,
        String title,
        FigureAxis x,
        FigureAxis y,
        List<Layer> layers,
        String caption,
        List<Figure> panels,
        Legend legend,
        int inRow) {
    /** Where the legend of a figure stands. */
    public enum Legend {
        /** Inside the frame where it covers no data; right of it or above it if there is no such place. */
        FREE_PLACE,
        /** In columns below the horizontal axis, on ground that the page gains: for many entries. */
        BELOW
    }

    public Figure {
        Require.that(name.matches("[a-z0-9-]+"), "figure name", "be lower case with hyphens", name);
        Require.that(inRow >= 0 && inRow <= 6, "panels in a row", "be in [0, 6]", inRow);
        layers = List.copyOf(layers);
        panels = List.copyOf(panels);
    }

    /** An empty figure over these columns; the y column also labels the vertical axis. */
    public static Figure xy(String name, String xColumn, String yColumn) {
        return new Figure(
                name,
                "",
                FigureAxis.of(xColumn),
                FigureAxis.of(yColumn),
                List.of(),
                "",
                List.of(),
                Legend.FREE_PLACE,
                0);
    }

    /** A heat map of one column over two others, with a colour bar. */
    public static Figure heatmap(String name, String xColumn, String yColumn, String valueColumn) {
        return xy(name, xColumn, yColumn).with(Layer.heat(valueColumn));
    }

    /** This figure with another layer on top. */
    public Figure with(Layer layer) {
        List<Layer> more = new ArrayList<>(layers);
        more.add(layer);
        return new Figure(name, title, x, y, more, caption, panels, legend, inRow);
    }

    /** This heat map with the contour line where a column has this level; the label goes to the legend. */
    public Figure withContour(String column, double level, String label) {
        return with(Layer.contour(column, level).labelled(label));
    }

    /** This figure with a title. */
    public Figure withTitle(String newTitle) {
        return new Figure(name, newTitle, x, y, layers, caption, panels, legend, inRow);
    }

    /** This figure with a caption. */
    public Figure withCaption(String newCaption) {
        return new Figure(name, title, x, y, layers, newCaption, panels, legend, inRow);
    }

    /** This figure with a logarithmic horizontal axis. */
    public Figure withLogX() {
        return new Figure(name, title, x.logarithmic(), y, layers, caption, panels, legend, inRow);
    }

    /** This figure with a logarithmic vertical axis. */
    public Figure withLogY() {
        return new Figure(name, title, x, y.logarithmic(), layers, caption, panels, legend, inRow);
    }

    /** This figure with these axis labels, in place of the schema's. */
    public Figure withLabels(String xLabel, String yLabel) {
        return new Figure(name, title, x.labelled(xLabel), y.labelled(yLabel), layers, caption, panels, legend, inRow);
    }

    /** This figure with a fixed vertical range. */
    public Figure withYRange(double low, double high) {
        return new Figure(name, title, x, y.between(low, high), layers, caption, panels, legend, inRow);
    }

    /** This figure with a fixed horizontal range. */
    public Figure withXRange(double low, double high) {
        return new Figure(name, title, x.between(low, high), y, layers, caption, panels, legend, inRow);
    }

    /** This figure under another file name. */
    public Figure withName(String newName) {
        return new Figure(newName, title, x, y, layers, caption, panels, legend, inRow);
    }

    /** This figure with its legend here. */
    public Figure withLegend(Legend place) {
        return new Figure(name, title, x, y, layers, caption, panels, place, inRow);
    }

    /** This figure with so many panels in a row: fewer make a tall figure, whose letters stay readable on a page. */
    public Figure withPanelsInRow(int count) {
        return new Figure(name, title, x, y, layers, caption, panels, legend, count);
    }

    /** This figure with another panel beside it; heat maps of the same column share one colour range. */
    public Figure beside(Figure other) {
        List<Figure> more = new ArrayList<>(panels);
        more.add(new Figure(
                other.name, other.title, other.x, other.y, other.layers, other.caption, List.of(), other.legend, 0));
        more.addAll(other.panels);
        return new Figure(name, title, x, y, layers, caption, more, legend, inRow);
    }

    /** This panel with only the rows whose column has this value, in every layer that reads rows. */
    public Figure where(String column, Object value) {
        List<Layer> filtered = layers.stream()
                .map(layer -> layer.column().isEmpty() ? layer : layer.where(column, value))
                .toList();
        return new Figure(name, title, x, y, filtered, caption, panels, legend, inRow);
    }
}

package meanfield.experiment.chart.plot;

import java.util.List;
import java.util.Optional;
import meanfield.experiment.chart.Figure;
import meanfield.experiment.chart.scale.AxisScale;
import meanfield.experiment.chart.scale.ColorScale;

/**
 * A figure resolved against a table: everything that will be drawn, still in the values of the axes. Between
 * {@link Panels}, which reads columns, and {@link meanfield.experiment.chart.paint.PlotPainter}, which knows pixels.
 *
 * @param title markup of the title
 * @param x horizontal axis
 * @param y vertical axis
 * @param heat raster below everything
 * @param series curves and points, first at the bottom
 * @param words words at positions
 * @param legend entries in order
 * @param colorBar colours of the raster or of many series
 * @param notes what was left out or cut, for the line under the figure
 * @param place where the legend stands
 */
public record Plot(
        String title,
        Axis x,
        Axis y,
        Optional<HeatField> heat,
        List<Series> series,
        List<Words> words,
        List<LegendEntry> legend,
        Optional<ColorScale> colorBar,
        List<String> notes,
        Figure.Legend place) {
    /**
     * One axis ready to be drawn.
     *
     * @param label markup
     * @param scale its range
     */
    public record Axis(String label, AxisScale scale) {}

    /**
     * Words at a position of the axes.
     *
     * @param x horizontal position
     * @param y vertical position
     * @param markup the words
     */
    public record Words(double x, double y, String markup) {}

    /** Copies the lists. */
    public Plot {
        series = List.copyOf(series);
        words = List.copyOf(words);
        legend = List.copyOf(legend);
        notes = List.copyOf(notes);
    }

    /** The same plot under another title, with another colour scale of its raster. */
    public Plot asPanel(String newTitle, Optional<ColorScale> newColors) {
        Optional<HeatField> recolored =
                heat.map(field -> newColors.isPresent() ? field.withColors(newColors.get()) : field);
        return new Plot(newTitle, x, y, recolored, series, words, legend, newColors, notes, place);
    }
}

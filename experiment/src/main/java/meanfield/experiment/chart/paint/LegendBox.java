package meanfield.experiment.chart.paint;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import meanfield.experiment.chart.plot.LegendEntry;
import meanfield.experiment.chart.plot.SeriesStyle;
import meanfield.experiment.chart.scale.Palette;
import meanfield.experiment.chart.text.MathText;
import meanfield.experiment.chart.text.TextShape;

/**
 * The legend, laid out in columns, each as wide as its widest entry.
 *
 * @param entries what it explains
 * @param texts typeset labels, one for each entry
 * @param columns number of columns
 */
record LegendBox(List<LegendEntry> entries, List<TextShape> texts, int columns) {
    private static final double LINE = 18;
    private static final double SAMPLE = 26;
    private static final double GAP = 7;
    private static final double PADDING = 5;
    private static final double COLUMN_GAP = 16;

    static LegendBox of(List<LegendEntry> entries, double size, int columns) {
        List<TextShape> texts =
                entries.stream().map(entry -> MathText.of(entry.label(), size)).toList();
        return new LegendBox(List.copyOf(entries), texts, Math.max(1, Math.min(columns, entries.size())));
    }

    private int lines() {
        return (entries.size() + columns - 1) / columns;
    }

    private double columnWidth(int column) {
        int first = Math.min(texts.size(), column * lines());
        int last = Math.min(texts.size(), first + lines());
        double widest = texts.subList(first, last).stream()
                .mapToDouble(TextShape::width)
                .max()
                .orElse(0);
        return SAMPLE + GAP + widest;
    }

    /** Where a column begins, from the left edge of the first. */
    private double start(int column) {
        return IntStream.range(0, column)
                .mapToDouble(c -> columnWidth(c) + COLUMN_GAP)
                .sum();
    }

    /** Columns that have entries: the last ones stay empty where the lines do not fill them. */
    private int filled() {
        return (entries.size() + lines() - 1) / Math.max(1, lines());
    }

    double width() {
        return start(filled()) - COLUMN_GAP + 2 * PADDING;
    }

    double height() {
        return lines() * LINE + 2 * PADDING;
    }

    /** Draws the legend with its upper left corner at a point, on a light ground if it may lie over grid lines. */
    void paint(Graphics2D g, double x, double y, boolean ground) {
        if (ground) {
            g.setColor(Palette.translucent(Palette.PAPER, 0.85));
            g.fill(new Rectangle2D.Double(x, y, width(), height()));
        }
        for (int i = 0; i < entries.size(); i++) {
            double left = x + PADDING + start(i / lines());
            double middle = y + PADDING + (i % lines() + 0.5) * LINE;
            sample(g, entries.get(i), left, middle);
            g.setColor(Palette.INK);
            TextShape text = texts.get(i);
            text.draw(g, left + SAMPLE + GAP, middle + 4.3, TextShape.Anchor.START);
        }
    }

    private static void sample(Graphics2D g, LegendEntry entry, double left, double middle) {
        SeriesStyle style = entry.style();
        boolean line = style.dash() != SeriesStyle.Dash.NONE;
        boolean marker = style.marker() != SeriesStyle.Shape.NONE;
        if (entry.fill() != LegendEntry.Fill.NONE) {
            boolean band = entry.fill() == LegendEntry.Fill.BAND;
            g.setColor(band ? Palette.tint(style.color(), SeriesPainter.BAND_STRENGTH) : style.color());
            g.fill(new Rectangle2D.Double(left + 3, middle - 5, SAMPLE - 6, 10));
        }
        if (line) {
            double[][] drawn = Polylines.dashed(
                    new double[] {left, left + SAMPLE},
                    new double[] {middle, middle},
                    style.dash().lengths());
            if (style.color().equals(Palette.PAPER)) {
                stroke(g, drawn, style.withColor(Palette.INK), style.width() + 1.6);
            }
            stroke(g, drawn, style, style.width());
        }
        if (marker) {
            g.setColor(style.color());
            new HouseMarker(style).paint(g, left + SAMPLE / 2, middle, 0);
        }
    }

    private static void stroke(Graphics2D g, double[][] line, SeriesStyle style, double width) {
        g.setColor(style.color());
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int i = 1; i < line[0].length; i++) {
            if (!Double.isNaN(line[0][i - 1]) && !Double.isNaN(line[0][i])) {
                g.draw(new Line2D.Double(line[0][i - 1], line[1][i - 1], line[0][i], line[1][i]));
            }
        }
    }
}

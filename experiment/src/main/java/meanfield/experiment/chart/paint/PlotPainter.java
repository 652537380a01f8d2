package meanfield.experiment.chart.paint;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import meanfield.experiment.chart.Figure;
import meanfield.experiment.chart.plot.HeatField;
import meanfield.experiment.chart.plot.Plot;
import meanfield.experiment.chart.scale.AxisScale;
import meanfield.experiment.chart.scale.ColorScale;
import meanfield.experiment.chart.scale.Palette;
import meanfield.experiment.chart.scale.Ticks;
import meanfield.experiment.chart.scale.Viewport;
import meanfield.experiment.chart.text.MathText;
import meanfield.experiment.chart.text.TextShape;
import meanfield.experiment.chart.text.TextShape.Anchor;

/** Lays one plot out in a rectangle and paints it: title, axes, raster, series, words, legend, colour bar, notes. */
public final class PlotPainter {
    static final double TITLE = 15;
    static final double LABEL = 15;
    static final double TICK = 12;
    static final double NOTE = 10.5;
    private static final double OUTER = 10;
    private static final double BAR_GAP = 14;
    private static final double BAR_WIDTH = 14;

    private final Plot plot;
    private final Rectangle2D page;
    private final double resolution;
    private final TextShape title;
    private final TextShape xLabel;
    private final TextShape yLabel;
    private final List<TextShape> notes;

    private PlotPainter(Plot plot, Rectangle2D page, double resolution) {
        this.plot = plot;
        this.page = page;
        this.resolution = resolution;
        this.title = MathText.of(plot.title(), TITLE).fitting(page.getWidth() - 2 * OUTER);
        this.xLabel = MathText.of(plot.x().label(), LABEL).fitting(0.85 * page.getWidth());
        this.yLabel = MathText.of(plot.y().label(), LABEL).fitting(0.75 * page.getHeight());
        this.notes = wrapped(plot.notes(), page.getWidth() - 2 * OUTER);
    }

    /**
     * Paints a plot.
     *
     * @param page where, in logical pixels, without the ground of a legend below
     * @param resolution raster pixels of a heat map for one logical pixel
     */
    public static void paint(Graphics2D g, Plot plot, Rectangle2D page, double resolution) {
        new PlotPainter(plot, page, resolution).paint(g);
    }

    private void paint(Graphics2D g) {
        if (plot.place() == Figure.Legend.BELOW) {
            paintBelow(g);
            return;
        }
        boolean raster = plot.heat().isPresent();
        LegendBox single = LegendBox.of(plot.legend(), TICK, 1);
        boolean hasLegend = !plot.legend().isEmpty();
        if (raster && hasLegend && plot.colorBar().isEmpty()) {
            paintOutside(g, single);
            return;
        }
        if (raster && hasLegend) {
            LegendBox row = rowLegend(plot, 0.85 * page.getWidth());
            Viewport view = viewport(row.height(), 0);
            draw(g, view);
            row.paint(g, view.area().getX() - 5, view.area().getY() - row.height() - 2, false);
            return;
        }
        Viewport view = viewport(0, 0);
        Optional<double[]> place = hasLegend ? LegendPlacement.inside(single, plot, view) : Optional.empty();
        LegendBox chosen = single;
        if (hasLegend && place.isEmpty() && plot.legend().size() > 3) {
            LegendBox wide = LegendBox.of(plot.legend(), TICK, 2);
            place = LegendPlacement.inside(wide, plot, view);
            chosen = place.isPresent() ? wide : single;
        }
        if (hasLegend && place.isEmpty()) {
            paintOutside(g, single);
            return;
        }
        draw(g, view);
        if (place.isPresent()) {
            chosen.paint(g, place.get()[0], place.get()[1], true);
        }
    }

    /** The legend stands below the page, on the ground that {@link #groundBelow} asks for. */
    private void paintBelow(Graphics2D g) {
        Viewport view = viewport(0, 0);
        draw(g, view);
        LegendBox row = belowLegend(plot, page.getWidth());
        double left = view.area().getCenterX() - row.width() / 2;
        double right = page.getMaxX() - OUTER - row.width();
        row.paint(g, Math.max(page.getX() + OUTER, Math.min(left, right)), page.getMaxY() - OUTER, false);
    }

    private static LegendBox belowLegend(Plot plot, double width) {
        return rowLegend(plot, width - 2 * OUTER);
    }

    /** Height of the ground that a legend below the axis needs under a page of this width; 0 for other legends. */
    public static double groundBelow(Plot plot, double width) {
        boolean below = plot.place() == Figure.Legend.BELOW && !plot.legend().isEmpty();
        return below ? belowLegend(plot, width).height() : 0;
    }

    /** A legend that finds no free place stands right of the plot if it is narrow, else above it. */
    private void paintOutside(Graphics2D g, LegendBox single) {
        if (single.width() < 0.36 * page.getWidth() && plot.colorBar().isEmpty()) {
            Viewport view = viewport(0, single.width() + 6);
            draw(g, view);
            single.paint(g, view.area().getMaxX() + 6, view.area().getY() - 4, false);
            return;
        }
        LegendBox row = rowLegend(plot, 0.85 * page.getWidth());
        Viewport view = viewport(row.height(), 0);
        draw(g, view);
        row.paint(g, view.area().getX() - 5, view.area().getY() - row.height() - 2, false);
    }

    private static LegendBox rowLegend(Plot plot, double width) {
        for (int columns = plot.legend().size(); columns > 1; columns--) {
            LegendBox box = LegendBox.of(plot.legend(), TICK, columns);
            if (box.width() < width) {
                return box;
            }
        }
        return LegendBox.of(plot.legend(), TICK, 1);
    }

    /** The plot rectangle on whole pixels, after room for everything around it. */
    private Viewport viewport(double above, double beside) {
        double top = page.getY() + OUTER + 4 + (plot.title().isEmpty() ? 0 : title.height() + 6) + above;
        double noteHeight = notes.stream().mapToDouble(TextShape::height).sum() + (notes.isEmpty() ? 0 : 6);
        double guess = page.getHeight() - 110;
        double bottom = page.getMaxY()
                - OUTER
                - noteHeight
                - AxisPainter.labelHeight(xLabel)
                - AxisPainter.bottomHeight(xTicks(page.getWidth() - 120), TICK);
        double left = page.getX()
                + OUTER
                + AxisPainter.labelHeight(yLabel)
                + AxisPainter.sideWidth(yTicks(plot.y().scale(), guess), TICK);
        double bar = plot.colorBar()
                .map(colors -> BAR_GAP
                        + BAR_WIDTH
                        + AxisPainter.sideWidth(yTicks(colors.scale(), guess), TICK)
                        + AxisPainter.labelHeight(barLabel(colors)))
                .orElse(8.0);
        double right = page.getMaxX() - OUTER - bar - beside;
        double x = Math.ceil(left);
        double y = Math.ceil(top);
        Rectangle2D area = new Rectangle2D.Double(x, y, Math.floor(right) - x, Math.floor(bottom) - y);
        return new Viewport(area, plot.x().scale(), plot.y().scale());
    }

    private Ticks xTicks(double width) {
        for (int count = (int) Math.max(2, width / 65); count > 2; count--) {
            Ticks ticks = Ticks.of(plot.x().scale(), count);
            int intervals = Math.max(1, ticks.major().size());
            if (AxisPainter.widest(ticks, TICK) + 12 < width / intervals) {
                return ticks;
            }
        }
        return Ticks.of(plot.x().scale(), 2);
    }

    private static Ticks yTicks(AxisScale scale, double height) {
        return Ticks.of(scale, (int) Math.max(2, height / 45));
    }

    private TextShape barLabel(ColorScale colors) {
        return MathText.of(colors.label(), LABEL).fitting(0.75 * page.getHeight());
    }

    private void draw(Graphics2D g, Viewport view) {
        Ticks xTicks = xTicks(view.area().getWidth());
        Ticks yTicks = yTicks(plot.y().scale(), view.area().getHeight());
        if (plot.heat().isPresent()) {
            HeatPainter.paint(g, plot.heat().get(), view, resolution);
        } else {
            AxisPainter.grid(g, view, xTicks, yTicks);
        }
        SeriesPainter.paint(g, plot, view);
        AxisPainter.frame(g, view.area());
        AxisPainter.bottom(g, view, xTicks, xLabel, TICK);
        AxisPainter.left(g, view, yTicks, yLabel, TICK);
        plot.words().forEach(words -> paintWords(g, words, view));
        plot.colorBar().ifPresent(colors -> paintBar(g, colors, view));
        paintTexts(g, view);
    }

    private void paintTexts(Graphics2D g, Viewport view) {
        g.setColor(Palette.INK);
        title.draw(g, view.area().getX(), page.getY() + OUTER + title.ascent(), Anchor.START);
        g.setColor(Palette.GUIDE);
        double y = page.getMaxY() - OUTER;
        for (int i = notes.size() - 1; i >= 0; i--) {
            notes.get(i).draw(g, page.getX() + OUTER, y - notes.get(i).descent(), Anchor.START);
            y -= notes.get(i).height();
        }
    }

    private void paintBar(Graphics2D g, ColorScale colors, Viewport view) {
        Rectangle2D bar = HeatPainter.paintBar(g, colors, view.area().getMaxX() + BAR_GAP, view.area());
        Viewport side = new Viewport(bar, AxisScale.of(0, 1, false), colors.scale());
        AxisPainter.right(g, side, yTicks(colors.scale(), bar.getHeight()), barLabel(colors), TICK);
    }

    /** Words are white on a dark raster and dark elsewhere. */
    private void paintWords(Graphics2D g, Plot.Words words, Viewport view) {
        TextShape text = MathText.of(words.markup(), TITLE);
        double x = view.px(words.x());
        double y = view.py(words.y());
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return;
        }
        boolean dark = plot.heat().isPresent() && isDark(plot.heat().get(), words);
        g.setColor(dark ? Palette.PAPER : Palette.INK);
        text.draw(g, x, y + 0.36 * TITLE, Anchor.MIDDLE);
    }

    private static boolean isDark(HeatField field, Plot.Words words) {
        int column = nearest(field.x(), words.x());
        int row = nearest(field.y(), words.y());
        if (column < 0 || row < 0 || Double.isNaN(field.values()[row * field.x().length + column])) {
            return false;
        }
        java.awt.Color color = field.color(field.values()[row * field.x().length + column]);
        return 0.299 * color.getRed() + 0.587 * color.getGreen() + 0.114 * color.getBlue() < 140;
    }

    private static int nearest(double[] values, double wanted) {
        int nearest = -1;
        for (int i = 0; i < values.length; i++) {
            if (nearest < 0 || Math.abs(values[i] - wanted) < Math.abs(values[nearest] - wanted)) {
                nearest = i;
            }
        }
        return nearest;
    }

    /** Notes joined into lines that fit. */
    private static List<TextShape> wrapped(List<String> notes, double width) {
        List<TextShape> lines = new ArrayList<>();
        String line = "";
        for (String note : notes) {
            String longer = line.isEmpty() ? note : line + "; " + note;
            if (!line.isEmpty() && MathText.of(longer, NOTE).width() > width) {
                lines.add(MathText.of(line, NOTE));
                line = note;
            } else {
                line = longer;
            }
        }
        if (!line.isEmpty()) {
            lines.add(MathText.of(line, NOTE).fitting(width));
        }
        return lines;
    }
}

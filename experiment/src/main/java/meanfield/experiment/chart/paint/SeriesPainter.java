package meanfield.experiment.chart.paint;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.util.Arrays;
import meanfield.experiment.chart.Layer;
import meanfield.experiment.chart.plot.Plot;
import meanfield.experiment.chart.plot.Series;
import meanfield.experiment.chart.plot.SeriesStyle;
import meanfield.experiment.chart.scale.Palette;
import meanfield.experiment.chart.scale.Viewport;
import meanfield.experiment.chart.text.ChartFonts;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Paints the series with XChart: a chart without axes, titles or background whose plot is exactly the viewport, and
 * whose coordinates are pixels. Scales, dashes and the ends of error bars are resolved before, because XChart restarts
 * a dash at every point and refuses an error bar that reaches zero on a logarithmic axis.
 */
final class SeriesPainter {
    static final double BAND_STRENGTH = 0.25;
    private static final double CAP = 3.5;

    private final Viewport view;
    private final boolean onRaster;
    private final XYChart chart;
    private int count;

    private SeriesPainter(Viewport view, boolean onRaster) {
        this.view = view;
        this.onRaster = onRaster;
        int width = (int) Math.round(view.area().getWidth());
        int height = (int) Math.round(view.area().getHeight());
        this.chart = new XYChart(width, height);
        style(chart.getStyler(), width, height);
    }

    static void paint(Graphics2D g, Plot plot, Viewport view) {
        SeriesPainter painter = new SeriesPainter(view, plot.heat().isPresent());
        plot.series().stream().filter(Series::isVisible).forEach(painter::add);
        if (painter.count == 0) {
            return;
        }
        AffineTransform saved = g.getTransform();
        Shape clip = g.getClip();
        g.translate(view.area().getX(), view.area().getY());
        painter.chart.paint(g, painter.chart.getWidth(), painter.chart.getHeight());
        g.setTransform(saved);
        g.setClip(clip);
    }

    private static void style(XYStyler styler, int width, int height) {
        Color none = new Color(255, 255, 255, 0);
        styler.setChartBackgroundColor(none);
        styler.setPlotBackgroundColor(none);
        styler.setChartPadding(0);
        styler.setPlotMargin(0);
        styler.setPlotContentSize(1);
        styler.setPlotBorderVisible(false);
        styler.setPlotGridLinesVisible(false);
        styler.setPlotTicksMarksVisible(false);
        styler.setAxisTicksVisible(false);
        styler.setAxisTitlesVisible(false);
        styler.setChartTitleVisible(false);
        styler.setLegendVisible(false);
        styler.setAntiAlias(true);
        // XChart measures labels that it will not show; with its own font that fails on a machine without fonts.
        styler.setBaseFont(ChartFonts.upright(PlotPainter.TICK));
        styler.setAxisTickLabelsFont(ChartFonts.upright(PlotPainter.TICK));
        styler.setAxisTitleFont(ChartFonts.upright(PlotPainter.TICK));
        styler.setLegendFont(ChartFonts.upright(PlotPainter.TICK));
        styler.setChartTitleFont(ChartFonts.upright(PlotPainter.TICK));
        styler.setXAxisMin(0.0);
        styler.setXAxisMax((double) width);
        styler.setYAxisMin(0.0);
        styler.setYAxisMax((double) height);
    }

    private void add(Series series) {
        double[] x = view.px(series.x());
        double[] y = view.py(series.y());
        SeriesStyle style = series.style();
        if (series.mark() == Layer.Mark.BAND) {
            addBand(series, x);
            return;
        }
        if (series.hasInterval()) {
            addBars(series, x, y);
        }
        if (style.dash() != SeriesStyle.Dash.NONE) {
            double[][] line = Polylines.dashed(x, y, style.dash().lengths());
            if (onRaster) {
                // A dark casing keeps a light line readable on every colour.
                addLine(line, Palette.INK, style.width() + 1.6);
            }
            addLine(line, style.color(), style.width());
        }
        if (style.marker() != SeriesStyle.Shape.NONE) {
            XYSeries points = add(x, y);
            points.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
            points.setMarker(new HouseMarker(style));
            points.setMarkerColor(style.color());
        }
    }

    private void addLine(double[][] line, Color color, double width) {
        if (line[0].length == 0) {
            return;
        }
        XYSeries drawn = add(line[0], line[1]);
        drawn.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
        drawn.setMarker(SeriesMarkers.NONE);
        drawn.setLineColor(color);
        drawn.setLineStyle(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    /** Error bars with caps as one line with gaps; an end below a logarithmic axis has no cap. */
    private void addBars(Series series, double[] x, double[] y) {
        double gap = Double.NaN;
        double[] barX = new double[9 * x.length];
        double[] barY = new double[9 * x.length];
        Arrays.fill(barX, gap);
        Arrays.fill(barY, gap);
        for (int i = 0; i < x.length; i++) {
            double low = view.pyOrBottom(series.lower()[i]);
            double high = view.py(series.upper()[i]);
            if (Double.isNaN(x[i]) || Double.isNaN(y[i]) || Double.isNaN(high) || Double.isNaN(series.lower()[i])) {
                continue;
            }
            put(barX, barY, 9 * i, x[i], low, x[i], high);
            put(barX, barY, 9 * i + 3, x[i] - CAP, low, x[i] + CAP, low);
            put(barX, barY, 9 * i + 6, x[i] - CAP, high, x[i] + CAP, high);
        }
        double[][] bars = {barX, barY};
        if (onRaster) {
            addLine(bars, Palette.INK, SeriesStyle.THIN + 1.6);
        }
        addLine(bars, series.style().color(), SeriesStyle.THIN);
    }

    private static void put(double[] x, double[] y, int at, double x0, double y0, double x1, double y1) {
        x[at] = x0;
        y[at] = y0;
        x[at + 1] = x1;
        y[at + 1] = y1;
    }

    /** A band as polygons, one for each stretch without gaps: forwards along one edge, back along the other. */
    private void addBand(Series series, double[] x) {
        int start = 0;
        while (start < x.length) {
            int end = start;
            while (end < x.length && isInside(series, x, end)) {
                end++;
            }
            if (end - start > 1) {
                addPolygon(series, x, start, end);
            }
            start = end + 1;
        }
    }

    private boolean isInside(Series series, double[] x, int i) {
        return !Double.isNaN(x[i]) && !Double.isNaN(series.lower()[i]) && !Double.isNaN(view.py(series.upper()[i]));
    }

    private void addPolygon(Series series, double[] x, int start, int end) {
        int n = end - start;
        double[] aroundX = new double[2 * n];
        double[] aroundY = new double[2 * n];
        for (int i = 0; i < n; i++) {
            aroundX[i] = x[start + i];
            aroundY[i] = view.py(series.upper()[start + i]);
            aroundX[2 * n - 1 - i] = x[start + i];
            aroundY[2 * n - 1 - i] = view.pyOrBottom(series.lower()[start + i]);
        }
        XYSeries polygon = add(aroundX, aroundY);
        polygon.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        polygon.setMarker(SeriesMarkers.NONE);
        polygon.setFillColor(Palette.translucent(series.style().color(), BAND_STRENGTH));
        polygon.setLineColor(new Color(255, 255, 255, 0));
    }

    /** Adds a series in pixels of the page; XChart's y grows upwards from the bottom of the plot. */
    private XYSeries add(double[] x, double[] y) {
        double[] right = Arrays.stream(x).map(v -> v - view.area().getX()).toArray();
        double[] up = Arrays.stream(y).map(v -> view.area().getMaxY() - v).toArray();
        for (int i = 0; i < right.length; i++) {
            if (Double.isNaN(right[i]) || Double.isNaN(up[i])) {
                right[i] = 0;
                up[i] = Double.NaN;
            }
        }
        return chart.addSeries("s" + count++, right, up);
    }
}

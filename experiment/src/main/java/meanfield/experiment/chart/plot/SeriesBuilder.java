package meanfield.experiment.chart.plot;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import meanfield.experiment.chart.Figure;
import meanfield.experiment.chart.FigureAxis;
import meanfield.experiment.chart.Layer;
import meanfield.experiment.chart.Layer.Mark;
import meanfield.experiment.chart.plot.LegendEntry.Fill;
import meanfield.experiment.chart.plot.SeriesStyle.Dash;
import meanfield.experiment.chart.plot.SeriesStyle.Shape;
import meanfield.experiment.chart.scale.AxisScale;
import meanfield.experiment.chart.scale.Palette;
import meanfield.experiment.chart.text.NumberText;
import meanfield.experiment.table.ResultTable;

/** Turns the layers of curves and points into series and legend entries. */
final class SeriesBuilder {
    private final Figure figure;
    private final ResultTable table;
    private final RowSelection rows;
    private final Labels labels;
    private final SeriesColors colors;
    private final Coordinates coordinates;
    private final Notes notes;
    private final List<Layer> peers;
    private final List<Series> series = new ArrayList<>();
    private final List<LegendEntry> legend = new ArrayList<>();
    private final boolean onRaster;
    private int styles;

    SeriesBuilder(Figure figure, ResultTable table, Labels labels, Coordinates coordinates, Notes notes) {
        this.figure = figure;
        this.table = table;
        this.rows = new RowSelection(table);
        this.labels = labels;
        this.colors = new SeriesColors(figure, rows);
        this.coordinates = coordinates;
        this.notes = notes;
        this.onRaster = figure.layers().stream().anyMatch(layer -> layer.mark() == Mark.HEAT);
        this.peers = figure.layers().stream()
                .filter(layer -> SeriesColors.isSeries(layer.mark()))
                .toList();
    }

    List<Series> series() {
        return series;
    }

    List<LegendEntry> legend() {
        return legend;
    }

    SeriesColors colors() {
        return colors;
    }

    /** Adds one layer. */
    void add(Layer layer) {
        if (layer.by().isEmpty()) {
            SeriesStyle style = style(layer, colors.index(layer));
            String label = layer.label().isEmpty() ? labels.distinguishing(layer, peers) : labels.fill(layer.label());
            addSeries(layer, rows.matching(layer), style, label);
            return;
        }
        String styleLabel = layer.label().contains("{by}") ? "" : styleLabel(layer);
        if (!styleLabel.isEmpty() && !isGuide(layer)) {
            // What the kinds of marks mean comes before what the colours mean.
            SeriesStyle plain = style(layer, 0).withColor(Palette.INK);
            Fill fill = layer.mark() == Mark.BAND ? Fill.BAND : Fill.NONE;
            legend.add(styles++, new LegendEntry(styleLabel, plain, fill));
        }
        Map<String, List<Integer>> groups = IntStream.of(rows.matching(layer))
                .boxed()
                .collect(Collectors.groupingBy(row -> table.text(row, layer.by())));
        List<String> values = colors.values(layer.by());
        for (int index = 0; index < values.size(); index++) {
            String value = values.get(index);
            int[] drawn = groups.getOrDefault(value, List.of()).stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
            if (drawn.length > 0) {
                SeriesStyle style = style(layer, index).withColor(colors.of(layer.by(), value));
                addSeries(layer, drawn, style, valueLabel(layer, value));
            }
        }
    }

    private static boolean isGuide(Layer layer) {
        return layer.mark() == Mark.POWER_FIT || layer.mark() == Mark.SLOPE_GUIDE;
    }

    private String styleLabel(Layer layer) {
        return layer.label().isEmpty() ? labels.distinguishing(layer, peers) : labels.fill(layer.label());
    }

    private String valueLabel(Layer layer, String value) {
        if (layer.label().contains("{by}")) {
            return labels.fill(layer.label().replace("{by}", Labels.number(value)));
        }
        return colors.needsBar(layer.by()) ? "" : labels.value(layer.by(), value);
    }

    private SeriesStyle style(Layer layer, int index) {
        int rank = colors.rank(layer);
        boolean split = !layer.by().isEmpty();
        Color category = onRaster && !split ? Palette.PAPER : Palette.category(index);
        return switch (layer.mark()) {
            case POINTS -> SeriesStyle.points(category, Shape.of(split && colors.sharesShape(layer) ? rank : index));
            case DASHED -> SeriesStyle.line(category, Dash.of(1 + rank), SeriesStyle.LINE);
            case POWER_FIT -> SeriesStyle.line(category, Dash.DASHED, SeriesStyle.THIN);
            case REFERENCE ->
                SeriesStyle.line(onRaster ? Palette.PAPER : Palette.INK, Dash.of(1 + rank), SeriesStyle.THIN);
            case SLOPE_GUIDE -> SeriesStyle.line(Palette.GUIDE, Dash.DASH_DOTTED, SeriesStyle.THIN);
            case BAND -> SeriesStyle.line(category, Dash.NONE, SeriesStyle.THIN);
            default -> SeriesStyle.line(category, Dash.of(split ? rank : index / Palette.size()), SeriesStyle.LINE);
        };
    }

    private void addSeries(Layer layer, int[] matching, SeriesStyle style, String label) {
        int[] drawn = layer.mark() == Mark.REFERENCE ? ascending(matching) : matching;
        double[] x = coordinates.x(drawn);
        double[] y = coordinates.y(layer.column(), drawn);
        for (int i = 0; i < drawn.length; i++) {
            // A failed row is a gap: the line must not bridge what was not computed.
            x[i] = rows.isOk(drawn[i]) ? x[i] : Double.NaN;
            y[i] = rows.isOk(drawn[i]) ? y[i] : Double.NaN;
        }
        switch (layer.mark()) {
            case POWER_FIT -> addPowerFit(x, y, style, layer, label);
            case SLOPE_GUIDE -> addSlopeGuide(x, y, layer);
            case BAND -> {
                double[] upper = coordinates.y(layer.upper(), drawn);
                for (int i = 0; i < drawn.length; i++) {
                    upper[i] = Double.isNaN(y[i]) ? Double.NaN : upper[i];
                }
                series.add(new Series(Mark.BAND, clean(x, true), y, y, upper, style));
                addLegend(label, style, Fill.BAND);
            }
            case POINTS -> addPoints(layer, drawn, x, y, style, label);
            default -> addPlain(layer, drawn, x, y, style, label);
        }
    }

    /** Rows by their place on the axis: a reference is one curve, whichever series its rows belong to. */
    private int[] ascending(int[] matching) {
        double[] x = coordinates.x(matching);
        return IntStream.range(0, matching.length)
                .boxed()
                .sorted((i, j) -> Double.compare(x[i], x[j]))
                .mapToInt(i -> matching[i])
                .toArray();
    }

    private void addPoints(Layer layer, int[] drawn, double[] x, double[] y, SeriesStyle style, String label) {
        int[] kept = MarkerThinning.kept(x, figure.x().scale() == FigureAxis.Scale.LOGARITHMIC);
        addPlain(
                layer,
                IntStream.of(kept).map(i -> drawn[i]).toArray(),
                IntStream.of(kept).mapToDouble(i -> x[i]).toArray(),
                IntStream.of(kept).mapToDouble(i -> y[i]).toArray(),
                style,
                label);
    }

    private void addPlain(Layer layer, int[] drawn, double[] x, double[] y, SeriesStyle style, String label) {
        double[] shown = clean(y, false);
        double[] lower = null;
        double[] upper = null;
        String error = layer.column() + "StdErr";
        if (layer.mark() == Mark.POINTS && table.has(error)) {
            lower = new double[drawn.length];
            upper = new double[drawn.length];
            for (int i = 0; i < drawn.length; i++) {
                double stdErr = table.number(drawn[i], error);
                lower[i] = shown[i] - stdErr;
                upper[i] = shown[i] + stdErr;
                if (figure.y().scale() == FigureAxis.Scale.LOGARITHMIC && lower[i] <= 0) {
                    notes.cutBar();
                }
            }
        }
        series.add(new Series(layer.mark(), clean(x, true), shown, lower, upper, style));
        if (drawn.length == 0 || !Arrays.stream(shown).allMatch(Double::isNaN)) {
            addLegend(label, style, Fill.NONE);
        }
    }

    private void addLegend(String label, SeriesStyle style, Fill fill) {
        if (!label.isEmpty()) {
            LegendEntry.add(legend, new LegendEntry(label, style, fill));
        }
    }

    /**
     * The values with NaN in place of those that have no place on the axis, which are counted; not so the start, 0, of a
     * logarithmic time axis, which nobody misses.
     */
    private double[] clean(double[] values, boolean horizontal) {
        FigureAxis axis = horizontal ? figure.x() : figure.y();
        boolean log = axis.scale() == FigureAxis.Scale.LOGARITHMIC;
        double[] cleaned = values.clone();
        for (int i = 0; i < values.length; i++) {
            if (!AxisScale.isDrawable(values[i], log)) {
                if (!horizontal || values[i] != 0) {
                    notes.undrawable(values[i]);
                }
                cleaned[i] = Double.NaN;
            }
        }
        return cleaned;
    }

    private void addPowerFit(double[] x, double[] y, SeriesStyle style, Layer layer, String label) {
        PowerLaw law = PowerLaw.fit(x, y);
        if (Double.isNaN(law.exponent())) {
            notes.add("too few positive points for a power law");
            return;
        }
        double[] ends = ends(x, y);
        double[] curve = Arrays.stream(ends).map(law::value).toArray();
        series.add(Series.curve(Mark.POWER_FIT, ends, curve, style));
        String exponent = NumberText.withError(law.exponent(), law.stdErr());
        if (layer.label().contains("{exponent}")) {
            addLegend(labels.fill(layer.label().replace("{exponent}", exponent)), style, Fill.NONE);
            return;
        }
        boolean named = !layer.label().isEmpty() || !layer.by().isEmpty();
        String text = named ? label + ", slope " + exponent : "power law, slope " + exponent;
        LegendEntry.addFit(legend, label, new LegendEntry(text, style, Fill.NONE));
    }

    private void addSlopeGuide(double[] x, double[] y, Layer layer) {
        double[] ends = ends(x, y);
        for (int i = 0; i < x.length && !Double.isNaN(ends[0]); i++) {
            if (x[i] > 0 && y[i] > 0) {
                double prefactor = Math.log(y[i]) - layer.level() * Math.log(x[i]);
                double[] line = Arrays.stream(ends)
                        .map(v -> Math.exp(prefactor + layer.level() * Math.log(v)))
                        .toArray();
                SeriesStyle style = style(layer, 0);
                series.add(Series.curve(Mark.SLOPE_GUIDE, ends, line, style));
                String label =
                        layer.label().isEmpty() ? "slope " + fraction(layer.level()) : labels.fill(layer.label());
                addLegend(label, style, Fill.NONE);
                return;
            }
        }
    }

    /** Sixty-five points, geometric, so that the line is straight on log axes and bends rightly on others. */
    private static double[] ends(double[] x, double[] y) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0 && y[i] > 0) {
                low = Math.min(low, x[i]);
                high = Math.max(high, x[i]);
            }
        }
        double start = Math.log(low);
        double length = Math.log(high) - start;
        return IntStream.rangeClosed(0, 64)
                .mapToDouble(i -> Math.exp(start + length * i / 64))
                .toArray();
    }

    /** A slope as people write it: −1/2, −3/2, −1. */
    private static String fraction(double slope) {
        for (int denominator = 1; denominator <= 6; denominator++) {
            double numerator = slope * denominator;
            if (Math.abs(numerator - Math.rint(numerator)) < 1e-9 && Math.abs(numerator) < 100) {
                String text = NumberText.significant(Math.rint(numerator), 2);
                return denominator == 1 ? text : text + "/" + denominator;
            }
        }
        return NumberText.significant(slope, 3);
    }
}

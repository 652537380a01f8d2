package meanfield.experiment.chart.plot;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import meanfield.experiment.chart.Figure;
import meanfield.experiment.chart.FigureAxis;
import meanfield.experiment.chart.HeatColors;
import meanfield.experiment.chart.Layer;
import meanfield.experiment.chart.Layer.Mark;
import meanfield.experiment.chart.plot.SeriesStyle.Dash;
import meanfield.experiment.chart.scale.AxisScale;
import meanfield.experiment.chart.scale.ColorScale;
import meanfield.experiment.chart.scale.Palette;
import meanfield.experiment.chart.text.NumberText;
import meanfield.experiment.table.ResultTable;

/** Resolves a figure against a table: rows to series, columns to labels, ranges, legend, notes. */
final class PlotBuilder {
    private static final double MARGIN = 0.04;
    private static final double FLOOR_SHARE = 1 / 3.0;

    private final Figure figure;
    private final ResultTable table;
    private final Labels labels;
    private final Notes notes = new Notes();
    private final RowSelection rows;
    private final Coordinates coordinates;
    private final SeriesBuilder curves;
    private final List<Plot.Words> words = new ArrayList<>();
    private HeatField heat;
    private int contours;

    private PlotBuilder(Figure figure, ResultTable table, Map<String, ?> summary) {
        this.figure = figure;
        this.table = table;
        this.labels = new Labels(table, summary);
        this.rows = new RowSelection(table);
        this.coordinates = new Coordinates(figure, table);
        this.curves = new SeriesBuilder(figure, table, labels, coordinates, notes);
    }

    /** One panel; further panels of the figure are not looked at. */
    static Plot build(Figure figure, ResultTable table, Map<String, ?> summary) {
        return new PlotBuilder(figure, table, summary).build();
    }

    private Plot build() {
        figure.layers().forEach(this::countRows);
        figure.layers().stream().filter(layer -> layer.mark() == Mark.HEAT).forEach(this::addHeat);
        List<Layer> rules = new ArrayList<>();
        for (Layer layer : figure.layers()) {
            switch (layer.mark()) {
                case HEAT -> {}
                case CONTOUR -> addContour(layer);
                case HORIZONTAL, VERTICAL, FLOOR -> rules.add(layer);
                case TEXT -> words.add(new Plot.Words(layer.across(), layer.level(), labels.fill(layer.label())));
                default -> curves.add(layer);
            }
        }
        AxisScale xScale = scale(true, rules);
        AxisScale yScale = scale(false, rules);
        rules.forEach(layer -> addRule(layer, xScale, yScale));
        if (heat == null && curves.series().stream().noneMatch(one -> one.isData() && one.isVisible())) {
            notes.add(table.size() == 0 ? "the table has no rows" : "no finite data to draw");
        }
        Plot.Axis x = new Plot.Axis(labels.axis(figure.x().label(), figure.x().column()), xScale);
        Plot.Axis y = new Plot.Axis(labels.axis(figure.y().label(), figure.y().column()), yScale);
        Optional<ColorScale> bar = heat == null ? curves.colors().bar(labels) : Optional.ofNullable(heat.colors());
        return new Plot(
                labels.fill(figure.title()),
                x,
                y,
                Optional.ofNullable(heat),
                curves.series(),
                words,
                curves.legend(),
                bar,
                notes.words(),
                figure.legend());
    }

    private void countRows(Layer layer) {
        if (!layer.column().isEmpty()) {
            for (int row : rows.matching(layer)) {
                notes.row(row, rows.isOk(row), rows.status(row));
            }
        }
    }

    private boolean isLog(boolean horizontal) {
        FigureAxis axis = horizontal ? figure.x() : figure.y();
        boolean wordy = !(horizontal ? coordinates.xWords() : coordinates.yWords()).isEmpty();
        return axis.scale() == FigureAxis.Scale.LOGARITHMIC && !wordy;
    }

    /** The grid of a layer's column; failed rows keep their cell, undefined. */
    private HeatField field(Layer layer, List<String> categories) {
        int[] all = rows.matching(layer);
        double[] x = coordinates.x(all);
        double[] y = coordinates.y(figure.y().column(), all);
        double[] values = IntStream.of(all)
                .mapToDouble(row -> !rows.isOk(row)
                        ? Double.NaN
                        : categories.isEmpty()
                                ? table.number(row, layer.column())
                                : categories.indexOf(table.text(row, layer.column())))
                .toArray();
        for (int i = 0; i < all.length; i++) {
            x[i] = AxisScale.isDrawable(x[i], isLog(true)) ? x[i] : Double.NaN;
            y[i] = AxisScale.isDrawable(y[i], isLog(false)) ? y[i] : Double.NaN;
        }
        return HeatField.of(x, y, values, categories);
    }

    private void addHeat(Layer layer) {
        table.indexOf(layer.column());
        boolean wordy = !rows.isNumeric(layer.column());
        List<String> present = wordy ? rows.distinct(layer.column(), rows.drawn(layer)) : List.of();
        List<String> declared = wordy ? layer.colors().words() : List.of();
        List<String> categories =
                Stream.concat(declared.stream(), present.stream()).distinct().toList();
        HeatField raw = field(layer, categories);
        if (wordy) {
            heat = raw;
            for (String word : categories) {
                if (present.contains(word)) {
                    SeriesStyle patch =
                            SeriesStyle.line(raw.color(categories.indexOf(word)), Dash.NONE, SeriesStyle.THIN);
                    LegendEntry.add(
                            curves.legend(),
                            new LegendEntry(labels.value(layer.column(), word), patch, LegendEntry.Fill.PATCH));
                }
            }
        } else {
            boolean log = layer.colors().kind() == HeatColors.Kind.LOGARITHMIC;
            String label = labels.axis(layer.label(), layer.column());
            heat = raw.withColors(ColorScale.of(label, raw.extent(log), layer.colors()));
        }
        if (raw.missing() == notes.failures() && raw.missing() > 0) {
            notes.failuresAreHatched();
        } else if (raw.missing() > 0) {
            notes.add(raw.missing() + " of " + raw.values().length + " cells undefined (hatched)");
        }
    }

    private void addContour(Layer layer) {
        HeatField field = field(layer, List.of());
        double[] x = Arrays.stream(field.x())
                .map(v -> AxisScale.transform(v, isLog(true)))
                .toArray();
        double[] y = Arrays.stream(field.y())
                .map(v -> AxisScale.transform(v, isLog(false)))
                .toArray();
        Color color = heat == null ? Palette.category(contours) : Color.WHITE;
        SeriesStyle style = SeriesStyle.line(color, Dash.of(contours), SeriesStyle.LINE);
        contours++;
        boolean log = layer.level() > 0 && heat != null && isLogRaster(layer.column());
        double[] values = Arrays.stream(field.values())
                .map(v -> AxisScale.transform(v, log))
                .toArray();
        List<double[][]> lines = Contours.of(x, y, values, AxisScale.transform(layer.level(), log));
        for (double[][] line : lines) {
            double[] lineX = Arrays.stream(line[0])
                    .map(v -> isLog(true) ? Math.pow(10, v) : v)
                    .toArray();
            double[] lineY = Arrays.stream(line[1])
                    .map(v -> isLog(false) ? Math.pow(10, v) : v)
                    .toArray();
            curves.series().add(Series.curve(Mark.CONTOUR, lineX, lineY, style));
        }
        String label = layer.label().isEmpty()
                ? labels.symbolOf(layer.column()) + " = " + Labels.number("" + layer.level())
                : labels.fill(layer.label());
        if (lines.isEmpty()) {
            notes.add("nowhere " + label);
        } else {
            LegendEntry.add(curves.legend(), new LegendEntry(label, style, LegendEntry.Fill.NONE));
        }
    }

    /** A value shown in the logarithm is also interpolated in it. */
    private boolean isLogRaster(String column) {
        return figure.layers().stream()
                .anyMatch(layer -> layer.mark() == Mark.HEAT
                        && layer.column().equals(column)
                        && layer.colors().kind() == HeatColors.Kind.LOGARITHMIC);
    }

    private void addRule(Layer layer, AxisScale x, AxisScale y) {
        boolean level = layer.mark() != Mark.VERTICAL;
        double[] across = level ? new double[] {x.low(), x.high()} : new double[] {layer.level(), layer.level()};
        double[] up = level ? new double[] {layer.level(), layer.level()} : new double[] {y.low(), y.high()};
        SeriesStyle style = SeriesStyle.line(heat == null ? Palette.GUIDE : Color.WHITE, Dash.DOTTED, SeriesStyle.THIN);
        boolean hidden = layer.mark() == Mark.FLOOR && !(layer.level() >= y.low());
        if (hidden && !layer.label().isEmpty()) {
            String where = " (" + NumberText.significant(layer.level(), 1) + ", off scale)";
            LegendEntry.add(
                    curves.legend(), new LegendEntry(labels.fill(layer.label()) + where, style, LegendEntry.Fill.NONE));
        } else if (AxisScale.isDrawable(layer.level(), level ? y.logarithmic() : x.logarithmic())) {
            curves.series().add(0, Series.curve(layer.mark(), across, up, style));
            if (!layer.label().isEmpty()) {
                LegendEntry.add(
                        curves.legend(), new LegendEntry(labels.fill(layer.label()), style, LegendEntry.Fill.NONE));
            }
        }
    }

    private AxisScale scale(boolean horizontal, List<Layer> rules) {
        List<String> categories = horizontal ? coordinates.xWords() : coordinates.yWords();
        if (!categories.isEmpty()) {
            return AxisScale.ofCategories(categories);
        }
        boolean log = isLog(horizontal);
        FigureAxis axis = horizontal ? figure.x() : figure.y();
        double[] extent = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        if (heat != null && (horizontal ? heat.x() : heat.y()).length > 0) {
            double[] edges = HeatField.edges(horizontal ? heat.x() : heat.y(), log);
            return AxisScale.around(new double[] {edges[0], edges[edges.length - 1]}, axis, 0);
        }
        for (Series one : curves.series()) {
            if (one.mark() != Mark.SLOPE_GUIDE && one.mark() != Mark.POWER_FIT) {
                widen(extent, horizontal ? one.x() : one.y(), log);
                if (!horizontal && one.hasInterval()) {
                    widen(extent, log ? shortened(one) : one.lower(), log);
                    widen(extent, one.upper(), log);
                }
            }
        }
        Mark mark = horizontal ? Mark.VERTICAL : Mark.HORIZONTAL;
        rules.stream()
                .filter(rule -> rule.mark() == mark)
                .forEach(rule -> widen(extent, new double[] {rule.level()}, log));
        rules.stream()
                .filter(rule -> !horizontal && rule.mark() == Mark.FLOOR && isNear(rule.level(), extent, log))
                .forEach(rule -> widen(extent, new double[] {rule.level()}, log));
        return AxisScale.around(extent, axis, MARGIN);
    }

    /** Lower ends for the range of a logarithmic axis: a bar that nearly reaches 0 must not squeeze the data. */
    private static double[] shortened(Series series) {
        double[] lower = series.lower().clone();
        for (int i = 0; i < lower.length; i++) {
            boolean tooLong = series.mark() == Mark.POINTS && lower[i] < 0.1 * series.y()[i];
            lower[i] = tooLong ? 0.5 * series.y()[i] : lower[i];
        }
        return lower;
    }

    /** True if the axis would lose at most a third of its length to the way down to a floor. */
    private static boolean isNear(double level, double[] extent, boolean log) {
        double top = AxisScale.transform(extent[1], log);
        double bottom = AxisScale.transform(extent[0], log);
        double below = bottom - AxisScale.transform(level, log);
        return AxisScale.isDrawable(level, log) && below <= FLOOR_SHARE / (1 - FLOOR_SHARE) * (top - bottom);
    }

    private static void widen(double[] extent, double[] values, boolean log) {
        for (double value : values) {
            if (AxisScale.isDrawable(value, log)) {
                extent[0] = Math.min(extent[0], value);
                extent[1] = Math.max(extent[1], value);
            }
        }
    }
}

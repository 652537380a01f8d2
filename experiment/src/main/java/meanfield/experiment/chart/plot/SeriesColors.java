package meanfield.experiment.chart.plot;

import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import meanfield.experiment.chart.Figure;
import meanfield.experiment.chart.Layer;
import meanfield.experiment.chart.Layer.Mark;
import meanfield.experiment.chart.scale.AxisScale;
import meanfield.experiment.chart.scale.ColorMap;
import meanfield.experiment.chart.scale.ColorScale;
import meanfield.experiment.chart.scale.Palette;

/**
 * Which layer and which value of a splitting column gets which colour. Layers that split by the same column share the
 * colours of its values: words and few numbers take the categorical palette, from five numbers on an ordered map, from
 * nine on with a colour bar in place of legend entries. Other layers take the next colour of the palette, one for each
 * column and condition; theory and simulation of the same thing share it.
 */
final class SeriesColors {
    private static final int ORDERED_FROM = 5;
    private static final int BAR_FROM = 9;
    private static final double DARK = 0.04;
    private static final double LIGHT = 0.82;

    private final RowSelection rows;
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final List<String> keys = new ArrayList<>();
    private final Figure figure;
    private int firstKey;

    SeriesColors(Figure figure, RowSelection rows) {
        this.figure = figure;
        this.rows = rows;
        for (Layer layer : figure.layers()) {
            if (!layer.by().isEmpty() && isSeries(layer.mark())) {
                values.computeIfAbsent(layer.by(), this::valuesOf);
            }
        }
        firstKey = values.keySet().stream()
                .filter(by -> !isOrdered(by))
                .mapToInt(by -> values.get(by).size())
                .sum();
        for (Layer layer : figure.layers()) {
            if (layer.by().isEmpty() && takesColor(layer.mark()) && !keys.contains(key(layer))) {
                keys.add(key(layer));
            }
        }
    }

    static boolean isSeries(Mark mark) {
        return switch (mark) {
            case LINE, DASHED, REFERENCE, POINTS, BAND, POWER_FIT, SLOPE_GUIDE -> true;
            default -> false;
        };
    }

    private static boolean takesColor(Mark mark) {
        return switch (mark) {
            case LINE, DASHED, POINTS, POWER_FIT -> true;
            default -> false;
        };
    }

    private List<String> valuesOf(String by) {
        int[] all = figure.layers().stream()
                .filter(layer -> layer.by().equals(by))
                .flatMapToInt(layer -> IntStream.of(rows.drawn(layer)))
                .sorted()
                .distinct()
                .toArray();
        return rows.distinct(by, all);
    }

    /** The values of a splitting column, in order. */
    List<String> values(String by) {
        return values.get(by);
    }

    private boolean isOrdered(String by) {
        return rows.isNumeric(by) && values.get(by).size() >= ORDERED_FROM;
    }

    /** True if a colour bar stands for the legend entries of this column. */
    boolean needsBar(String by) {
        return rows.isNumeric(by) && values.get(by).size() >= BAR_FROM;
    }

    /** The colour bar of the first column that needs one. */
    Optional<ColorScale> bar(Labels labels) {
        return values.keySet().stream().filter(this::needsBar).findFirst().map(by -> scale(by, labels.axis("", by)));
    }

    private ColorScale scale(String by, String label) {
        double[] numbers = values.get(by).stream()
                .mapToDouble(Double::parseDouble)
                .filter(Double::isFinite)
                .toArray();
        double low = numbers[0];
        double high = numbers[numbers.length - 1];
        // Geometric values have their middle value nearer to the geometric than to the arithmetic mean.
        double middle = numbers[numbers.length / 2];
        boolean log = low > 0
                && Math.abs(Math.log(middle * middle / (low * high))) < Math.abs(Math.log(middle / ((low + high) / 2)));
        return new ColorScale(label, AxisScale.of(low, high, log), ColorMap.sequential(), DARK, LIGHT);
    }

    /** The colour of a value of a splitting column. */
    Color of(String by, String value) {
        int index = values.get(by).indexOf(value);
        if (needsBar(by)) {
            return scale(by, "").color(Double.parseDouble(value));
        }
        if (isOrdered(by)) {
            double step = (LIGHT - DARK) / (values.get(by).size() - 1);
            return ColorMap.sequential().at(DARK + step * index);
        }
        return Palette.category(index);
    }

    /** The colour number of a layer that is one series; a band shares it with the layer above it. */
    int index(Layer layer) {
        if (layer.mark() == Mark.BAND || layer.mark() == Mark.SLOPE_GUIDE) {
            return neighbour(layer).map(this::index).orElse(firstKey);
        }
        return firstKey + Math.max(0, keys.indexOf(key(layer)));
    }

    private Optional<Layer> neighbour(Layer band) {
        int at = figure.layers().indexOf(band);
        List<Layer> coloured = figure.layers().stream()
                .filter(layer -> layer.by().isEmpty() && takesColor(layer.mark()))
                .toList();
        return coloured.stream()
                .filter(layer -> figure.layers().indexOf(layer) > at)
                .findFirst()
                .or(() -> coloured.stream().reduce((first, second) -> second));
    }

    /** True if the shape of a marker tells layers, or nothing, and not the values of the splitting column. */
    boolean sharesShape(Layer points) {
        long layers = figure.layers().stream()
                .filter(layer -> layer.mark() == Mark.POINTS && layer.by().equals(points.by()))
                .count();
        return layers > 1 || isOrdered(points.by()) || values.get(points.by()).size() > SeriesStyle.Shape.count();
    }

    /** The place of a layer among those of its mark that split by the same column: chooses dash or marker. */
    int rank(Layer layer) {
        return (int) figure.layers().stream()
                .takeWhile(other -> other != layer)
                .filter(other -> other.mark() == layer.mark() && other.by().equals(layer.by()))
                .filter(other -> !key(other).equals(key(layer)))
                .map(SeriesColors::key)
                .distinct()
                .count();
    }

    private static String key(Layer layer) {
        return layer.column()
                + new TreeSet<>(layer.where().entrySet().stream()
                        .filter(entry -> !entry.getKey().equals("source"))
                        .map(Object::toString)
                        .toList());
    }
}

package meanfield.experiment.chart.plot;

import java.util.List;

/**
 * One line of the legend.
 *
 * @param label markup
 * @param style line and marker shown before it
 * @param fill patch shown before it
 */
public record LegendEntry(String label, SeriesStyle style, Fill fill) {
    /** A patch of colour. */
    public enum Fill {
        NONE,
        /** The light colour of a band. */
        BAND,
        /** The colour itself, for a word of a raster. */
        PATCH
    }

    /** Adds an entry, or joins it to the one that has the same label and colour: a line and its points are one. */
    static void add(List<LegendEntry> entries, LegendEntry entry) {
        for (int i = 0; i < entries.size(); i++) {
            LegendEntry other = entries.get(i);
            if (other.label.equals(entry.label) && other.style.color().equals(entry.style.color())) {
                entries.set(i, other.joined(entry));
                return;
            }
        }
        entries.add(entry);
    }

    /**
     * The same, for a fit: it joins the entry of what was fitted, which has this name and the same colour, and whose label
     * becomes the longer one.
     */
    static void addFit(List<LegendEntry> entries, String name, LegendEntry fit) {
        for (int i = 0; i < entries.size(); i++) {
            LegendEntry other = entries.get(i);
            if (other.label.equals(name) && other.style.color().equals(fit.style.color())) {
                LegendEntry both = other.joined(fit);
                entries.set(i, new LegendEntry(fit.label, both.style, both.fill));
                return;
            }
        }
        entries.add(fit);
    }

    private LegendEntry joined(LegendEntry other) {
        boolean keepLine = style.dash() != SeriesStyle.Dash.NONE;
        boolean keepMarker = style.marker() != SeriesStyle.Shape.NONE;
        SeriesStyle both = new SeriesStyle(
                style.color(),
                keepLine ? style.dash() : other.style.dash(),
                keepMarker ? style.marker() : other.style.marker(),
                keepLine ? style.width() : other.style.width());
        return new LegendEntry(label, both, fill == Fill.NONE ? other.fill : fill);
    }
}

package meanfield.experiment.chart.plot;

import java.util.Arrays;
import meanfield.experiment.chart.Layer;

/**
 * One drawn curve or set of points, in the values of the axes; NaN is a gap.
 *
 * @param mark how it is drawn
 * @param x horizontal values
 * @param y vertical values
 * @param lower lower ends of error bars or lower edge of a band; null if there are none
 * @param upper upper ends, likewise
 * @param style colour, line, marker
 */
public record Series(Layer.Mark mark, double[] x, double[] y, double[] lower, double[] upper, SeriesStyle style) {
    static Series curve(Layer.Mark mark, double[] x, double[] y, SeriesStyle style) {
        return new Series(mark, x, y, null, null, style);
    }

    /** True for error bars and bands. */
    public boolean hasInterval() {
        return lower != null;
    }

    /** False for rules, which need no rows. */
    boolean isData() {
        return mark != Layer.Mark.HORIZONTAL && mark != Layer.Mark.VERTICAL && mark != Layer.Mark.FLOOR;
    }

    /** True if something of it can be seen. */
    public boolean isVisible() {
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return mark + " of " + x.length + " points, y " + Arrays.toString(Arrays.copyOf(y, Math.min(4, y.length)));
    }
}

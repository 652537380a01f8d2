package meanfield.experiment.chart.paint;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import meanfield.experiment.chart.plot.SeriesStyle;
import meanfield.experiment.chart.scale.Palette;
import org.knowm.xchart.style.markers.Marker;

/** A filled marker with a thin rim, so that overlapping points and points on lines stay countable. */
final class HouseMarker extends Marker {
    static final double SIZE = 7.5;

    private final SeriesStyle.Shape shape;
    private final Color rim;

    /** A white rim around a coloured marker, a dark one around a white marker. */
    HouseMarker(SeriesStyle style) {
        this.shape = style.marker();
        this.rim = style.color().equals(Palette.PAPER) ? Palette.INK : Palette.PAPER;
    }

    @Override
    public void paint(Graphics2D g, double x, double y, int ignoredSize) {
        java.awt.Shape outline = outline(x, y);
        g.fill(outline);
        g.setColor(rim);
        g.setStroke(new BasicStroke(0.9f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        g.draw(outline);
    }

    /** Shapes of about equal area. */
    private java.awt.Shape outline(double x, double y) {
        double r = SIZE / 2;
        return switch (shape) {
            case SQUARE -> new Rectangle2D.Double(x - 0.9 * r, y - 0.9 * r, 1.8 * r, 1.8 * r);
            case TRIANGLE -> polygon(x, y, 0, -1.3 * r, 1.15 * r, 0.75 * r, -1.15 * r, 0.75 * r);
            case TRIANGLE_DOWN -> polygon(x, y, 0, 1.3 * r, 1.15 * r, -0.75 * r, -1.15 * r, -0.75 * r);
            case DIAMOND -> polygon(x, y, 0, -1.3 * r, 1.3 * r, 0, 0, 1.3 * r, -1.3 * r, 0);
            case CROSS -> cross(x, y, 1.25 * r, 0.5 * r);
            case STAR -> star(x, y, 1.6 * r, 0.62 * r);
            case PENTAGON -> corners(x, y, 5, 1.2 * r, 1.2 * r);
            default -> new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
        };
    }

    /** An upright cross: arms of this length and half width. */
    private static Path2D cross(double x, double y, double arm, double half) {
        return polygon(
                x, y, -half, -arm, half, -arm, half, -half, arm, -half, arm, half, half, half, half, arm, -half, arm,
                -half, half, -arm, half, -arm, -half, -half, -half);
    }

    private static Path2D star(double x, double y, double outer, double inner) {
        return corners(x, y, 10, outer, inner);
    }

    /** Corners at equal angles, the first above, at two radii in turn. */
    private static Path2D corners(double x, double y, int count, double even, double odd) {
        double[] places = new double[2 * count];
        for (int i = 0; i < count; i++) {
            double radius = i % 2 == 0 ? even : odd;
            places[2 * i] = radius * Math.sin(2 * Math.PI * i / count);
            places[2 * i + 1] = -radius * Math.cos(2 * Math.PI * i / count);
        }
        return polygon(x, y, places);
    }

    private static Path2D polygon(double x, double y, double... corners) {
        Path2D.Double path = new Path2D.Double();
        path.moveTo(x + corners[0], y + corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(x + corners[i], y + corners[i + 1]);
        }
        path.closePath();
        return path;
    }
}

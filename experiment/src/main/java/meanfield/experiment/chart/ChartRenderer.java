package meanfield.experiment.chart;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import meanfield.core.Require;
import meanfield.experiment.chart.paint.PlotPainter;
import meanfield.experiment.chart.plot.Panels;
import meanfield.experiment.chart.plot.Plot;
import meanfield.experiment.chart.scale.Palette;
import meanfield.experiment.chart.text.ChartFonts;
import meanfield.experiment.table.ResultTable;

/**
 * Draws figures in the one house theme. Labels come from the table's columns (symbol, meaning, unit), numbers in
 * templates from the run's summary. The same figure and table give the same bytes, as PNG and as SVG (where text is
 * outlines, so that no font is needed to read it). Works without a display and without installed fonts.
 *
 * <p>What cannot be drawn is never dropped silently: failed rows, undefined cells, values and error bars that reach
 * zero on a logarithmic axis are counted in a line under the figure and by {@link #notes}.
 */
public final class ChartRenderer {
    private static final int PANELS_IN_ROW = 3;
    private static final double PANEL_SHARE = 0.8;

    private final int width;
    private final int height;
    private final double scale;

    private ChartRenderer(int width, int height, double scale) {
        this.width = width;
        this.height = height;
        this.scale = scale;
    }

    /** 640 × 440 logical pixels for each panel, painted at twice that resolution. */
    public static ChartRenderer withDefaults() {
        return new ChartRenderer(640, 440, 2);
    }

    /** The size for one column of a journal page (8.6 cm at 125 logical pixels an inch), painted for 500 dots an inch. */
    public static ChartRenderer forColumn() {
        return new ChartRenderer(424, 318, 4);
    }

    /** With panels of this size in logical pixels; letters keep theirs, and a legend below the axis adds its height. */
    public ChartRenderer withSize(int newWidth, int newHeight) {
        Require.that(newWidth >= 240 && newWidth <= 10_000, "figure width", "be in [240, 10000]", newWidth);
        Require.that(newHeight >= 200 && newHeight <= 10_000, "figure height", "be in [200, 10000]", newHeight);
        return new ChartRenderer(newWidth, newHeight, scale);
    }

    /** With this many image pixels for one logical pixel. */
    public ChartRenderer withScale(double newScale) {
        Require.inRange("figure scale", newScale, 0.5, 8);
        return new ChartRenderer(width, height, newScale);
    }

    /**
     * The figure as an image.
     *
     * @param summary numbers of the run by name, for {@code {name}} in labels; may be empty
     * @throws IllegalArgumentException if a layer names a column that the table lacks
     */
    public BufferedImage image(Figure figure, ResultTable table, Map<String, ?> summary) {
        ChartFonts.upright(12);
        List<Plot> plots = Panels.of(figure, table, summary);
        int columns = columns(figure);
        int[] size = size(plots, columns);
        int pixelWidth = (int) Math.round(size[0] * scale);
        int pixelHeight = (int) Math.round(size[1] * scale);
        BufferedImage image = new BufferedImage(pixelWidth, pixelHeight, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        g.scale(scale, scale);
        paint(g, plots, columns, size);
        g.dispose();
        return image;
    }

    /** The figure as the bytes of a PNG file. */
    public byte[] png(Figure figure, ResultTable table, Map<String, ?> summary) {
        BufferedImage image = image(figure, table, summary);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(image);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot encode figure " + figure.name(), e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The figure as the text of an SVG file; rasters are embedded images, everything else is vectors. */
    public String svg(Figure figure, ResultTable table, Map<String, ?> summary) {
        ChartFonts.upright(12);
        List<Plot> plots = Panels.of(figure, table, summary);
        int columns = columns(figure);
        int[] size = size(plots, columns);
        VectorGraphics2D g = new VectorGraphics2D();
        paint(g, plots, columns, size);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new SVGProcessor()
                    .getDocument(g.getCommands(), new PageSize(0, 0, size[0], size[1]))
                    .writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot encode figure " + figure.name(), e);
        }
        return tidied(bytes.toString(StandardCharsets.UTF_8));
    }

    /** Without the reference to a DTD, which a reader would fetch, and with coordinates to a thousandth of a pixel. */
    private static String tidied(String svg) {
        return svg.replaceFirst("<!DOCTYPE[^>]*>\\s*", "").replaceAll("(\\d\\.\\d{3})\\d+", "$1");
    }

    /** What the figure leaves out of the table or cuts, in words; empty if nothing. */
    public List<String> notes(Figure figure, ResultTable table) {
        return Panels.of(figure, table, Map.of()).stream()
                .flatMap(plot -> plot.notes().stream())
                .distinct()
                .toList();
    }

    private void paint(Graphics2D g, List<Plot> plots, int columns, int[] size) {
        double panelWidth = size[0] / (double) columns;
        double[] below = groundBelow(plots, columns);
        double panelHeight = (size[1] - Arrays.stream(below).sum()) / below.length;
        g.setColor(Palette.PAPER);
        g.fill(new Rectangle2D.Double(0, 0, size[0], size[1]));
        for (int i = 0; i < plots.size(); i++) {
            double top = (i / columns) * panelHeight
                    + Arrays.stream(below).limit(i / columns).sum();
            Rectangle2D page = new Rectangle2D.Double((i % columns) * panelWidth, top, panelWidth, panelHeight);
            PlotPainter.paint(g, plots.get(i), page, Math.max(2, scale));
        }
    }

    /** Number of the figure's panels that stand beside each other. */
    public static int columns(Figure figure) {
        int panels = 1 + figure.panels().size();
        if (figure.inRow() > 0) {
            return Math.min(panels, figure.inRow());
        }
        return panels <= PANELS_IN_ROW ? panels : panels == 4 ? 2 : PANELS_IN_ROW;
    }

    private static int rows(int panels, int columns) {
        return (panels + columns - 1) / columns;
    }

    private static double share(int panels) {
        return panels == 1 ? 1 : PANEL_SHARE;
    }

    /** Ground that legends below the axes need under each row of panels. */
    private double[] groundBelow(List<Plot> plots, int columns) {
        double[] below = new double[rows(plots.size(), columns)];
        for (int i = 0; i < plots.size(); i++) {
            int row = i / columns;
            double needed = PlotPainter.groundBelow(plots.get(i), share(plots.size()) * width);
            below[row] = Math.max(below[row], Math.ceil(needed));
        }
        return below;
    }

    /** Width and height of the page: panels beside each other are smaller than a figure alone. */
    private int[] size(List<Plot> plots, int columns) {
        int panels = plots.size();
        double ground = Arrays.stream(groundBelow(plots, columns)).sum();
        return new int[] {
            (int) Math.round(columns * share(panels) * width),
            (int) Math.round(rows(panels, columns) * share(panels) * height + ground)
        };
    }
}

package meanfield.experiment.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import meanfield.experiment.Column;
import meanfield.experiment.chart.scale.Palette;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Smoke renders: everything that can be drawn is drawn, twice the same, as PNG and SVG. */
class ChartRendererTest {
    private static final Map<String, Object> SUMMARY = Map.of("finalLoss", 0.01234567);
    private static final List<Column> XY = List.of(
            Column.number("x", "x", "abscissa"),
            Column.number("y", "y", "ordinate"),
            Column.number("yStdErr", "", "standard error of y"),
            SampleTables.STATUS);

    static Stream<Arguments> samples() {
        return Stream.of(
                Arguments.of(SampleFigures.convergence(), SampleTables.convergence()),
                Arguments.of(SampleFigures.orderChaos(), SampleTables.orderChaos(60, 40)),
                Arguments.of(SampleFigures.training(), SampleTables.training()),
                Arguments.of(SampleFigures.accuracy(), SampleTables.accuracy()),
                Arguments.of(SampleFigures.band(), SampleTables.training()),
                Arguments.of(SampleFigures.panels(), SampleTables.orderChaos(40, 30)),
                Arguments.of(SampleFigures.many(), SampleTables.orderChaos(60, 12)),
                Arguments.of(SampleFigures.logRaster(), SampleTables.product()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void drawsTheSameTwiceAndMoreThanAFrame(Figure figure, ResultTable table) throws Exception {
        ChartRenderer renderer = ChartRenderer.withDefaults();
        byte[] png = renderer.png(figure, table, SUMMARY);
        assertArrayEquals(png, renderer.png(figure, table, SUMMARY));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertTrue(inked(image) > 0.01, "ink " + inked(image));
        String svg = renderer.svg(figure, table, SUMMARY);
        assertEquals(svg, renderer.svg(figure, table, SUMMARY));
        assertTrue(shapes(svg) > 50);
        assertFalse(svg.contains("DOCTYPE"), "nothing to be fetched");
        Path folder = Files.createDirectories(Path.of("target", "sample-figures"));
        Files.write(folder.resolve(figure.name() + ".png"), png);
        Files.write(folder.resolve(figure.name() + ".svg"), svg.getBytes(StandardCharsets.UTF_8));
    }

    /** Share of pixels that are not white. */
    private static double inked(BufferedImage image) {
        long dark = Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .filter(rgb -> (rgb & 0xFFFFFF) != 0xFFFFFF)
                .count();
        return dark / (double) (image.getWidth() * image.getHeight());
    }

    private static int shapes(String svg) throws Exception {
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        return document.getElementsByTagName("path").getLength()
                + document.getElementsByTagName("line").getLength();
    }

    static Stream<Arguments> hardTables() {
        List<Object[]> undefined = List.of(
                new Object[] {Double.NaN, Double.NaN, Double.NaN, "failed"},
                new Object[] {1.0, Double.NaN, Double.NaN, "ok"});
        List<Object[]> one = new ArrayList<>();
        one.add(new Object[] {1.0, 2.0, 0.5, "ok"});
        return Stream.of(
                Arguments.of("no rows", List.of()),
                Arguments.of("undefined", undefined),
                Arguments.of("one point", one),
                Arguments.of("constant", points(new double[] {1, 2, 3}, new double[] {5, 5, 5})),
                Arguments.of("nearly constant", points(new double[] {1, 2}, new double[] {1, 1 + 1e-14})),
                Arguments.of("huge range", points(new double[] {1e-300, 1, 1e300}, new double[] {1e300, 1, 1e-300})),
                Arguments.of("infinite", points(new double[] {1, 2}, new double[] {Double.POSITIVE_INFINITY, 1})),
                Arguments.of("negative", points(new double[] {-1, 0, 1}, new double[] {-1, 0, 1})));
    }

    private static List<Object[]> points(double[] x, double[] y) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            rows.add(new Object[] {x[i], y[i], 0.1, "ok"});
        }
        return rows;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hardTables")
    void hardTablesStillGiveFigures(String name, List<Object[]> rows) throws Exception {
        ResultTable table = ResultTable.of(XY, rows);
        Figure marks = Figure.xy("hard", "x", "y")
                .with(Layer.band("y", "y"))
                .with(Layer.line("y"))
                .with(Layer.dashed("y"))
                .with(Layer.points("y").labelled("points"))
                .with(Layer.powerFit("y"))
                .with(Layer.slopeGuide("y", 1))
                .with(Layer.horizontal(0.5))
                .with(Layer.vertical(0.5))
                .with(Layer.text(1, 1, "here"));
        Figure raster = Figure.heatmap("hard", "x", "y", "yStdErr").withContour("yStdErr", 0.3, "level");
        for (Figure figure : List.of(
                marks, marks.withLogX().withLogY(), raster, raster.withLogX().withLogY())) {
            BufferedImage image = ChartRenderer.withDefaults().withScale(1).image(figure, table, Map.of());
            assertTrue(inked(image) > 0.005, "axes are drawn");
            assertTrue(shapes(ChartRenderer.withDefaults().svg(figure, table, Map.of())) > 5);
        }
        if (rows.isEmpty()) {
            assertTrue(ChartRenderer.withDefaults().notes(marks, table).contains("the table has no rows"));
        }
    }

    @Test
    void theDataArePaintedWhereTheScaleSays() {
        ResultTable table = ResultTable.of(XY, points(new double[] {0, 1}, new double[] {0, 1}));
        Figure figure =
                Figure.xy("f", "x", "y").withXRange(0, 1).withYRange(0, 1).with(Layer.line("y"));
        BufferedImage image = ChartRenderer.withDefaults().withScale(1).image(figure, table, Map.of());
        int line = Palette.category(0).getRGB();
        int first = -1;
        int last = -1;
        int count = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                if (image.getRGB(x, y) == line) {
                    first = first < 0 ? x : first;
                    last = x;
                    count++;
                }
            }
        }
        assertTrue(first > 30 && first < 100, "starts at the left frame: " + first);
        assertTrue(last > 600, "ends at the right frame: " + last);
        assertTrue(count > 200, "a continuous line: " + count);
    }

    @Test
    void sizesFollowPanelsAndScale() {
        ResultTable table = SampleTables.product();
        Figure one = Figure.heatmap("f", "x", "y", "z");
        BufferedImage single = ChartRenderer.withDefaults().image(one, table, Map.of());
        assertEquals(1280, single.getWidth());
        assertEquals(880, single.getHeight());
        ChartRenderer small = ChartRenderer.withDefaults().withSize(500, 400).withScale(1);
        BufferedImage four = small.image(one.beside(one).beside(one).beside(one), table, Map.of());
        assertEquals(800, four.getWidth());
        assertEquals(640, four.getHeight());
        assertEquals(1696, ChartRenderer.forColumn().image(one, table, Map.of()).getWidth());
    }

    @Test
    void legendsBelowAddToThePage() {
        ResultTable table = SampleTables.training();
        Figure free = SampleFigures.training();
        Figure below = free.withLegend(Figure.Legend.BELOW);
        ChartRenderer renderer = ChartRenderer.withDefaults().withScale(1);
        BufferedImage image = renderer.image(below, table, Map.of());
        assertEquals(640, image.getWidth());
        assertTrue(image.getHeight() > 455, "the page grew: " + image.getHeight());
        int marks = 0;
        for (int y = 442; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                marks += (image.getRGB(x, y) & 0xFFFFFF) != 0xFFFFFF ? 1 : 0;
            }
        }
        assertTrue(marks > 100, "entries stand below the axis: " + marks);
        BufferedImage tall = renderer.image(below.beside(below).beside(free).withPanelsInRow(2), table, Map.of());
        assertEquals(1024, tall.getWidth());
        assertEquals(2, ChartRenderer.columns(below.beside(free).beside(free).withPanelsInRow(2)));
        assertEquals(2 * 352 + (image.getHeight() - 440), tall.getHeight(), 20);
        assertThrows(IllegalArgumentException.class, () -> free.withPanelsInRow(7));
    }

    @ParameterizedTest
    @CsvSource({"100, 300, 1, figure width", "300, 100, 1, figure height", "300, 300, 0, figure scale"})
    void impossibleSizesAreRefused(int width, int height, double scale, String name) {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> ChartRenderer.withDefaults().withSize(width, height).withScale(scale));
        assertTrue(refused.getMessage().startsWith(name), refused.getMessage());
    }

    @Test
    void showWritesAFileWithoutADisplay(@TempDir Path unused) throws Exception {
        BufferedImage image =
                ChartRenderer.withDefaults().image(SampleFigures.accuracy(), SampleTables.accuracy(), Map.of());
        Path file = Show.image(image, "accuracy", 2).orElseThrow();
        assertEquals(1280, ImageIO.read(file.toFile()).getWidth());
        Files.delete(file);
    }
}

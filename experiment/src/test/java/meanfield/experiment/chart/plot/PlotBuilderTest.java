package meanfield.experiment.chart.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import meanfield.experiment.Column;
import meanfield.experiment.chart.Figure;
import meanfield.experiment.chart.HeatColors;
import meanfield.experiment.chart.Layer;
import meanfield.experiment.chart.SampleFigures;
import meanfield.experiment.chart.SampleTables;
import meanfield.experiment.chart.plot.SeriesStyle.Dash;
import meanfield.experiment.chart.plot.SeriesStyle.Shape;
import meanfield.experiment.chart.scale.Palette;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Test;

/** Figures as data: what is drawn, labelled and noted. */
class PlotBuilderTest {
    private static final Column X = Column.number("x", "x", "time").withUnit("s");
    private static final Column Y = Column.number("y", "\\chi_1", "susceptibility");
    private static final Column ERROR = Y.standardError();
    private static final Column GROUP = Column.number("group", "N", "width");

    private static Plot build(Figure figure, ResultTable table) {
        return PlotBuilder.build(figure, table, Map.of());
    }

    private static ResultTable rows(Object[]... rows) {
        return ResultTable.of(List.of(X, Y, ERROR, SampleTables.STATUS), List.of(rows));
    }

    private static List<String> labels(Plot plot) {
        return plot.legend().stream().map(LegendEntry::label).toList();
    }

    private static final Figure POINTS = Figure.xy("f", "x", "y").with(Layer.points("y"));

    @Test
    void labelsComeFromTheColumns() {
        Plot plot = build(POINTS, rows(new Object[] {1.0, 2.0, 0.1, "ok"}));
        assertEquals("time $x$ (s)", plot.x().label());
        assertEquals("susceptibility $\\chi_1$", plot.y().label());
        assertEquals(List.of(), plot.legend(), "one series needs no legend");
    }

    @Test
    void givenLabelsAndTitlesTakeNumbersOfTheRun() {
        Figure figure = POINTS.withLabels("step {n}", "").withTitle("slope {slope:.1f}");
        Plot plot = PlotBuilder.build(figure, rows(), Map.of("n", 3, "slope", -0.52));
        assertEquals("step 3", plot.x().label());
        assertEquals("susceptibility $\\chi_1$", plot.y().label());
        assertEquals("slope −0.5", plot.title());
    }

    @Test
    void failedRowsAreGapsAndCounted() {
        Figure line = Figure.xy("f", "x", "y").with(Layer.line("y"));
        Plot plot = build(
                line, rows(new Object[] {1.0, 2.0, 0.0, "ok"}, new Object[] {2.0, 900.0, 0.0, "failed"}, new Object[] {
                    3.0, 4.0, 0.0, "ok"
                }));
        assertTrue(Double.isNaN(plot.series().get(0).x()[1]));
        assertTrue(plot.y().scale().high() < 5, "a failed row has no influence on the range");
        assertEquals(List.of("1 of 3 points failed"), plot.notes());
        Plot two = build(
                line,
                rows(
                        new Object[] {1.0, 2.0, 0.0, "failed"},
                        new Object[] {2.0, 900.0, 0.0, "not-converged"},
                        new Object[] {3.0, 4.0, 0.0, "ok"}));
        assertEquals(List.of("2 of 3 points left out (1 failed, 1 did not converge)"), two.notes());
    }

    @Test
    void logarithmicAxesDropAndCountWhatTheyCannotShow() {
        Plot plot = build(
                POINTS.withLogY(),
                rows(
                        new Object[] {1.0, 1.0, 2.0, "ok"},
                        new Object[] {2.0, 0.0, 0.1, "ok"},
                        new Object[] {3.0, -1.0, 0.1, "ok"},
                        new Object[] {4.0, Double.POSITIVE_INFINITY, 0.1, "ok"},
                        new Object[] {5.0, Double.NaN, 0.1, "ok"},
                        new Object[] {6.0, 10.0, 0.1, "ok"}));
        assertEquals(
                List.of(
                        "2 values ≤ 0 not shown on a logarithmic axis",
                        "1 infinite value not shown",
                        "1 error bar reaches 0 and is cut"),
                plot.notes());
        assertTrue(Double.isNaN(plot.series().get(0).y()[1]));
        assertTrue(plot.y().scale().low() > 0.4, "the cut bar does not stretch the axis");
    }

    @Test
    void startOfALogarithmicTimeAxisIsLeftOutWithoutAWord() {
        Plot plot =
                build(POINTS.withLogX(), rows(new Object[] {0.0, 1.0, 0.1, "ok"}, new Object[] {1.0, 2.0, 0.1, "ok"}));
        assertEquals(List.of(), plot.notes());
        assertTrue(Double.isNaN(plot.series().get(0).x()[0]));
    }

    @Test
    void errorBarsWidenTheRange() {
        Plot plot = build(POINTS, rows(new Object[] {1.0, 2.0, 5.0, "ok"}, new Object[] {2.0, 3.0, 0.0, "ok"}));
        assertTrue(plot.y().scale().low() < -3 && plot.y().scale().high() > 7);
    }

    @Test
    void theoryAndSimulationShareColoursAndEntries() {
        Plot plot = build(SampleFigures.training(), SampleTables.training());
        assertEquals(List.of("theory", "simulation", "$L$ = 1", "$L$ = 2", "$L$ = 3"), labels(plot));
        assertEquals(6, plot.series().size());
        for (int i = 0; i < 3; i++) {
            assertEquals(
                    plot.series().get(i).style().color(),
                    plot.series().get(3 + i).style().color());
            LegendEntry entry = plot.legend().get(2 + i);
            assertEquals(Dash.SOLID, entry.style().dash());
            assertNotEquals(Shape.NONE, entry.style().marker());
        }
        assertEquals(
                3, plot.series().stream().map(s -> s.style().color()).distinct().count());
    }

    @Test
    void whereComparesNumbersAsNumbers() {
        Figure figure = Figure.xy("f", "x", "y").with(Layer.points("y").where("x", 2));
        Plot plot = build(figure, rows(new Object[] {1.0, 2.0, 0.0, "ok"}, new Object[] {2.0, 3.0, 0.0, "ok"}));
        assertEquals(1, plot.series().get(0).x().length);
    }

    @Test
    void layersWithoutByAreToldApartByWhatDiffers() {
        Figure figure = Figure.xy("f", "time", "loss")
                .with(Layer.line("loss").where("depth", 1).where("source", "theory"))
                .with(Layer.points("loss").where("depth", 1).where("source", "simulation"))
                .with(Layer.line("loss").where("depth", 3).where("source", "theory"));
        Plot plot = build(figure, SampleTables.training());
        assertEquals(List.of("$L$ = 1, theory", "$L$ = 1, simulation", "$L$ = 3, theory"), labels(plot));
        assertEquals(
                plot.series().get(0).style().color(),
                plot.series().get(1).style().color());
        assertNotEquals(
                plot.series().get(0).style().color(),
                plot.series().get(2).style().color());
    }

    private static ResultTable groups(int count) {
        List<Object[]> rows = new ArrayList<>();
        for (int g = 0; g < count; g++) {
            rows.add(new Object[] {1.0, 1.0 + g, Math.pow(2, g)});
            rows.add(new Object[] {2.0, 2.0 + g, Math.pow(2, g)});
        }
        return ResultTable.of(List.of(X, Y, GROUP), rows);
    }

    @Test
    void fewGroupsAreCategoriesManyAreOrderedVeryManyGetABar() {
        Figure figure = Figure.xy("f", "x", "y").with(Layer.line("y").by("group"));
        Plot few = build(figure, groups(3));
        assertEquals(Palette.category(0), few.series().get(0).style().color());
        assertEquals(List.of("$N$ = 1", "$N$ = 2", "$N$ = 4"), labels(few));
        Plot ordered = build(figure, groups(6));
        assertEquals(6, ordered.legend().size());
        assertTrue(ordered.colorBar().isEmpty());
        assertTrue(ordered.series().get(0).style().color().getGreen()
                < ordered.series().get(5).style().color().getGreen());
        Plot bar = build(figure, groups(12));
        assertEquals(List.of(), bar.legend());
        assertEquals("width $N$", bar.colorBar().orElseThrow().label());
        assertTrue(bar.colorBar().orElseThrow().scale().logarithmic(), "powers of two are geometric");
        assertEquals(
                12, bar.series().stream().map(s -> s.style().color()).distinct().count());
    }

    @Test
    void byLabelsReplaceTheValue() {
        Figure figure =
                Figure.xy("f", "x", "y").with(Layer.line("y").by("group").labelled("net of {by}"));
        assertEquals(List.of("net of 1", "net of 2"), labels(build(figure, groups(2))));
    }

    @Test
    void powerFitsSayTheirExponent() {
        Plot plot = build(SampleFigures.convergence(), SampleTables.convergence());
        assertTrue(
                labels(plot).get(1).startsWith("fit, slope −0.49"), labels(plot).toString());
        assertTrue(labels(plot).get(1).contains(" ± "), labels(plot).toString());
        assertEquals("slope −1/2", labels(plot).get(4));
        assertEquals(
                plot.series().get(0).style().color(),
                plot.series().get(1).style().color(),
                "fit and points");
        Figure own = Figure.xy("f", "width", "bias").with(Layer.powerFit("bias").labelled("$N^{{exponent}}$"));
        assertTrue(labels(build(own, SampleTables.convergence())).get(0).startsWith("$N^{−1.0"));
    }

    @Test
    void aFitOfOnePointIsNotedNotDrawn() {
        Figure figure = Figure.xy("f", "x", "y").with(Layer.powerFit("y"));
        Plot plot = build(figure, rows(new Object[] {1.0, 2.0, 0.0, "ok"}));
        assertTrue(plot.series().isEmpty());
        assertTrue(plot.notes().contains("too few positive points for a power law"));
    }

    @Test
    void slopeGuidesPassThroughTheFirstPoint() {
        Figure figure = Figure.xy("f", "x", "y").with(Layer.slopeGuide("y", -2));
        Plot plot = build(figure, rows(new Object[] {2.0, 8.0, 0.0, "ok"}, new Object[] {20.0, 1.0, 0.0, "ok"}));
        Series guide = plot.series().get(0);
        int last = guide.x().length - 1;
        assertEquals(2, guide.x()[0], 1e-12);
        assertEquals(8, guide.y()[0], 1e-12);
        assertEquals(0.08, guide.y()[last], 1e-12);
        assertEquals(List.of("slope −2"), labels(plot));
    }

    @Test
    void rasterAxesEndAtCellEdgesAndContoursAreInAxisValues() {
        Figure figure = SampleFigures.logRaster();
        Plot plot = build(figure, SampleTables.product());
        assertEquals(Math.pow(10, -2 - 1 / 6.0), plot.x().scale().low(), 1e-9);
        Series contour = plot.series().get(0);
        for (int i = 0; i < contour.x().length; i++) {
            assertEquals(1, contour.x()[i] * contour.y()[i], 1e-9, "z = x y = 1");
        }
        assertTrue(labels(plot).contains("$z$ = 1"));
        assertEquals(List.of("1 of 143 cells undefined (hatched)"), plot.notes());
    }

    @Test
    void contoursThatAreNowhereAreNoted() {
        Figure figure = Figure.heatmap("f", "x", "y", "z").withContour("z", 1e9, "far");
        Plot plot = build(figure, SampleTables.product());
        assertTrue(plot.notes().contains("nowhere far"), plot.notes().toString());
        assertFalse(labels(plot).contains("far"));
    }

    @Test
    void failedCellsAreHatchedOnce() {
        Plot plot = build(SampleFigures.orderChaos(), SampleTables.orderChaos(60, 40));
        assertEquals(List.of("12 of 2400 points failed (hatched)"), plot.notes());
        assertEquals(12, plot.heat().orElseThrow().missing());
    }

    @Test
    void theOrderChaosContourIsTheCriticalLine() {
        Figure figure =
                Figure.heatmap("f", "weightVariance", "biasVariance", "chi1").withContour("chi1", 1, "");
        Plot plot = build(figure, SampleTables.orderChaos(120, 40));
        for (Series line : plot.series()) {
            for (int i = 0; i < line.x().length; i++) {
                double w = line.x()[i];
                double b = line.y()[i];
                double q = b + 0.3 * w;
                for (int k = 0; k < 400; k++) {
                    q = b + w * 2 / Math.PI * Math.asin(2 * q / (1 + 2 * q));
                }
                // Linear interpolation between cells of 0.033: the square root at b = 0 bends most.
                assertEquals(1, 4 * w / Math.PI / Math.sqrt(1 + 4 * q), b < 0.02 ? 0.05 : 5e-3);
            }
        }
    }

    @Test
    void wordsBecomeColoursWithALegend() {
        Figure figure = Figure.heatmap("f", "weightVariance", "biasVariance", "phase");
        Plot plot = build(figure, SampleTables.orderChaos(20, 10));
        assertEquals(List.of("ordered", "chaotic"), labels(plot));
        assertTrue(plot.colorBar().isEmpty());
    }

    /** Declared words keep their places in the palette, also where some of them do not occur. */
    @Test
    void declaredWordsHaveTheSameColoursEverywhere() {
        Layer phases = Layer.heat("phase").withColors(HeatColors.ofWords(List.of("frozen", "chaotic", "ordered")));
        Plot plot =
                build(Figure.xy("f", "weightVariance", "biasVariance").with(phases), SampleTables.orderChaos(20, 10));
        assertEquals(List.of("chaotic", "ordered"), labels(plot));
        Plot plain =
                build(Figure.heatmap("f", "weightVariance", "biasVariance", "phase"), SampleTables.orderChaos(20, 10));
        Color second = plain.legend().get(1).style().color();
        assertEquals(second, plot.legend().get(0).style().color(), "chaotic is the second word in both");
        Color first = plain.legend().get(0).style().color();
        assertNotEquals(first, plot.legend().get(1).style().color(), "the first colour is that of frozen");
    }

    @Test
    void wordsAlongAnAxisAreCategories() {
        Column word = Column.text("activation", "activation");
        ResultTable table = ResultTable.of(
                List.of(word, Y),
                List.of(new Object[] {"relu", 1.0}, new Object[] {"erf", 2.0}, new Object[] {"relu", 3.0}));
        Plot plot = build(Figure.xy("f", "activation", "y").with(Layer.points("y")), table);
        assertEquals(List.of("relu", "erf"), plot.x().scale().categories());
        assertEquals(0.25, plot.x().scale().fraction(plot.series().get(0).x()[2]), 1e-12);
    }

    @Test
    void rulesAndBandsHaveTheirPlace() {
        Plot plot = build(SampleFigures.band(), SampleTables.training());
        Series band =
                plot.series().stream().filter(Series::hasInterval).findFirst().orElseThrow();
        Series line = plot.series().stream()
                .filter(s -> s.mark() == Layer.Mark.LINE)
                .findFirst()
                .orElseThrow();
        assertEquals(band.style().color(), line.style().color());
        assertEquals(List.of("90 % of draws", "mean", "lower, $L = 1$", "switch at $t = 20$"), labels(plot));
        Figure chance = POINTS.with(Layer.horizontal(-7));
        Plot ruled = build(chance, rows(new Object[] {1.0, 2.0, 0.0, "ok"}));
        assertTrue(ruled.y().scale().low() < -7, "a rule is in view");
    }

    @Test
    void unknownColumnsAreNamed() {
        Figure figure = Figure.xy("f", "x", "y").with(Layer.line("nonsense"));
        String message = assertThrows(IllegalArgumentException.class, () -> build(figure, rows()))
                .getMessage();
        assertTrue(message.contains("nonsense") && message.contains("x, y"), message);
    }

    @Test
    void panelsShareColours() {
        ResultTable table = SampleTables.product();
        Figure left = Figure.heatmap("f", "x", "y", "z").where("x", 1);
        Figure both = left.beside(Figure.heatmap("g", "x", "y", "z").withTitle("all"));
        List<Plot> plots = Panels.of(both, table, Map.of());
        assertEquals(List.of("(a)", "(b) all"), plots.stream().map(Plot::title).toList());
        assertEquals(
                plots.get(0).colorBar().orElseThrow().scale(),
                plots.get(1).colorBar().orElseThrow().scale());
        assertEquals(1, plots.get(0).heat().orElseThrow().x().length);
    }

    /** A level far below the data takes no room: the legend tells it. Near the data it is a rule. */
    @Test
    void floorsDoNotSqueezeTheData() {
        ResultTable table = rows(new Object[] {1.0, 1.0, 0.0, "ok"}, new Object[] {10.0, 1e-3, 0.0, "ok"});
        Figure far = POINTS.withLogY().with(Layer.floor(1e-13).labelled("rounding"));
        Plot plot = build(far, table);
        assertTrue(plot.y().scale().low() > 1e-4);
        assertEquals(List.of("rounding (10^{-13}, off scale)"), labels(plot));
        assertTrue(plot.series().stream().noneMatch(one -> one.mark() == Layer.Mark.FLOOR));
        Plot near = build(POINTS.withLogY().with(Layer.floor(1e-4).labelled("rounding")), table);
        assertTrue(near.y().scale().low() < 1e-4);
        assertEquals(List.of("rounding"), labels(near));
        assertEquals(Layer.Mark.FLOOR, near.series().get(0).mark());
        Plot inside = build(POINTS.withLogY().with(Layer.floor(0.1).labelled("rounding")), table);
        assertEquals(List.of("rounding"), labels(inside));
    }

    @Test
    void referencesTakeNoColourOfTheSeries() {
        Figure figure = Figure.xy("f", "x", "y")
                .with(Layer.reference("y").labelled("bound"))
                .with(Layer.line("y").labelled("data"));
        Plot plot = build(figure, rows(new Object[] {1.0, 2.0, 0.1, "ok"}, new Object[] {2.0, 3.0, 0.1, "ok"}));
        assertEquals(Palette.INK, plot.series().get(0).style().color());
        Plot mixed = build(figure, rows(new Object[] {2.0, 3.0, 0.1, "ok"}, new Object[] {1.0, 2.0, 0.1, "ok"}));
        assertEquals(1.0, mixed.series().get(0).x()[0], "in order of the axis");
        assertEquals(Dash.DASHED, plot.series().get(0).style().dash());
        assertEquals(Palette.category(0), plot.series().get(1).style().color());
    }

    /** Points and the power law through them are one entry, which tells the slope. */
    @Test
    void fitsJoinTheEntryOfTheirPoints() {
        List<Object[]> rows = new ArrayList<>();
        for (double x : new double[] {1, 2, 4, 8}) {
            rows.add(new Object[] {x, 1 / x, 0.0, "a"});
            rows.add(new Object[] {x, 1 / (x * x), 0.0, "b"});
        }
        ResultTable table = ResultTable.of(List.of(X, Y, ERROR, Column.text("kind", "what")), rows);
        Figure figure = Figure.xy("f", "x", "y")
                .withLogX()
                .withLogY()
                .with(Layer.points("y").by("kind"))
                .with(Layer.powerFit("y").by("kind"));
        List<LegendEntry> legend = build(figure, table).legend();
        assertEquals(2, legend.size());
        assertEquals("a, slope −1", legend.get(0).label());
        assertEquals(Shape.CIRCLE, legend.get(0).style().marker());
        assertEquals(Dash.DASHED, legend.get(0).style().dash());
    }
}

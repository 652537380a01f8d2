package meanfield.approximation.multigrid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import meanfield.approximation.Reference;
import meanfield.approximation.multigrid.MultigridBlock.Smoothing;
import meanfield.core.random.RandomStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class MultigridTest {
    /** Tolerance of the reference file. */
    private static final double RADIUS = 1e-8;

    @Test
    void radiiOfTheReference() {
        for (JsonNode each : Reference.cases("gp_multigrid", "multigrid_factor")) {
            JsonNode p = each.path("params");
            double omega = p.path("omega").asDouble();
            int pre = p.path("pre").asInt();
            int post = p.path("post").asInt();
            JsonNode value = each.path("value");
            for (Map.Entry<String, JsonNode> entry :
                    value.path("two_grid_spectral_radius").properties()) {
                Grid grid = new Grid(p.path("dim").asInt(), Integer.parseInt(entry.getKey()));
                String where = each.path("id").asText() + " n=" + entry.getKey();
                double expected = entry.getValue().asDouble();
                SpectralRadius radius =
                        MultigridCycle.twoGrid(grid, omega, pre, post).radius();
                assertTrue(radius.convergence().isConverged(), where);
                assertEquals(expected, radius.value(), RADIUS, where);
                assertEquals(expected, FourierAnalysis.twoGridRadius(grid, omega, pre, post), RADIUS, where);
                SpectralRadius full =
                        MultigridCycle.full(grid, omega, pre, post).radius();
                assertTrue(full.convergence().isConverged(), where);
                assertEquals(
                        value.path("vcycle_spectral_radius")
                                .path(entry.getKey())
                                .asDouble(),
                        full.value(),
                        RADIUS,
                        where);
            }
        }
    }

    @Test
    void appliedVectorOfTheReference() {
        JsonNode each = Reference.cases("gp_multigrid", "vcycle_apply").get(0);
        JsonNode p = each.path("params");
        Grid grid = new Grid(1, p.path("n").asInt());
        double[] f = new double[grid.unknowns()];
        for (int j = 0; j < f.length; j++) {
            f[j] = Math.sin(j + 1);
        }
        double[] u = MultigridCycle.full(
                        grid,
                        p.path("omega").asDouble(),
                        p.path("pre").asInt(),
                        p.path("post").asInt())
                .apply(f);
        double[] expected = Reference.numbers(each.path("value").path("u"));
        for (int j = 0; j < u.length; j++) {
            assertEquals(expected[j], u[j], 1e-11 * Math.abs(expected[j]));
        }
    }

    @Test
    void fourierBlocksAgreeWithTheKrylovRadiusElsewhere() {
        for (int dimension = 1; dimension <= 2; dimension++) {
            Grid grid = new Grid(dimension, 15);
            for (double omega : new double[] {0.3, 0.95, 1.3}) {
                for (int[] steps : new int[][] {{0, 1}, {2, 1}, {3, 0}}) {
                    double krylov = MultigridCycle.twoGrid(grid, omega, steps[0], steps[1])
                            .radius()
                            .value();
                    double fourier = FourierAnalysis.twoGridRadius(grid, omega, steps[0], steps[1]);
                    assertEquals(fourier, krylov, RADIUS * Math.max(1, fourier));
                }
            }
        }
    }

    @Test
    void oneLevelIsTheInverse() {
        for (int dimension = 1; dimension <= 2; dimension++) {
            Grid grid = new Grid(dimension, 7);
            double[] u = new double[grid.unknowns()];
            RandomStream.of(3).fillGaussian(u);
            double[] back = MultigridCycle.of(grid, 0.5, 1, 1, 1).apply(grid.laplacian(u));
            for (int i = 0; i < u.length; i++) {
                assertEquals(u[i], back[i], 1e-13 * 10);
            }
        }
    }

    @Test
    void restrictionIsTheScaledTransposeOfProlongation() {
        for (int dimension = 1; dimension <= 2; dimension++) {
            Grid grid = new Grid(dimension, 15);
            double[] fine = new double[grid.unknowns()];
            double[] coarse = new double[grid.coarser().unknowns()];
            RandomStream random = RandomStream.of(11);
            random.fillGaussian(fine);
            random.fillGaussian(coarse);
            double[] prolonged = new double[fine.length];
            grid.addProlonged(coarse, prolonged);
            assertEquals(
                    inner(prolonged, fine) / (1 << dimension), inner(coarse, grid.restrict(fine)), 1e-13 * fine.length);
        }
    }

    private static double inner(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    @Test
    void classicalBlockIsTheCycle() {
        for (int n : new int[] {3, 15, 31}) {
            for (int[] steps : new int[][] {{1, 0}, {1, 1}, {3, 2}}) {
                Grid grid = new Grid(2, n);
                double[] f = new double[grid.unknowns()];
                RandomStream.of(n).fillGaussian(f);
                double[] expected =
                        MultigridCycle.full(grid, 0.7, steps[0], steps[1]).apply(f);
                MultigridBlock block = MultigridBlock.classical(grid, 0.7, steps[0], steps[1], true);
                double[] actual = block.apply(new double[][] {f}, n)[0];
                for (int i = 0; i < f.length; i++) {
                    assertEquals(expected[i], actual[i], 1e-12);
                }
            }
        }
    }

    @Test
    void weightsOfTheReference() {
        JsonNode value =
                Reference.cases("gp_multigrid", "mgno_parameter_count").get(0).path("value");
        check(
                8,
                List.of(s(1, 0), s(1, 0), s(1, 0), s(1, 0), s(2, 0)),
                value,
                "c=8,its=[[1,0],[1,0],[1,0],[1,0],[2,0]]");
        check(24, List.of(s(1, 1), s(1, 1), s(2, 0)), value, "c=24,its=[[1,1],[1,1],[2,0]]");
    }

    private static Smoothing s(int before, int after) {
        return new Smoothing(before, after);
    }

    private static void check(int channels, List<Smoothing> steps, JsonNode value, String key) {
        assertTrue(value.has(key), key);
        assertEquals(value.path(key).asLong(), MultigridBlock.parameterCount(channels, steps, false));
        RandomStream random = RandomStream.of(1);
        assertEquals(
                value.path(key).asLong(),
                MultigridBlock.gaussian(channels, steps, false, 1, random).parameters());
        assertEquals(
                MultigridBlock.parameterCount(channels, steps, true),
                MultigridBlock.gaussian(channels, steps, true, 1, random).parameters());
    }

    @Test
    void blocksAreLinearAndMixChannels() {
        for (boolean residual : new boolean[] {false, true}) {
            MultigridBlock block =
                    MultigridBlock.gaussian(2, List.of(s(1, 1), s(2, 1), s(1, 0)), residual, 0.2, RandomStream.of(4));
            double[][] x = new double[2][225];
            double[][] y = new double[2][225];
            RandomStream random = RandomStream.of(9);
            random.fillGaussian(x[0]);
            random.fillGaussian(y[1]);
            double[][] sum = {x[0].clone(), y[1].clone()};
            double[][] fx = block.apply(x, 15);
            double[][] fy = block.apply(y, 15);
            double[][] together = block.apply(sum, 15);
            double largest = 0;
            for (int c = 0; c < 2; c++) {
                for (int i = 0; i < 225; i++) {
                    double expected = fx[c][i] + fy[c][i];
                    assertEquals(expected, together[c][i], 1e-10 * (1 + Math.abs(expected)));
                    largest = Math.max(largest, Math.abs(fx[1][i]));
                }
            }
            assertTrue(largest > 1e-3, "the second channel hears of the first");
        }
    }

    @Test
    void radiusOfANonsymmetricMapAndItsVerdict() {
        double[][] matrix = {{0, 2, 0}, {-2, 0, 0}, {0, 0, 1}};
        SpectralRadius radius = SpectralRadius.of(
                v -> {
                    double[] w = new double[3];
                    for (int i = 0; i < 3; i++) {
                        for (int j = 0; j < 3; j++) {
                            w[i] += matrix[i][j] * v[j];
                        }
                    }
                    return w;
                },
                3);
        assertEquals(2, radius.value(), 1e-12);
        SpectralRadius slow = SpectralRadius.of(
                v -> {
                    double[] w = v.clone();
                    for (int i = 0; i < w.length; i++) {
                        w[i] *= 1 - Math.pow((i + 0.5) / w.length, 4);
                    }
                    return w;
                },
                20000);
        assertFalse(slow.convergence().isConverged() && Math.abs(slow.value() - 1) > 1e-7);
        assertEquals(3, SpectralRadius.radius(new DMatrixRMaj(new double[][] {{3, 1}, {0, -2}})), 1e-14);
    }

    @Test
    void refusesOtherGrids() {
        assertThrows(IllegalArgumentException.class, () -> new Grid(1, 14));
        assertThrows(IllegalArgumentException.class, () -> new Grid(3, 15));
        assertThrows(IllegalArgumentException.class, () -> MultigridCycle.twoGrid(new Grid(1, 1), 0.5, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> MultigridBlock.classical(new Grid(1, 7), 0.5, 1, 1, true));
    }
}

package meanfield.gpu.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import meanfield.core.linalg.BackendException;
import meanfield.core.pairs.PairInputs;
import meanfield.core.pairs.PairProblem;
import meanfield.gpu.pairs.TilePlan.Block;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Plans for cards of all sizes: every pair once, within the memory. */
class TilePlanTest {
    private static final int DIMENSION = 3;

    private static PairProblem problem(int rows, int columns, boolean symmetric) {
        PairInputs left = inputs(rows);
        return new PairProblem(left, symmetric ? left : inputs(columns), List.of());
    }

    private static PairInputs inputs(int n) {
        return new PairInputs(new DMatrixRMaj(n, DIMENSION), new double[n], new double[n], new double[n]);
    }

    private static List<Block> tiles(TilePlan plan, PairProblem problem) {
        List<Block> tiles = new ArrayList<>();
        plan.panels(problem).forEach(panels -> tiles.addAll(plan.tiles(panels)));
        return tiles;
    }

    @Test
    void everyPairIsInExactlyOneTileAndTheMemoryIsKept() {
        Random random = new Random(1);
        for (int trial = 0; trial < 300; trial++) {
            boolean symmetric = random.nextBoolean();
            int n = 1 + random.nextInt(150);
            int m = symmetric ? n : 1 + random.nextInt(150);
            PairProblem problem = problem(n, m, symmetric);
            long free = 60_000 + random.nextInt(1_000_000);
            int side = 1 + random.nextInt(64);
            int values = 3 + random.nextInt(20);
            TilePlan plan = TilePlan.of(free, problem, 8, values, side);
            double numbers =
                    2.0 * TilePlan.LANES * plan.side() * plan.side() + 2.0 * plan.panel() * (DIMENSION + values);
            assertTrue(8 * numbers <= 0.8 * free, plan + " takes " + numbers + " numbers of " + free + " bytes");
            assertTrue(plan.side() <= side);
            int[][] seen = new int[n][m];
            for (Block tile : tiles(plan, problem)) {
                assertTrue(tile.rows().size() <= plan.side() && tile.columns().size() <= plan.side());
                for (int i = tile.rows().from(); i < tile.rows().to(); i++) {
                    for (int j = tile.columns().from(); j < tile.columns().to(); j++) {
                        seen[i][j]++;
                    }
                }
                assertEquals(tile.diagonal(), symmetric && tile.rows().equals(tile.columns()));
            }
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < (symmetric ? i + 1 : m); j++) {
                    assertEquals(1, seen[i][j], "pair " + i + ", " + j + " of " + plan);
                }
            }
        }
    }

    /** 50,000 images on a card of 80 GB: one panel, 25 × 26/2 tiles. */
    @Test
    void aLargeCardTakesAllInputsAtOnce() {
        PairProblem problem = problem(50_000, 50_000, true);
        TilePlan plan = TilePlan.of(80_000_000_000L, problem, 8, 3, TilePlan.LARGEST_SIDE);
        assertEquals(new TilePlan(50_000, 2048), plan);
        assertEquals(25 * 26 / 2, tiles(plan, problem).size());
    }

    @Test
    void aFullCardIsSaid() {
        BackendException failure = assertThrows(
                BackendException.class, () -> TilePlan.of(2_000, problem(500, 500, true), 8, 3, TilePlan.LARGEST_SIDE));
        assertTrue(failure.getMessage().contains("MB of its memory are free"), failure.getMessage());
    }
}

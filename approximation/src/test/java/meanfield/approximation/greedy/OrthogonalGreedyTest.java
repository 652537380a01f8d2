package meanfield.approximation.greedy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import meanfield.core.parallel.Workers;
import org.junit.jupiter.api.Test;

class OrthogonalGreedyTest {
    private static final SampledTarget SINE = SampledTarget.of((x, y) -> Math.sin(2 * Math.PI * x), 1, 64, 6);

    @Test
    void quadratureNormsAreExact() {
        double sum = 0;
        for (int i = 0; i < SINE.size(); i++) {
            sum += SINE.weights()[i] * SINE.values()[i] * SINE.values()[i];
        }
        assertEquals(0.5, sum, 1e-14);
    }

    /** The errors are those of the network that is handed out, and never rise. */
    @Test
    void theNetworkHasTheError() {
        for (int power = 1; power <= 3; power++) {
            RidgeDictionary dictionary = RidgeDictionary.onInterval(power, 64);
            GreedyExpansion found = new OrthogonalGreedy(12).approximate(SINE, dictionary);
            assertTrue(found.convergence().isConverged());
            assertEquals(13, found.errors().size());
            for (int n = 1; n <= 12; n++) {
                assertTrue(found.errors().get(n) <= found.errors().get(n - 1));
            }
            double square = 0;
            for (int i = 0; i < SINE.size(); i++) {
                double e = SINE.values()[i] - found.value(power, SINE.points()[0][i]);
                square += SINE.weights()[i] * e * e;
            }
            double last = found.errors().get(12);
            // coefficients of nearly dependent cubic units are large
            assertEquals(last, Math.sqrt(square), 1e-6 * last, "power " + power);
        }
    }

    /** A target of three units is found in at most a few more steps, and the floor is said. */
    @Test
    void spansEndAtTheFloor() {
        SampledTarget target = SampledTarget.of(
                (x, y) -> Math.max(x - 0.25, 0) - 2 * Math.max(x - 0.5, 0) + 3 * Math.max(0.75 - x, 0), 1, 32, 4);
        GreedyExpansion found = new OrthogonalGreedy(40).approximate(target, RidgeDictionary.onInterval(1, 16));
        assertFalse(found.convergence().isConverged());
        assertTrue(found.errors().get(found.errors().size() - 1) < 1e-13);
        assertTrue(found.convergence().detail().contains("rounding floor")
                || found.convergence().detail().contains("independent"));
    }

    @Test
    void threadsDoNotChangeABit() {
        SampledTarget target = SampledTarget.of((x, y) -> Math.exp(-x * y) * Math.cos(3 * x), 2, 4, 5);
        RidgeDictionary dictionary = RidgeDictionary.onSquare(2, 16, 20);
        GreedyExpansion serial = new OrthogonalGreedy(20).approximate(target, dictionary);
        try (Workers workers = Workers.of(3)) {
            assertEquals(serial, new OrthogonalGreedy(20).approximate(target, dictionary, workers));
        }
    }

    /** Brute force over all atoms gives the same first choice. */
    @Test
    void firstChoiceIsTheBestOfAll() {
        RidgeDictionary dictionary = RidgeDictionary.onSquare(1, 8, 12);
        SampledTarget target = SampledTarget.of((x, y) -> Math.sin(3 * x + y * y), 2, 3, 4);
        double best = 0;
        int bestIndex = -1;
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 12; j++) {
                double t = 2 * Math.PI * i / 8;
                double o = -Math.sqrt(2) + 2 * Math.sqrt(2) * j / 12;
                double product = 0;
                double square = 0;
                for (int p = 0; p < target.size(); p++) {
                    double g =
                            Math.max(Math.cos(t) * target.points()[0][p] + Math.sin(t) * target.points()[1][p] - o, 0);
                    product += target.weights()[p] * g * target.values()[p];
                    square += target.weights()[p] * g * g;
                }
                if (square > 1e-20 && Math.abs(product) / Math.sqrt(square) > best * (1 + 1e-12)) {
                    best = Math.abs(product) / Math.sqrt(square);
                    bestIndex = i * 12 + j;
                }
            }
        }
        GreedyExpansion found = new OrthogonalGreedy(1).approximate(target, dictionary);
        assertEquals(bestIndex, found.units().get(0).index());
        double norm = found.errors().get(0);
        assertEquals(Math.sqrt(norm * norm - best * best), found.errors().get(1), 1e-13);
    }

    @Test
    void argumentsAreChecked() {
        assertThrows(IllegalArgumentException.class, () -> new OrthogonalGreedy(3)
                .approximate(SINE, RidgeDictionary.onSquare(1, 4, 4)));
        assertThrows(IllegalArgumentException.class, () -> RidgeDictionary.onInterval(0, 4));
        assertThrows(IllegalArgumentException.class, () -> new OrthogonalGreedy(0));
    }
}

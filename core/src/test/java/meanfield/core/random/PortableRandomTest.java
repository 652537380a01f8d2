package meanfield.core.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PortableRandomTest {
    private static final double PRINTED_DIGITS = 1e-7;

    @Test
    void seedOneIsThePublishedStream() {
        // by a second implementation in whole-number arithmetic of arbitrary length
        assertArrayEquals(
                new double[] {0.566561575172281, 0.7457817572627012, 0.9710027535867962, 0.44435921705577214},
                PortableRandom.uniforms(1, 4),
                1e-15);
        assertArrayEquals(
                new double[] {-0.0282497, -1.0656176, -0.2279195, 0.0830941},
                PortableRandom.gaussians(1, 4),
                PRINTED_DIGITS);
    }

    @Test
    void oddCountDropsTheLastSine() {
        assertArrayEquals(Arrays.copyOf(PortableRandom.gaussians(9, 8), 7), PortableRandom.gaussians(9, 7));
    }

    @Test
    void momentsAreThoseOfANormal() {
        double[] n = PortableRandom.gaussians(-3, 200_000);
        double mean = Arrays.stream(n).average().orElseThrow();
        double square = Arrays.stream(n).map(v -> v * v).average().orElseThrow();
        double deviation = 1 / Math.sqrt(n.length);
        assertEquals(0, mean, 4 * deviation);
        assertEquals(1, square, 4 * Math.sqrt(2) * deviation);
    }

    @Test
    void orderSortsTheUniforms() {
        double[] u = PortableRandom.uniforms(3, 40);
        int[] order = PortableRandom.order(3, 40);
        for (int k = 1; k < 40; k++) {
            assertTrue(u[order[k - 1]] < u[order[k]]);
        }
    }
}

package meanfield.core.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LimitedMemoryMinimizerTest {
    /** (1 - x)² + 100 (y - x²)², the curved valley. */
    private static double valley(double[] x, double[] gradient) {
        double across = x[1] - x[0] * x[0];
        gradient[0] = -2 * (1 - x[0]) - 400 * x[0] * across;
        gradient[1] = 200 * across;
        return (1 - x[0]) * (1 - x[0]) + 100 * across * across;
    }

    @Test
    void curvedValley() {
        LimitedMemoryMinimizer.Minimum minimum = LimitedMemoryMinimizer.withDefaults()
                .minimize(LimitedMemoryMinimizerTest::valley, new double[] {-1.2, 1});
        assertTrue(minimum.convergence().isConverged());
        assertEquals(1, minimum.point()[0], 1e-5);
        assertEquals(1, minimum.point()[1], 1e-5);
    }

    @Test
    void quadraticOfManyScales() {
        int n = 30;
        LimitedMemoryMinimizer.Minimum minimum = LimitedMemoryMinimizer.withDefaults()
                .withTolerance(1e-9)
                .withIterations(2000)
                .minimize(
                        (x, gradient) -> {
                            double sum = 0;
                            for (int i = 0; i < n; i++) {
                                double curvature = Math.pow(10, 4.0 * i / (n - 1));
                                gradient[i] = curvature * (x[i] - i);
                                sum += 0.5 * curvature * (x[i] - i) * (x[i] - i);
                            }
                            return sum;
                        },
                        new double[n]);
        assertTrue(minimum.convergence().isConverged(), minimum.convergence().toString());
        for (int i = 0; i < n; i++) {
            assertEquals(i, minimum.point()[i], 1e-8);
        }
    }

    @Test
    void staysInsideTheDomain() {
        LimitedMemoryMinimizer.Minimum minimum = LimitedMemoryMinimizer.withDefaults()
                .minimize(
                        (x, gradient) -> {
                            gradient[0] = 1 - 1 / x[0];
                            return x[0] > 0 ? x[0] - Math.log(x[0]) : Double.NaN;
                        },
                        new double[] {1e-3});
        assertTrue(minimum.convergence().isConverged());
        assertEquals(1, minimum.point()[0], 1e-5);
    }

    @Test
    void saysWhereItStopped() {
        LimitedMemoryMinimizer.Minimum early = LimitedMemoryMinimizer.withDefaults()
                .withIterations(3)
                .minimize(LimitedMemoryMinimizerTest::valley, new double[] {-1.2, 1});
        assertFalse(early.convergence().isConverged());
        assertEquals(3, early.convergence().iterations());
        assertThrows(IllegalArgumentException.class, () -> LimitedMemoryMinimizer.withDefaults()
                .minimize((x, g) -> Double.NaN, new double[1]));
    }
}

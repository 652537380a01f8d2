package meanfield.core.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinearProgramTest {
    private static final LinearProgram SIMPLEX = new LinearProgram(
            List.of(new double[] {1, 1}, new double[] {-1, 0}, new double[] {0, -1}), List.of(1.0, 0.25, 0.5));

    /** Vertices (-1/4, -1/2), (3/2, -1/2) and (-1/4, 5/4). */
    @Test
    void maximumLiesAtAVertex() {
        assertEquals(2.5, SIMPLEX.maximum(new double[] {2, 1}).getAsDouble(), 1e-12);
        assertEquals(1.25, SIMPLEX.maximum(new double[] {0, 1}).getAsDouble(), 1e-12);
        assertEquals(0.75, SIMPLEX.maximum(new double[] {-1, -1}).getAsDouble(), 1e-12);
    }

    @Test
    void emptyAndUnboundedAreSaid() {
        LinearProgram empty = new LinearProgram(List.of(new double[] {1}, new double[] {-1}), List.of(0.0, -1.0));
        assertTrue(empty.maximum(new double[] {1}).isEmpty());
        LinearProgram ray = new LinearProgram(List.of(new double[] {-1}), List.of(0.0));
        assertEquals(Double.POSITIVE_INFINITY, ray.maximum(new double[] {1}).getAsDouble());
        assertThrows(IllegalArgumentException.class, () -> new LinearProgram(List.of(new double[] {1}), List.of()));
    }
}

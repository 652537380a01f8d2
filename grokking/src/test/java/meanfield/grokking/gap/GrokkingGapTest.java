package meanfield.grokking.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GrokkingGapTest {
    /** 2 until epoch t, then level. */
    private static double[] fallsAt(int t, double level) {
        return IntStream.range(0, 101).mapToDouble(i -> i < t ? 2 : level).toArray();
    }

    @Test
    void labels() {
        assertEquals(
                GrokkingLabel.GROKKING,
                GrokkingGap.of(fallsAt(10, 0.1), fallsAt(50, 0.1), 0.1).label());
        assertEquals(
                GrokkingLabel.INTERMEDIATE,
                GrokkingGap.of(fallsAt(10, 0.1), fallsAt(30, 0.1), 0.1).label());
        assertEquals(
                GrokkingLabel.TRACKING,
                GrokkingGap.of(fallsAt(10, 0.1), fallsAt(20, 0.1), 0.1).label());
        assertEquals(
                GrokkingLabel.MEMORISING,
                GrokkingGap.of(fallsAt(10, 0.1), fallsAt(20, 0.3), 0.1).label());
        assertEquals(
                GrokkingLabel.UNFINISHED,
                GrokkingGap.of(fallsAt(10, 0.3), fallsAt(20, 0.1), 0.1).label());
        double[] lowEarly = fallsAt(60, 0.1);
        java.util.Arrays.fill(lowEarly, 5, 60, 0.5);
        assertEquals(
                GrokkingLabel.INTERMEDIATE,
                GrokkingGap.of(fallsAt(10, 0.1), lowEarly, 0.1).label());
    }

    @Test
    void numbersAndWords() {
        double[] test = fallsAt(50, 0.2);
        test[3] = 3;
        GrokkingGap gap = GrokkingGap.of(fallsAt(10, 0.1), test, 0.1);
        assertEquals(Math.log10(5), gap.gap(), 1e-15);
        assertEquals(1.5, gap.memorizationExcess(), 1e-15);
        assertTrue(gap.inWords().contains("epoch 10") && gap.inWords().contains("epoch 50"), gap::inWords);
        GrokkingGap never = GrokkingGap.of(fallsAt(10, 0.1), fallsAt(50, 0.5), 0.1);
        assertTrue(Double.isNaN(never.gap()) && never.testCrossing() == -1);
        assertTrue(never.inWords().startsWith("memorises"), never::inWords);
        assertThrows(IllegalArgumentException.class, () -> GrokkingGap.of(test, test, 1));
    }

    @Test
    void areaOfStepsIsTheirDistance() {
        // log test/train differs by 2 decades between epochs 10 and 50: area → 2 log₁₀ 5 up to the slopes of the steps
        GrokkingGap gap = GrokkingGap.of(fallsAt(10, 0.02), fallsAt(50, 0.02), 0.1);
        assertEquals(2 * Math.log10(5), gap.area(), 0.06);
    }
}

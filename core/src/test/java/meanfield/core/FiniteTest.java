package meanfield.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiniteTest {
    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void findsABadEntryAnywhereAndOnlyInFront(double bad) {
        for (int length = 0; length < 11; length++) {
            double[] values = new double[length];
            Arrays.fill(values, -Double.MAX_VALUE);
            assertTrue(Finite.all(values));
            for (int at = 0; at < length; at++) {
                double[] one = values.clone();
                one[at] = bad;
                for (int front = 0; front <= length; front++) {
                    assertEquals(at >= front, Finite.all(one, front), at + " of " + front);
                }
            }
        }
    }
}

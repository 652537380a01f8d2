package meanfield.core.special;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Closed forms of one and two degrees of freedom, and the normal limit. */
class StudentLawTest {
    @Test
    void closedForms() {
        assertEquals(Math.tan(0.475 * Math.PI), StudentLaw.halfWidth(0.95, 1), 1e-8, "Cauchy");
        double p = 0.975;
        assertEquals((2 * p - 1) * Math.sqrt(2 / (4 * p * (1 - p))), StudentLaw.halfWidth(0.95, 2), 1e-9);
        assertEquals(1.959963984540054, StudentLaw.halfWidth(0.95, 1_000_000), 1e-5);
        assertThrows(IllegalArgumentException.class, () -> StudentLaw.halfWidth(0.95, 0));
        assertThrows(IllegalArgumentException.class, () -> StudentLaw.halfWidth(1, 3));
    }
}

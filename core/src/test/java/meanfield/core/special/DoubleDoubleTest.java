package meanfield.core.special;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class DoubleDoubleTest {
    private static void near(String expected, DoubleDouble actual) {
        BigDecimal exact = new BigDecimal(expected);
        double relative = new BigDecimal(actual.toString())
                .subtract(exact)
                .divide(exact, new java.math.MathContext(5))
                .doubleValue();
        assertTrue(Math.abs(relative) < 1e-29, () -> expected + " against " + actual);
    }

    /** 33 digits of mpmath at the doubles 0.7, -9.3 and 2.8. */
    @Test
    void functionsHaveThirtyDigits() {
        DoubleDouble x = DoubleDouble.of(0.7);
        near("2.01375270747047643219596451918425", x.exponential());
        near("0.67780119383741844227685815435131", x.errorFunction());
        near("0.644217687237691019706798090282512", x.sine());
        near("0.60436777711716346812058688551755", x.hyperbolicTangent());
        near("0.668187772168166096684758858197487", x.logistic());
        near("0.836660026534075521438765590310185", x.squareRoot());
        near("0.0000914242314781732729021196996809035", DoubleDouble.of(-9.3).exponential());
        near("0.999924986805334540896869572771335", DoubleDouble.of(2.8).errorFunction());
    }

    @Property(tries = 200)
    void agreesWithDoubles(@ForAll @DoubleRange(min = -3.9, max = 3.9) double x) {
        DoubleDouble d = DoubleDouble.of(x);
        assertEquals(Math.exp(x), d.exponential().value(), 1e-15 * Math.exp(x));
        assertEquals(Math.sin(x), d.sine().value(), 1e-15);
        assertEquals(Math.tanh(x), d.hyperbolicTangent().value(), 1e-15);
        assertEquals(x * x * x, d.power(3).value(), 1e-15 * Math.abs(x * x * x));
        assertEquals(
                0, d.exponential().times(d.negated().exponential()).minus(1).value(), 1e-29);
    }
}

package meanfield.core.special;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EllipticFunctionsTest {
    private static final double ROUNDING = 4e-15;

    /** Complementary modulus, fraction of K, then K, sn, cn, dn by 60 digits of mpmath (ellipk, ellipfun). */
    @ParameterizedTest
    @CsvSource({
        "0.9,0.2,1.654616667522526915,0.323855406887832592,0.9461065877740818237,0.9899860394629856189",
        "0.9,0.7,1.654616667522526915,0.9004025959859625486,0.4350576572613559912,0.9197620786795520726",
        "0.9,0.95,1.654616667522526915,0.997228102778201728,0.07440504706932407394,0.9005841776844537827",
        "0.5,0.45,2.156515647499643235,0.7688135479729435596,0.6394730083852284159,0.746119491998393518",
        "0.3,0.2,2.627773332084343909,0.4837429196232385098,0.8752101391748069818,0.8871603219374107888",
        "0.3,0.7,2.627773332084343909,0.9666099736252382198,0.2562521392851506967,0.3869822923445939822",
        "1e-3,0.45,8.294051463615439964,0.9988549284290846628,0.04784173860687084088,0.04785216467513463469",
        "1e-3,0.95,8.294051463615439964,0.999999908967043483,0.0004266918147176416148,0.001087228459285871295",
        "1e-10,0.2,24.41214529106034742,0.999885136761660943,0.01515629516453780896,0.01515629516453780929",
        "1e-10,0.45,24.41214529106034742,0.9999999994256508227,0.00003389245276359149057,0.00003389245276373901604",
        "1e-10,0.7,24.41214529106034742,0.9999999999999971283,7.578579533782211007e-8,7.578586131321764871e-8",
        "1e-10,0.95,24.41214529106034742,1.0,1.547097169403071775e-10,1.842148107936763329e-10"
    })
    void agreesWithSixtyDigits(
            double complement, double fraction, double quarterPeriod, double sn, double cn, double dn) {
        EllipticFunctions functions = EllipticFunctions.ofComplement(complement);
        assertEquals(quarterPeriod, functions.quarterPeriod(), ROUNDING * quarterPeriod);
        EllipticFunctions.Values at = functions.atQuarterPeriods(fraction);
        // u = fraction K is rounded: relative error of cn is u dn sn/cn times 2⁻⁵³
        double argument = 1 + quarterPeriod;
        assertEquals(sn, at.sn(), ROUNDING);
        assertEquals(cn, at.cn(), ROUNDING * argument * cn);
        assertEquals(dn, at.dn(), ROUNDING * argument * dn);
    }

    @Property(tries = 300)
    void squaresAddUpAndArgumentsShift(
            @ForAll @DoubleRange(min = -16, max = 0) double logComplement,
            @ForAll @DoubleRange(min = -6, max = 6) double fraction) {
        EllipticFunctions functions = EllipticFunctions.ofComplement(Math.pow(10, logComplement));
        EllipticFunctions.Values at = functions.atQuarterPeriods(fraction);
        double modulus = functions.modulus();
        assertEquals(1, at.sn() * at.sn() + at.cn() * at.cn(), 1e-13);
        assertEquals(1, at.dn() * at.dn() + modulus * modulus * at.sn() * at.sn(), 1e-13);
        EllipticFunctions.Values minus = functions.atQuarterPeriods(-fraction);
        assertEquals(-at.sn(), minus.sn(), 1e-13);
        assertEquals(at.cn(), minus.cn(), 1e-13);
        EllipticFunctions.Values shifted = functions.atQuarterPeriods(fraction + 2);
        assertEquals(-at.sn(), shifted.sn(), 1e-11);
        assertEquals(-at.cn(), shifted.cn(), 1e-11);
        assertEquals(at.dn(), shifted.dn(), 1e-11);
    }

    @Test
    void degenerateModulusGivesCircularFunctions() {
        EllipticFunctions circular = EllipticFunctions.ofModulus(0);
        assertEquals(Math.PI / 2, circular.quarterPeriod(), 1e-15);
        assertEquals(Double.POSITIVE_INFINITY, circular.conjugatePeriod());
        assertEquals(Math.sin(0.7), circular.at(0.7).sn(), 1e-15);
        assertEquals(Math.cos(2.2), circular.at(2.2).cn(), 1e-15);
    }

    /** Legendre's relation needs E as well; K alone is tested by K(k′ → 0) → ln(4/k′). */
    @Test
    void smallComplementIsALogarithm() {
        double k = EllipticFunctions.completeIntegral(1e-100);
        assertEquals(Math.log(4) + 100 * Math.log(10), k, 1e-13 * k);
        assertTrue(EllipticFunctions.ofComplement(1e-100).atQuarterPeriods(0.99).cn() > 0);
    }

    @Test
    void refusesWhatHasNoQuarterPeriod() {
        String message = assertThrows(IllegalArgumentException.class, () -> EllipticFunctions.ofModulus(1))
                .getMessage();
        assertEquals("modulus must be in [0, 1), got 1.0", message);
        assertThrows(IllegalArgumentException.class, () -> EllipticFunctions.ofComplement(0));
        assertThrows(IllegalArgumentException.class, () -> EllipticFunctions.completeIntegral(2));
    }
}

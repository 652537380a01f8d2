package meanfield.core.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The definition against textbook formulas, and where those lose their digits against numbers of 60 digits. */
class PlainPairsTest {
    private static final double ROUNDING = 2e-15;

    /** Kernels of two inputs of norm √2 at an angle, one on each side. */
    private static double[] pair(double angle, PairStep... steps) {
        double norm = Math.sqrt(2);
        DMatrixRMaj x = new DMatrixRMaj(1, 2, true, norm, 0);
        DMatrixRMaj y = new DMatrixRMaj(1, 2, true, norm * Math.cos(angle), norm * Math.sin(angle));
        return evaluate(side(x, norm), side(y, norm), steps);
    }

    private static PairInputs side(DMatrixRMaj x, double norm) {
        double[] ones = {1};
        return new PairInputs(x, new double[] {norm == 0 ? 0 : 1 / norm}, ones, ones);
    }

    private static double[] evaluate(PairInputs rows, PairInputs columns, PairStep... steps) {
        double[] kernels = new double[2];
        new PlainPairs()
                .evaluate(
                        new PairProblem(rows, columns, List.of(steps)),
                        new PairOutputs(true, true, Precision.DOUBLE),
                        tile -> {
                            tile.nngp(0, 1, kernels, 0);
                            tile.ntk(0, 1, kernels, 1);
                        });
        return kernels;
    }

    private static PairFactor factor(double row, double column) {
        return new PairFactor(new double[] {row}, new double[] {column});
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-9, 0.01, 0.3, 1, 1.6, 2.5, 3.1, Math.PI})
    void oneLayerOfReluIsTheArcCosineKernel(double angle) {
        double[] kernels =
                pair(angle, new PairStep.AddCorrelation(), new PairStep.Rectifier(0), new PairStep.AddCorrelation());
        double r = (Math.sin(angle) + (Math.PI - angle) * Math.cos(angle)) / Math.PI;
        double slope = (Math.PI - angle) / Math.PI;
        assertEquals(r, kernels[0], ROUNDING);
        assertEquals(r + Math.cos(angle) * slope, kernels[1], ROUNDING);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-12, 0.2, 1.5, 2, 3, Math.PI - 1e-12})
    void theIdentityChangesNothingAndTheAbsoluteValueForgetsSigns(double angle) {
        double[] identity = pair(angle, new PairStep.AddCorrelation(), new PairStep.Rectifier(-1));
        assertEquals(Math.cos(angle), identity[0], ROUNDING);
        assertEquals(Math.cos(angle), identity[1], ROUNDING);
        double[] absolute = pair(angle, new PairStep.AddCorrelation(), new PairStep.Rectifier(1));
        double[] opposite = pair(Math.PI - angle, new PairStep.AddCorrelation(), new PairStep.Rectifier(1));
        assertEquals(absolute[0], opposite[0], ROUNDING);
        assertEquals(absolute[1], opposite[1], ROUNDING);
    }

    @Test
    void biasesAddToTheCovariance() {
        // k' = (w k + b), normalized: rows with p = 2, columns with p = 5, w = 1.5, b = 0.7
        double p = 1.5 * 2 + 0.7;
        double q = 1.5 * 5 + 0.7;
        PairStep affine = new PairStep.Affine(
                factor(Math.sqrt(1.5 * 2 / p), Math.sqrt(1.5 * 5 / q)),
                factor(Math.sqrt(0.7 / p), Math.sqrt(0.7 / q)),
                Optional.empty());
        for (double angle : new double[] {0, 0.7, 2.5, Math.PI}) {
            double expected = (1.5 * Math.sqrt(10) * Math.cos(angle) + 0.7) / Math.sqrt(p * q);
            assertEquals(expected, pair(angle, affine)[0], ROUNDING);
        }
    }

    @Test
    void theTangentStepIsItsFormula() {
        PairStep step = new PairStep.Tangent(factor(2, 3), factor(0.5, 4), Optional.of(factor(7, 0.1)));
        double r = Math.cos(0.8);
        assertEquals(6 * r + 2 * r + 0.7, pair(0.8, new PairStep.AddCorrelation(), step)[1], 10 * ROUNDING);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-10, 0.4, 1.5, 1.6, 3, Math.PI})
    void seriesAreThoseOfChebyshev(double angle) {
        double[] nngp = {0.1, -0.3, 0.5, 0.2};
        double[] ntk = {0.7, 0, -0.4};
        double[] expected = new double[2];
        for (int k = 0; k < 4; k++) {
            double t = Math.cos(k * Math.acos(2 * angle / Math.PI - 1));
            expected[0] += nngp[k] * t;
            expected[1] += k < 3 ? 1.7 * ntk[k] * t : 0;
        }
        double[] kernels = pair(angle, new PairStep.Zonal(nngp, ntk, 1.7));
        assertEquals(expected[0], kernels[0], 1e-14);
        assertEquals(expected[1], kernels[1], 1e-14);
    }

    /** p, q, gap before, gap after erf, by 60 digits from arcsin(2k/√((1+2p)(1+2q))). */
    private static final double[][] ERROR_FUNCTION = {
        {1.0, 1.0, 0.5, 0.53429624524409851},
        {0.2, 3.0, 0.7, 0.72719358517789283},
        {1.0, 1.0, 1e-12, 1.2257000037852004e-12},
        {2.0, 2.0000002, 1e-14, 1.447506703980012e-14},
        {2.0, 2.0000002, 0.0, 9.6330631861575414e-17},
        {1000000.0, 1000000.9536743164, 1e-10, 6.3699353943702046e-8},
        {5.0, 5.0, 0.0, 0.0},
        {10000.0, 0.5, 1.0, 1.0}
    };

    @Test
    void theErrorFunctionKeepsTheAngleOfNearlyParallelPairs() {
        for (double[] one : ERROR_FUNCTION) {
            double a = Math.sqrt(2 * one[0] / (1 + 2 * one[0]));
            double b = 1 / Math.sqrt(1 + 2 * one[0]);
            double otherA = Math.sqrt(2 * one[1] / (1 + 2 * one[1]));
            double otherB = 1 / Math.sqrt(1 + 2 * one[1]);
            double gap = new ErrorFunctionPair(a, otherA, b, otherB, one[2])
                    .gap(1 / Math.sqrt(arcsine(a, b)), 1 / Math.sqrt(arcsine(otherA, otherB)));
            // the angle √(2u) to some roundings
            assertEquals(Math.sqrt(2 * one[3]), Math.sqrt(2 * gap), 1e-14, "p = " + one[0] + ", q = " + one[1]);
        }
    }

    private static double arcsine(double weight, double bias) {
        return Math.atan2(weight * weight, bias * Math.sqrt(2 - bias * bias));
    }

    @Test
    void theErrorFunctionIsOdd() {
        PairStep erf = new PairStep.ErrorFunction(
                factor(Math.sqrt(0.8), Math.sqrt(0.8)),
                factor(Math.sqrt(0.2), Math.sqrt(0.2)),
                factor(1 / Math.sqrt(Math.asin(0.8)), 1 / Math.sqrt(Math.asin(0.8))),
                factor(1, 1));
        double r = Math.asin(0.8 * Math.cos(0.6)) / Math.asin(0.8);
        assertEquals(r, pair(0.6, erf)[0], ROUNDING);
        assertEquals(-r, pair(Math.PI - 0.6, erf)[0], ROUNDING);
        double slope = 1 / Math.sqrt(1 - Math.pow(0.8 * Math.cos(0.6), 2));
        assertEquals(slope * Math.cos(0.6), pair(0.6, new PairStep.AddCorrelation(), erf)[1], ROUNDING);
    }

    @Test
    void zeroInputsAreAlikeAndOrthogonalToOthers() {
        PairInputs zero = side(new DMatrixRMaj(1, 2), 0);
        PairInputs other = side(new DMatrixRMaj(1, 2, true, 1, 1), Math.sqrt(2));
        assertEquals(1, evaluate(zero, side(new DMatrixRMaj(1, 2), 0))[0]);
        assertEquals(0, evaluate(zero, other)[0]);
        assertEquals(0, evaluate(other, zero)[0]);
    }

    @Test
    void tinyDifferencesAreSeen() {
        double norm = Math.sqrt(2);
        PairInputs x = side(new DMatrixRMaj(1, 2, true, 1, 1), norm);
        PairInputs y = side(new DMatrixRMaj(1, 2, true, -1, -1 - 1e-9), Math.hypot(1, 1 + 1e-9));
        // the antigap is ½(angle)², angle = 0.5e-9; ReLU gives it the power 3/2
        double slope = evaluate(x, y, new PairStep.AddCorrelation(), new PairStep.Rectifier(0))[1];
        assertEquals(-0.5e-9 / Math.PI, slope, 1e-17);
    }

    @Test
    void problemsAreChecked() {
        PairInputs x = side(new DMatrixRMaj(1, 2, true, 1, 1), 1);
        PairInputs y = side(new DMatrixRMaj(1, 3, true, 1, 1, 1), 1);
        assertMessage("columns must have as many features as rows (2), got 3", () -> new PairProblem(x, y, List.of()));
        assertMessage(
                "a factor's column values must have one value for each of the 1 inputs, got 2",
                () -> new PairProblem(
                        x,
                        x,
                        List.of(new PairStep.Affine(
                                new PairFactor(new double[1], new double[2]), factor(1, 1), Optional.empty()))));
        assertMessage("outputs must name a kernel, got none", () -> new PairOutputs(false, false, Precision.DOUBLE));
        assertMessage("precision must be float64 or float32, got half", () -> Precision.parse("half"));
        assertEquals(Precision.SINGLE, Precision.parse("float32"));
        assertTrue(new PairProblem(x, x, List.of()).symmetric());
    }

    private static void assertMessage(String expected, org.junit.jupiter.api.function.Executable call) {
        assertEquals(
                expected, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}

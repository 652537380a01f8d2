package meanfield.gpu.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Pieces against the series they were cut from. */
class PieceTableTest {
    /** Σ ρ^k T_k(x) = (1 - ρx)/(1 - 2ρx + ρ²), cut where nothing is left. */
    private static double[] series(double rho) {
        double[] coefficients = new double[(int) (Math.log(1e-17) / Math.log(rho))];
        for (int k = 0; k < coefficients.length; k++) {
            coefficients[k] = Math.pow(rho, k);
        }
        return coefficients;
    }

    private static double sum(double rho, double angle) {
        double x = 2 * angle / Math.PI - 1;
        return (1 - rho * x) / (1 - 2 * rho * x + rho * rho);
    }

    private static double[] evaluate(PieceTable table, double angle, double tangentRatio) {
        double[] c = table.coefficients(tangentRatio);
        double place = angle * table.pieces() / Math.PI;
        int piece = Math.min(table.pieces() - 1, (int) place);
        double t = 2 * (place - piece) - 1;
        double[] sums = new double[2];
        for (int k = PieceTable.SIZE - 1; k >= 0; k--) {
            sums[0] = sums[0] * t + c[2 * (piece * PieceTable.SIZE + k)];
            sums[1] = sums[1] * t + c[2 * (piece * PieceTable.SIZE + k) + 1];
        }
        return sums;
    }

    private static void assertFits(double nngp, double ntk, int pieces, double rounding) {
        PieceTable table = PieceTable.of(series(nngp), series(ntk));
        assertEquals(pieces, table.pieces());
        Random random = new Random(3);
        for (int trial = 0; trial < 500; trial++) {
            double angle = trial == 0 ? 0 : trial == 1 ? Math.PI : Math.PI * random.nextDouble();
            double[] values = evaluate(table, angle, 2);
            assertEquals(sum(nngp, angle), values[0], rounding, "at " + angle);
            assertEquals(2 * sum(ntk, angle), values[1], 2 * rounding, "at " + angle);
        }
    }

    /** Degrees 33 and 24: ten layers of ReLU. */
    @Test
    void smoothKernelsTakeFewPieces() {
        assertFits(0.3, 0.2, 16, 5e-15);
    }

    /** Poles beside π. */
    @Test
    void sharpKernelsTakeMore() {
        PieceTable table = PieceTable.of(series(0.3), series(0.9));
        assertTrue(table.pieces() > 256 && table.pieces() < 8192, "pieces " + table.pieces());
        assertFits(0.3, 0.9, table.pieces(), 2e-12);
    }

    @Test
    void oneHighDegreeIsCutAsWell() {
        double[] high = new double[301];
        high[300] = 1;
        PieceTable table = PieceTable.of(high, new double[] {1});
        for (double angle : new double[] {0, 0.01, 1, 2, 3.1, Math.PI}) {
            double expected = Math.cos(300 * Math.acos(2 * angle / Math.PI - 1));
            assertEquals(expected, evaluate(table, angle, 1)[0], 1e-11, "at " + angle);
            assertEquals(1, evaluate(table, angle, 1)[1], 1e-15);
        }
    }

    @Test
    void aKernelThatIsNotSmoothIsRefused() {
        double[] wild = new double[400_000];
        wild[399_999] = 1;
        assertThrows(IllegalArgumentException.class, () -> PieceTable.of(wild, new double[] {1}));
    }
}

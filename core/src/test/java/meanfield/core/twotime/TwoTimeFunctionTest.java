package meanfield.core.twotime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import meanfield.core.random.RandomStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class TwoTimeFunctionTest {
    /** F_μν(t, s) = 1000 t + 100 s + 10 μ + ν, so that every place has its own number. */
    private static TwoTimeFunction numbered(TwoTimeFunction function, int times) {
        int p = function.samples();
        for (int t = 0; t < times; t++) {
            double[] rows = new double[p * p * (t + 1)];
            for (int mu = 0; mu < p; mu++) {
                for (int m = 0; m < (t + 1) * p; m++) {
                    rows[mu * (t + 1) * p + m] = 1000 * t + 100 * (m / p) + 10 * mu + m % p;
                }
            }
            function.append(rows);
        }
        return function;
    }

    @Test
    void everyEntryIsWhereItWasPut() {
        TwoTimeFunction response = numbered(TwoTimeFunction.causal(3), 20);
        assertEquals(20, response.times());
        assertEquals(19_000 + 700 + 20 + 1, response.at(19, 7, 2, 1));
        assertEquals(5_000 + 500 + 1, response.at(5, 5, 0, 1));
        assertEquals(5_000 + 500 + 10, response.at(5, 5, 1, 0));
        assertEquals(0, response.at(7, 19, 2, 1));
    }

    @Test
    void aCorrelationIsSymmetricWithItsLowerTriangle() {
        TwoTimeFunction correlation = numbered(TwoTimeFunction.symmetric(3), 9);
        assertEquals(8_000 + 700 + 20 + 1, correlation.at(8, 7, 2, 1));
        assertEquals(8_000 + 700 + 20 + 1, correlation.at(7, 8, 1, 2));
        assertEquals(4_000 + 400 + 10, correlation.at(4, 4, 0, 1));
        DMatrixRMaj matrix = correlation.toMatrix();
        for (int n = 0; n < 27; n++) {
            for (int m = 0; m < n; m++) {
                assertEquals(matrix.get(n, m), matrix.get(m, n));
            }
        }
        assertEquals(4_000 + 400 + 20 + 1, correlation.equalTimes(4).get(1, 2));
    }

    @Test
    void rowsAndDistances() {
        TwoTimeFunction a = numbered(TwoTimeFunction.causal(2), 5);
        TwoTimeFunction b = numbered(TwoTimeFunction.causal(2), 4);
        assertEquals(0, a.distance(b));
        double[] row = new double[10];
        a.copyRow(4, 1, row);
        assertEquals(a.at(4, 2, 1, 0), row[4]);
        row[3] += 0.25;
        double[] both = new double[20];
        a.copyRow(4, 0, both);
        System.arraycopy(row, 0, both, 10, 10);
        b.append(both);
        assertEquals(0.25, a.distance(b));
    }

    @Test
    void mistakesAreNamed() {
        TwoTimeFunction function = TwoTimeFunction.symmetric(2);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> function.append(new double[3]))
                .getMessage()
                .contains("rows must have 2 x 2 entries"));
        assertThrows(IllegalArgumentException.class, () -> function.at(0, 0));
        assertThrows(IllegalArgumentException.class, () -> TwoTimeFunction.causal(0));
    }

    @Test
    void theFactorReproducesACovarianceThatGrows() {
        int n = 24;
        DMatrixRMaj root = new DMatrixRMaj(n, n);
        RandomStream.of(3).fillGaussian(root.data);
        GrowingCholesky factor = GrowingCholesky.empty();
        TwoTimeFunction covariance = TwoTimeFunction.symmetric(2);
        for (int t = 0; t < n / 2; t++) {
            double[] rows = new double[4 * (t + 1)];
            for (int mu = 0; mu < 2; mu++) {
                for (int m = 0; m < 2 * (t + 1); m++) {
                    rows[mu * 2 * (t + 1) + m] = inner(root, 2 * t + mu, m);
                }
            }
            covariance.append(rows);
            factor.append(covariance);
        }
        assertTrue(factor.convergence().isConverged());
        assertEquals(0, factor.vanished());
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = 0; k <= j; k++) {
                    sum += factor.at(i, k) * factor.at(j, k);
                }
                assertEquals(inner(root, i, j), sum, 1e-12 * n);
            }
        }
    }

    @Test
    void aRepeatedVariableVanishesAndTheNextOneDoesNotSuffer() {
        GrowingCholesky factor = GrowingCholesky.empty();
        factor.append(new double[] {2});
        assertEquals(0, factor.append(new double[] {2, 2}));
        factor.append(new double[] {1, 1, 1.5});
        assertEquals(1, factor.vanished());
        assertTrue(factor.convergence().isConverged());
        assertEquals(Math.sqrt(0.5), factor.at(2, 0), 1e-15);
        assertEquals(0, factor.at(2, 1));
        assertEquals(1, factor.at(2, 2), 1e-15);
    }

    @Test
    void whatIsNoCovarianceIsRefusedOnce() {
        GrowingCholesky factor = GrowingCholesky.empty();
        factor.append(new double[] {1});
        factor.append(new double[] {1.1, 1});
        factor.append(new double[] {0, 0, 1});
        assertEquals(
                meanfield.core.Convergence.Status.ILL_POSED,
                factor.convergence().status());
        assertTrue(
                factor.convergence().detail().contains("row 1"),
                factor.convergence().detail());
        GrowingCholesky notANumber = GrowingCholesky.empty();
        notANumber.append(new double[] {Double.NaN});
        assertTrue(!notANumber.convergence().isConverged());
    }

    private static double inner(DMatrixRMaj root, int i, int j) {
        double sum = 0;
        for (int k = 0; k < root.numCols; k++) {
            sum += root.get(i, k) * root.get(j, k);
        }
        return sum;
    }
}

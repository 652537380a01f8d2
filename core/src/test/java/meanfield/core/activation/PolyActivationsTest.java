package meanfield.core.activation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** PolyReLU and PolyNorm against reference case polynorm-a (approximation, misc) and against differences. */
class PolyActivationsTest {
    private static final double[] X = {0.5, -1.2, 2.0, 0.1};

    @Test
    void polyReluOfTheReference() {
        PolyRelu activation = PolyRelu.initial(3);
        double[] expected = {0.29166666666666663, 0.0, 4.666666666666667, 0.037};
        for (int i = 0; i < X.length; i++) {
            assertEquals(expected[i], activation.value(X[i]), 1e-12 * (1 + expected[i]));
        }
    }

    @Test
    void polyNormOfTheReference() {
        double[] rms = {0.18893450538308165, -0.250397611537773, 1.8362089323444883, 0.029570466225004605};
        double[] euclidean = {0.09446727949574475, -0.1251988542264338, 0.9181046084005293, 0.014785238098907002};
        assertArrayEquals(rms, PolyNorm.withDefaults().value(X), 2e-12);
        assertArrayEquals(
                euclidean,
                PolyNorm.withDefaults().withNorm(PolyNorm.Norm.EUCLIDEAN).value(X),
                2e-12);
        double[][] jacobian = {
            {0.48406261473848916, 0.03798516615202121, -0.0981018076705221, -0.002453755818826246},
            {0.026482787926425763, 0.21210695961912568, 0.12035070586733294, 0.00585384928694783},
            {-0.05853194616051563, 0.30948914679111206, 0.2008202213281407, -0.009867086122277543},
            {-0.0024711283347369963, 0.006186025972702803, -0.011295486032645605, 0.31249787700498366}
        };
        double[][] computed = PolyNorm.withDefaults().jacobian(X);
        for (int j = 0; j < 4; j++) {
            assertArrayEquals(jacobian[j], computed[j], 1e-12);
        }
    }

    @Test
    void derivativesAreThoseOfTheValues() {
        PolyRelu activation = PolyRelu.of(0.7, -0.4, 1.3, 0.2, -0.6);
        double h = 1e-5;
        for (double x : new double[] {-2.3, -0.4, 0.3, 1.7}) {
            double slope = (activation.value(x + h) - activation.value(x - h)) / (2 * h);
            double bend = (activation.derivative(x + h) - activation.derivative(x - h)) / (2 * h);
            assertEquals(slope, activation.derivative(x), 1e-7);
            assertEquals(bend, activation.secondDerivative(x), 1e-7);
        }
        assertEquals(-0.2, activation.derivative(0));
        assertEquals(1.3, activation.secondDerivative(0));
        assertEquals(0.7, activation.value(-5), "the constant stands on both sides");
        assertTrue(Double.isNaN(activation.value(Double.NaN)));
        PolyNorm norm = new PolyNorm(0.4, -0.7, 1.1, 0.3, PolyNorm.Norm.EUCLIDEAN, 0);
        double[][] jacobian = norm.jacobian(X);
        for (int k = 0; k < X.length; k++) {
            double[] up = X.clone();
            double[] down = X.clone();
            up[k] += h;
            down[k] -= h;
            for (int j = 0; j < X.length; j++) {
                assertEquals((norm.value(up)[j] - norm.value(down)[j]) / (2 * h), jacobian[j][k], 1e-8);
            }
        }
    }

    @Test
    void badCoefficientsAreRefused() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> PolyRelu.of(1));
        assertTrue(e.getMessage().startsWith("coefficients must be a0, a1"), e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> PolyRelu.of(0, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> PolyRelu.initial(0));
    }
}

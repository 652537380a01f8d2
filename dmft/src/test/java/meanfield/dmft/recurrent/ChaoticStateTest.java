package meanfield.dmft.recurrent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import meanfield.core.activation.DualActivation;
import meanfield.core.activation.StandardActivation;
import meanfield.core.quadrature.QuadratureRule;
import meanfield.core.solve.TimeGrid;
import meanfield.dmft.ReferenceCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChaoticStateTest {
    /** Looser than the computation, as published. */
    private static final double VARIANCE = 1e-6;

    private static final double CORRELATION = 1e-4;
    private static final double LYAPUNOV = 5e-4;

    @Test
    void publishedNumbers() {
        JsonNode cases = ReferenceCase.read("d5_scs").get("cases");
        assertEquals(3, cases.size());
        for (JsonNode each : cases) {
            ChaoticState state = ChaoticState.of(each.get("g").asDouble());
            assertTrue(state.convergence().isConverged());
            assertEquals(each.get("C0").asDouble(), state.variance(), VARIANCE);
            assertEquals(each.get("mean_phi2").asDouble(), state.meanSquaredRate(), VARIANCE);
            double[] expected = ReferenceCase.numbers(each.get("C"));
            double[] lags = ReferenceCase.numbers(each.get("times"));
            assertArrayEquals(expected, state.autocorrelation(TimeGrid.of(lags)), CORRELATION);
            assertEquals(
                    each.get("lyapunov").asDouble(), state.lyapunovExponent().value(), LYAPUNOV);
            assertTrue(state.lyapunovExponent().convergence().isConverged());
        }
    }

    /** Four published networks of 2000 units at g = 2. */
    @Test
    void publishedNetworksAgree() {
        JsonNode networks = ReferenceCase.read("d5_scs").get("simulation_large");
        double[] lags = ReferenceCase.numbers(networks.get("lags"));
        double[] mean = ReferenceCase.numbers(networks.get("C_mean"));
        double[] error = ReferenceCase.numbers(networks.get("C_se"));
        double[] theory = ChaoticState.of(networks.get("g").asDouble()).autocorrelation(TimeGrid.of(lags));
        for (int i = 0; i < lags.length; i++) {
            assertEquals(theory[i], mean[i], 3 * error[i]);
        }
    }

    /** Mehler's series against quadrature of both averages. */
    @ParameterizedTest
    @ValueSource(doubles = {0.05, 1.9, 30, 250})
    void seriesIsThePlaneAverage(double variance) {
        TanhSeries series = TanhSeries.of(variance);
        DualActivation dual = DualActivation.of(StandardActivation.TANH);
        for (double rho : new double[] {0, 0.3, 0.8, 0.99, 1}) {
            assertEquals(dual.value(variance, variance, rho * variance), series.correlation(rho), 1e-11);
            assertEquals(dual.derivative(variance, variance, rho * variance), series.slopeCorrelation(rho), 1e-9);
        }
    }

    /** The potential of the specification, ⟨Φ Φ⟩ with Φ = ln cosh on the plane, balances at C₀. */
    @ParameterizedTest
    @ValueSource(doubles = {1.1, 1.5, 2})
    void potentialBalances(double gain) {
        double c0 = ChaoticState.of(gain).variance();
        double atVariance = -0.5 * c0 * c0 + gain * gain * planeAverage(c0, c0);
        double atZero = gain * gain * planeAverage(c0, 0);
        assertEquals(atZero, atVariance, 1e-8 * gain * gain);
    }

    private static double planeAverage(double c0, double c) {
        QuadratureRule rule = QuadratureRule.gaussHermite(150);
        return rule.integrate(z -> {
            double inner = rule.integrate(x -> {
                double u = Math.abs(Math.sqrt(c0 - c) * x + Math.sqrt(c) * z);
                return u + Math.log1p(Math.exp(-2 * u)) - Math.log(2);
            });
            return inner * inner;
        });
    }

    /** C″ = C - g² ⟨φφ⟩ along the computed curve, by differences. */
    @ParameterizedTest
    @ValueSource(doubles = {1.05, 1.6, 4})
    void autocorrelationSolvesItsEquation(double gain) {
        ChaoticState state = ChaoticState.of(gain);
        DualActivation dual = DualActivation.of(StandardActivation.TANH);
        double h = 0.02;
        for (double lag : new double[] {h, 1, 3, 9}) {
            double[] c = state.autocorrelation(TimeGrid.of(lag - h, lag, lag + h));
            double second = (c[0] - 2 * c[1] + c[2]) / (h * h);
            double force = c[1] - gain * gain * dual.value(state.variance(), state.variance(), c[1]);
            // differences: h²/12 of the fourth derivative, rounding 1e-10/h²
            assertEquals(force, second, 2e-4 * state.variance());
        }
        assertEquals(0, state.autocorrelation(TimeGrid.of(2000))[0], 1e-8);
        assertEquals(state.variance(), state.autocorrelation(TimeGrid.of(0))[0], 1e-15);
    }

    /** C₀ = ε + 7ε²/6 and λ_L = ε²/2 near the transition, errors of the next order. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-2, 1e-3, 1e-4})
    void nearTheTransition(double epsilon) {
        ChaoticState state = ChaoticState.of(1 + epsilon);
        double twoTerms = epsilon + 7 * epsilon * epsilon / 6;
        assertEquals(twoTerms, state.variance(), 10 * Math.pow(epsilon, 3) + 1e-11 * epsilon);
        double leading = 0.5 * epsilon * epsilon;
        assertEquals(leading, state.lyapunovExponent().value(), 5 * epsilon * leading + 1e-6 * leading);
    }

    @Test
    void orderedPhaseIsSilent() {
        for (double gain : new double[] {0, 0.4, 1}) {
            ChaoticState state = ChaoticState.of(gain);
            assertEquals(0, state.variance());
            assertArrayEquals(new double[] {0, 0}, state.autocorrelation(TimeGrid.of(0, 3)));
            assertEquals(gain - 1, state.lyapunovExponent().value());
        }
        assertThrows(IllegalArgumentException.class, () -> ChaoticState.of(-0.1));
        assertThrows(IllegalArgumentException.class, () -> ChaoticState.of(20.5));
    }

    /** λ_L rises with the gain, and continues from g - 1 < 0 through 0. */
    @Test
    void lyapunovExponentRises() {
        double before = -1;
        for (double gain : new double[] {0.5, 0.9, 1, 1.1, 1.4, 2, 3, 5, 10, 20}) {
            double lyapunov = ChaoticState.of(gain).lyapunovExponent().value();
            assertTrue(lyapunov > before, gain + ": " + lyapunov);
            before = lyapunov;
        }
    }
}

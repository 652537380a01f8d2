package meanfield.approximation.kernel;

import static meanfield.approximation.classical.ReferenceCases.close;
import static meanfield.approximation.classical.ReferenceCases.number;
import static meanfield.approximation.classical.ReferenceCases.numbers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import meanfield.approximation.classical.ReferenceCases;
import meanfield.core.activation.DualActivation;
import meanfield.core.activation.ParameterizedActivation;
import meanfield.core.activation.PolyRelu;
import meanfield.core.activation.dual.PolyReluDual;
import meanfield.core.linalg.LinearAlgebras;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class PolyReluKernelTest {
    private static PolyRelu activation(JsonNode node) {
        return PolyRelu.of(numbers(node.get("params").get("a")));
    }

    @Test
    void reproducesPublishedDuals() {
        for (JsonNode node : ReferenceCases.of("dual_kernels", "dual_activation")) {
            PolyReluDual dual = activation(node).dual();
            double u = number(node.get("params").get("sigma_u"));
            double v = number(node.get("params").get("sigma_v"));
            for (JsonNode row : node.get("value")) {
                double rho = number(row.get("rho"));
                String what = node.get("id").asText() + " at " + rho;
                close(number(row.get("dual")), dual.valueAtCorrelation(u, v, rho), 1e-13, 1e-300, what);
                double slope = number(row.get("dual_derivative_expectation"));
                close(slope, dual.derivativeAtCorrelation(u, v, rho), 1e-13, 1e-300, what);
                // through the covariance, whose rounding is amplified towards ρ = ±1
                close(number(row.get("dual")), dual.value(u * u, v * v, rho * u * v), 2e-12, 1e-15, what);
            }
        }
    }

    @Test
    void reproducesPublishedVarianceMaps() {
        for (JsonNode node : ReferenceCases.of("dual_kernels", "variance_map")) {
            PolyReluDual dual = activation(node).dual();
            for (JsonNode row : node.get("value").get("rows")) {
                double q = number(row.get("q"));
                close(number(row.get("second_moment")), dual.secondMoment(q), 1e-13, 0, "q = " + q);
                close(number(row.get("second_moment")), dual.value(q, q, q), 1e-13, 0, "q = " + q);
                close(number(row.get("chi")), dual.derivativeSecondMoment(q), 1e-13, 0, "chi, q = " + q);
            }
        }
    }

    /** A_ij = 2π E u₊^i v₊^j/(2^{(i+j)/2} Γ((i+j)/2+1)), by monomials a_i x₊^i + a_j x₊^j and bilinearity. */
    @Test
    void reproducesPublishedAngleIntegrals() {
        JsonNode node = ReferenceCases.of("dual_kernels", "angle_integral").get(0);
        double[] psi = numbers(node.get("params").get("psi"));
        double[] factorial = {1, 1, 2, 6};
        node.get("value").properties().forEach(entry -> {
            int i = entry.getKey().charAt(2) - '0';
            int j = entry.getKey().charAt(3) - '0';
            double[] expected = numbers(entry.getValue());
            for (int k = 0; k < psi.length && i > 0 && j > 0 && i == j; k++) {
                double[] a = new double[i + 1];
                a[i] = 1;
                double factor = Math.pow(2, i) * factorial[i] / (2 * Math.PI);
                double ours = PolyRelu.of(a).dual().valueAtCorrelation(1, 1, Math.cos(psi[k])) / factor;
                // cos ψ rounded, and A_ij = O(q^{i+j+1}): at ψ = 3 its relative error is 7 · 2⁻⁵³/(q sin q)
                close(expected[k], ours, psi[k] > 2.5 ? 4e-14 : 2e-15, 0, entry.getKey() + " at " + psi[k]);
            }
        });
    }

    /** Powers of ReLU have another closed form in core, and every PolyReLU an integral in two variables. */
    @Test
    void otherRoutesAgree() {
        for (int n = 1; n <= 9; n++) {
            double[] a = new double[n + 1];
            a[n] = 1;
            DualActivation other = DualActivation.of(new ParameterizedActivation.RectifiedMonomial(n));
            for (double k : new double[] {-1.2, -0.5, 0, 0.3, 1.2}) {
                double expected = other.value(1.3, 1.2, k);
                assertEquals(expected, PolyRelu.of(a).dual().value(1.3, 1.2, k), 3e-14 * expected, "n " + n);
                double slope = other.derivative(1.3, 1.2, k);
                assertEquals(slope, PolyRelu.of(a).dual().derivative(1.3, 1.2, k), 3e-14 * slope, "n " + n);
            }
        }
    }

    /** ∂F/∂k = G by a central difference. */
    @Property(tries = 100)
    void derivativeIsTheDerivative(@ForAll @DoubleRange(min = -0.97, max = 0.97) double rho) {
        PolyReluDual dual = PolyRelu.of(0.3, -0.7, 0.2, 0.4, 0.1).dual();
        double h = 1e-5;
        double k = rho * Math.sqrt(0.8 * 1.7);
        double difference = (dual.value(0.8, 1.7, k + h) - dual.value(0.8, 1.7, k - h)) / (2 * h);
        assertEquals(dual.derivative(0.8, 1.7, k), difference, 1e-7);
    }

    @Test
    void gramMatricesArePositiveSemidefinite() {
        PolyReluDual dual = PolyRelu.initial(3).dual();
        int n = 40;
        DMatrixRMaj gram = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                gram.set(i, j, dual.valueAtCorrelation(1, 1, Math.cos(2 * Math.PI * (i - j) / n)));
            }
        }
        double smallest = LinearAlgebras.ejml().symmetricEigen(gram).values()[0];
        assertTrue(smallest > 1e-9, "strictly positive on the circle without bias: " + smallest);
    }

    @Test
    void reproducesPublishedEigenvalues() {
        for (JsonNode node : ReferenceCases.of("dual_kernels", "sphere_eigenvalues")) {
            PolyReluSpectrum spectrum = new PolyReluSpectrum(
                    activation(node), node.get("params").get("d").asInt());
            node.get("value").get("mu").properties().forEach(entry -> {
                int k = Integer.parseInt(entry.getKey());
                String what = node.get("id").asText() + " k = " + k;
                close(number(entry.getValue()), spectrum.eigenvalue(k), 1e-12, 1e-50, what);
            });
        }
    }

    /** Slopes from degree 20 to 40 in d = 3, and the trace identity. */
    @Test
    void decayAndTrace() {
        PolyReluSpectrum relu = new PolyReluSpectrum(PolyRelu.of(0, 1), 3);
        PolyReluSpectrum poly = new PolyReluSpectrum(PolyRelu.initial(3), 3);
        PolyReluSpectrum square = new PolyReluSpectrum(PolyRelu.of(0, 0, 1), 3);
        assertEquals(-4.92, slope(relu, 20, 40), 0.006);
        assertEquals(-6.91, slope(square, 21, 41), 0.02);
        assertEquals(-4.76, slope(poly, 20, 40), 0.006);
        assertEquals(-6.91, slope(poly, 21, 41), 0.02);
        assertEquals(0, relu.eigenvalue(7));
        assertEquals(5, relu.decayExponent(8));
        assertEquals(Double.POSITIVE_INFINITY, relu.decayExponent(9));
        assertEquals(7, poly.decayExponent(9));
        for (int d : new int[] {2, 3, 6}) {
            PolyReluSpectrum spectrum = new PolyReluSpectrum(PolyRelu.of(0.2, 0.5, 0.4, -0.1), d);
            double sum = 0;
            for (int k = 0; k <= 1500; k++) {
                sum += spectrum.multiplicity(k) * spectrum.eigenvalue(k);
            }
            // the tail of N μ ~ k^{d-2} k^{-(d+2)} is about 1500^{-3}
            assertEquals(spectrum.trace(), sum, 1e-8, "d = " + d);
        }
    }

    private static double slope(PolyReluSpectrum spectrum, int from, int to) {
        return Math.log(spectrum.eigenvalue(to) / spectrum.eigenvalue(from)) / Math.log((double) to / from);
    }

    /** The eigenvalues sum to the kernel, d = 2: K(cos θ) = μ₀ + 2 Σ μ_k cos kθ. */
    @Property(tries = 30)
    void fourierSeriesIsTheKernel(@ForAll @IntRange(min = 0, max = 100) int step) {
        double theta = Math.PI * step / 100;
        PolyReluSpectrum spectrum = new PolyReluSpectrum(PolyRelu.of(0.2, 0.5, 0.4), 2);
        double sum = spectrum.eigenvalue(0);
        for (int k = 1; k <= 400; k++) {
            sum += 2 * spectrum.eigenvalue(k) * Math.cos(k * theta);
        }
        double kernel = spectrum.activation().dual().valueAtCorrelation(1, 1, Math.cos(theta));
        assertEquals(kernel, sum, 1e-8);
    }

    @Test
    void zeroDeviationsLeaveTheConstant() {
        PolyReluDual dual = PolyRelu.of(0.5, 1, 2).dual();
        assertEquals(0.25, dual.valueAtCorrelation(0, 0, 0.3), 1e-15);
        assertEquals(0.25 + 0.5 * (2 / Math.sqrt(2 * Math.PI) + 4), dual.valueAtCorrelation(2, 0, 0.3), 1e-14);
        assertThrows(IllegalArgumentException.class, () -> dual.valueAtCorrelation(1, 1, 1.5));
    }
}

package meanfield.approximation.splines;

import static meanfield.approximation.classical.ReferenceCases.numbers;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import meanfield.approximation.classical.ReferenceCases;
import meanfield.approximation.rational.SafeRational;
import meanfield.approximation.target.GridSup;
import meanfield.approximation.target.ScalarField;
import meanfield.core.linalg.LinearAlgebras;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplinesTest {
    /** Polynomials of degree k in each variable are splines of degree k. */
    @Test
    void tensorSplinesReproducePolynomials() {
        ScalarField cubic = x -> 2 + x[0] * x[0] * x[0] * x[1] - 3 * x[1] * x[1] * x[1] + x[0];
        TensorSpline spline = TensorSpline.of(cubic, 2, 5, 3);
        assertEquals(64, spline.parameters());
        for (double[] x : new double[][] {{0, 0}, {1, 1}, {0.2, 1}, {0.4, 0.37}, {0.999, 0.6}}) {
            assertEquals(cubic.value(x), spline.value(x), 1e-12);
        }
    }

    /** Along one axis it is the least-squares spline; of a product it is the product. */
    @Test
    void tensorSplinesFactor() {
        DoubleUnaryOperator f = x -> Math.exp(2 * x);
        DoubleUnaryOperator g = x -> Math.cos(5 * x);
        TensorSpline first = TensorSpline.of(x -> f.applyAsDouble(x[0]), 1, 17, 2);
        TensorSpline second = TensorSpline.of(x -> g.applyAsDouble(x[0]), 1, 17, 2);
        TensorSpline both = TensorSpline.of(x -> f.applyAsDouble(x[0]) * g.applyAsDouble(x[1]), 2, 17, 2);
        UniformSplines basis = new UniformSplines(17, 2, 0, 1);
        double[] c = LeastSquares.fit(f, basis, 0, 1, 4, LinearAlgebras.ejml()).coefficients();
        for (double x : new double[] {0, 0.11, 0.5, 0.93, 1}) {
            assertEquals(basis.combine(c, x), first.value(new double[] {x}), 1e-12);
            assertEquals(
                    first.value(new double[] {x}) * second.value(new double[] {1 - x}),
                    both.value(new double[] {x, 1 - x}),
                    1e-12);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5})
    void tensorSplinesConvergeByTheirOrder(int degree) {
        ScalarField f = x -> Math.sin(3 * x[0] + 2 * x[1]);
        double[] errors = new double[2];
        for (int i = 0; i < 2; i++) {
            int cells = 8 << i;
            TensorSpline spline = TensorSpline.of(f, 2, cells, degree);
            errors[i] = GridSup.of(2, cells)
                    .measure(x -> f.value(x) - spline.value(x), 2)
                    .lower();
        }
        assertEquals(degree + 1, Math.log(errors[0] / errors[1]) / Math.log(2), 0.25);
    }

    @Test
    void reproducesPublishedBases() {
        for (JsonNode node : ReferenceCases.of("kan_softmax", "bspline_basis")) {
            JsonNode params = node.get("params");
            UniformSplines basis = UniformSplines.onSymmetricInterval(
                    params.get("G").asInt(), params.get("k").asInt());
            double[] x = numbers(params.get("x"));
            for (int i = 0; i < x.length; i++) {
                assertArrayEquals(numbers(node.get("value").get(i)), basis.values(x[i]), 1e-14);
            }
        }
    }

    @Property(tries = 200)
    void splinesSumToOne(
            @ForAll @IntRange(min = 1, max = 40) int cells,
            @ForAll @IntRange(min = 0, max = 6) int degree,
            @ForAll @DoubleRange(min = -2, max = 4.99) double x) {
        UniformSplines basis = new UniformSplines(cells, degree, -2, 5);
        assertEquals(1, Arrays.stream(basis.values(x)).sum(), 1e-13);
        assertEquals(cells + degree, basis.size());
    }

    /** Cox and de Boor's recurrence as it is written, on the knots themselves. */
    @Property(tries = 100)
    void theRecurrenceAgrees(
            @ForAll @IntRange(min = 1, max = 8) int cells,
            @ForAll @IntRange(min = 0, max = 4) int degree,
            @ForAll @DoubleRange(min = -1.7, max = 1.7) double x) {
        UniformSplines basis = UniformSplines.onSymmetricInterval(cells, degree);
        double h = 2.0 / cells;
        double fromKnot = Math.abs((x + 1) / h - Math.rint((x + 1) / h));
        Assume.that(degree > 0 || fromKnot > 1e-12); // steps jump at a knot, whose rounding then decides
        double[] values = basis.values(x);
        for (int c = 0; c < values.length; c++) {
            assertEquals(recursive(c, degree, degree, h, x), values[c], 1e-12);
        }
    }

    /** Knots by one formula: neighbouring cells must agree on the knot between them to the last bit. */
    private static double knot(int c, int k, double h) {
        return -1 + (c - k) * h;
    }

    private static double recursive(int c, int p, int k, double h, double x) {
        double left = knot(c, k, h);
        double right = knot(c + p + 1, k, h);
        if (p == 0) {
            return x >= left && x < right ? 1 : 0;
        }
        return (x - left) / (p * h) * recursive(c, p - 1, k, h, x)
                + (right - x) / (p * h) * recursive(c + 1, p - 1, k, h, x);
    }

    @Test
    void reproducesThePublishedLayer() {
        JsonNode node = ReferenceCases.of("kan_softmax", "kan_layer").get(0);
        JsonNode params = node.get("params");
        UniformSplines basis = UniformSplines.onSymmetricInterval(5, 3);
        KanLayer layer = layer(List.of(basis), params.get("spline_weight").doubleValue());
        for (int e = 0; e < params.get("x").size(); e++) {
            double[] y = layer.value(numbers(params.get("x").get(e)));
            assertArrayEquals(numbers(node.get("value").get(e)), y, 1e-13);
        }
        assertEquals(2 * 3 * (2 + 8), layer.parameters());
    }

    private static KanLayer layer(List<EdgeBasis> bases, double basisWeight) {
        KanLayer.Edge[][] edges = new KanLayer.Edge[2][3];
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 3; j++) {
                List<List<Double>> coefficients = new ArrayList<>();
                List<Double> scores = new ArrayList<>();
                for (EdgeBasis basis : bases) {
                    List<Double> some = new ArrayList<>();
                    for (int c = 0; c < basis.size(); c++) {
                        some.add(Math.sin(1 + i + 2 * j + 3 * c));
                    }
                    coefficients.add(some);
                    scores.add(scores.isEmpty() ? Double.POSITIVE_INFINITY : 0.3);
                }
                edges[i][j] = new KanLayer.Edge(0.3 * (j + 1) - 0.2 * i, basisWeight, scores, coefficients);
            }
        }
        return KanLayer.of(bases, edges);
    }

    /** A score of infinity selects one basis exactly. */
    @Test
    void aSelectedBasisIsThatBasis() {
        SafeRational rational = new SafeRational(List.of(0.0, 0.0, 0.0, 0.0, 0.0, 0.0), List.of(0.0, 1.0, 0.0, 0.5));
        List<EdgeBasis> all = List.of(
                UniformSplines.onSymmetricInterval(4, 2),
                new EdgeBases.Chebyshev(5),
                new EdgeBases.PolyRelu(3),
                new EdgeBases.Rational(rational));
        for (EdgeBasis basis : all) {
            List<EdgeBasis> order = new ArrayList<>(all);
            order.remove(basis);
            order.add(0, basis);
            double[] mixed = layer(order, 0.7).value(0.3, -0.8);
            double[] single = layer(List.of(basis), 0.7).value(0.3, -0.8);
            assertArrayEquals(single, mixed, 0);
        }
    }

    /** Nested knots: least squares on the refined grid gives the same function. */
    @Test
    void refinementReproducesTheEdge() {
        for (int degree = 1; degree <= 4; degree++) {
            UniformSplines coarse = UniformSplines.onSymmetricInterval(6, degree);
            double[] a = new double[coarse.size()];
            for (int c = 0; c < a.length; c++) {
                a[c] = Math.cos(2.3 * c);
            }
            UniformSplines fine = coarse.refined();
            LeastSquares.Fit fit = LeastSquares.fit(x -> coarse.combine(a, x), fine, -1, 1, 8, LinearAlgebras.ejml());
            for (int i = 0; i < 100; i++) {
                double x = -1 + 0.02 * i;
                assertEquals(coarse.combine(a, x), fine.combine(fit.coefficients(), x), 1e-12, "degree " + degree);
            }
        }
    }

    @Test
    void everyBasisReproducesItsMembers() {
        EdgeBasis basis = new EdgeBases.PolyRelu(4);
        LeastSquares.Fit fit = LeastSquares.fit(
                x -> 1 + Math.abs(x) - 2 * x * x * Math.max(x, 0), basis, -1, 1, 10, LinearAlgebras.ejml());
        assertEquals(0, fit.l2Error(), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> new UniformSplines(3, 11, -1, 1));
        assertThrows(IllegalArgumentException.class, () -> new EdgeBases.Chebyshev(-1));
    }
}

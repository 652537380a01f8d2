package meanfield.approximation.gaunt;

import static meanfield.approximation.classical.ReferenceCases.numbers;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import meanfield.approximation.classical.ReferenceCases;
import org.junit.jupiter.api.Test;

class GauntTest {
    @Test
    void reproducesPublishedComplexCoefficients() {
        for (JsonNode row : ReferenceCases.of("gaunt", "gaunt_complex").get(0).get("value")) {
            int[] l = ints(row.get("l"));
            int[] m = ints(row.get("m"));
            double gaunt = GauntCoefficients.complex(l[0], l[1], l[2], m[0], m[1], m[2]);
            assertEquals(row.get("gaunt").doubleValue(), gaunt, 1e-14, row.toString());
            double cg = AngularMomentum.clebschGordan(l[0], m[0], l[1], m[1], l[2], -m[2]);
            assertEquals(row.get("cg_l1m1_l2m2_to_l3_minus_m3").doubleValue(), cg, 1e-14, row.toString());
        }
    }

    private static int[] ints(JsonNode node) {
        int[] values = new int[node.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = node.get(i).asInt();
        }
        return values;
    }

    /** Every coefficient, the zeros included, and the sum of squares (3). */
    @Test
    void reproducesPublishedRealCoefficients() {
        for (JsonNode node : ReferenceCases.of("gaunt", "gaunt_real")) {
            int[] l = ints(node.get("params").get("l"));
            Map<String, Double> expected = new HashMap<>();
            node.get("value")
                    .get("nonzero")
                    .forEach(row -> expected.put(
                            java.util.Arrays.toString(ints(row.get("m"))),
                            row.get("value").doubleValue()));
            double squares = 0;
            int count = 0;
            for (int m1 = -l[0]; m1 <= l[0]; m1++) {
                for (int m2 = -l[1]; m2 <= l[1]; m2++) {
                    for (int m3 = -l[2]; m3 <= l[2]; m3++) {
                        double g = GauntCoefficients.real(l[0], l[1], l[2], m1, m2, m3);
                        String m = java.util.Arrays.toString(new int[] {m1, m2, m3});
                        assertEquals(expected.getOrDefault(m, 0.0), g, 1e-13, m);
                        squares += g * g;
                        count += Math.abs(g) > 1e-14 ? 1 : 0;
                    }
                }
            }
            assertEquals(node.get("value").get("count").asInt(), count);
            double zero = AngularMomentum.threeJ(l[0], l[1], l[2], 0, 0, 0);
            double exact = (2 * l[0] + 1) * (2 * l[1] + 1) * (2 * l[2] + 1) / (4 * Math.PI) * zero * zero;
            assertEquals(exact, squares, 1e-13);
        }
    }

    @Test
    void reproducesPublishedProducts() {
        for (JsonNode node : ReferenceCases.of("gaunt", "gaunt_tensor_product")) {
            int l1 = node.get("params").get("L1").asInt();
            int l2 = node.get("params").get("L2").asInt();
            int l3 = node.get("params").get("L3").asInt();
            double[] a = new double[(l1 + 1) * (l1 + 1)];
            double[] b = new double[(l2 + 1) * (l2 + 1)];
            for (int i = 0; i < a.length; i++) {
                a[i] = Math.sin(1 + 0.7 * i);
            }
            for (int i = 0; i < b.length; i++) {
                b[i] = Math.cos(0.3 + 1.1 * i);
            }
            GauntProduct product = GauntProduct.of(l1, l2, l3);
            double[] expected = numbers(node.get("value").get("out"));
            assertArrayEquals(expected, product.direct(a, b), 1e-13);
            assertArrayEquals(expected, product.fourier(a, b), 1e-13);
            double[][][] torus = TorusTransform.of(l1).coefficients(a);
            for (int k = 0; k <= 2 * l1; k++) {
                assertArrayEquals(
                        numbers(node.get("value").get("torus_coeffs_a_re").get(k)), torus[0][k], 1e-14);
                assertArrayEquals(
                        numbers(node.get("value").get("torus_coeffs_a_im").get(k)), torus[1][k], 1e-14);
            }
        }
    }

    @Test
    void oddPathsVanish() {
        for (int m1 = -1; m1 <= 1; m1++) {
            for (int m2 = -1; m2 <= 1; m2++) {
                for (int m3 = -1; m3 <= 1; m3++) {
                    assertEquals(0, GauntCoefficients.real(1, 1, 1, m1, m2, m3));
                }
            }
        }
        JsonNode value = ReferenceCases.of("gaunt", "gaunt_vs_cg").get(0).get("value");
        double cg = AngularMomentum.clebschGordan(1, 1, 1, 0, 1, 1);
        assertEquals(value.get("cg_110_111_to_11").doubleValue(), Math.abs(cg), 1e-15);
        assertEquals(15, GauntProduct.clebschGordanPaths(2));
        assertEquals(11, GauntProduct.gauntPaths(2));
    }

    /** Σ_{m1 m2} (l1 l2 l3; m1 m2 m3)² = 1/(2 l3 + 1), at degrees where floating sums lose everything. */
    @Test
    void threeJSymbolsAreOrthonormal() {
        for (int[] l : new int[][] {{3, 4, 5}, {20, 17, 9}, {60, 60, 60}}) {
            double sum = 0;
            for (int m1 = -l[0]; m1 <= l[0]; m1++) {
                double value = AngularMomentum.threeJ(l[0], l[1], l[2], m1, -m1 - 2, 2);
                sum += value * value;
            }
            assertEquals(1.0 / (2 * l[2] + 1), sum, 1e-15);
        }
        assertEquals(0, AngularMomentum.threeJ(1, 1, 3, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> AngularMomentum.threeJ(-1, 1, 1, 0, 0, 0));
    }

    /** The product with the constant function is a multiple of the function. */
    @Test
    void constantsMultiply() {
        GauntProduct product = GauntProduct.of(4, 0, 4);
        double[] a = new double[25];
        for (int i = 0; i < a.length; i++) {
            a[i] = Math.sin(i * i);
        }
        double[] c = product.direct(a, new double[] {Math.sqrt(4 * Math.PI)});
        assertArrayEquals(a, c, 1e-14);
        assertThrows(IllegalArgumentException.class, () -> product.direct(a, new double[2]));
        assertThrows(IllegalArgumentException.class, () -> GauntProduct.of(2, 2, 5));
    }
}

package meanfield.approximation.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import meanfield.approximation.target.MultiIndex;
import meanfield.core.Require;

/**
 * A polynomial of d variables as an exact PolyReLU network: each monomial is the product of two monomials of half its degree.
 *
 * <pre>
 *   x^α = x^β x^γ,  α = β + γ, |β| = ⌈|α|/2⌉                                                               (1)
 * </pre>
 *
 * Size: at most 4 units and 12 parameters a monomial of degree 2 and more, hence O(C(k+d,d)); depth ⌈log₂ k⌉.
 *
 * <p>Source: [Zhuo2025]; (1) is the binary tree.
 */
public final class PolynomialNetwork {
    private final GraphBuilder builder;
    private final Map<List<Integer>, Integer> known = new HashMap<>();

    private PolynomialNetwork(int dimension) {
        builder = GraphBuilder.of(dimension);
        for (int k = 0; k < dimension; k++) {
            int axis = k;
            List<Integer> alpha = new ArrayList<>(java.util.Collections.nCopies(dimension, 0));
            alpha.set(axis, 1);
            known.put(alpha, axis);
        }
    }

    /**
     * Σ_α c_α x^α.
     *
     * @param exponents the α, one each
     * @param coefficients the c_α, as many
     */
    public static Graph of(int dimension, List<int[]> exponents, double[] coefficients) {
        Require.that(
                exponents.size() == coefficients.length && !exponents.isEmpty(),
                "coefficients",
                "be as many as the " + exponents.size() + " exponents",
                coefficients.length);
        PolynomialNetwork network = new PolynomialNetwork(dimension);
        LinearForm sum = LinearForm.none().withBias(0);
        for (int j = 0; j < coefficients.length; j++) {
            int[] alpha = exponents.get(j);
            Require.that(alpha.length == dimension, "exponent", "have " + dimension + " entries", alpha.length);
            if (MultiIndex.order(alpha) == 0) {
                sum = sum.withBias(sum.bias().orElse(0) + coefficients[j]);
            } else {
                sum = sum.plus(LinearForm.of(network.monomial(list(alpha)), coefficients[j]));
            }
        }
        network.builder.affine(sum);
        return network.builder.build();
    }

    private static List<Integer> list(int[] alpha) {
        return java.util.Arrays.stream(alpha).boxed().toList();
    }

    private int monomial(List<Integer> alpha) {
        Integer before = known.get(alpha);
        if (before != null) {
            return before;
        }
        int degree = alpha.stream().mapToInt(Integer::intValue).sum();
        int left = (degree + 1) / 2;
        List<Integer> beta = new ArrayList<>();
        List<Integer> gamma = new ArrayList<>();
        for (int entry : alpha) {
            int taken = Math.min(entry, left);
            left -= taken;
            beta.add(taken);
            gamma.add(entry - taken);
        }
        LinearForm product = ExactGates.rectifiedProduct(
                builder, LinearForm.of(monomial(beta), 1), LinearForm.of(monomial(gamma), 1));
        int node = builder.affine(product);
        known.put(alpha, node);
        return node;
    }
}

package meanfield.approximation.network;

import java.util.List;
import meanfield.core.Require;

/**
 * What a node does with its linear form z. Coefficients that belong to the unit alone are parameters; shared fixed activations
 * (ReLU, ReLU^k, the square) cost nothing.
 */
public sealed interface Unit {
    /** One of the d arguments. */
    record Input() implements Unit {}

    /** z itself; not counted among the units. */
    record Identity() implements Unit {}

    /** max(z, 0). */
    record Relu() implements Unit {}

    /** max(z, 0)². */
    record SquareRelu() implements Unit {}

    /** z², the rational unit with numerator of degree 2 and denominator 1. */
    record Square() implements Unit {}

    /**
     * Σ_{i=1..r} a_i z₊^i, coefficients of this unit.
     *
     * @param coefficients a₁, …, a_r
     */
    record PolyRelu(List<Double> coefficients) implements Unit {
        /** At least a₁. */
        public PolyRelu {
            coefficients = List.copyOf(coefficients);
            Require.that(!coefficients.isEmpty(), "coefficients", "be given", coefficients);
        }
    }

    /**
     * M z Π_j (z² + p_j)/Π_j (z² + q_j): the odd rational functions of Zolotarev, coefficients of this unit.
     *
     * @param scale M
     * @param numerator p_j
     * @param denominator q_j &gt; 0, as many
     */
    record OddRational(double scale, List<Double> numerator, List<Double> denominator) implements Unit {
        /** As many factors above as below, and no pole on the real line. */
        public OddRational {
            numerator = List.copyOf(numerator);
            denominator = List.copyOf(denominator);
            Require.that(
                    numerator.size() == denominator.size(),
                    "denominator",
                    "have the " + numerator.size() + " entries of the numerator",
                    denominator.size());
            denominator.forEach(q -> Require.positive("denominator", q));
        }
    }

    /**
     * The quadratic neuron max(z g + s, 0) with gate g = w_g·v + b_g and s = Σ w_b v² + c. With w_g = 0, b_g = 1 and no s it is
     * a conventional ReLU.
     *
     * @param gate g
     * @param squares s, its weights multiply the squares of the values
     */
    record Quadratic(LinearForm gate, LinearForm squares) implements Unit {}

    /** Name in files: {@code relu}, {@code square_relu}, …. */
    default String label() {
        if (this instanceof Input) {
            return "input";
        }
        if (this instanceof Identity) {
            return "identity";
        }
        if (this instanceof Relu) {
            return "relu";
        }
        if (this instanceof SquareRelu) {
            return "square_relu";
        }
        if (this instanceof Square) {
            return "square";
        }
        return this instanceof PolyRelu ? "polyrelu" : this instanceof OddRational ? "odd_rational" : "quadratic";
    }

    /** The unit's own numbers in the order of files: a₁ …; M, p…, q…; empty for fixed ones and for quadratic neurons. */
    default List<Double> ownNumbers() {
        if (this instanceof PolyRelu poly) {
            return poly.coefficients();
        }
        if (this instanceof OddRational odd) {
            List<Double> all = new java.util.ArrayList<>(List.of(odd.scale()));
            all.addAll(odd.numerator());
            all.addAll(odd.denominator());
            return all;
        }
        return List.of();
    }

    /** Counted among the units: neither input nor identity. */
    default boolean counts() {
        return !(this instanceof Input || this instanceof Identity);
    }
}

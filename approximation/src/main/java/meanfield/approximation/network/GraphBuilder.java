package meanfield.approximation.network;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.Require;

/**
 * Makes a {@link Graph} node by node; every method returns the index of the node it added. Used by one thread, then thrown away.
 */
public final class GraphBuilder {
    private final int dimension;
    private final List<Node> nodes = new ArrayList<>();

    private GraphBuilder(int dimension) {
        this.dimension = Require.atLeast("dimension", dimension, 1);
        for (int k = 0; k < dimension; k++) {
            nodes.add(new Node(new Unit.Input(), LinearForm.none()));
        }
    }

    /** Only the inputs, nodes 0 … d-1. */
    public static GraphBuilder of(int dimension) {
        return new GraphBuilder(dimension);
    }

    /** σ(form) for any unit but an input. */
    public int add(Unit unit, LinearForm form) {
        Require.that(!(unit instanceof Unit.Input), "unit", "not be an input", unit);
        check(form);
        if (unit instanceof Unit.Quadratic quadratic) {
            check(quadratic.gate());
            check(quadratic.squares());
        }
        nodes.add(new Node(unit, form));
        return nodes.size() - 1;
    }

    private void check(LinearForm form) {
        for (int j = 0; j < form.size(); j++) {
            int node = form.node(j);
            Require.that(node >= 0 && node < nodes.size(), "node", "be one of the " + nodes.size() + " before", node);
        }
    }

    /** max(form, 0). */
    public int relu(LinearForm form) {
        return add(new Unit.Relu(), form);
    }

    /** max(form, 0)². */
    public int squareRelu(LinearForm form) {
        return add(new Unit.SquareRelu(), form);
    }

    /** Σ a_i max(form, 0)^i, i from 1. */
    public int polyRelu(LinearForm form, double... coefficients) {
        return add(
                new Unit.PolyRelu(java.util.Arrays.stream(coefficients).boxed().toList()), form);
    }

    /** The form itself. */
    public int affine(LinearForm form) {
        return add(new Unit.Identity(), form);
    }

    /** A conventional ReLU written as a quadratic neuron: w_g = 0, b_g = 1, no squares. */
    public int quadraticRelu(LinearForm form) {
        return add(new Unit.Quadratic(LinearForm.none().withBias(1), LinearForm.none()), form);
    }

    /** The graph whose output is the last node added. */
    public Graph build() {
        Require.that(nodes.size() > dimension, "graph", "have a node beside its inputs", nodes.size());
        return new Graph(dimension, nodes);
    }
}

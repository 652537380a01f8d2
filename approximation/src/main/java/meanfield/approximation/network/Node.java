package meanfield.approximation.network;

import meanfield.core.Require;

/**
 * One node: a unit on a linear form of earlier nodes.
 *
 * @param unit what is done with the form
 * @param form z; empty for inputs
 */
public record Node(Unit unit, LinearForm form) {
    /** Present. */
    public Node {
        Require.present("unit", unit);
        Require.present("form", form);
    }

    int parameters() {
        int own = form.parameters() + unit.ownNumbers().size();
        return unit instanceof Unit.Quadratic q
                ? own + q.gate().parameters() + q.squares().parameters()
                : own;
    }

    int nonzeros() {
        int own = form.nonzeros()
                + (int) unit.ownNumbers().stream().filter(a -> a != 0).count();
        return unit instanceof Unit.Quadratic q
                ? own + q.gate().nonzeros() + q.squares().nonzeros()
                : own;
    }

    /** The value of a node that is no input. */
    double value(double[] values) {
        double z = form.value(values);
        if (unit instanceof Unit.Relu) {
            return Math.max(z, 0);
        }
        if (unit instanceof Unit.SquareRelu) {
            double positive = Math.max(z, 0);
            return positive * positive;
        }
        if (unit instanceof Unit.Square) {
            return z * z;
        }
        if (unit instanceof Unit.PolyRelu poly) {
            double positive = Math.max(z, 0);
            double sum = 0;
            for (int i = poly.coefficients().size() - 1; i >= 0; i--) {
                sum = (sum + poly.coefficients().get(i)) * positive;
            }
            return sum;
        }
        if (unit instanceof Unit.OddRational odd) {
            double quotient = odd.scale() * z;
            for (int j = 0; j < odd.numerator().size(); j++) {
                quotient *= (z * z + odd.numerator().get(j))
                        / (z * z + odd.denominator().get(j));
            }
            return quotient;
        }
        if (unit instanceof Unit.Quadratic quadratic) {
            LinearForm squares = quadratic.squares();
            double sum = squares.bias().orElse(0);
            for (int j = 0; j < squares.size(); j++) {
                double v = values[squares.node(j)];
                sum += squares.weight(j) * v * v;
            }
            return Math.max(z * quadratic.gate().value(values) + sum, 0);
        }
        return z;
    }
}

package meanfield.approximation.network;

import meanfield.core.Require;

/**
 * Interval bounds of a graph on a box: of its value, and of every partial derivative, hence a Lipschitz constant.
 *
 * <pre>
 *   v_i ∈ σ_i([z_i]),   ∂_k v_i ∈ σ_i′([z_i]) Σ_j w_ij [∂_k v_j],   Lip ≤ √(Σ_k max |∂_k|²)                   (1)
 * </pre>
 *
 * Sound up to rounding (a few units in the last place, not directed), and loose: cancellation between branches is not seen, so
 * that deep ReLU gates lose a factor of two and more a level. Edge cases: quadratic neurons and odd rational units use the
 * range of their factors. One pass over the graph, d + 1 intervals a node.
 */
public final class GraphBounds {
    private final double[] low;
    private final double[] high;
    private final double[][] slopeLow;
    private final double[][] slopeHigh;

    private GraphBounds(int size, int dimension) {
        low = new double[size];
        high = new double[size];
        slopeLow = new double[size][dimension];
        slopeHigh = new double[size][dimension];
    }

    /** The bounds on the box Π [low_k, high_k]. */
    public static GraphBounds of(Graph graph, double[] low, double[] high) {
        int d = graph.dimension();
        Require.that(low.length == d && high.length == d, "box", "have " + d + " sides", low.length);
        GraphBounds bounds = new GraphBounds(graph.nodes().size(), d);
        for (int i = 0; i < graph.nodes().size(); i++) {
            if (i < d) {
                bounds.low[i] = low[i];
                bounds.high[i] = high[i];
                bounds.slopeLow[i][i] = 1;
                bounds.slopeHigh[i][i] = 1;
            } else {
                bounds.add(graph.nodes().get(i), i);
            }
        }
        return bounds;
    }

    /** Lower bound of the output. */
    public double lower() {
        return low[low.length - 1];
    }

    /** Upper bound of the output. */
    public double upper() {
        return high[high.length - 1];
    }

    /** Upper bound of the Lipschitz constant with respect to the Euclidean norm. */
    public double lipschitz() {
        double squares = 0;
        int last = low.length - 1;
        for (int k = 0; k < slopeLow[last].length; k++) {
            double largest = Math.max(Math.abs(slopeLow[last][k]), Math.abs(slopeHigh[last][k]));
            squares += largest * largest;
        }
        return Math.sqrt(squares);
    }

    private void add(Node node, int i) {
        Range z = form(node.form());
        Range[] slopes = slopes(node.form());
        Range value = z;
        Range factor = new Range(1, 1);
        Unit unit = node.unit();
        if (unit instanceof Unit.Relu) {
            value = z.positive();
            factor = z.step();
        } else if (unit instanceof Unit.SquareRelu) {
            value = z.positive().times(z.positive());
            factor = z.positive().times(new Range(2, 2));
        } else if (unit instanceof Unit.Square) {
            value = z.square();
            factor = z.times(new Range(2, 2));
        } else if (unit instanceof Unit.PolyRelu poly) {
            value = polynomial(poly, z.positive(), 0);
            factor = polynomial(poly, z.positive(), 1).times(z.step());
        } else if (unit instanceof Unit.OddRational odd) {
            value = rational(odd, z);
            factor = rationalSlope(odd, z);
        } else if (unit instanceof Unit.Quadratic quadratic) {
            addQuadratic(quadratic, z, slopes, i);
            return;
        }
        set(i, value, slopes, factor);
    }

    private void set(int i, Range value, Range[] slopes, Range factor) {
        low[i] = value.low;
        high[i] = value.high;
        for (int k = 0; k < slopes.length; k++) {
            Range slope = slopes[k].times(factor);
            slopeLow[i][k] = slope.low;
            slopeHigh[i][k] = slope.high;
        }
    }

    private void addQuadratic(Unit.Quadratic unit, Range z, Range[] slopes, int i) {
        Range g = form(unit.gate());
        Range[] gateSlopes = slopes(unit.gate());
        Range inner = z.times(g)
                .plus(new Range(
                        unit.squares().bias().orElse(0), unit.squares().bias().orElse(0)));
        Range[] all = new Range[slopes.length];
        for (int k = 0; k < all.length; k++) {
            all[k] = slopes[k].times(g).plus(gateSlopes[k].times(z));
        }
        for (int j = 0; j < unit.squares().size(); j++) {
            int from = unit.squares().node(j);
            Range weight = new Range(unit.squares().weight(j), unit.squares().weight(j));
            Range v = new Range(low[from], high[from]);
            inner = inner.plus(weight.times(v.square()));
            for (int k = 0; k < all.length; k++) {
                Range slope = new Range(slopeLow[from][k], slopeHigh[from][k]);
                all[k] = all[k].plus(weight.times(v).times(slope).times(new Range(2, 2)));
            }
        }
        set(i, inner.positive(), all, inner.step());
    }

    private Range form(LinearForm form) {
        Range sum = new Range(form.bias().orElse(0), form.bias().orElse(0));
        for (int j = 0; j < form.size(); j++) {
            int from = form.node(j);
            sum = sum.plus(new Range(low[from], high[from]).times(new Range(form.weight(j), form.weight(j))));
        }
        return sum;
    }

    private Range[] slopes(LinearForm form) {
        int d = slopeLow[0].length;
        Range[] sums = new Range[d];
        for (int k = 0; k < d; k++) {
            Range sum = new Range(0, 0);
            for (int j = 0; j < form.size(); j++) {
                int from = form.node(j);
                Range slope = new Range(slopeLow[from][k], slopeHigh[from][k]);
                sum = sum.plus(slope.times(new Range(form.weight(j), form.weight(j))));
            }
            sums[k] = sum;
        }
        return sums;
    }

    /** Σ a_i x^i or its derivative on a non-negative interval, term by term: every power is monotone there. */
    private static Range polynomial(Unit.PolyRelu poly, Range x, int order) {
        Range sum = new Range(0, 0);
        for (int i = 1; i <= poly.coefficients().size(); i++) {
            double a = poly.coefficients().get(i - 1) * (order == 0 ? 1 : i);
            Range power = new Range(Math.pow(x.low, i - order), Math.pow(x.high, i - order));
            sum = sum.plus(power.times(new Range(a, a)));
        }
        return sum;
    }

    private static Range rational(Unit.OddRational odd, Range z) {
        Range product = z.times(new Range(odd.scale(), odd.scale()));
        for (int j = 0; j < odd.numerator().size(); j++) {
            product = product.times(
                    factor(odd.numerator().get(j), odd.denominator().get(j), z.square()));
        }
        return product;
    }

    /** (s + p)/(s + q) = 1 + (p - q)/(s + q), monotone in s. */
    private static Range factor(double p, double q, Range s) {
        double first = 1 + (p - q) / (s.low + q);
        double second = 1 + (p - q) / (s.high + q);
        return new Range(Math.min(first, second), Math.max(first, second));
    }

    /** Product rule: M Π F_j + M z Σ_j F_j′ Π_{i≠j} F_i with F_j′ = 2z (q_j - p_j)/(z² + q_j)². */
    private static Range rationalSlope(Unit.OddRational odd, Range z) {
        int n = odd.numerator().size();
        Range total = new Range(odd.scale(), odd.scale());
        for (int j = 0; j < n; j++) {
            total = total.times(factor(odd.numerator().get(j), odd.denominator().get(j), z.square()));
        }
        for (int j = 0; j < n; j++) {
            double q = odd.denominator().get(j);
            Range s = z.square();
            double gap = 2 * (q - odd.numerator().get(j));
            Range term = new Range(1 / ((s.high + q) * (s.high + q)), 1 / ((s.low + q) * (s.low + q)));
            term = term.times(s).times(new Range(gap, gap)).times(new Range(odd.scale(), odd.scale()));
            for (int i = 0; i < n; i++) {
                if (i != j) {
                    term = term.times(
                            factor(odd.numerator().get(i), odd.denominator().get(i), s));
                }
            }
            total = total.plus(term);
        }
        return total;
    }

    /** A closed interval. */
    private record Range(double low, double high) {
        Range plus(Range other) {
            return new Range(low + other.low, high + other.high);
        }

        Range times(Range other) {
            double a = low * other.low;
            double b = low * other.high;
            double c = high * other.low;
            double d = high * other.high;
            return new Range(Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
        }

        Range positive() {
            return new Range(Math.max(low, 0), Math.max(high, 0));
        }

        Range step() {
            return new Range(low > 0 ? 1 : 0, high > 0 ? 1 : 0);
        }

        Range square() {
            double a = low * low;
            double b = high * high;
            return new Range(low <= 0 && high >= 0 ? 0 : Math.min(a, b), Math.max(a, b));
        }
    }
}

package meanfield.approximation.target;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import meanfield.core.Require;
import meanfield.core.quadrature.QuadratureRule;

/**
 * Norms of functions on an interval and on the unit cube.
 *
 * <pre>
 *   ‖f‖_{W^{n,p}} = (Σ_{k ≤ n} ∫ |f^(k)|^p dx)^{1/p}  (p &lt; ∞),   max_k sup |f^(k)|  (p = ∞)                   (1)
 *   |f|_{W^{n,p}}: the term k = n alone                                                                      (2)
 *   d variables: the sums run over all D^α f with |α| ≤ n, |α| = n                                          (3)
 * </pre>
 *
 * Convention: for p = ∞ the maximum over the orders, never their sum. Pieces end at the given breakpoints; each is cut into panels
 * of 16 Gauss–Legendre points, and panels are cut again at sign changes of the integrand, so that |·|^p with odd p is smooth on
 * each. On the cube the rule is a product, the last variable is cut at sign changes; tensor and ridge targets are reduced to
 * integrals of one variable, so that only other fields pay for it: cost (16·panels·pieces)^d. Accuracy: 1e-12 relative for functions that are analytic on the pieces and vary on the scale of a panel.
 *
 * @param exponent p ≥ 1, {@link Double#POSITIVE_INFINITY} allowed
 * @param panels panels in every smooth piece
 */
public record SobolevNorm(double exponent, int panels) {
    private static final int NODES = 16;
    private static final int BISECTIONS = 80;

    /** Checked. */
    public SobolevNorm {
        Require.that(exponent >= 1, "exponent", "be >= 1", exponent);
        Require.atLeast("panels", panels, 1);
    }

    /** Exponent p, 16 panels in each smooth piece. */
    public static SobolevNorm of(double exponent) {
        return new SobolevNorm(exponent, 16);
    }

    /** With this many panels in each smooth piece; one is enough for polynomials of low degree. */
    public SobolevNorm withPanels(int newPanels) {
        return new SobolevNorm(exponent, newPanels);
    }

    /** Norm (1) of order n on [low, high]. */
    public double norm(Profile f, int order, double low, double high) {
        Require.atLeast("order", order, 0);
        double total = 0;
        for (int k = 0; k <= order; k++) {
            double part = seminorm(f, k, low, high);
            total = Double.isInfinite(exponent) ? Math.max(total, part) : total + Math.pow(part, exponent);
        }
        return Double.isInfinite(exponent) ? total : Math.pow(total, 1 / exponent);
    }

    /** Seminorm (2) of order n on [low, high]. */
    public double seminorm(Profile f, int order, double low, double high) {
        if (Double.isInfinite(exponent)) {
            return f.supremum(order, low, high);
        }
        return lebesgue(x -> f.derivative(order, x), f.breaks(), low, high);
    }

    /** Norm (3) of order n on [0,1]^d. */
    public double norm(Target f, int order) {
        return collected(f, MultiIndex.upTo(f.dimension(), order));
    }

    /** Seminorm (3) of order n on [0,1]^d: only |α| = n. */
    public double seminorm(Target f, int order) {
        return collected(
                f,
                MultiIndex.upTo(f.dimension(), order).stream()
                        .filter(alpha -> MultiIndex.order(alpha) == order)
                        .toList());
    }

    private double collected(Target f, List<int[]> orders) {
        double total = 0;
        for (int[] alpha : orders) {
            Require.that(
                    MultiIndex.order(alpha) <= f.smoothness(),
                    "order",
                    "be at most the smoothness " + f.smoothness() + " of " + f.label(),
                    MultiIndex.order(alpha));
            double part = f.lebesgueNorm(alpha, this);
            total = Double.isInfinite(exponent) ? Math.max(total, part) : total + Math.pow(part, exponent);
        }
        return Double.isInfinite(exponent) ? total : Math.pow(total, 1 / exponent);
    }

    /**
     * (∫ |e|^p)^{1/p} over [0,1]^d of a field that is smooth between hyperplanes x_k = break; p finite.
     *
     * @param breaks the breakpoints of each variable
     */
    public double lebesgue(ScalarField e, List<List<Double>> breaks) {
        Require.that(!breaks.isEmpty() && breaks.size() <= 4, "dimension", "be in [1, 4]", breaks.size());
        return Math.pow(integral(e, breaks, new double[breaks.size()], 0), 1 / exponent);
    }

    /** ∫ |e|^p over the variables from this one on. */
    private double integral(ScalarField e, List<List<Double>> breaks, double[] x, int axis) {
        if (axis == x.length - 1) {
            double root = lebesgue(
                    last -> {
                        x[axis] = last;
                        return e.value(x);
                    },
                    breaks.get(axis),
                    0,
                    1);
            return Math.pow(root, exponent);
        }
        QuadratureRule rule = QuadratureRule.gaussLegendre(NODES);
        double[] ends = ends(breaks.get(axis), 0, 1);
        double sum = 0;
        for (int piece = 1; piece < ends.length; piece++) {
            double width = (ends[piece] - ends[piece - 1]) / panels;
            for (int i = 0; i < panels * NODES; i++) {
                double from = ends[piece - 1] + width * (i / NODES);
                x[axis] = from + 0.5 * width * (1 + rule.node(i % NODES));
                sum += 0.5 * width * rule.weight(i % NODES) * integral(e, breaks, x, axis + 1);
            }
        }
        return sum;
    }

    /** (∫ |e|^p)^{1/p} of a function that is smooth between the breakpoints; p finite. */
    public double lebesgue(DoubleUnaryOperator e, List<Double> breaks, double low, double high) {
        Require.that(Double.isFinite(exponent), "exponent", "be finite for an integral", exponent);
        double[] ends = ends(breaks, low, high);
        double sum = 0;
        for (int piece = 1; piece < ends.length; piece++) {
            double from = ends[piece - 1];
            double width = ends[piece] - from;
            for (int i = 0; i < panels; i++) {
                sum += panel(e, from + width * i / panels, from + width * (i + 1) / panels);
            }
        }
        return Math.pow(sum, 1 / exponent);
    }

    private static double[] ends(List<Double> breaks, double low, double high) {
        return DoubleStream.concat(
                        DoubleStream.of(low, high),
                        breaks.stream().mapToDouble(Double::doubleValue).filter(b -> b > low && b < high))
                .sorted()
                .distinct()
                .toArray();
    }

    /** One panel, cut where the sign changes between its nodes. */
    private double panel(DoubleUnaryOperator e, double from, double to) {
        QuadratureRule rule = QuadratureRule.gaussLegendre(NODES);
        DoubleUnaryOperator power = x -> Math.pow(Math.abs(e.applyAsDouble(x)), exponent);
        double start = from;
        double before = from;
        double beforeValue = Double.NaN;
        double sum = 0;
        for (int i = 0; i < NODES; i++) {
            double x = 0.5 * (from + to) + 0.5 * (to - from) * rule.node(i);
            double value = e.applyAsDouble(x);
            if (beforeValue * value < 0) {
                double root = bisect(e, before, x, beforeValue);
                sum += rule.integrate(power, start, root);
                start = root;
            }
            before = x;
            beforeValue = value;
        }
        return sum + rule.integrate(power, start, to);
    }

    private static double bisect(DoubleUnaryOperator e, double low, double high, double lowValue) {
        double a = low;
        double b = high;
        for (int i = 0; i < BISECTIONS && b - a > 0; i++) {
            double middle = 0.5 * (a + b);
            if (e.applyAsDouble(middle) * lowValue > 0) {
                a = middle;
            } else {
                b = middle;
            }
        }
        return 0.5 * (a + b);
    }
}

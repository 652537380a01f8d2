package meanfield.approximation.target;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import meanfield.core.Require;
import meanfield.core.quadrature.QuadratureRule;

/**
 * Norms of functions of one variable on an interval.
 *
 * <pre>
 *   ‖f‖_{W^{n,p}} = (Σ_{k ≤ n} ∫ |f^(k)|^p dx)^{1/p}  (p &lt; ∞),   max_k sup |f^(k)|  (p = ∞)                   (1)
 *   |f|_{W^{n,p}}: the term k = n alone                                                                      (2)
 * </pre>
 *
 * Convention: for p = ∞ the maximum over the orders, never their sum. Pieces end at the given breakpoints; each is cut into panels
 * of 16 Gauss–Legendre points, and panels are cut again at sign changes of the integrand, so that |·|^p with odd p is smooth on
 * each. Accuracy: 1e-12 relative for functions that are analytic on the pieces and vary on the scale of a panel.
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

    /** (∫ |e|^p)^{1/p} of a function that is smooth between the breakpoints; p finite. */
    public double lebesgue(DoubleUnaryOperator e, List<Double> breaks, double low, double high) {
        Require.that(Double.isFinite(exponent), "exponent", "be finite for an integral", exponent);
        List<Double> ends = new ArrayList<>(List.of(low, high));
        breaks.stream().filter(b -> b > low && b < high).forEach(ends::add);
        Collections.sort(ends);
        double sum = 0;
        for (int piece = 1; piece < ends.size(); piece++) {
            double from = ends.get(piece - 1);
            double width = ends.get(piece) - from;
            for (int i = 0; i < panels; i++) {
                sum += panel(e, from + width * i / panels, from + width * (i + 1) / panels);
            }
        }
        return Math.pow(sum, 1 / exponent);
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

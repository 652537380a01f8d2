package meanfield.approximation.trained;

import java.util.function.DoubleUnaryOperator;
import meanfield.core.Require;
import meanfield.core.quadrature.Panels;

/**
 * The asymptotic error of the best piecewise linear function of p pieces with free knots, the optimum of a shallow ReLU network of
 * p - 1 units.
 *
 * <pre>
 *   L²:   (∫|f″|^{2/5})^{5/2}/(12√5 p²)          sup:   (∫|f″|^{1/2})²/(16p²)                                  (1)
 * </pre>
 *
 * For small p the constants are only asymptotic: trained networks below (1) occur. Integrals by 16 Gauss–Legendre points in each of
 * 4,000 panels: 1e-8 relative where |f″|^{2/5} has zeros of first order inside.
 *
 * <p>Source: the equidistribution of |f″|^{2/5} and |f″|^{1/2}; see [DeVore2021].
 *
 * @param meanSquareConstant p² times the L² error
 * @param supConstant p² times the sup error
 */
public record FreeKnotLine(double meanSquareConstant, double supConstant) {
    private static final int PANELS = 4000;
    private static final int NODES = 16;

    /** The constants of a function with this second derivative on an interval. */
    public static FreeKnotLine of(DoubleUnaryOperator secondDerivative, double low, double high) {
        Require.present("secondDerivative", secondDerivative);
        double l2 = Math.pow(integral(secondDerivative, 0.4, low, high), 2.5) / (12 * Math.sqrt(5));
        double half = integral(secondDerivative, 0.5, low, high);
        return new FreeKnotLine(l2, half * half / 16);
    }

    private static double integral(DoubleUnaryOperator f, double power, double low, double high) {
        Panels panels = Panels.on(low, high);
        for (int i = 1; i < PANELS; i++) {
            panels.add(low + (high - low) * i / PANELS);
        }
        for (int i = 0; i < PANELS; i++) {
            double from = low + (high - low) * i / PANELS;
            double to = low + (high - low) * (i + 1) / PANELS;
            if (f.applyAsDouble(from) * f.applyAsDouble(to) < 0) {
                panels.addGraded(root(f, from, to), (to - from) * 1e-4);
            }
        }
        return panels.integrate(x -> Math.pow(Math.abs(f.applyAsDouble(x)), power), NODES);
    }

    private static double root(DoubleUnaryOperator f, double from, double to) {
        double a = from;
        double b = to;
        double sign = f.applyAsDouble(from);
        for (int i = 0; i < 60; i++) {
            double middle = 0.5 * (a + b);
            if (f.applyAsDouble(middle) * sign > 0) {
                a = middle;
            } else {
                b = middle;
            }
        }
        return 0.5 * (a + b);
    }

    /** L² error of p pieces. */
    public double meanSquareError(double pieces) {
        return meanSquareConstant / (Require.positive("pieces", pieces) * pieces);
    }

    /** Sup error of p pieces. */
    public double supError(double pieces) {
        return supConstant / (Require.positive("pieces", pieces) * pieces);
    }
}

package meanfield.approximation.splines;

import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import meanfield.core.Require;
import meanfield.core.linalg.Cholesky;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.quadrature.QuadratureRule;
import org.ejml.data.DMatrixRMaj;

/**
 * Best combination of a basis in L² of an interval.
 *
 * <pre>
 *   min_c ∫_a^b (f - Σ_c c_c B_c)² dx:   G c = m,   G_{cd} = ∫ B_c B_d,   m_c = ∫ f B_c                      (1)
 * </pre>
 *
 * Composite Gauss-Legendre with the given number of nodes in each panel; panels end at the breaks of the basis, and are cut
 * further into at least 16. The Gram matrix is scaled to unit diagonal before its Cholesky factorization; a basis that is
 * dependent to rounding gives the verdict of the factorization, not numbers. For splines of degree k the L² error is
 * O(G^{-(k+1)}) for smooth f and O(G^{-min(k+1, 3/2)}) for |x|. Source: [deBoor2001].
 */
public final class LeastSquares {
    private static final int FEWEST_PANELS = 16;

    private LeastSquares() {}

    /**
     * A fit.
     *
     * @param coefficients c
     * @param l2Error √∫(f - fit)²
     */
    public record Fit(double[] coefficients, double l2Error) {}

    /** Equation (1). */
    public static Fit fit(
            DoubleUnaryOperator f, EdgeBasis basis, double low, double high, int nodes, LinearAlgebra algebra) {
        Require.that(high > low, "high", "be > low = " + low, high);
        Require.that(nodes >= 1 && nodes <= 64, "nodes", "be in [1, 64]", nodes);
        double[] ends = panels(basis, low, high);
        QuadratureRule rule = QuadratureRule.gaussLegendre(nodes);
        int n = basis.size();
        int points = (ends.length - 1) * nodes;
        DMatrixRMaj design = new DMatrixRMaj(points, n);
        DMatrixRMaj target = new DMatrixRMaj(points, 1);
        for (int p = 0; p + 1 < ends.length; p++) {
            double half = 0.5 * (ends[p + 1] - ends[p]);
            for (int i = 0; i < nodes; i++) {
                int row = p * nodes + i;
                double x = ends[p] + half * (1 + rule.node(i));
                double root = Math.sqrt(half * rule.weight(i));
                double[] values = basis.values(x);
                for (int c = 0; c < n; c++) {
                    design.set(row, c, root * values[c]);
                }
                target.set(row, 0, root * f.applyAsDouble(x));
            }
        }
        double[] coefficients = solve(design, target, algebra);
        double square = 0;
        for (int row = 0; row < points; row++) {
            double error = target.get(row, 0);
            for (int c = 0; c < n; c++) {
                error -= design.get(row, c) * coefficients[c];
            }
            square += error * error;
        }
        return new Fit(coefficients, Math.sqrt(square));
    }

    private static double[] panels(EdgeBasis basis, double low, double high) {
        TreeSet<Double> ends = new TreeSet<>();
        double[] breaks = basis.breaks();
        int cuts = breaks.length + 1 >= FEWEST_PANELS ? 1 : FEWEST_PANELS;
        for (int i = 0; i <= cuts; i++) {
            ends.add(i == cuts ? high : low + (high - low) * i / cuts);
        }
        for (double point : breaks) {
            if (point > low && point < high) {
                ends.add(point);
            }
        }
        return ends.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Normal equations with unit diagonal, refined once by the residual. */
    private static double[] solve(DMatrixRMaj design, DMatrixRMaj target, LinearAlgebra algebra) {
        int n = design.numCols;
        double[] scale = new double[n];
        for (int c = 0; c < n; c++) {
            double square = 0;
            for (int row = 0; row < design.numRows; row++) {
                square += design.get(row, c) * design.get(row, c);
            }
            scale[c] = square > 0 ? 1 / Math.sqrt(square) : 1;
        }
        DMatrixRMaj scaled = design.copy();
        for (int row = 0; row < design.numRows; row++) {
            for (int c = 0; c < n; c++) {
                scaled.set(row, c, scaled.get(row, c) * scale[c]);
            }
        }
        Cholesky factor = algebra.cholesky(algebra.multiplyTransA(scaled, scaled));
        factor.convergence().orThrow("least squares in " + n + " functions");
        double[] solution = new double[n];
        DMatrixRMaj residual = target.copy();
        for (int pass = 0; pass < 3; pass++) {
            DMatrixRMaj step = factor.solve(algebra.multiplyTransA(scaled, residual));
            for (int c = 0; c < n; c++) {
                solution[c] += step.get(c, 0);
            }
            DMatrixRMaj change = algebra.multiply(scaled, step);
            for (int row = 0; row < residual.numRows; row++) {
                residual.add(row, 0, -change.get(row, 0));
            }
        }
        for (int c = 0; c < n; c++) {
            solution[c] *= scale[c];
        }
        return solution;
    }
}

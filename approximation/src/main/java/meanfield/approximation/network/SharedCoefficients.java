package meanfield.approximation.network;

import java.util.List;
import meanfield.core.Require;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;

/**
 * Pure powers out of units that all have the same frozen coefficients.
 *
 * <pre>
 *   p(x) = Σ_{i=1..r} a_i x₊^i,  V_ij = a_i c_j^i,  V w = e_k   ⇒   Σ_j w_j p(c_j x) = x₊^k                 (1)
 * </pre>
 *
 * With all a_i ≠ 0 and distinct scales c_j &gt; 0 the matrix is invertible, so that a network with one shared vector of
 * coefficients contains ReLU, ReLU², …, ReLU^r at r units each. Accuracy: cond(V) (2-norm) times rounding; beyond 1e8 refused.
 */
public final class SharedCoefficients {
    private static final double LARGEST_CONDITION = 1e8;

    private final DMatrixRMaj inverse;
    private final double condition;
    private final int degree;

    private SharedCoefficients(DMatrixRMaj matrix) {
        this.degree = matrix.numRows;
        this.condition = NormOps_DDRM.conditionP2(matrix);
        Require.that(
                condition <= LARGEST_CONDITION,
                "scales",
                "give a matrix of condition at most " + LARGEST_CONDITION,
                condition);
        this.inverse = matrix.copy();
        CommonOps_DDRM.invert(inverse);
    }

    /**
     * The unmixing of these coefficients at these scales.
     *
     * @param coefficients a₁, …, a_r, none 0
     * @param scales c₁, …, c_r, positive and distinct
     */
    public static SharedCoefficients of(List<Double> coefficients, List<Double> scales) {
        int r = coefficients.size();
        Require.that(r >= 1 && scales.size() == r, "scales", "be as many as the " + r + " coefficients", scales.size());
        Require.that(scales.stream().distinct().count() == r, "scales", "be distinct", scales);
        DMatrixRMaj matrix = new DMatrixRMaj(r, r);
        for (int i = 0; i < r; i++) {
            double a = coefficients.get(i);
            Require.that(Double.isFinite(a) && a != 0, "coefficients", "be finite and not 0", a);
            for (int j = 0; j < r; j++) {
                matrix.set(i, j, a * Math.pow(Require.positive("scales", scales.get(j)), i + 1));
            }
        }
        return new SharedCoefficients(matrix);
    }

    /** cond(V) in the 2-norm. */
    public double condition() {
        return condition;
    }

    /** w with Σ_j w_j p(c_j x) = x₊^k. */
    public double[] weights(int power) {
        Require.that(power >= 1 && power <= degree, "power", "be in [1, " + degree + "]", power);
        double[] w = new double[degree];
        for (int j = 0; j < degree; j++) {
            w[j] = inverse.get(j, power - 1);
        }
        return w;
    }
}

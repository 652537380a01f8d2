package meanfield.dmft.committee;

import java.util.Arrays;
import java.util.List;
import meanfield.core.Require;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.linalg.SymmetricEigen;
import org.ejml.data.DMatrixRMaj;

/**
 * What a student of K units knows of itself and of its teacher of M units.
 *
 * <pre>
 *   Q = w wᵀ/N (K × K),   R = w Bᵀ/N (K × M),   T = B Bᵀ/N (M × M),   C = [[Q, R], [Rᵀ, T]]                  (1)
 *   student Σ_i v_i g(w_i·x/√N),   teacher Σ_n ṽ_n g(B_n·x/√N)                                              (2)
 * </pre>
 *
 * Admissible: C is positive semidefinite. The check allows a smallest eigenvalue of -{@value #ADMISSIBLE} times the largest
 * (rounding of a student that equals its teacher). Immutable.
 */
public final class OrderParameters {
    /** Relative size of a negative eigenvalue of C that still counts as rounding. */
    public static final double ADMISSIBLE = 1e-8;

    private final int students;
    private final int teachers;
    /** C, row-major, (K + M) × (K + M). */
    private final double[] covariance;

    private final double[] studentReadout;
    private final double[] teacherReadout;

    OrderParameters(int students, int teachers, double[] covariance, double[] studentReadout, double[] teacherReadout) {
        this.students = students;
        this.teachers = teachers;
        this.covariance = covariance;
        this.studentReadout = studentReadout;
        this.teacherReadout = teacherReadout;
    }

    /** Q, R, T as lists of rows, then v and ṽ. Shapes and symmetry are checked, admissibility is not. */
    public static OrderParameters of(
            List<List<Double>> studentOverlap,
            List<List<Double>> teacherStudentOverlap,
            List<List<Double>> teacherOverlap,
            List<Double> studentReadout,
            List<Double> teacherReadout) {
        int k = Require.atLeast("number of entries of studentReadout", studentReadout.size(), 1);
        int m = Require.atLeast("number of entries of teacherReadout", teacherReadout.size(), 1);
        double[][] q = matrix("studentOverlap", studentOverlap, k, k);
        double[][] r = matrix("teacherStudentOverlap", teacherStudentOverlap, k, m);
        double[][] t = matrix("teacherOverlap", teacherOverlap, m, m);
        symmetric("studentOverlap", q);
        symmetric("teacherOverlap", t);
        int size = k + m;
        double[] c = new double[size * size];
        for (int i = 0; i < k; i++) {
            System.arraycopy(q[i], 0, c, i * size, k);
            System.arraycopy(r[i], 0, c, i * size + k, m);
            for (int n = 0; n < m; n++) {
                c[(k + n) * size + i] = r[i][n];
            }
        }
        for (int n = 0; n < m; n++) {
            System.arraycopy(t[n], 0, c, (k + n) * size + k, m);
        }
        return new OrderParameters(
                k, m, c, row("studentReadout", studentReadout), row("teacherReadout", teacherReadout));
    }

    /** K. */
    public int students() {
        return students;
    }

    /** M. */
    public int teachers() {
        return teachers;
    }

    /** Q_ik. */
    public double studentOverlap(int i, int k) {
        return covariance[i * size() + k];
    }

    /** R_in. */
    public double teacherStudentOverlap(int i, int n) {
        return covariance[i * size() + students + n];
    }

    /** T_nm. */
    public double teacherOverlap(int n, int m) {
        return covariance[(students + n) * size() + students + m];
    }

    /** v_i. */
    public double studentReadout(int i) {
        return studentReadout[i];
    }

    /** ṽ_n. */
    public double teacherReadout(int n) {
        return teacherReadout[n];
    }

    /** K + M. */
    int size() {
        return students + teachers;
    }

    /** A copy of C, row-major. */
    double[] covariance() {
        return covariance.clone();
    }

    double[] studentReadouts() {
        return studentReadout.clone();
    }

    double[] teacherReadouts() {
        return teacherReadout.clone();
    }

    /**
     * Mean squared disagreement with the noise-free teacher, with the factor ½.
     *
     * <pre>
     *   ε_g = ½ Σ_jl s_j s_l I2(j, l),   s = (v, -ṽ)                                                         (3)
     * </pre>
     */
    public double generalizationError(CommitteeUnit unit) {
        double sum = 0;
        for (int j = 0; j < size(); j++) {
            for (int l = 0; l < size(); l++) {
                sum += sign(j) * sign(l) * unit.pair(covariance, size(), j, l);
            }
        }
        return 0.5 * sum;
    }

    private double sign(int j) {
        return j < students ? studentReadout[j] : -teacherReadout[j - students];
    }

    /**
     * How far students have taken over one teacher unit each: with ρ_in = R_in/√(Q_ii T_nn), the largest mean of ρ over
     * min(K, M) pairs that use no unit twice, minus the mean of the remaining entries; 0 on a symmetric plateau, 1 when
     * units match and teachers are orthogonal. Cost: M K 2^K.
     */
    public double specialisation() {
        boolean wide = students > teachers;
        int rows = wide ? teachers : students;
        int columns = wide ? students : teachers;
        double[] best = new double[1 << columns];
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        best[0] = 0;
        double total = 0;
        for (int row = 0; row < rows; row++) {
            double[] next = new double[1 << columns];
            Arrays.fill(next, Double.NEGATIVE_INFINITY);
            for (int column = 0; column < columns; column++) {
                double entry = wide ? cosine(column, row) : cosine(row, column);
                total += entry;
                for (int used = 0; used < best.length; used++) {
                    if ((used & 1 << column) == 0) {
                        int more = used | 1 << column;
                        next[more] = Math.max(next[more], best[used] + entry);
                    }
                }
            }
            best = next;
        }
        double matched = Arrays.stream(best).max().orElseThrow();
        int others = rows * columns - rows;
        return matched / rows - (others == 0 ? 0 : (total - matched) / others);
    }

    /** ρ_in, 0 for a unit of no length. */
    private double cosine(int i, int n) {
        double norm = Math.sqrt(studentOverlap(i, i) * teacherOverlap(n, n));
        return norm > 0 ? teacherStudentOverlap(i, n) / norm : 0;
    }

    /** Smallest eigenvalue of C relative to the largest; NaN if an entry is not finite. */
    public double smallestEigenvalue(LinearAlgebra algebra) {
        for (double entry : covariance) {
            if (!Double.isFinite(entry)) {
                return Double.NaN;
            }
        }
        SymmetricEigen eigen = algebra.symmetricEigen(covarianceMatrix());
        double largest = eigen.values()[size() - 1];
        return largest > 0 ? eigen.values()[0] / largest : eigen.values()[0] < 0 ? Double.NEGATIVE_INFINITY : 0;
    }

    /** True if C is positive semidefinite up to rounding. */
    public boolean isAdmissible(LinearAlgebra algebra) {
        return smallestEigenvalue(algebra) >= -ADMISSIBLE;
    }

    DMatrixRMaj covarianceMatrix() {
        return DMatrixRMaj.wrap(size(), size(), covariance.clone());
    }

    private static double[][] matrix(String name, List<List<Double>> rows, int height, int width) {
        Require.present(name, rows);
        Require.that(rows.size() == height, name, "have " + height + " rows", rows.size());
        double[][] result = new double[height][];
        for (int i = 0; i < height; i++) {
            List<Double> entries = Require.present(name + "[" + i + "]", rows.get(i));
            Require.that(entries.size() == width, name + "[" + i + "]", "have " + width + " entries", entries.size());
            result[i] = row(name + "[" + i + "]", entries);
        }
        return result;
    }

    private static double[] row(String name, List<Double> entries) {
        double[] result = new double[entries.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = Require.finite(name + "[" + i + "]", entries.get(i));
        }
        return result;
    }

    private static void symmetric(String name, double[][] a) {
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < i; j++) {
                Require.that(
                        a[i][j] == a[j][i], name + "[" + i + "][" + j + "]", "equal its mirror " + a[j][i], a[i][j]);
            }
        }
    }

    @Override
    public String toString() {
        return "student of " + students + " units, teacher of " + teachers;
    }
}

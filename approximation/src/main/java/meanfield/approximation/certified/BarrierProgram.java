package meanfield.approximation.certified;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.Convergence;
import meanfield.core.Convergence.Status;
import meanfield.core.linalg.Cholesky;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.linalg.LinearAlgebras;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * min ρ subject to N = ρ I_x - C + Σ_i t_i F_i S_i F_iᵀ ⪰ 0, t_i ≥ 0, by a logarithmic barrier.
 *
 * <pre>
 *   φ_s = s ρ - ln det N - Σ ln t_i;   ∂_i φ = -tr(N⁻¹ N_i) - 1/t_i,   H_ij = tr(N⁻¹ N_i N⁻¹ N_j) + δ_ij/t_i²
 * </pre>
 *
 * Traces of small rank come from one Gram matrix G = Fᵀ N⁻¹ F of all factors.
 */
final class BarrierProgram {
    private static final int NEWTON_LIMIT = 600;
    private static final double FASTER = 8;
    private static final int STALLED = 40;

    private final int size;
    private final int inputs;
    private final DMatrixRMaj objective;
    private final List<Multiplier> multipliers;
    private final DMatrixRMaj factors;
    private final int[] first;
    private final LinearAlgebra algebra = LinearAlgebras.automatic();

    /**
     * One multiplier.
     *
     * @param f columns of F_i
     * @param s S_i
     * @param start its first value, strictly feasible
     */
    record Multiplier(double[][] f, double[][] s, double start) {}

    BarrierProgram(int size, int inputs, DMatrixRMaj objective, List<Multiplier> multipliers) {
        this.size = size;
        this.inputs = inputs;
        this.objective = objective;
        this.multipliers = multipliers;
        this.first = new int[multipliers.size() + 1];
        int columns = 0;
        for (int i = 0; i < multipliers.size(); i++) {
            first[i] = columns;
            columns += multipliers.get(i).f.length;
        }
        first[multipliers.size()] = columns;
        factors = new DMatrixRMaj(size, Math.max(1, columns));
        for (int i = 0; i < multipliers.size(); i++) {
            for (int c = 0; c < multipliers.get(i).f.length; c++) {
                for (int row = 0; row < size; row++) {
                    factors.set(row, first[i] + c, multipliers.get(i).f[c][row]);
                }
            }
        }
    }

    /** ρ I_x - C + Σ t_i N_i, ρ = v[0], t_i = v[i+1]. */
    private DMatrixRMaj matrix(double[] v) {
        DMatrixRMaj n = new DMatrixRMaj(size, size);
        for (int i = 0; i < size * size; i++) {
            n.data[i] = -objective.data[i];
        }
        for (int i = 0; i < inputs; i++) {
            n.add(i, i, v[0]);
        }
        DMatrixRMaj scaled = new DMatrixRMaj(size, factors.numCols);
        for (int i = 0; i < multipliers.size(); i++) {
            double[][] s = multipliers.get(i).s;
            for (int row = 0; row < size; row++) {
                for (int c = 0; c < s.length; c++) {
                    double sum = 0;
                    for (int e = 0; e < s.length; e++) {
                        sum += factors.get(row, first[i] + e) * s[e][c];
                    }
                    scaled.set(row, first[i] + c, v[i + 1] * sum);
                }
            }
        }
        DMatrixRMaj product = algebra.multiplyTransB(scaled, factors);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double value = n.get(i, j) + 0.5 * (product.get(i, j) + product.get(j, i));
                n.set(i, j, value);
                n.set(j, i, value);
            }
        }
        return n;
    }

    /** φ_s, +∞ outside. */
    private double barrier(double[] v, double s) {
        double value = s * v[0];
        for (int i = 0; i < multipliers.size(); i++) {
            if (!(v[i + 1] > 0)) {
                return Double.POSITIVE_INFINITY;
            }
            value -= Math.log(v[i + 1]);
        }
        Cholesky factor = algebra.cholesky(matrix(v));
        return factor.convergence().isConverged() ? value - factor.logDeterminant() : Double.POSITIVE_INFINITY;
    }

    LipschitzBound minimize(double rho, double normProduct, double gap) {
        double[] v = new double[multipliers.size() + 1];
        v[0] = rho;
        int constraints = size + multipliers.size();
        for (int i = 0; i < multipliers.size(); i++) {
            v[i + 1] = multipliers.get(i).start;
        }
        double s = constraints / rho;
        int steps = 0;
        int onThisBarrier = 0;
        boolean feasible = Double.isFinite(barrier(v, s));
        while (feasible && steps < NEWTON_LIMIT) {
            double decrement = newton(v, s);
            steps++;
            onThisBarrier++;
            boolean stalled = onThisBarrier > STALLED; // rounding of ln det keeps the decrement up
            if (stalled || !(decrement > 1e-6)) {
                onThisBarrier = 0;
                if (constraints / s <= (stalled ? 100 : 1) * gap * v[0]) {
                    return result(
                            v,
                            normProduct,
                            Convergence.converged(steps, constraints / s, 0.5 * constraints / s / Math.sqrt(v[0])));
                }
                s *= FASTER;
            }
        }
        Status status = feasible ? Status.ITERATION_LIMIT : Status.ILL_POSED;
        String detail = feasible ? "the bound is valid, but not the smallest" : "the start is not feasible to rounding";
        return result(v, normProduct, Convergence.failed(status, steps, constraints / s, detail));
    }

    private static LipschitzBound result(double[] v, double normProduct, Convergence verdict) {
        List<Double> multipliers = new ArrayList<>();
        for (int i = 1; i < v.length; i++) {
            multipliers.add(v[i]);
        }
        double bound = verdict.status() == Status.ILL_POSED ? Double.NaN : Math.sqrt(v[0]);
        return new LipschitzBound(bound, normProduct, multipliers, verdict);
    }

    /** One damped Newton step in place; returns the decrement (gradᵀ H⁻¹ grad)/2, 0 where no step lowers the barrier. */
    private double newton(double[] v, double s) {
        DMatrixRMaj inverse = inverse(v);
        DMatrixRMaj pf = algebra.multiply(inverse, factors);
        DMatrixRMaj gram = algebra.multiplyTransA(factors, pf);
        int n = v.length;
        double[] gradient = new double[n];
        DMatrixRMaj hessian = new DMatrixRMaj(n, n);
        gradient[0] = s;
        for (int i = 0; i < inputs; i++) {
            gradient[0] -= inverse.get(i, i);
            for (int j = 0; j < inputs; j++) {
                hessian.add(0, 0, inverse.get(i, j) * inverse.get(i, j));
            }
        }
        for (int i = 0; i < multipliers.size(); i++) {
            double pole = 1 / v[i + 1];
            gradient[i + 1] = -trace(i, gram) - pole;
            hessian.set(i + 1, 0, mixed(i, pf));
            hessian.set(0, i + 1, hessian.get(i + 1, 0));
            for (int j = 0; j <= i; j++) {
                double value = pair(i, j, gram) + (i == j ? pole * pole : 0);
                hessian.set(i + 1, j + 1, value);
                hessian.set(j + 1, i + 1, value);
            }
        }
        double[] step = solve(hessian, gradient);
        double decrement = 0;
        for (int i = 0; i < n; i++) {
            decrement += 0.5 * gradient[i] * step[i];
        }
        double before = barrier(v, s);
        for (double length = 1; length > 1e-12; length *= 0.5) {
            double[] trial = v.clone();
            for (int i = 0; i < n; i++) {
                trial[i] -= length * step[i];
            }
            if (barrier(trial, s) <= before - 0.1 * length * decrement) {
                System.arraycopy(trial, 0, v, 0, n);
                return decrement;
            }
        }
        return 0;
    }

    private DMatrixRMaj inverse(double[] v) {
        DMatrixRMaj identity = new DMatrixRMaj(size, size);
        for (int i = 0; i < size; i++) {
            identity.set(i, i, 1);
        }
        return algebra.cholesky(matrix(v)).solve(identity);
    }

    /** tr(S_i G_ii). */
    private double trace(int i, DMatrixRMaj gram) {
        double[][] s = multipliers.get(i).s;
        double sum = 0;
        for (int a = 0; a < s.length; a++) {
            for (int b = 0; b < s.length; b++) {
                sum += s[a][b] * gram.get(first[i] + b, first[i] + a);
            }
        }
        return sum;
    }

    /** tr(S_i (PF_i)_xᵀ (PF_i)_x). */
    private double mixed(int i, DMatrixRMaj pf) {
        double[][] s = multipliers.get(i).s;
        double sum = 0;
        for (int a = 0; a < s.length; a++) {
            for (int b = 0; b < s.length; b++) {
                for (int row = 0; s[a][b] != 0 && row < inputs; row++) {
                    sum += s[a][b] * pf.get(row, first[i] + a) * pf.get(row, first[i] + b);
                }
            }
        }
        return sum;
    }

    /** tr(S_i G_ij S_j G_ji). */
    private double pair(int i, int j, DMatrixRMaj gram) {
        double[][] si = multipliers.get(i).s;
        double[][] sj = multipliers.get(j).s;
        double sum = 0;
        for (int a = 0; a < si.length; a++) {
            for (int b = 0; b < si.length; b++) {
                if (si[a][b] == 0) {
                    continue;
                }
                for (int c = 0; c < sj.length; c++) {
                    for (int e = 0; e < sj.length; e++) {
                        sum += si[a][b]
                                * gram.get(first[i] + b, first[j] + c)
                                * sj[c][e]
                                * gram.get(first[j] + e, first[i] + a);
                    }
                }
            }
        }
        return sum;
    }

    /** H scaled to unit diagonal, shifted by rounding where multipliers are redundant. */
    private static double[] solve(DMatrixRMaj hessian, double[] gradient) {
        int n = gradient.length;
        double[] scale = new double[n];
        for (int i = 0; i < n; i++) {
            scale[i] = 1 / Math.sqrt(Math.max(hessian.get(i, i), Double.MIN_NORMAL));
        }
        DMatrixRMaj scaled = new DMatrixRMaj(n, n);
        DMatrixRMaj right = new DMatrixRMaj(n, 1);
        for (int i = 0; i < n; i++) {
            right.set(i, 0, scale[i] * gradient[i]);
            for (int j = 0; j < n; j++) {
                scaled.set(i, j, scale[i] * hessian.get(i, j) * scale[j] + (i == j ? 1e-14 : 0));
            }
        }
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.lu(n);
        DMatrixRMaj out = new DMatrixRMaj(n, 1);
        double[] step = new double[n];
        if (solver.setA(scaled)) {
            solver.solve(right, out);
        }
        for (int i = 0; i < n; i++) {
            step[i] = scale[i] * out.get(i, 0);
        }
        return step;
    }
}

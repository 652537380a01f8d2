package meanfield.approximation.multigrid;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import meanfield.core.Convergence;
import meanfield.core.Require;
import meanfield.core.random.RandomStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Largest magnitude of the eigenvalues of a linear map that is only applied, by Arnoldi's method.
 *
 * <pre>
 *   E V_m = V_{m+1} H_m,   radius ≈ max |eig H_m|
 * </pre>
 *
 * The Krylov space grows by ten vectors at a time, to 360 or, beyond 50,000 unknowns, 240, until the radius changes by less than 1e-11 twice in a row or the
 * space is invariant. The start vector is always the same. Memory m vectors; cost m maps and 4 m² n operations.
 *
 * @param value radius; NaN without convergence of the small eigenvalue problem
 * @param convergence verdict; iterations are maps applied, the error estimate is the last change
 */
public record SpectralRadius(double value, Convergence convergence) {
    private static final int SMALLEST_LIMIT = 240;
    private static final int LARGEST_LIMIT = 360;
    private static final int LARGEST_STORE = 20_000_000;
    private static final int STRIDE = 10;
    private static final double TOLERANCE = 1e-11;
    private static final double INVARIANT = 1e-13;

    /** The radius of a map of this many unknowns. */
    public static SpectralRadius of(UnaryOperator<double[]> map, int unknowns) {
        Require.present("map", map);
        Require.atLeast("unknowns", unknowns, 1);
        int limit = Math.max(SMALLEST_LIMIT, Math.min(LARGEST_LIMIT, LARGEST_STORE / unknowns));
        int largest = Math.min(unknowns, limit);
        DMatrixRMaj hessenberg = new DMatrixRMaj(largest + 1, largest);
        List<double[]> basis = new ArrayList<>();
        double[] start = new double[unknowns];
        RandomStream.of(1).fillGaussian(start);
        basis.add(scaled(start, 1 / norm(start)));
        double before = Double.NaN;
        double change = Double.NaN;
        int calm = 0;
        for (int m = 1; m <= largest; m++) {
            double next = extend(map, basis, hessenberg, m);
            boolean invariant = next <= INVARIANT || m == unknowns;
            if (invariant || m % STRIDE == 0 || m == largest) {
                double radius = radius(hessenberg, m);
                change = Math.abs(radius - before);
                calm = change <= TOLERANCE * Math.max(1, radius) ? calm + 1 : 0;
                before = radius;
                if (invariant || calm == 2) {
                    return new SpectralRadius(radius, Convergence.converged(m, next, invariant ? 1e-13 : change));
                }
            }
            if (!Double.isFinite(next)) {
                return new SpectralRadius(
                        Double.NaN, Convergence.failed(Convergence.Status.DIVERGED, m, next, "the map overflowed"));
            }
        }
        return new SpectralRadius(
                before,
                Convergence.failed(
                        Convergence.Status.ITERATION_LIMIT,
                        largest,
                        change,
                        "radius still changes after " + largest + " vectors"));
    }

    /** Column m of H and the next basis vector, orthogonalized twice; returns the norm of what was left. */
    private static double extend(UnaryOperator<double[]> map, List<double[]> basis, DMatrixRMaj hessenberg, int m) {
        double[] w = map.apply(basis.get(m - 1)).clone();
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < m; i++) {
                double[] v = basis.get(i);
                double product = 0;
                for (int j = 0; j < w.length; j++) {
                    product += v[j] * w[j];
                }
                for (int j = 0; j < w.length; j++) {
                    w[j] -= product * v[j];
                }
                hessenberg.add(i, m - 1, product);
            }
        }
        double left = norm(w);
        hessenberg.set(m, m - 1, left);
        basis.add(left > INVARIANT ? scaled(w, 1 / left) : w);
        return left;
    }

    private static double radius(DMatrixRMaj hessenberg, int m) {
        DMatrixRMaj square = new DMatrixRMaj(m, m);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                square.set(i, j, hessenberg.get(i, j));
            }
        }
        return radius(square);
    }

    /** Largest magnitude of the eigenvalues of a small dense matrix; NaN when the iteration fails. */
    static double radius(DMatrixRMaj matrix) {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(matrix.numRows, false);
        if (!eigen.decompose(matrix.copy())) {
            return Double.NaN;
        }
        double largest = 0;
        for (int i = 0; i < eigen.getNumberOfEigenvalues(); i++) {
            largest = Math.max(largest, eigen.getEigenvalue(i).getMagnitude());
        }
        return largest;
    }

    private static double norm(double[] values) {
        double sum = 0;
        for (double each : values) {
            sum += each * each;
        }
        return Math.sqrt(sum);
    }

    private static double[] scaled(double[] values, double factor) {
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = factor * values[i];
        }
        return result;
    }
}

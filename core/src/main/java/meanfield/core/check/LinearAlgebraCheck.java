package meanfield.core.check;

import static meanfield.core.check.CheckInputs.rowNorms;
import static meanfield.core.check.CheckInputs.transpose;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import meanfield.core.Require;
import meanfield.core.linalg.Cholesky;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.linalg.LinearAlgebra.GramTiles;
import meanfield.core.random.RandomStream;
import org.ejml.data.DMatrixRMaj;

/**
 * One linear algebra against another, which is trusted.
 *
 * <pre>
 *   products      max |C - C'| / (|a_i| |b_j|)                     with the rows of A and the columns of B
 *   Cholesky      max |L Lᵀ - A| / √(a_ii a_jj)                                                             (1)
 *   solutions     max |A x - b| / (|A| |x| + |b|)                  in the largest row sum
 * </pre>
 *
 * All three are of the order of 1e-16 times the root of the size for a sound library, however ill-conditioned the inputs are.
 */
public final class LinearAlgebraCheck {
    /** Bound on every error of double precision. */
    public static final double BOUND = 1e-12;

    private final LinearAlgebra candidate;
    private final LinearAlgebra trusted;
    private final CheckPlan plan;

    /** Checks a candidate. */
    public LinearAlgebraCheck(LinearAlgebra candidate, LinearAlgebra trusted, CheckPlan plan) {
        this.candidate = Require.present("candidate", candidate);
        this.trusted = Require.present("trusted", trusted);
        this.plan = Require.present("plan", plan);
    }

    /** Examines everything, one result for each operation and kind of input. */
    public void run(Consumer<CheckResult> results) {
        for (CheckInputs inputs : CheckInputs.values()) {
            RandomStream random = RandomStream.of(plan.seed()).child(inputs.label());
            products(inputs, random, results);
            tiles(inputs, random, results);
            factorizations(inputs, random, results);
        }
    }

    private List<Integer> sizes() {
        List<Integer> sizes = new ArrayList<>(plan.sizes());
        sizes.addAll(plan.edges());
        return sizes;
    }

    private void products(CheckInputs inputs, RandomStream random, Consumer<CheckResult> results) {
        Worst plain = new Worst();
        Worst left = new Worst();
        Worst right = new Worst();
        Worst gram = new Worst();
        Worst symmetry = new Worst();
        for (int n : sizes()) {
            int m = 1 + (7 * n + 3) % Math.max(2, Math.min(n, 300));
            int k = 1 + (5 * n + 1) % 97;
            DMatrixRMaj a = inputs.matrix(n, k, random);
            DMatrixRMaj b = inputs.matrix(m, k, random);
            DMatrixRMaj bt = transpose(b);
            double[] rows = rowNorms(a);
            double[] columns = rowNorms(b);
            DMatrixRMaj product = trusted.multiplyTransB(a, b);
            plain.addProduct(candidate.multiply(a, bt), product, rows, columns);
            left.addProduct(candidate.multiplyTransA(transpose(a), bt), product, rows, columns);
            right.addProduct(candidate.multiplyTransB(a, b), product, rows, columns);
            DMatrixRMaj square = candidate.gram(a);
            gram.addProduct(square, trusted.gram(a), rows, rows);
            symmetry.add(asymmetry(square));
        }
        String kind = ", " + inputs.label();
        results.accept(plain.against("A B" + kind, BOUND));
        results.accept(left.against("A' B" + kind, BOUND));
        results.accept(right.against("A B'" + kind, BOUND));
        results.accept(gram.against("X X'" + kind, BOUND));
        results.accept(symmetry.against("X X' is symmetric" + kind, 0));
    }

    private static double asymmetry(DMatrixRMaj a) {
        double worst = 0;
        for (int i = 0; i < a.numRows; i++) {
            for (int j = 0; j < i; j++) {
                worst = Math.max(worst, Math.abs(a.get(i, j) - a.get(j, i)));
            }
        }
        return worst;
    }

    private void tiles(CheckInputs inputs, RandomStream random, Consumer<CheckResult> results) {
        int n = plan.quick() ? 150 : 700;
        DMatrixRMaj x = inputs.matrix(n, 40, random);
        DMatrixRMaj y = inputs.matrix(n / 2, 40, random);
        DMatrixRMaj expected = trusted.multiplyTransB(x, y);
        double[] rows = rowNorms(x);
        double[] columns = rowNorms(y);
        Worst worst = new Worst();
        try (GramTiles gram = candidate.gramTiles(x, y)) {
            for (int count = plan.quick() ? 20 : 100; count > 0; count--) {
                int from = random.nextInt(x.numRows);
                int to = from + 1 + random.nextInt(x.numRows - from);
                int left = random.nextInt(y.numRows);
                int right = left + 1 + random.nextInt(y.numRows - left);
                DMatrixRMaj tile = new DMatrixRMaj(to - from, right - left);
                gram.tile(from, to, left, right, tile.data);
                DMatrixRMaj part = new DMatrixRMaj(to - from, right - left);
                for (int i = from; i < to; i++) {
                    System.arraycopy(
                            expected.data, i * y.numRows + left, part.data, (i - from) * part.numCols, part.numCols);
                }
                worst.addProduct(
                        tile,
                        part,
                        java.util.Arrays.copyOfRange(rows, from, to),
                        java.util.Arrays.copyOfRange(columns, left, right));
            }
        }
        results.accept(worst.against("tiles of X Y', " + inputs.label(), BOUND));
    }

    private void factorizations(CheckInputs inputs, RandomStream random, Consumer<CheckResult> results) {
        Worst factors = new Worst();
        Worst solutions = new Worst();
        Worst refusals = new Worst();
        for (int n : sizes()) {
            DMatrixRMaj a = positive(inputs, n, random);
            double[] roots = new double[n];
            for (int i = 0; i < n; i++) {
                roots[i] = Math.sqrt(a.get(i, i));
            }
            Cholesky cholesky = candidate.cholesky(a);
            DMatrixRMaj lower = cholesky.lower();
            factors.addProduct(trusted.multiplyTransB(lower, lower), a, roots, roots);
            DMatrixRMaj b = CheckInputs.RANDOM.matrix(n, 1 + n % 5, random);
            solutions.add(residual(a, cholesky.solve(b), b));
            a.set(n / 2, n / 2, -1);
            refusals.add(candidate.cholesky(a).convergence().isConverged() ? 1 : 0);
        }
        String kind = ", " + inputs.label();
        results.accept(factors.against("Cholesky L L' = A" + kind, BOUND));
        results.accept(solutions.against("Cholesky A x = b" + kind, BOUND));
        results.accept(refusals.against("Cholesky refuses an indefinite A" + kind, 0));
    }

    /** A Gram matrix in units of its diagonal plus 1e-9, or plus 1 for well-conditioned ones. */
    private DMatrixRMaj positive(CheckInputs inputs, int n, RandomStream random) {
        DMatrixRMaj x = inputs.matrix(n, 1 + n / 2, random);
        double[] norms = rowNorms(x);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < x.numCols && norms[i] > 0; j++) {
                x.set(i, j, x.get(i, j) / norms[i]);
            }
        }
        DMatrixRMaj a = trusted.gram(x);
        for (int i = 0; i < n; i++) {
            a.add(i, i, inputs == CheckInputs.RANDOM ? 1 : 1e-9);
        }
        return a;
    }

    private double residual(DMatrixRMaj a, DMatrixRMaj x, DMatrixRMaj b) {
        DMatrixRMaj product = trusted.multiply(a, x);
        double worst = 0;
        double sizeOfA = rowSum(a);
        for (int c = 0; c < b.numCols; c++) {
            double off = 0;
            double sizeOfX = 0;
            double sizeOfB = 0;
            for (int i = 0; i < b.numRows; i++) {
                off = Math.max(off, Math.abs(product.get(i, c) - b.get(i, c)));
                sizeOfX = Math.max(sizeOfX, Math.abs(x.get(i, c)));
                sizeOfB = Math.max(sizeOfB, Math.abs(b.get(i, c)));
                if (Double.isNaN(product.get(i, c))) {
                    return Double.NaN;
                }
            }
            worst = Math.max(worst, off / (sizeOfA * sizeOfX + sizeOfB));
        }
        return worst;
    }

    private static double rowSum(DMatrixRMaj a) {
        double largest = 0;
        for (int i = 0; i < a.numRows; i++) {
            double sum = 0;
            for (int j = 0; j < a.numCols; j++) {
                sum += Math.abs(a.get(i, j));
            }
            largest = Math.max(largest, sum);
        }
        return largest;
    }
}

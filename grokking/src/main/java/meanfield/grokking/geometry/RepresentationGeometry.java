package meanfield.grokking.geometry;

import meanfield.core.Require;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;

/**
 * Geometry of a representation of the eight conditions, from its kernel K = Φ Φᵀ/N alone.
 *
 * <pre>
 *   alignment(K, T) = ⟨K_c, T_c⟩/(|K_c| |T_c|),   K_c = H K H                                                     (1)
 *   parallelism of latent l = mean cos(d, d'),   d = φ(s_l = 1, rest) - φ(s_l = -1, rest), over pairs of rests     (2)
 *   cross-condition accuracy of l: a linear readout of s_l trained on two of the four pairs (s_l = ±1, rest), tested on the
 *   other two; mean over the six choices                                                                         (3)
 *   participation ratio = (tr K_c)²/|K_c|²                                                                       (4)
 * </pre>
 *
 * Edge cases: a vanishing difference has cosine 0; a constant representation has alignment 0 and ratio 0; a prediction of 0
 * counts half, and so does every prediction from training conditions
 * that do not differ beyond rounding. The readout in (3) is kernel ridge regression on centred features with a ridge of 1e-6 of the mean eigenvalue.
 * Source: [Alleman2024], [Cortes2012] for (1).
 */
public final class RepresentationGeometry {
    private static final double RIDGE = 1e-6;
    /** Share of variance in the size of a representation below which it is constant. */
    private static final double ROUNDING = 1e-9;

    private static final int RESTS = 4;

    private final DMatrixRMaj kernel;

    private RepresentationGeometry(DMatrixRMaj kernel) {
        this.kernel = kernel;
    }

    /** The geometry of features, 8 × N. */
    public static RepresentationGeometry of(DMatrixRMaj features) {
        DMatrixRMaj kernel = new DMatrixRMaj(features.numRows, features.numRows);
        CommonOps_DDRM.multTransB(1.0 / features.numCols, features, features, kernel);
        return ofKernel(kernel);
    }

    /** The geometry of a kernel, 8 × 8. */
    public static RepresentationGeometry ofKernel(DMatrixRMaj kernel) {
        Require.that(
                kernel.numRows == LatentTask.CONDITIONS && kernel.numCols == LatentTask.CONDITIONS,
                "kernel",
                "be 8 x 8",
                kernel.numRows + " x " + kernel.numCols);
        return new RepresentationGeometry(kernel);
    }

    /** (1) with the kernel X Xᵀ of other features. */
    public double alignment(DMatrixRMaj features) {
        DMatrixRMaj other = new DMatrixRMaj(features.numRows, features.numRows);
        CommonOps_DDRM.multTransB(features, features, other);
        DMatrixRMaj mine = centred(kernel);
        DMatrixRMaj theirs = centred(other);
        double norm = Math.sqrt(product(mine, mine) * product(theirs, theirs));
        return norm == 0 ? 0 : product(mine, theirs) / norm;
    }

    /** (4). */
    public double participationRatio() {
        DMatrixRMaj centred = centred(kernel);
        double trace = CommonOps_DDRM.trace(centred);
        double squares = product(centred, centred);
        return squares == 0 ? 0 : trace * trace / squares;
    }

    /** (2) of latent 0, 1 or 2. */
    public double parallelism(int latent) {
        double sum = 0;
        int pairs = 0;
        for (int r = 0; r < RESTS; r++) {
            for (int s = 0; s < r; s++) {
                double norm = Math.sqrt(difference(latent, r, r) * difference(latent, s, s));
                sum += norm == 0 ? 0 : difference(latent, r, s) / norm;
                pairs++;
            }
        }
        return sum / pairs;
    }

    /** d_r · d_s. */
    private double difference(int latent, int r, int s) {
        int r1 = condition(latent, 1, r);
        int r0 = condition(latent, 0, r);
        int s1 = condition(latent, 1, s);
        int s0 = condition(latent, 0, s);
        return kernel.get(r1, s1) - kernel.get(r1, s0) - kernel.get(r0, s1) + kernel.get(r0, s0);
    }

    /** The condition whose latent has this bit and whose others are number rest. */
    private static int condition(int latent, int bit, int rest) {
        int low = rest & (1 << latent) - 1;
        int high = rest >> latent << latent + 1;
        return high | bit << latent | low;
    }

    /** (3) of latent 0, 1 or 2. */
    public double crossConditionAccuracy(int latent) {
        double right = 0;
        int tests = 0;
        for (int a = 0; a < RESTS; a++) {
            for (int b = 0; b < a; b++) {
                int[] train = {
                    condition(latent, 0, a), condition(latent, 1, a), condition(latent, 0, b), condition(latent, 1, b)
                };
                DMatrixRMaj weights = readout(train);
                for (int rest = 0; rest < RESTS; rest++) {
                    for (int bit = 0; bit < 2 && rest != a && rest != b; bit++) {
                        double prediction = predict(train, weights, condition(latent, bit, rest));
                        double correct = bit == 1 ? prediction : -prediction;
                        right += correct > 0 ? 1 : correct == 0 ? 0.5 : 0;
                        tests++;
                    }
                }
            }
        }
        return right / tests;
    }

    private DMatrixRMaj readout(int[] train) {
        DMatrixRMaj gram = new DMatrixRMaj(train.length, train.length);
        DMatrixRMaj labels = new DMatrixRMaj(train.length, 1);
        for (int i = 0; i < train.length; i++) {
            labels.set(i, 0, i % 2 == 0 ? -1 : 1);
            for (int j = 0; j < train.length; j++) {
                gram.set(i, j, kernel.get(train[i], train[j]));
            }
        }
        DMatrixRMaj centred = centred(gram);
        DMatrixRMaj weights = new DMatrixRMaj(train.length, 1);
        if (!(CommonOps_DDRM.trace(centred) > ROUNDING * CommonOps_DDRM.trace(gram))) {
            return weights;
        }
        double ridge = RIDGE * CommonOps_DDRM.trace(centred) / train.length + Double.MIN_NORMAL;
        for (int i = 0; i < train.length; i++) {
            centred.add(i, i, ridge);
        }
        var solver = LinearSolverFactory_DDRM.symmPosDef(train.length);
        Require.that(solver.setA(centred), "kernel", "be positive semidefinite", "a singular training kernel");
        solver.solve(labels, weights);
        return weights;
    }

    /** Σ_i α_i ⟨φ(x) - φ̄, φ(x_i) - φ̄⟩ with means over the training conditions; the labels' mean is 0. */
    private double predict(int[] train, DMatrixRMaj weights, int condition) {
        double mean = 0;
        double grand = 0;
        double[] rows = new double[train.length];
        for (int i = 0; i < train.length; i++) {
            mean += kernel.get(condition, train[i]) / train.length;
            for (int j : train) {
                rows[i] += kernel.get(train[i], j) / train.length;
            }
            grand += rows[i] / train.length;
        }
        double sum = 0;
        for (int i = 0; i < train.length; i++) {
            sum += weights.get(i, 0) * (kernel.get(condition, train[i]) - mean - rows[i] + grand);
        }
        return sum;
    }

    private static DMatrixRMaj centred(DMatrixRMaj matrix) {
        int n = matrix.numRows;
        double[] rows = new double[n];
        double grand = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                rows[i] += matrix.get(i, j) / n;
            }
            grand += rows[i] / n;
        }
        DMatrixRMaj out = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                out.set(i, j, matrix.get(i, j) - rows[i] - rows[j] + grand);
            }
        }
        return out;
    }

    private static double product(DMatrixRMaj a, DMatrixRMaj b) {
        double sum = 0;
        for (int i = 0; i < a.data.length; i++) {
            sum += a.data[i] * b.data[i];
        }
        return sum;
    }
}

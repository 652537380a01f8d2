package meanfield.approximation.certified;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.Convergence;
import meanfield.core.Require;
import meanfield.core.linalg.LinearAlgebras;
import org.ejml.data.DMatrixRMaj;

/**
 * An upper bound of a network's Lipschitz constant in the Euclidean norm by a semidefinite program.
 *
 * <pre>
 *   min ρ   subject to   ρ |Δx|² - |W_{L+1} Δy_L|² - Σ_i t_i q_i(Δx, Δy) ⪰ 0,   bound √ρ                      (1)
 *   ReLU unit:      q = 2 Δy (Δz - Δy) ≥ 0 for slopes in [0, 1],  t ≥ 0                                      (2)
 *   sorted pair:    q = |Δz|² - |Δy|² ≥ 0,  t ≥ 0,  with Δy_2 = Δz_1 + Δz_2 - Δy_1 substituted               (3)
 * </pre>
 *
 * One multiplier for each unit (LipSDP-Neuron); full matrices of multipliers were shown to be invalid and are not offered.
 * Biases play no part, so that the bound may exceed the constant of the network as it is. Always at most the product of the
 * spectral norms.
 *
 * <p>Substituting the sum that sorting keeps in (3) is the limit of its two free multipliers.
 *
 * <p>Solver: barrier t ρ - ln det N - Σ ln t_i with Newton's method from a strictly feasible start; multipliers enter as
 * N_i = F_i S_i F_iᵀ of small rank, so that a step costs the cube of the number of units. Accuracy 1e-8 relative;
 * verdict with duality gap. Source: [Fazlyab2019], [Pauli2022].
 *
 * @param bound √ρ
 * @param normProduct Π ‖W_k‖
 * @param multipliers t
 * @param convergence the verdict; its error estimate is that of the bound
 */
public record LipschitzBound(double bound, double normProduct, List<Double> multipliers, Convergence convergence) {
    private static final double GROWTH = 1.5;
    private static final double GAP = 1e-9;
    private static final int LARGEST = 1000;

    /** Copies. */
    public LipschitzBound {
        multipliers = List.copyOf(multipliers);
    }

    /** For ReLU between the weights, rows of a weight are units. */
    public static LipschitzBound ofRelu(List<double[][]> weights) {
        Layout layout = new Layout(weights, 1);
        List<BarrierProgram.Multiplier> multipliers = new ArrayList<>();
        for (int k = 0; k < weights.size() - 1; k++) {
            double start = start(weights, k);
            List<double[]> next = new ArrayList<>();
            for (double[] z : layout.through(k)) {
                double[] y = layout.fresh();
                // -2 Δy (Δz - Δy) = -(y z' + z y') + 2 y y'
                multipliers.add(
                        new BarrierProgram.Multiplier(new double[][] {y, z}, new double[][] {{2, -1}, {-1, 0}}, start));
                next.add(y);
            }
            layout.outputs = next;
        }
        return solve(layout, multipliers);
    }

    /** For pairs of units sorted as (max, min) after every hidden weight: MaxMin, GroupSort 2. */
    public static LipschitzBound ofMaxMin(List<double[][]> weights) {
        for (int k = 0; k < weights.size() - 1; k++) {
            int units = weights.get(k).length;
            Require.that(units % 2 == 0, "hidden layer " + (k + 1), "have an even number of units", units);
        }
        Layout layout = new Layout(weights, 2);
        List<BarrierProgram.Multiplier> multipliers = new ArrayList<>();
        for (int k = 0; k < weights.size() - 1; k++) {
            double start = start(weights, k);
            List<double[]> z = layout.through(k);
            List<double[]> next = new ArrayList<>();
            for (int g = 0; g < z.size(); g += 2) {
                double[] y1 = layout.fresh();
                double[] y2 = y1.clone();
                for (int i = 0; i < y2.length; i++) {
                    y2[i] = z.get(g)[i] + z.get(g + 1)[i] - y1[i]; // sorting keeps the sum
                }
                multipliers.add(new BarrierProgram.Multiplier(
                        new double[][] {z.get(g), z.get(g + 1), y1, y2},
                        new double[][] {{-1, 0, 0, 0}, {0, -1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}},
                        start));
                next.add(y1);
                next.add(y2);
            }
            layout.outputs = next;
        }
        return solve(layout, multipliers);
    }

    /** τ_k = Π_{j>k} ‖W_j‖² · 1.5^{L-k+1}: strictly feasible with ρ = 1.5^{L+1} Π ‖W‖². */
    private static double start(List<double[][]> weights, int k) {
        double start = Math.pow(GROWTH, weights.size() - 1 - k);
        for (int j = k + 1; j < weights.size(); j++) {
            double norm = LinearRegions.spectralNorm(weights.get(j));
            start *= norm * norm;
        }
        return start;
    }

    private static LipschitzBound solve(Layout layout, List<BarrierProgram.Multiplier> multipliers) {
        double product = 1;
        for (double[][] w : layout.weights) {
            product *= LinearRegions.spectralNorm(w);
        }
        if (product == 0) {
            return new LipschitzBound(0, 0, List.of(), Convergence.converged(0, 0, 0));
        }
        double rho = Math.pow(GROWTH, layout.weights.size()) * product * product;
        BarrierProgram program =
                new BarrierProgram(layout.size, layout.weights.get(0)[0].length, layout.objective(), multipliers);
        return program.minimize(rho, product, GAP);
    }

    /** Differences of all signals as linear functions of one vector: Δx first, then one entry for each free unit. */
    private static final class Layout {
        private final List<double[][]> weights;
        private final int size;
        private int used;
        private List<double[]> outputs = new ArrayList<>();

        Layout(List<double[][]> weights, int unitsPerVariable) {
            Require.present("weights", weights);
            Require.that(!weights.isEmpty(), "weights", "have at least one layer", weights.size());
            this.weights = List.copyOf(weights);
            int inputs = weights.get(0)[0].length;
            int count = inputs;
            for (int k = 0; k < weights.size() - 1; k++) {
                Require.that(
                        weights.get(k + 1)[0].length == weights.get(k).length,
                        "weights",
                        "fit each other in layer " + (k + 2),
                        weights.get(k + 1)[0].length);
                count += weights.get(k).length / unitsPerVariable;
            }
            Require.that(count <= LARGEST, "units", "be at most " + LARGEST, count);
            size = count;
            for (int i = 0; i < inputs; i++) {
                outputs.add(fresh());
            }
        }

        double[] fresh() {
            double[] y = new double[size];
            y[used++] = 1;
            return y;
        }

        /** Δz of an affine map from the outputs before it. */
        List<double[]> through(int layer) {
            List<double[]> z = new ArrayList<>();
            for (double[] row : weights.get(layer)) {
                double[] sum = new double[size];
                for (int j = 0; j < row.length; j++) {
                    for (int i = 0; i < size; i++) {
                        sum[i] += row[j] * outputs.get(j)[i];
                    }
                }
                z.add(sum);
            }
            return z;
        }

        /** |Δ output|² as a matrix. */
        DMatrixRMaj objective() {
            DMatrixRMaj rows = new DMatrixRMaj(through(weights.size() - 1).toArray(new double[0][]));
            return LinearAlgebras.ejml().multiplyTransA(rows, rows);
        }
    }
}

package meanfield.grokking.polynomial;

/**
 * Loops of the quadratic network. Index: a, b = 0 … D-1 input coordinates, m = 0 … P-1 examples; matrices row-major;
 * {@code columns} is Xᵀ (D × P), {@code rows} is X (P × D). Four terms are added at a time, because one load and one
 * store of the result then serve four products: measured twice as fast as one at a time.
 */
final class PolynomialKernels {
    private PolynomialKernels() {}

    /** out_i += Σ_k c_k x_{first+k, i} for from ≤ i; rows of their own, because offsets into one array are not vectorized. */
    private static void addFour(double[] c, double[][] x, int first, double[] out, int from) {
        double c0 = c[0];
        double c1 = c[1];
        double c2 = c[2];
        double c3 = c[3];
        double[] x0 = x[first];
        double[] x1 = x[first + 1];
        double[] x2 = x[first + 2];
        double[] x3 = x[first + 3];
        for (int i = from; i < out.length; i++) {
            out[i] += c0 * x0[i] + c1 * x1[i] + c2 * x2[i] + c3 * x3[i];
        }
    }

    /** out_i += c x_i for from ≤ i. */
    private static void addRow(double c, double[] x, double[] out, int from) {
        for (int i = from; i < out.length; i++) {
            out[i] += c * x[i];
        }
    }

    /** out_i += c x_i. */
    private static void addOne(double c, double[] x, int offset, double[] out, int outOffset, int length) {
        for (int i = 0; i < length; i++) {
            out[outOffset + i] += c * x[offset + i];
        }
    }

    /**
     * out_m = Σ_a x_a [ w_a + ½ ε (A_aa x_a + 2 Σ_{b>a} A_ab x_b) ]: w·x + ½ ε xᵀ A x for symmetric A.
     *
     * @param scratch P
     * @param four 4
     */
    static void quadraticForms(
            double[][] columns, double[] w, double[] matrix, double epsilon, double[][] scratch, double[] out) {
        int dimension = w.length;
        double[] line = scratch[0];
        double[] four = scratch[1];
        java.util.Arrays.fill(out, 0);
        for (int a = 0; a < dimension; a++) {
            java.util.Arrays.fill(line, w[a]);
            addRow(0.5 * epsilon * matrix[a * dimension + a], columns[a], line, 0);
            int b = a + 1;
            for (; b + 3 < dimension; b += 4) {
                for (int k = 0; k < 4; k++) {
                    four[k] = epsilon * matrix[a * dimension + b + k];
                }
                addFour(four, columns, b, line, 0);
            }
            for (; b < dimension; b++) {
                addRow(epsilon * matrix[a * dimension + b], columns[b], line, 0);
            }
            double[] column = columns[a];
            for (int m = 0; m < out.length; m++) {
                out[m] += column[m] * line[m];
            }
        }
    }

    /** b = (1/P) Σ Δ_m x_m and S = (1/P) Σ Δ_m x_m x_mᵀ, whole symmetric matrix. */
    static void weightedMoments(double[][] rows, double[] weights, double[] four, double[] vector, double[][] matrix) {
        int dimension = vector.length;
        int examples = weights.length;
        java.util.Arrays.fill(vector, 0);
        for (double[] row : matrix) {
            java.util.Arrays.fill(row, 0);
        }
        double scale = 1.0 / examples;
        int m = 0;
        for (; m + 3 < examples; m += 4) {
            for (int k = 0; k < 4; k++) {
                four[k] = scale * weights[m + k];
            }
            addFour(four, rows, m, vector, 0);
            for (int a = 0; a < dimension; a++) {
                for (int k = 0; k < 4; k++) {
                    four[k] = scale * weights[m + k] * rows[m + k][a];
                }
                addFour(four, rows, m, matrix[a], a);
            }
        }
        for (; m < examples; m++) {
            addRow(scale * weights[m], rows[m], vector, 0);
            for (int a = 0; a < dimension; a++) {
                addRow(scale * weights[m] * rows[m][a], rows[m], matrix[a], a);
            }
        }
        for (int a = 0; a < dimension; a++) {
            for (int b = 0; b < a; b++) {
                matrix[a][b] = matrix[b][a];
            }
        }
    }

    /** Lower triangle ← upper triangle. */
    static void mirror(double[] matrix, int dimension) {
        for (int a = 0; a < dimension; a++) {
            for (int b = 0; b < a; b++) {
                matrix[a * dimension + b] = matrix[b * dimension + a];
            }
        }
    }

    /** out = A B. */
    static void multiply(double[][] left, double[][] right, double[] four, double[][] out) {
        int dimension = out.length;
        for (int a = 0; a < dimension; a++) {
            java.util.Arrays.fill(out[a], 0);
            int k = 0;
            for (; k + 3 < dimension; k += 4) {
                System.arraycopy(left[a], k, four, 0, 4);
                addFour(four, right, k, out[a], 0);
            }
            for (; k < dimension; k++) {
                addRow(left[a][k], right[k], out[a], 0);
            }
        }
    }

    /** out = A v for symmetric A. */
    static void multiply(double[][] matrix, double[] vector, double[] out) {
        java.util.Arrays.fill(out, 0);
        for (int a = 0; a < vector.length; a++) {
            addRow(vector[a], matrix[a], out, 0);
        }
    }

    /**
     * One step of every neuron (rows of W, N × D): w_i += c Σ_m (Δ_m/P)(1 + ε w_i·x_m) x_m, c = 2 η₀/α.
     *
     * @param scratch {P, D}
     */
    static void stepWeights(
            double[] weights, double[] rows, double[] residual, double step, double epsilon, double[][] scratch) {
        double[] signal = scratch[0];
        double[] change = scratch[1];
        int dimension = change.length;
        int examples = residual.length;
        for (int i = 0; i < weights.length / dimension; i++) {
            int w = i * dimension;
            java.util.Arrays.fill(change, 0);
            for (int m = 0; m < examples; m++) {
                double field = 0;
                for (int a = 0; a < dimension; a++) {
                    field += weights[w + a] * rows[m * dimension + a];
                }
                signal[m] = step / examples * residual[m] * (1 + epsilon * field);
            }
            for (int m = 0; m < examples; m++) {
                addOne(signal[m], rows, m * dimension, change, 0, dimension);
            }
            for (int a = 0; a < dimension; a++) {
                weights[w + a] += change[a];
            }
        }
    }

    /** w̄ = (1/N) Σ w_i and M = (1/N) Σ w_i w_iᵀ. */
    static void moments(double[] weights, double[] mean, double[] second) {
        int dimension = mean.length;
        int neurons = weights.length / dimension;
        java.util.Arrays.fill(mean, 0);
        java.util.Arrays.fill(second, 0);
        double scale = 1.0 / neurons;
        for (int i = 0; i < neurons; i++) {
            int w = i * dimension;
            addOne(scale, weights, w, mean, 0, dimension);
            for (int a = 0; a < dimension; a++) {
                addOne(scale * weights[w + a], weights, w + a, second, a * dimension + a, dimension - a);
            }
        }
        mirror(second, dimension);
    }
}

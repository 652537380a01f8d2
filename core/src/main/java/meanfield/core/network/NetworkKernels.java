package meanfield.core.network;

import meanfield.core.activation.Activation;

/** Loops over network arrays; row-major matrices, i the row (example), j the column (unit). */
final class NetworkKernels {
    private NetworkKernels() {}

    /** values ← factor · values. */
    static void scale(double factor, double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }

    /** values ← factor · values + shift. */
    static void scaleAndShift(double factor, double shift, double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = factor * values[i] + shift;
        }
    }

    /** out ← out + factor · values. */
    static void addScaled(double factor, double[] values, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] += factor * values[i];
        }
    }

    /** Σ_i a_i b_i. */
    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** z_ij ← s z_ij + t β_j. */
    static void affine(double weightScale, double biasScale, double[] bias, int rows, double[] z) {
        int columns = bias.length;
        for (int i = 0; i < rows; i++) {
            int row = i * columns;
            for (int j = 0; j < columns; j++) {
                z[row + j] = weightScale * z[row + j] + biasScale * bias[j];
            }
        }
    }

    /** out = φ(z). */
    static void activate(Activation activation, double[] z, double[] out) {
        for (int i = 0; i < z.length; i++) {
            out[i] = activation.value(z[i]);
        }
    }

    /** out = φ′(z). */
    static void differentiate(Activation activation, double[] z, double[] out) {
        for (int i = 0; i < z.length; i++) {
            out[i] = activation.derivative(z[i]);
        }
    }

    /** a ← a ∘ b. */
    static void hadamard(double[] b, double[] a) {
        for (int i = 0; i < a.length; i++) {
            a[i] *= b[i];
        }
    }

    /** out_j = t Σ_i g_ij. */
    static void columnSums(double scale, double[] g, int rows, double[] out) {
        int columns = out.length;
        for (int j = 0; j < columns; j++) {
            out[j] = 0;
        }
        for (int i = 0; i < rows; i++) {
            int row = i * columns;
            for (int j = 0; j < columns; j++) {
                out[j] += g[row + j];
            }
        }
        scale(scale, out);
    }

    /** g_(o·rows + i, j) ← g_(o·rows + i, j) d_ij: derivatives of example i on its rows in every block. */
    static void hadamardBlocks(double[] d, int blocks, double[] g) {
        for (int o = 0; o < blocks; o++) {
            int start = o * d.length;
            for (int ij = 0; ij < d.length; ij++) {
                g[start + ij] *= d[ij];
            }
        }
    }

    /** out_(o·rows + i, j) = s W_(j, from + o) d_ij: backward signals below the readout, W width × outputs. */
    static void readoutSignals(double scale, double[] w, int from, int blocks, double[] d, int width, double[] out) {
        int outputs = w.length / width;
        int rows = d.length / width;
        for (int o = 0; o < blocks; o++) {
            for (int i = 0; i < rows; i++) {
                int row = (o * rows + i) * width;
                for (int j = 0; j < width; j++) {
                    out[row + j] = scale * w[j * outputs + from + o] * d[i * width + j];
                }
            }
        }
    }

    /** theta ← theta + c g ∘ s. */
    static void addProduct(double c, double[] g, double[] s, double[] theta) {
        for (int i = 0; i < theta.length; i++) {
            theta[i] += c * g[i] * s[i];
        }
    }

    /** theta_(i·block + o, k·block + p) += g_(o·rows + i, p·columns + k) S_ik, S of size rows × columns. */
    static void addBlockProduct(double[] g, double[] s, int rows, int columns, int block, double[] theta) {
        int stride = columns * block;
        for (int o = 0; o < block; o++) {
            for (int i = 0; i < rows; i++) {
                int from = (o * rows + i) * stride;
                int to = (i * block + o) * stride;
                for (int p = 0; p < block; p++) {
                    for (int k = 0; k < columns; k++) {
                        theta[to + k * block + p] += g[from + p * columns + k] * s[i * columns + k];
                    }
                }
            }
        }
    }

    /** theta_(i·block + o, k·block + o) += S_ik: the readout's own contribution. */
    static void addBlockDiagonal(double[] s, int rows, int columns, int block, double[] theta) {
        for (int i = 0; i < rows; i++) {
            for (int o = 0; o < block; o++) {
                int row = (i * block + o) * columns * block;
                for (int k = 0; k < columns; k++) {
                    theta[row + k * block + o] += s[i * columns + k];
                }
            }
        }
    }

    /** v ← m v - η g, θ ← θ + v. */
    static void heavyBall(double momentum, double rate, double[] g, double[] v, double[] theta) {
        for (int i = 0; i < theta.length; i++) {
            v[i] = momentum * v[i] - rate * g[i];
            theta[i] += v[i];
        }
    }

    /** mean ← β mean + (1 - β) g. */
    static void average(double beta, double[] g, double[] mean) {
        for (int i = 0; i < g.length; i++) {
            mean[i] = beta * mean[i] + (1 - beta) * g[i];
        }
    }

    /** square ← β square + (1 - β) g². */
    static void averageSquares(double beta, double[] g, double[] square) {
        for (int i = 0; i < g.length; i++) {
            square[i] = beta * square[i] + (1 - beta) * g[i] * g[i];
        }
    }

    /** θ ← θ - η' m/(c √v + ε), η' and c with the bias corrections in them. */
    static void adamStep(double rate, double c, double epsilon, double[] mean, double[] square, double[] theta) {
        for (int i = 0; i < theta.length; i++) {
            theta[i] -= rate * mean[i] / (c * Math.sqrt(square[i]) + epsilon);
        }
    }
}

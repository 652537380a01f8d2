package meanfield.ntk.empirical;

/** Loops over arrays with a row for every example e and position a, and a column for every channel c. */
final class ArrayKernels {
    private ArrayKernels() {}

    /** out_(e a), f C + c = in_(e, taps[a][f]), c; zero beyond the border. */
    static void gather(int[][] taps, int positions, int examples, int channels, double[] in, double[] out) {
        int to = 0;
        for (int e = 0; e < examples; e++) {
            for (int[] reads : taps) {
                for (int read : reads) {
                    if (read >= 0) {
                        System.arraycopy(in, (e * positions + read) * channels, out, to, channels);
                    }
                    to += channels;
                }
            }
        }
    }

    /** The transpose of {@link #gather}: out_(e, taps[a][f]), c += in_(e a), f C + c. */
    static void scatter(int[][] taps, int positions, int examples, int channels, double[] in, double[] out) {
        int from = 0;
        for (int e = 0; e < examples; e++) {
            for (int[] reads : taps) {
                for (int read : reads) {
                    if (read >= 0) {
                        int to = (e * positions + read) * channels;
                        for (int c = 0; c < channels; c++) {
                            out[to + c] += in[from + c];
                        }
                    }
                    from += channels;
                }
            }
        }
    }

    /** x_rc += factor v_c; nothing for an empty v. */
    static void addToRows(double factor, double[] v, int rows, double[] x) {
        for (int r = 0; r < rows && v.length > 0; r++) {
            int row = r * v.length;
            for (int c = 0; c < v.length; c++) {
                x[row + c] += factor * v[c];
            }
        }
    }

    /** out_c = factor Σ_r x_rc over rows from … to - 1; nothing for an empty out. */
    static void columnSums(double factor, double[] x, int from, int to, int columns, double[] out) {
        for (int r = from; r < to && out.length > 0; r++) {
            for (int c = 0; c < columns; c++) {
                out[c] += factor * x[r * columns + c];
            }
        }
    }

    /** out_(e a) += Σ_i weight_ai x_(e i): positions mixed by a P′ × P matrix. */
    static void mix(double[][] weight, int positions, int examples, int channels, double[] x, double[] out) {
        for (int e = 0; e < examples; e++) {
            for (int a = 0; a < weight.length; a++) {
                int to = (e * weight.length + a) * channels;
                for (int i = 0; i < positions; i++) {
                    addRow(weight[a][i], x, (e * positions + i) * channels, channels, out, to);
                }
            }
        }
    }

    /** The transpose of {@link #mix}. */
    static void mixBack(double[][] weight, int positions, int examples, int channels, double[] x, double[] out) {
        for (int e = 0; e < examples; e++) {
            for (int a = 0; a < weight.length; a++) {
                int from = (e * weight.length + a) * channels;
                for (int i = 0; i < positions; i++) {
                    addRow(weight[a][i], x, from, channels, out, (e * positions + i) * channels);
                }
            }
        }
    }

    private static void addRow(double factor, double[] x, int from, int channels, double[] out, int to) {
        if (factor == 0) {
            return;
        }
        for (int c = 0; c < channels; c++) {
            out[to + c] += factor * x[from + c];
        }
    }

    /** out_r = (1/C) Σ_c x_rc y_rc. */
    static void meanProducts(double[] x, double[] y, int channels, double[] out) {
        for (int r = 0; r < out.length; r++) {
            double sum = 0;
            for (int c = 0; c < channels; c++) {
                sum += x[r * channels + c] * y[r * channels + c];
            }
            out[r] = sum / channels;
        }
    }

    /** out_rc += factor v_r x_rc. */
    static void addScaledRows(double factor, double[] v, double[] x, int channels, double[] out) {
        for (int r = 0; r < v.length; r++) {
            for (int c = 0; c < channels; c++) {
                out[r * channels + c] += factor * v[r] * x[r * channels + c];
            }
        }
    }

    /** out_j += Σ_{a, b} s_(a, j b) g_(a, j b): both with P rows and m P′ columns. */
    static void addBlockSums(double[] s, double[] g, int rows, int blocks, int width, double[] out) {
        for (int a = 0; a < rows; a++) {
            for (int j = 0; j < blocks; j++) {
                int from = (a * blocks + j) * width;
                double sum = 0;
                for (int b = 0; b < width; b++) {
                    sum += s[from + b] * g[from + b];
                }
                out[j] += sum;
            }
        }
    }
}

package meanfield.ntk.empirical;

import meanfield.core.network.NetworkParameters;
import org.ejml.data.DMatrixRMaj;

/**
 * Normalization of the channels at every position, as the kernel formula has it: no mean is subtracted.
 *
 * <pre>
 *   x′ = x w,   w = v^(-1/2),   v = |x|²/C + ε                                                              (1)
 *   w_k = (1/(k v_0)) Σ_{j=1}^k (½ j - k) v_j w_{k-j}                                                        (2)
 * </pre>
 *
 * (2) are the Taylor coefficients of a power of a series, from v w′ = -½ v′ w.
 *
 * @param epsilon ε
 */
record NormStep(double epsilon) implements ArrayLayer {
    @Override
    public ArrayPass forward(DMatrixRMaj in, NetworkParameters parameters) {
        double[][] factor = factors(new DMatrixRMaj[] {in});
        return new Pass(this, in, factor[0], product(new DMatrixRMaj[] {in}, factor, 0));
    }

    /** w_0 … w_r of every row. */
    private double[][] factors(DMatrixRMaj[] x) {
        int rows = x[0].numRows;
        double[][] v = new double[x.length][rows];
        double[] term = new double[rows];
        for (int k = 0; k < x.length; k++) {
            for (int j = 0; j <= k; j++) {
                ArrayKernels.meanProducts(x[j].data, x[k - j].data, x[0].numCols, term);
                for (int r = 0; r < rows; r++) {
                    v[k][r] += term[r];
                }
            }
        }
        double[][] w = new double[x.length][rows];
        for (int r = 0; r < rows; r++) {
            double start = v[0][r] + epsilon;
            w[0][r] = 1 / Math.sqrt(start);
            for (int k = 1; k < x.length; k++) {
                for (int j = 1; j <= k; j++) {
                    w[k][r] += (0.5 * j - k) * v[j][r] * w[k - j][r] / (k * start);
                }
            }
        }
        return w;
    }

    private static DMatrixRMaj product(DMatrixRMaj[] x, double[][] w, int k) {
        DMatrixRMaj out = new DMatrixRMaj(x[0].numRows, x[0].numCols);
        for (int j = 0; j <= k; j++) {
            ArrayKernels.addScaledRows(1, w[k - j], x[j].data, x[0].numCols, out.data);
        }
        return out;
    }

    private record Pass(NormStep step, DMatrixRMaj in, double[] factor, DMatrixRMaj output) implements ArrayPass {
        @Override
        public DMatrixRMaj[] series(DMatrixRMaj[] x, NetworkParameters direction) {
            double[][] w = step.factors(x);
            DMatrixRMaj[] series = new DMatrixRMaj[x.length];
            for (int k = 0; k < x.length; k++) {
                series[k] = product(x, w, k);
            }
            return series;
        }

        /** w g - w³ x (x·g)/C. */
        @Override
        public DMatrixRMaj pullback(DMatrixRMaj signal, SignalSink sink) {
            int channels = in.numCols;
            double[] along = new double[in.numRows];
            ArrayKernels.meanProducts(in.data, signal.data, channels, along);
            for (int r = 0; r < along.length; r++) {
                along[r] *= factor[r] * factor[r] * factor[r];
            }
            DMatrixRMaj back = new DMatrixRMaj(in.numRows, channels);
            ArrayKernels.addScaledRows(1, factor, signal.data, channels, back.data);
            ArrayKernels.addScaledRows(-1, along, in.data, channels, back.data);
            return back;
        }
    }
}

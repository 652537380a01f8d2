package meanfield.grokking.polynomial;

/** Residuals of the training set from moments, and the part of the moments that the output is made of. */
final class OutputChange {
    private final QuadraticNetwork network;
    private final PolynomialData data;
    /** Moments at the start, null when outputs are not centred. */
    private final WeightMoments start;

    private final WeightMoments current;
    private final double[][] scratch;

    OutputChange(QuadraticNetwork network, PolynomialData data, WeightMoments start) {
        int dimension = data.inputDimension();
        this.network = network;
        this.data = data;
        this.start = start;
        this.current = new WeightMoments(new double[dimension], new double[dimension * dimension]);
        this.scratch = new double[][] {new double[data.size()], new double[4]};
    }

    /** Δ = y - (f - f₀) on the training set; returns its mean square. */
    double residual(WeightMoments moments, double[] residual) {
        subtract(moments.mean(), start == null ? null : start.mean(), current.mean());
        subtract(moments.second(), start == null ? null : start.second(), current.second());
        PolynomialKernels.quadraticForms(
                data.columns(), current.mean(), current.second(), network.epsilon(), scratch, residual);
        double[] labels = data.labels();
        double sum = 0;
        for (int m = 0; m < residual.length; m++) {
            residual[m] = labels[m] - network.alpha() * residual[m];
            sum += residual[m] * residual[m];
        }
        return sum / residual.length;
    }

    WeightMoments current() {
        return current;
    }

    private static void subtract(double[] from, double[] what, double[] out) {
        System.arraycopy(from, 0, out, 0, out.length);
        for (int i = 0; what != null && i < out.length; i++) {
            out[i] -= what[i];
        }
    }
}

package meanfield.grokking.fieldtheory;

/**
 * Mean square of a quadratic form of Gaussian variables.
 *
 * <pre>
 *   E (l·z + ½ zᵀ A z)² = lᵀ Σ l + ¼ (tr AΣ)² + ½ tr AΣAΣ,   z ~ N(0, Σ),   A = diag(k)                            (1)
 * </pre>
 *
 * With z = (h(t), h(0), h*), l = (α/N)(1, -1, 0), k = (α ε/N, -α ε/N, -1) it is the test loss, without a factor ½.
 */
final class QuadraticForm {
    private QuadraticForm() {}

    /** (1) for a symmetric Σ. */
    static double meanSquare(double[] linear, double[] diagonal, double[][] covariance) {
        double forms = 0;
        double trace = 0;
        double squares = 0;
        for (int a = 0; a < linear.length; a++) {
            trace += diagonal[a] * covariance[a][a];
            for (int b = 0; b < linear.length; b++) {
                forms += linear[a] * covariance[a][b] * linear[b];
                squares += diagonal[a] * covariance[a][b] * diagonal[b] * covariance[b][a];
            }
        }
        return forms + 0.25 * trace * trace + 0.5 * squares;
    }

    /** The test loss of N neurons; Σ of (h(t), h(0), h*), 2N + 1 rows. */
    static double testLoss(FieldModel model, int neurons, double[][] covariance) {
        double[] linear = new double[2 * neurons + 1];
        double[] diagonal = new double[2 * neurons + 1];
        for (int i = 0; i < neurons; i++) {
            linear[i] = model.alpha() / neurons;
            linear[neurons + i] = -linear[i];
            diagonal[i] = model.epsilon() * linear[i];
            diagonal[neurons + i] = -diagonal[i];
        }
        diagonal[2 * neurons] = -1;
        return meanSquare(linear, diagonal, covariance);
    }
}

package meanfield.grokking.polynomial;

/**
 * Test loss over all inputs in closed form, split into its three causes.
 *
 * <pre>
 *   A = α ε δM - ββᵀ,   d = δw̄
 *   E (f - y)² = (tr A/2D)² + |A|_F²/(2D²) + α² |d|²/D,   x ~ N(0, I_D/D)                                        (1)
 *                variance     misalignment    linear
 * </pre>
 *
 * No factor ½, no test set. δ is the change since the start for centred outputs and the moments themselves otherwise. With
 * |β|² = D the start is ¼ + ½ + 0 when outputs are centred. The first part is the mean of the residual, the second the
 * directions of weight space that are not the target's, the third power that went into linear functions. Source:
 * [Kumar2024], derived here.
 *
 * @param variance (tr A/2D)²
 * @param misalignment |A|_F²/(2D²)
 * @param linear α² |d|²/D
 */
public record PopulationLoss(double variance, double misalignment, double linear) {

    /** The loss of a change of the moments. */
    public static PopulationLoss of(QuadraticNetwork network, WeightMoments change, double[] target) {
        int dimension = target.length;
        double scale = network.alpha() * network.epsilon();
        double squaredTarget = 0;
        for (double value : target) {
            squaredTarget += value * value;
        }
        double diagonal = 0;
        double above = 0;
        for (int a = 0; a < dimension; a++) {
            double own = scale * change.second()[a * dimension + a] - target[a] * target[a];
            diagonal += own * own;
            for (int b = a + 1; b < dimension; b++) {
                double entry = scale * change.second()[a * dimension + b] - target[a] * target[b];
                above += entry * entry;
            }
        }
        double squares = diagonal + 2 * above;
        double trace = scale * change.trace() - squaredTarget;
        double half = trace / (2 * dimension);
        return new PopulationLoss(
                half * half,
                squares / (2.0 * dimension * dimension),
                network.alpha() * network.alpha() * change.squaredMean() / dimension);
    }

    /** E (f - y)². */
    public double total() {
        return variance + misalignment + linear;
    }
}

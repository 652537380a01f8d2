package meanfield.grokking.polynomial;

/**
 * One epoch of a training run.
 *
 * @param epoch number of steps taken
 * @param trainLoss mean squared residual of the training set, without a factor ½
 * @param testLoss loss over all inputs, in its parts
 * @param kernelDistance |K_t - K_0|/|K_0| over all pairs of inputs
 * @param featureAlignment alignment of what the kernel learned with the target
 * @param targetAlignment centred alignment of the whole kernel with the target
 * @param targetPower βᵀMβ/|β|², mean square of the weights along the target; 1 for random weights
 */
public record Epoch(
        int epoch,
        double trainLoss,
        PopulationLoss testLoss,
        double kernelDistance,
        double featureAlignment,
        double targetAlignment,
        double targetPower) {
    double[] toNumbers() {
        return new double[] {
            epoch,
            trainLoss,
            testLoss.variance(),
            testLoss.misalignment(),
            testLoss.linear(),
            kernelDistance,
            featureAlignment,
            targetAlignment,
            targetPower
        };
    }

    static Epoch ofNumbers(double[] n) {
        return new Epoch((int) n[0], n[1], new PopulationLoss(n[2], n[3], n[4]), n[5], n[6], n[7], n[8]);
    }
}

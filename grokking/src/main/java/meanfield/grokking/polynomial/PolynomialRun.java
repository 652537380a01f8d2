package meanfield.grokking.polynomial;

import java.util.List;
import meanfield.core.Convergence;
import meanfield.grokking.gap.GrokkingGap;

/**
 * What training of a quadratic network leaves.
 *
 * @param epochs every epoch from 0 on; after divergence the record ends before the epoch that broke the limit
 * @param moments w̄ and M at the last epoch
 * @param convergence converged: all steps taken, or ended by the observer; diverged: the loss left every bound, with the
 *     epoch in the detail
 */
public record PolynomialRun(List<Epoch> epochs, WeightMoments moments, Convergence convergence) {
    public PolynomialRun {
        epochs = List.copyOf(epochs);
    }

    /** Training losses, entry t at epoch t. */
    public double[] trainLosses() {
        return epochs.stream().mapToDouble(Epoch::trainLoss).toArray();
    }

    /** Test losses, entry t at epoch t. */
    public double[] testLosses() {
        return epochs.stream().mapToDouble(e -> e.testLoss().total()).toArray();
    }

    /** The delay of generalization at a threshold in (0, 1). */
    public GrokkingGap gap(double threshold) {
        return GrokkingGap.of(trainLosses(), testLosses(), threshold);
    }
}

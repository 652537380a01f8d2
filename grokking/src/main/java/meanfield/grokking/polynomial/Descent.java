package meanfield.grokking.polynomial;

import meanfield.core.checkpoint.Resumable;

/** One way to follow the weights exactly; its state is taken up before {@link #trainLoss}. */
sealed interface Descent extends Resumable permits MomentDescent, WeightDescent {
    /** (1/P) Σ Δ² at the present weights; keeps Δ for {@link #advance}. */
    double trainLoss();

    /** One step of gradient descent. */
    void advance();

    /** The present moments, not a copy. */
    WeightMoments moments();

    /** What of them counts for the output: the change since the start if outputs are centred. Not a copy. */
    WeightMoments change();
}

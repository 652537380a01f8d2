package meanfield.grokking.polynomial;

import meanfield.core.checkpoint.StateReader;
import meanfield.core.checkpoint.StateWriter;
import meanfield.core.network.OutputCentering;

/**
 * Gradient descent on explicit weights, neuron by neuron.
 *
 * <pre>
 *   w_i ← w_i + (2 η₀/(α P)) Σ_m Δ_m (1 + ε w_i·x_m) x_m                                                         (1)
 * </pre>
 *
 * Faster than the moments when neurons are few; otherwise the check of them.
 */
final class WeightDescent implements Descent {
    private final QuadraticNetwork network;
    private final PolynomialData data;
    private final double step;
    private final double[] weights;
    private final WeightMoments state;
    private final OutputChange change;
    private final double[] residual;
    private final double[][] scratch;

    WeightDescent(PolynomialTraining training, PolynomialData data, double[] startWeights) {
        this.network = training.network();
        this.data = data;
        this.step = 2 * training.learningRate() / network.alpha();
        this.weights = startWeights.clone();
        this.state = WeightMoments.ofWeights(weights, data.inputDimension());
        this.change =
                new OutputChange(network, data, training.centering() == OutputCentering.NONE ? null : state.copy());
        this.residual = new double[data.size()];
        this.scratch = new double[][] {new double[data.size()], new double[data.inputDimension()]};
    }

    @Override
    public void save(StateWriter out) {
        out.write(weights);
    }

    @Override
    public void restore(StateReader in) {
        in.readInto(weights);
    }

    @Override
    public double trainLoss() {
        PolynomialKernels.moments(weights, state.mean(), state.second());
        return change.residual(state, residual);
    }

    @Override
    public void advance() {
        PolynomialKernels.stepWeights(weights, data.inputs(), residual, step, network.epsilon(), scratch);
    }

    @Override
    public WeightMoments moments() {
        return state;
    }

    @Override
    public WeightMoments change() {
        return change.current();
    }
}

package meanfield.grokking.polynomial;

import meanfield.core.checkpoint.StateReader;
import meanfield.core.checkpoint.StateWriter;
import meanfield.core.network.OutputCentering;

/**
 * Gradient descent of any width, infinity included, on the moments alone.
 *
 * <pre>
 *   c = 2 η₀/α,   b = (1/P) Σ Δ_m x_m,   S = (1/P) Σ Δ_m x_m x_mᵀ,   U = I + c ε S
 *   w̄ ← U w̄ + c b,   M ← U M U + c (U w̄ bᵀ + b (U w̄)ᵀ) + c² b bᵀ                                               (1)
 * </pre>
 *
 * Exact, because every neuron undergoes the same affine map w_i ← U w_i + c b. A step costs P D² + 2 D³ products and
 * allocates nothing.
 */
final class MomentDescent implements Descent {
    private final QuadraticNetwork network;
    private final PolynomialData data;
    private final double step;
    private final WeightMoments state;
    private final OutputChange change;
    private final double[] residual;
    private final double[] vector;
    private final double[] moved;
    private final double[][] matrix;
    private final double[][] product;
    /** M as rows; the state holds it flat. */
    private final double[][] second;

    private final double[] four = new double[4];

    MomentDescent(PolynomialTraining training, PolynomialData data, WeightMoments start) {
        int dimension = data.inputDimension();
        this.network = training.network();
        this.data = data;
        this.step = 2 * training.learningRate() / network.alpha();
        this.state = start.copy();
        this.change =
                new OutputChange(network, data, training.centering() == OutputCentering.NONE ? null : start.copy());
        this.residual = new double[data.size()];
        this.vector = new double[dimension];
        this.moved = new double[dimension];
        this.matrix = new double[dimension][dimension];
        this.product = new double[dimension][dimension];
        this.second = new double[dimension][dimension];
        rowsOfSecond();
    }

    private void rowsOfSecond() {
        for (int a = 0; a < second.length; a++) {
            System.arraycopy(state.second(), a * second.length, second[a], 0, second.length);
        }
    }

    @Override
    public void save(StateWriter out) {
        out.write(state.mean()).write(state.second());
    }

    @Override
    public void restore(StateReader in) {
        in.readInto(state.mean());
        in.readInto(state.second());
        rowsOfSecond();
    }

    @Override
    public double trainLoss() {
        return change.residual(state, residual);
    }

    @Override
    public void advance() {
        int dimension = vector.length;
        double factor = step * network.epsilon();
        PolynomialKernels.weightedMoments(data.examples(), residual, four, vector, matrix);
        for (int a = 0; a < dimension; a++) {
            for (int b = 0; b < dimension; b++) {
                matrix[a][b] *= factor;
            }
            matrix[a][a] += 1;
            vector[a] *= step;
        }
        // matrix is U, vector is c b
        PolynomialKernels.multiply(matrix, state.mean(), moved);
        PolynomialKernels.multiply(matrix, second, four, product);
        PolynomialKernels.multiply(product, matrix, four, second);
        for (int a = 0; a < dimension; a++) {
            for (int b = a; b < dimension; b++) {
                second[a][b] += moved[a] * vector[b] + vector[a] * moved[b] + vector[a] * vector[b];
                second[b][a] = second[a][b];
            }
            state.mean()[a] = moved[a] + vector[a];
        }
        for (int a = 0; a < dimension; a++) {
            System.arraycopy(second[a], 0, state.second(), a * dimension, dimension);
        }
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

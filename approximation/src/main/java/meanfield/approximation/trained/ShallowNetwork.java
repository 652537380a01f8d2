package meanfield.approximation.trained;

import meanfield.approximation.target.ScalarField;
import meanfield.core.Convergence;

/**
 * A trained network of one hidden layer, with the verdict of its training.
 *
 * <p>Thread-safe.
 */
public final class ShallowNetwork implements ScalarField {
    private final ShallowModel model;
    private final double[] theta;
    private final double[] shared;
    private final double[] outer;
    private final double loss;
    private final Convergence convergence;

    ShallowNetwork(ShallowModel model, double[] theta, double[] outer, double loss, Convergence convergence) {
        this.model = model;
        this.theta = theta.clone();
        this.shared = model.shared(theta);
        this.outer = outer.clone();
        this.loss = loss;
        this.convergence = convergence;
    }

    /** Its shape. */
    public ShallowModel model() {
        return model;
    }

    /** Mean squared error on the training points. */
    public double loss() {
        return loss;
    }

    /** How the training ended. */
    public Convergence convergence() {
        return convergence;
    }

    @Override
    public double value(double[] x) {
        double[] features = new double[outer.length];
        model.features(theta, shared, x, features);
        double sum = 0;
        for (int i = 0; i < outer.length; i++) {
            sum += outer[i] * features[i];
        }
        return sum;
    }
}

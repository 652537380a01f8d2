package meanfield.approximation.target;

import java.util.List;
import meanfield.core.Require;

/**
 * f(x) = Π_k g_k(x_k): derivatives and suprema are products.
 *
 * @param label name
 * @param factors g_1, …, g_d
 */
public record TensorTarget(String label, List<Profile> factors) implements Target {
    /** At least one factor. */
    public TensorTarget {
        Require.present("label", label);
        factors = List.copyOf(factors);
        Require.that(!factors.isEmpty(), "factors", "be given", factors);
    }

    @Override
    public int dimension() {
        return factors.size();
    }

    /** The least of the factors'. */
    @Override
    public int smoothness() {
        return factors.stream().mapToInt(Profile::smoothness).min().getAsInt();
    }

    @Override
    public double value(double[] x) {
        double product = 1;
        for (int k = 0; k < factors.size(); k++) {
            product *= factors.get(k).derivative(0, x[k]);
        }
        return product;
    }

    @Override
    public double derivative(int[] alpha, double[] x) {
        double product = 1;
        for (int k = 0; k < factors.size(); k++) {
            product *= factors.get(k).derivative(alpha[k], x[k]);
        }
        return product;
    }

    /** Π ‖g_k^{(α_k)}‖_p. */
    @Override
    public double lebesgueNorm(int[] alpha, SobolevNorm norm) {
        double product = 1;
        for (int k = 0; k < factors.size(); k++) {
            product *= norm.seminorm(factors.get(k), alpha[k], 0, 1);
        }
        return product;
    }

    @Override
    public double supremum(int[] alpha) {
        double product = 1;
        for (int k = 0; k < factors.size(); k++) {
            product *= factors.get(k).supremum(alpha[k], 0, 1);
        }
        return product;
    }
}

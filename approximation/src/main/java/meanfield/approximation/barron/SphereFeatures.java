package meanfield.approximation.barron;

import meanfield.core.Require;
import meanfield.core.random.RandomStream;

/**
 * A zonal harmonic on the sphere as an average of ReLU ridges.
 *
 * <pre>
 *   f = λ_k P_k(x·e) = E P_k(w·e) (w·x)₊,   w uniform on S^{d-1}   (Funk and Hecke)                           (1)
 *   N E‖f_N - f‖² = 1/(2 d N_k) - λ_k²/N_k,   ρ uniform on S^{d-1}                                           (2)
 *   N_k = (2k+d-2)(k+d-3)!/(k!(d-2)!),   λ_k the Funk–Hecke coefficient of t₊                                 (3)
 * </pre>
 *
 * Symbols: P_k the Gegenbauer polynomial of S^{d-1} with P_k(1) = 1. λ_k = 0 for odd k ≥ 3: then f = 0 and only the variance is
 * left. Squared distances are closed forms, by the arc-cosine kernel.
 *
 * @param dimension d ≥ 2
 * @param degree k ≥ 0
 */
public record SphereFeatures(int dimension, int degree) implements FeatureModel {
    /** Checked. */
    public SphereFeatures {
        Require.that(dimension >= 2 && dimension <= 1000, "dimension", "be in [2, 1000]", dimension);
        Require.that(degree >= 0 && degree <= 100, "degree", "be in [0, 100]", degree);
    }

    /** N_k of equation (3). */
    public double multiplicity() {
        if (degree == 0) {
            return 1;
        }
        double value = (2.0 * degree + dimension - 2) / degree;
        for (int j = 1; j < degree; j++) {
            value *= (double) (j + dimension - 2) / j;
        }
        return value;
    }

    /**
     * λ_k of t₊: λ_0 = Γ(d/2)/(2√π Γ((d+1)/2)), λ_1 = 1/(2d), λ_{k+2}/λ_k = -(k-1)/(k+d+1) for even k, 0 for odd k ≥ 3.
     */
    public double coefficient() {
        if (degree == 1) {
            return 0.5 / dimension;
        }
        if (degree % 2 == 1) {
            return 0;
        }
        double value = dimension % 2 == 0 ? 1 / Math.PI : 0.25;
        for (int d = dimension % 2 == 0 ? 2 : 3; d < dimension; d += 2) {
            value *= d / (d + 1.0);
        }
        for (int k = 0; k < degree; k += 2) {
            value *= -(k - 1.0) / (k + dimension + 1.0);
        }
        return value;
    }

    @Override
    public double variance() {
        double lambda = coefficient();
        return (0.5 / dimension - lambda * lambda) / multiplicity();
    }

    @Override
    public double squaredNorm() {
        double lambda = coefficient();
        return lambda * lambda / multiplicity();
    }

    @Override
    public double inner(double[] w, double[] v) {
        return weight(w) * weight(v) * BarronKernels.sphereRamps(w, v);
    }

    @Override
    public double innerWithTarget(double[] w) {
        double lambda = coefficient();
        double weight = weight(w);
        return lambda * lambda * weight * weight;
    }

    private double weight(double[] w) {
        return BarronKernels.gegenbauer(degree, dimension, w[0]);
    }

    @Override
    public Draw draw(int units, RandomStream random) {
        double[][] w = new double[units][dimension];
        for (double[] row : w) {
            random.fillGaussian(row);
            double square = 0;
            for (double entry : row) {
                square += entry * entry;
            }
            for (int k = 0; k < dimension; k++) {
                row[k] /= Math.sqrt(square);
            }
        }
        return new Draw(w);
    }
}

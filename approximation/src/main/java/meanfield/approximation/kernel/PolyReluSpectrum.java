package meanfield.approximation.kernel;

import meanfield.core.Require;
import meanfield.core.activation.PolyRelu;
import meanfield.core.special.GammaFunctions;

/**
 * Eigenvalues of the PolyReLU kernel on the sphere.
 *
 * <pre>
 *   K(x, x′) = E_{w ~ N(0, I_d)} φ(w·x) φ(w·x′),   x, x′ on S^{d-1} with the uniform probability measure
 *   μ_k = Σ_{i,j} a_i a_j E r^{i+j} λ_k^{(i)} λ_k^{(j)},   E r^p = 2^{p/2} Γ((d+p)/2)/Γ(d/2)                 (1)
 *   λ_k^{(s)}, the coefficient of t₊^s:
 *     k ≤ s:            Γ(d/2)/√π · s!/(s-k)! · 2^{-(k+1)} Γ((s-k+1)/2)/Γ((s+k+d)/2)                         (2)
 *     k &gt; s, k-s odd:   (-1)^{(k-1-s)/2} Γ(d/2) s! Γ(k-s)/(√π 2^k Γ((k-s+1)/2) Γ((k+d+s)/2))                 (3)
 *     k &gt; s, k-s even:  0
 *   Σ_k N(d, k) μ_k = E φ²                                                                                  (4)
 * </pre>
 *
 * Multiplicity N(d, k). The constant a₀ enters as λ_k^{(0)} = 1 for k = 0 and 0 otherwise: it is not a step. Decay by
 * parity: μ_k ~ k^{-(d+2s)} with the smallest power s of other parity than k, so that ReLU leaves odd degrees from 3 on
 * empty and a PolyReLU with a₁, a₂ ≠ 0 none.
 *
 * <p>Accuracy and cost: 1e-13 relative at degrees up to 1000 through logarithms, unless coefficients of opposite sign
 * cancel; microseconds. Source: [Bach2017] for powers of ReLU, [Zhuo2025] for the activation.
 *
 * @param activation φ
 * @param dimension d in [2, 1000]
 */
public record PolyReluSpectrum(PolyRelu activation, int dimension) {
    private static final double ROOT_PI = Math.sqrt(Math.PI);

    /** Checked. */
    public PolyReluSpectrum {
        Require.present("activation", activation);
        Require.that(dimension >= 2 && dimension <= 1000, "dimension", "be in [2, 1000]", dimension);
    }

    /** μ_k, equation (1). */
    public double eigenvalue(int degree) {
        Require.atLeast("degree", degree, 0);
        double sum = 0;
        int r = activation.degree();
        double[] lambda = new double[r + 1];
        lambda[0] = degree == 0 ? 1 : 0;
        for (int s = 1; s <= r; s++) {
            lambda[s] = ridgeCoefficient(s, degree);
        }
        for (int i = 0; i <= r; i++) {
            for (int j = 0; j <= r; j++) {
                double product = lambda[i] * lambda[j];
                if (product != 0) {
                    sum += activation.coefficients().get(i)
                            * activation.coefficients().get(j)
                            * product
                            * radialMoment(i + j);
                }
            }
        }
        return sum;
    }

    /** λ_k^{(s)}, equations (2) and (3). */
    public double ridgeCoefficient(int power, int degree) {
        Require.atLeast("power", power, 1);
        Require.atLeast("degree", degree, 0);
        int s = power;
        int k = degree;
        double d = dimension;
        if (k > s && (k - s) % 2 == 0) {
            return 0;
        }
        double log = lg(0.5 * d) + lg(s + 1) - lg(0.5 * (s + k + d));
        if (k <= s) {
            log += lg(0.5 * (s - k + 1)) - lg(s - k + 1) - (k + 1) * Math.log(2);
            return Math.exp(log) / ROOT_PI;
        }
        log += lg(k - s) - lg(0.5 * (k - s + 1)) - k * Math.log(2);
        double sign = (k - 1 - s) / 2 % 2 == 0 ? 1 : -1;
        return sign * Math.exp(log) / ROOT_PI;
    }

    /** E r^p of the radius r of N(0, I_d). */
    private double radialMoment(int p) {
        return Math.exp(0.5 * p * Math.log(2) + lg(0.5 * (dimension + p)) - lg(0.5 * dimension));
    }

    private static double lg(double x) {
        return GammaFunctions.logGamma(x);
    }

    /** N(d, k). */
    public double multiplicity(int degree) {
        return GammaFunctions.harmonicCount(dimension, degree);
    }

    /** E φ(z)², z ~ N(0, 1): what the eigenvalues with their multiplicities add up to. */
    public double trace() {
        return activation.dual().secondMoment(1);
    }

    /**
     * The exponent of μ_k ~ k^{-exponent} for degrees of the parity of this one: d + 2s with the smallest power s ≥ 1 of other parity
     * and a_s ≠ 0; infinite where there is none.
     */
    public double decayExponent(int degree) {
        for (int s = 1; s <= activation.degree(); s++) {
            if (activation.coefficients().get(s) != 0 && (s - degree) % 2 != 0) {
                return dimension + 2.0 * s;
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}

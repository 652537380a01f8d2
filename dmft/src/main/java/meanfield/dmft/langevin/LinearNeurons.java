package meanfield.dmft.langevin;

import meanfield.core.Require;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.linalg.SymmetricEigen;
import org.ejml.data.DMatrixRMaj;

/**
 * Noisy gradient descent of linear neurons on a linear target, solved exactly for infinitely many neurons.
 *
 * <pre>
 *   f(x) = m·x,   dθ = -[Σ (m - β) + λ θ] dt + √(2τ) dB,   m = ⟨θ⟩                                          (1)
 *   m′ = -Σ (m - β) - λ m,   c(t) = c₀ e^{-2λt} + τ (1 - e^{-2λt})/λ   (variance of each coordinate)         (2)
 *   F = ½ (m-β)ᵀ Σ (m-β) + (λ/2)(|m|² + p c) - (τ p/2)(1 + ln 2πc)                                          (3)
 * </pre>
 *
 * Symbols: Σ inputCovariance (p × p), β target, λ ridge, τ temperature. Edge cases: λ = 0 lets the variance grow like c₀ + 2τt;
 * c = 0 at τ &gt; 0 has F = ∞ (a density without width). Exact to rounding, one eigendecomposition. Source: [Mei2018].
 */
public final class LinearNeurons {
    private final SymmetricEigen eigen;
    private final double[] target;
    private final double ridge;
    private final double temperature;

    private LinearNeurons(SymmetricEigen eigen, double[] target, double ridge, double temperature) {
        this.eigen = eigen;
        this.target = target;
        this.ridge = ridge;
        this.temperature = temperature;
    }

    /** Checked: Σ symmetric positive semidefinite of the target's length. */
    public static LinearNeurons of(
            DMatrixRMaj inputCovariance, double[] target, double ridge, double temperature, LinearAlgebra algebra) {
        int p = Require.atLeast("number of entries of target", target.length, 1);
        Require.that(
                inputCovariance.numRows == p && inputCovariance.numCols == p,
                "inputCovariance",
                "be " + p + " x " + p + " like target",
                inputCovariance.numRows + " x " + inputCovariance.numCols);
        Require.nonNegative("ridge", ridge);
        Require.nonNegative("temperature", temperature);
        SymmetricEigen eigen = algebra.symmetricEigen(inputCovariance);
        double smallest = eigen.values()[0];
        Require.that(
                smallest >= -1e-12 * Math.abs(eigen.values()[p - 1]),
                "inputCovariance",
                "be positive semidefinite",
                "smallest eigenvalue " + smallest);
        return new LinearNeurons(eigen, target.clone(), ridge, temperature);
    }

    /** The state at time t ≥ 0 from ⟨θ⟩ = mean and the variance of each coordinate at time 0; t may be infinite if λ &gt; 0. */
    public NeuronState at(double time, double[] mean, double variance) {
        Require.that(mean.length == target.length, "initialMean", "have " + target.length + " entries", mean.length);
        Require.nonNegative("initialVariance", variance);
        Require.that(time >= 0, "time", "be >= 0", time);
        int p = target.length;
        double[] result = new double[p];
        double risk = 0;
        for (int k = 0; k < p; k++) { // one eigenvector of Σ at a time
            double s = Math.max(0, eigen.values()[k]);
            double start = project(k, mean);
            double goal = project(k, target);
            double rate = s + ridge;
            double now = start * decay(rate, time) + s * goal * integral(rate, time);
            risk += 0.5 * s * (now - goal) * (now - goal);
            for (int a = 0; a < p; a++) {
                result[a] += eigen.vectors().get(a, k) * now;
            }
        }
        double c = variance * decay(2 * ridge, time) + 2 * temperature * integral(2 * ridge, time);
        double square = 0;
        for (double each : result) {
            square += each * each;
        }
        double free = risk + 0.5 * ridge * (square + p * c);
        if (temperature > 0) {
            free -= 0.5 * temperature * p * (1 + Math.log(2 * Math.PI * c));
        }
        return new NeuronState(time, result, risk, c, free);
    }

    /** The stationary law, Gaussian of variance τ/λ; NaN without a ridge. */
    public NeuronState gibbs() {
        double[] zero = new double[target.length];
        if (ridge == 0) {
            java.util.Arrays.fill(zero, Double.NaN);
            return new NeuronState(Double.POSITIVE_INFINITY, zero, Double.NaN, Double.NaN, Double.NaN);
        }
        return at(Double.POSITIVE_INFINITY, zero, 0);
    }

    /** e^{-rt}; 1 at r = 0 for every t. */
    private static double decay(double rate, double time) {
        return rate == 0 ? 1 : Math.exp(-rate * time);
    }

    /** ∫_0^t e^{-rs} ds. */
    private static double integral(double rate, double time) {
        return rate == 0 ? time : -Math.expm1(-rate * time) / rate;
    }

    private double project(int k, double[] vector) {
        double sum = 0;
        for (int a = 0; a < vector.length; a++) {
            sum += eigen.vectors().get(a, k) * vector[a];
        }
        return sum;
    }
}

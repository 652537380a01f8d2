package meanfield.dmft.langevin;

import meanfield.core.Require;

/**
 * Neurons tanh(θ x) of one weight on P scalar examples: the learning problem that the density solvers take.
 *
 * <pre>
 *   f_μ = ⟨tanh(θ x_μ)⟩,   R = (1/2P) Σ_μ (f_μ - y_μ)²                                                       (1)
 *   Ψ(θ) = (1/P) Σ_μ (f_μ - y_μ) tanh(θ x_μ) + λ θ²/2,   dθ = -Ψ′(θ) dt + √(2τ) dB                           (2)
 * </pre>
 *
 * Immutable.
 */
public final class TanhNeurons {
    private final double[] inputs;
    private final double[] targets;
    private final double ridge;
    private final double temperature;

    private TanhNeurons(double[] inputs, double[] targets, double ridge, double temperature) {
        this.inputs = inputs;
        this.targets = targets;
        this.ridge = ridge;
        this.temperature = temperature;
    }

    /** Inputs x and targets y of equal length, λ ≥ 0, τ ≥ 0. */
    public static TanhNeurons of(double[] inputs, double[] targets, double ridge, double temperature) {
        Require.atLeast("number of inputs", inputs.length, 1);
        Require.that(targets.length == inputs.length, "targets", "have " + inputs.length + " entries", targets.length);
        for (int mu = 0; mu < inputs.length; mu++) {
            Require.finite("inputs[" + mu + "]", inputs[mu]);
            Require.finite("targets[" + mu + "]", targets[mu]);
        }
        Require.nonNegative("ridge", ridge);
        Require.nonNegative("temperature", temperature);
        return new TanhNeurons(inputs.clone(), targets.clone(), ridge, temperature);
    }

    /** P. */
    public int examples() {
        return inputs.length;
    }

    /** x_μ. */
    public double input(int mu) {
        return inputs[mu];
    }

    /** y_μ. */
    public double target(int mu) {
        return targets[mu];
    }

    /** λ. */
    public double ridge() {
        return ridge;
    }

    /** τ. */
    public double temperature() {
        return temperature;
    }

    /** R. */
    public double risk(double[] outputs) {
        double sum = 0;
        for (int mu = 0; mu < targets.length; mu++) {
            sum += (outputs[mu] - targets[mu]) * (outputs[mu] - targets[mu]);
        }
        return sum / (2 * targets.length);
    }

    /** Largest |(1/P) Σ (f_μ - y_μ) tanh(θ x_μ)| that any density can make, |f| ≤ 1. */
    double largestForce() {
        double sum = 0;
        for (int mu = 0; mu < inputs.length; mu++) {
            sum += (1 + Math.abs(targets[mu])) * Math.abs(inputs[mu]);
        }
        return sum / inputs.length;
    }
}

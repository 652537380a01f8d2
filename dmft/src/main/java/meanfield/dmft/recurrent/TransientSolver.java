package meanfield.dmft.recurrent;

import meanfield.core.Require;
import meanfield.core.activation.DualActivation;
import meanfield.core.activation.StandardActivation;
import meanfield.core.twotime.TwoTimeFunction;

/**
 * The way of a random recurrent network from a Gaussian start, for N → ∞: dynamical mean-field theory in two times.
 *
 * <pre>
 *   x(t+1) = (1-δ) x(t) + δ η(t),   ⟨η(t) η(s)⟩ = Q(t, s) = g² ⟨φ(x(t)) φ(x(s))⟩,   x(0) ~ N(0, σ₀²)          (1)
 *   D(t, s) = ⟨x(t) η(s)⟩:   D(t+1, s) = (1-δ) D(t, s) + δ Q(t, s),   D(0, s) = 0                            (2)
 *   C(t+1, s) = (1-δ) C(t, s) + δ D(s, t)                                                                   (3)
 * </pre>
 *
 * As x is linear in the Gaussian η and in its start, it is a Gaussian process and (1) to (3) are closed: no sampling. C up to
 * time t gives Q(t, ·), hence everything at t + 1: one causal pass. The recursion is exact for a network that takes Euler
 * steps of size δ, and first order in δ for the flow.
 *
 * <p>Cost: T²/2 Gaussian averages of tanh and 3 T²/2 numbers. For starts that are not Gaussian see {@link TransientSampler}.
 * Source: [Sompolinsky1988].
 */
public final class TransientSolver {
    private TransientSolver() {}

    /**
     * C(t, s) for t, s = 0 … steps in units of the step.
     *
     * @param gain g ≥ 0
     * @param initialVariance σ₀² ≥ 0
     * @param step δ in (0, 1]
     * @param steps number of steps
     */
    public static TwoTimeFunction solve(double gain, double initialVariance, double step, int steps) {
        Require.nonNegative("gain", gain);
        Require.nonNegative("initialVariance", initialVariance);
        Require.that(step > 0 && step <= 1, "step", "be in (0, 1]", step);
        Require.atLeast("steps", steps, 0);
        DualActivation dual = DualActivation.of(StandardActivation.TANH);
        TwoTimeFunction correlation = TwoTimeFunction.symmetric(1);
        double[] row = {initialVariance};
        correlation.append(row);
        double[] drive = new double[steps + 1]; // Q(t, s), s ≤ t
        for (int t = 0; t < steps; t++) {
            double variance = correlation.at(t, t);
            for (int s = 0; s < t; s++) {
                drive[s] = gain * gain * dual.value(variance, correlation.at(s, s), correlation.at(t, s));
            }
            drive[t] = gain * gain * dual.secondMoment(variance);
            double[] cross = new double[t + 2]; // D(s, t)
            for (int s = 0; s <= t; s++) { // (2) with the roles of the times exchanged: Q(s, t) = Q(t, s)
                cross[s + 1] = (1 - step) * cross[s] + step * drive[s];
            }
            double[] next = new double[t + 2];
            for (int s = 0; s <= t; s++) {
                next[s] = (1 - step) * correlation.at(t, s) + step * cross[s];
            }
            next[t + 1] = (1 - step) * next[t] + step * cross[t + 1];
            correlation.append(next);
        }
        return correlation;
    }
}

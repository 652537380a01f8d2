package meanfield.dmft.feature;

import meanfield.core.Require;

/**
 * Gradient flow of a two-layer linear network on one sample, in closed form at infinite width and at any finite one.
 *
 * <pre>
 *   c = ⟨z h⟩,  κ = ⟨z² + h²⟩ over neurons:   c' = γ₀ Δ κ,   κ' = 4 γ₀ Δ c,   m² = κ² - 4c² conserved              (1)
 *   c = (m/2) sinh ψ,   κ = m cosh ψ,   τ = tanh(ψ/2),   T = tanh(ψ_∞/2),   sinh ψ_∞ = 2(γ₀ y + c₀)/m
 *   (T - τ(t))/(1 + T τ(t)) = (T - τ₀)/(1 + T τ₀) · e^{-m cosh(ψ_∞) t}                                          (2)
 *   f(t) = (c(t) - c₀)/γ₀,   NTK(t) = κ(t)                                                                      (3)
 * </pre>
 *
 * Symbols: h and z first- and second-layer weights of a neuron, |x|² = D. Infinite width is c₀ = 0, κ₀ = 2; a network
 * of N neurons follows the same equations from its own c₀ and κ₀, so the law of f(t) at finite width is that of two
 * numbers, c₀ ~ N(0, 1/N) and κ₀ ~ N(2, 4/N) up to 1/N corrections. Time is that of the flow, t = η · step.
 *
 * <p>Accuracy: f and κ to 1e-14 relative for c₀ = 0 and γ₀|y| up to 10, to 1e-15 (1 + γ₀²y²) beyond; for c₀ ≠ 0 f loses a
 * factor c₀/(γ₀ y) where that is large. Cost: a few elementary functions. Source: [Saxe2014] for the mechanism; (2)
 * follows from ψ' = m (sinh ψ_∞ - sinh ψ), which is (1), by separation.
 *
 * @param gamma0 γ₀ &gt; 0
 * @param target y
 * @param correlation c₀
 * @param norm κ₀ &gt; 2|c₀|
 */
public record TwoLayerLinearFlow(double gamma0, double target, double correlation, double norm) {
    /** Checks every value. */
    public TwoLayerLinearFlow {
        Require.positive("gamma0", gamma0);
        Require.finite("target", target);
        Require.finite("correlation", correlation);
        Require.positive("norm", norm);
        Require.that(
                norm > 2 * Math.abs(correlation), "norm", "be > 2 |correlation| = " + 2 * Math.abs(correlation), norm);
    }

    /** Infinite width. */
    public static TwoLayerLinearFlow of(double gamma0, double target) {
        return new TwoLayerLinearFlow(gamma0, target, 0, 2);
    }

    /** The flow of a network with these weights, one h and one z a neuron. */
    public TwoLayerLinearFlow ofNetwork(double[] h, double[] z) {
        Require.that(h.length == z.length && h.length > 0, "z", "have one entry a neuron (" + h.length + ")", z.length);
        double products = 0;
        double squares = 0;
        for (int i = 0; i < h.length; i++) {
            products += z[i] * h[i];
            squares += z[i] * z[i] + h[i] * h[i];
        }
        return new TwoLayerLinearFlow(gamma0, target, products / h.length, squares / h.length);
    }

    /** f(t) of (3), centred: 0 at t = 0, y at late times. */
    public double output(double time) {
        double before = start();
        double moved = moved(time);
        double now = (before + moved) / (1 - before * moved);
        double difference = moved * (1 + before * before) / (1 - before * moved);
        double square = (1 - now) * (1 + now) * (1 - before) * (1 + before);
        return invariant() / gamma0 * difference * (1 + now * before) / square;
    }

    /** NTK(t) of (3). */
    public double ntk(double time) {
        double before = start();
        double moved = moved(time);
        double now = (before + moved) / (1 - before * moved);
        return invariant() * (1 + now * now) / ((1 - now) * (1 + now));
    }

    /** m = √(κ₀² - 4c₀²). */
    public double invariant() {
        return Math.sqrt((norm - 2 * correlation) * (norm + 2 * correlation));
    }

    /** τ₀. */
    private double start() {
        return Math.tanh(0.5 * asinh(2 * correlation / invariant()));
    }

    /** (τ - τ₀)/(1 + τ τ₀): E₀(1 - q)/(1 + E₀² q), q = e^{-m cosh(ψ_∞) t}, E₀ the value for τ = T. */
    private double moved(double time) {
        Require.that(time >= 0, "time", "be >= 0", time);
        double m = invariant();
        double angle = asinh(2 * (gamma0 * target + correlation) / m);
        double end = Math.tanh(0.5 * angle);
        double distance = (end - start()) / (1 + end * start());
        double covered = -Math.expm1(-m * Math.cosh(angle) * time);
        return distance * covered / (1 + distance * distance * (1 - covered));
    }

    private static double asinh(double x) {
        double size = Math.abs(x);
        return Math.copySign(Math.log1p(size + size * size / (1 + Math.sqrt(1 + size * size))), x);
    }
}

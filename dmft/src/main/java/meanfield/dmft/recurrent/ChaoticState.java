package meanfield.dmft.recurrent;

import meanfield.core.Convergence;
import meanfield.core.Require;
import meanfield.core.solve.OdeSolution;
import meanfield.core.solve.OdeSolver;
import meanfield.core.solve.Root;
import meanfield.core.solve.RootSearch;
import meanfield.core.solve.TimeGrid;

/**
 * The stationary state of a random recurrent network of infinitely many tanh units.
 *
 * <pre>
 *   x_i′ = -x_i + Σ_j J_ij tanh x_j,   J_ij ~ N(0, g²/N),   C(τ) = ⟨x(t) x(t+τ)⟩                             (1)
 *   C″ = -∂V/∂C,   V(C; C₀) = -C²/2 + g² ⟨Φ(x) Φ(y)⟩,   Φ = ln cosh                                          (2)
 *   g > 1:  V(C₀; C₀) = V(0; C₀), so that C′(0) = 0 and C(∞) = 0                                             (3)
 *   ½ C′² = V(C₀) - V(C)                                                                                     (4)
 *   [-∂²/∂τ² + U(τ)] ψ = E₀ ψ, ψ′(0) = 0,   U = 1 - g² ⟨φ′ φ′⟩_C(τ),   λ_L = -1 + √(1 - E₀)                  (5)
 * </pre>
 *
 * Symbols: C₀ variance, V energy of the autocorrelation, E₀ the lowest level of (5), λ_L lyapunovExponent in units of the
 * membrane rate. For g ≤ 1 the state is x = 0, C = 0 and λ_L = g - 1, which is what (5) gives there.
 *
 * <p>Accuracy and cost: C₀ relative 1e-12, C(τ) 1e-10, λ_L relative 1e-8 (the level is sought relative to the depth of the
 * well, so that nothing is lost at g → 1). Some milliseconds at g = 2, a second at g = 20, where the orders of the series
 * run out. Source: [Sompolinsky1988].
 */
public final class ChaoticState {
    private static final double LARGEST_GAIN = 20;
    /** 1/cosh² y is below 1e-8 beyond, U within its square of the limit. */
    private static final double FAR = 10;

    private static final OdeSolver ODE = OdeSolver.withDefaults().withTolerance(1e-11);

    private final double gain;
    /** Null for g ≤ 1. */
    private final TanhSeries series;

    private final Convergence convergence;

    private ChaoticState(double gain, TanhSeries series, Convergence convergence) {
        this.gain = gain;
        this.series = series;
        this.convergence = convergence;
    }

    /** The state at this gain, 0 ≤ g ≤ 20. */
    public static ChaoticState of(double gain) {
        Require.inRange("gain", gain, 0, LARGEST_GAIN);
        if (gain <= 1) {
            return new ChaoticState(gain, null, Convergence.converged(0, 0, 0));
        }
        double low = Math.log(0.1 * (gain - 1)); // C₀ ≈ g - 1 near 1, 0.4 g² far away
        double high = 2 * Math.log(gain) + 1e-3; // |tanh| < 1
        Root log = RootSearch.withDefaults().find(l -> excess(gain, Math.exp(l)), low, high);
        return new ChaoticState(gain, TanhSeries.of(Math.exp(log.location())), log.convergence());
    }

    /** 2 [V(C₀; C₀) - V(0; C₀)]/C₀², condition (3). */
    private static double excess(double gain, double variance) {
        return 2 * gain * gain * TanhSeries.of(variance).integral(1) / variance - 1;
    }

    /** g. */
    public double gain() {
        return gain;
    }

    /** C₀. */
    public double variance() {
        return series == null ? 0 : series.variance();
    }

    /** ⟨φ(x)²⟩. */
    public double meanSquaredRate() {
        return series == null ? 0 : series.correlation(1);
    }

    /** The verdict on C₀. */
    public Convergence convergence() {
        return convergence;
    }

    /**
     * C(τ) at lags τ ≥ 0 by the energy (4), with C = C₀/cosh² y: y grows from 0, at first and at last in proportion to τ.
     *
     * <pre>
     *   dy/dτ = √(2 [V(C₀) - V(C)])/(2 C tanh y)                                                             (6)
     * </pre>
     */
    public double[] autocorrelation(TimeGrid lags) {
        Require.that(lags.at(0) >= 0, "lags[0]", "be >= 0", lags.at(0));
        double[] result = new double[lags.size()];
        if (series == null) {
            return result;
        }
        OdeSolution solution = ODE.solve(
                        (tau, state, velocity) -> velocity[0] = speed(state[0]), 0, new double[] {0}, lags)
                .orThrow();
        for (int i = 0; i < result.length; i++) {
            result[i] = variance() * correlation(solution.states()[i][0]);
        }
        return result;
    }

    /** ρ = 1/cosh² y. */
    private static double correlation(double y) {
        double cosh = Math.cosh(y);
        return 1 / (cosh * cosh);
    }

    /** dy/dτ of (6). */
    private double speed(double y) {
        double rho = correlation(y);
        double tanh = Math.tanh(y);
        double c0 = variance();
        if (rho > 0.5) { // [V(C₀) - V(C)]/(1 - ρ), 1 - ρ = tanh² y
            double ratio = -0.5 * c0 * c0 * (1 + rho) + gain * gain * c0 * series.missing(rho);
            return Math.sqrt(2 * ratio) / (2 * c0 * rho);
        }
        double ratio = 0.5 * c0 * c0 - gain * gain * c0 * series.integral(rho); // [V(0) - V(C)]/ρ²
        return Math.sqrt(2 * ratio) / (2 * c0 * Math.abs(tanh));
    }

    /** U at y. */
    private double potential(double y) {
        return 1 - gain * gain * series.slopeCorrelation(correlation(y));
    }

    /** The largest Lyapunov exponent with the verdict on the level E₀. */
    public LyapunovExponent lyapunovExponent() {
        if (series == null) {
            return new LyapunovExponent(gain - 1, Convergence.converged(0, 0, 0));
        }
        double depth = potential(0);
        // the lowest level lies in (U(0), 0): 0 is the level of the odd state C′
        Root level = RootSearch.withDefaults().find(x -> mismatch(x * depth), 0, 1);
        double energy = level.location() * depth;
        return new LyapunovExponent(-energy / (1 + Math.sqrt(1 - energy)), level.convergence());
    }

    /**
     * ψ′ + κ ψ at the far end for the even solution at energy E, κ² = U(∞) - E: positive below the lowest level, negative
     * above it. Integrated in y, where the well has the same width at every gain.
     */
    private double mismatch(double energy) {
        OdeSolution solution = ODE.solve(
                        (y, state, velocity) -> {
                            double speed = speed(y);
                            velocity[0] = state[1] / speed;
                            velocity[1] = (potential(y) - energy) * state[0] / speed;
                        },
                        0,
                        new double[] {1, 0},
                        TimeGrid.of(FAR))
                .orThrow();
        double decay = Math.sqrt(1 - gain * gain * series.squaredMeanSlope() - energy);
        double[] end = solution.states()[0];
        return end[1] + decay * end[0];
    }

    /**
     * λ_L.
     *
     * @param value per unit of time of (1)
     * @param convergence the verdict on E₀/U(0)
     */
    public record LyapunovExponent(double value, Convergence convergence) {}

    @Override
    public String toString() {
        return "g = " + gain + ": variance " + variance() + ", " + convergence;
    }
}

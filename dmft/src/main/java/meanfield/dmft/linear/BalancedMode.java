package meanfield.dmft.linear;

import meanfield.core.Require;
import meanfield.core.solve.OdeSolution;
import meanfield.core.solve.OdeSolver;
import meanfield.core.solve.TimeGrid;

/**
 * One singular mode of a deep linear network that starts small, balanced and aligned.
 *
 * <pre>
 *   a' = n a^{2-2/n} (s - a)                                       n weight layers, strength s              (1)
 *   n = 2:   a(t) = s e^{2st}/(e^{2st} - 1 + s/a₀)                                                            (2)
 * </pre>
 *
 * Symbols: a the product of the layers along the mode, a₀ its start, t the time of the flow of the loss ½ (s - a)² with
 * W^{l+1}ᵀW^{l+1} = W^l W^lᵀ (balanced; conserved by the flow). The mode stays near a₀ for a time of order
 * ln(s/a₀)/(2s) (n = 2) and then rises at once: a stage of learning.
 *
 * <p>Edge cases: a₀ = 0 never moves (a saddle). Accuracy and cost: rounding for n = 1 and 2, the
 * {@link OdeSolver}'s tolerance 1e-12 otherwise. Source: [Saxe2014].
 *
 * @param strength s &gt; 0
 * @param layers n ≥ 1
 * @param start a₀ in [0, s]
 */
public record BalancedMode(double strength, int layers, double start) {
    /** Checked. */
    public BalancedMode {
        Require.positive("strength", strength);
        Require.atLeast("layers", layers, 1);
        Require.inRange("start", start, 0, strength);
    }

    /** a at these times, the first of which is at least 0. */
    public double[] at(TimeGrid times) {
        double[] values = new double[times.size()];
        if (layers <= 2) {
            for (int i = 0; i < values.length; i++) {
                values[i] = layers == 1 ? relaxation(times.at(i)) : sigmoid(times.at(i));
            }
            return values;
        }
        double power = 2 - 2.0 / layers;
        OdeSolution solution = OdeSolver.withDefaults()
                .withTolerance(1e-12)
                .solve(
                        (t, a, velocity) ->
                                velocity[0] = layers * Math.pow(Math.max(0, a[0]), power) * (strength - a[0]),
                        0,
                        new double[] {start},
                        times)
                .orThrow();
        for (int i = 0; i < values.length; i++) {
            values[i] = solution.states()[i][0];
        }
        return values;
    }

    /** a - s decays at the rate 1. */
    private double relaxation(double time) {
        return strength + (start - strength) * Math.exp(-time);
    }

    /** (2), divided by e^{2st} so that nothing overflows. */
    private double sigmoid(double time) {
        if (start == 0) {
            return 0;
        }
        double decay = Math.exp(-2 * strength * time);
        return strength / (1 + decay * (strength / start - 1));
    }
}

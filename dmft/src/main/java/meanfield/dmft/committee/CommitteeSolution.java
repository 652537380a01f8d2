package meanfield.dmft.committee;

import java.util.List;
import meanfield.core.Convergence;
import meanfield.core.solve.TimeGrid;

/**
 * Order parameters at the requested times.
 *
 * @param learning the rule
 * @param times t in units of N samples
 * @param states the order parameters at each time; NaN after the time where the integration ended early
 * @param convergence the verdict
 */
public record CommitteeSolution(
        OnlineLearning learning, TimeGrid times, List<OrderParameters> states, Convergence convergence) {
    /** ε_g at the i-th time. */
    public double generalizationError(int i) {
        return states.get(i).generalizationError(learning.unit());
    }

    /**
     * The longest interval between requested times on which the error stands still.
     *
     * <pre>
     *   |ln ε_g(t_{i+1}) - ln ε_g(t_i)| &lt; {@value Plateau#SLOPE} (t_{i+1} - t_i)
     * </pre>
     *
     * Ask for a fine grid of times; the ends are known to one step of it.
     */
    public Plateau plateau() {
        Plateau longest = Plateau.NONE;
        int from = -1;
        for (int i = 0; i + 1 < times.size(); i++) {
            double step = times.at(i + 1) - times.at(i);
            double change = Math.log(generalizationError(i + 1)) - Math.log(generalizationError(i));
            if (!(Math.abs(change) < Plateau.SLOPE * step)) {
                from = -1;
                continue;
            }
            from = from < 0 ? i : from;
            Plateau here = new Plateau(times.at(from), times.at(i + 1), generalizationError(i + 1));
            longest = here.length() > longest.length() ? here : longest;
        }
        return longest;
    }

    /**
     * A stretch of time on which the error stands still.
     *
     * @param start its first time, NaN if there is none
     * @param end its last time
     * @param generalizationError at its end
     */
    public record Plateau(double start, double end, double generalizationError) {
        /** |d ln ε_g/dt| on a plateau is below this. */
        public static final double SLOPE = 0.005;

        static final Plateau NONE = new Plateau(Double.NaN, Double.NaN, Double.NaN);

        /** end - start, 0 without a plateau. */
        public double length() {
            return Double.isNaN(start) ? 0 : end - start;
        }
    }
}

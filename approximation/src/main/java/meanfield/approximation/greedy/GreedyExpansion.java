package meanfield.approximation.greedy;

import java.util.List;
import meanfield.core.Convergence;

/**
 * A shallow network found greedily.
 *
 * @param units atoms in the order of choice
 * @param coefficients of the last network, one for each unit; chosen anew at every step
 * @param errors L² errors with 0, 1, 2, … units
 * @param convergence converged when all units asked for were found; otherwise why not
 */
public record GreedyExpansion(
        List<Unit> units, List<Double> coefficients, List<Double> errors, Convergence convergence) {
    /**
     * One unit max(ω·x - offset, 0)^k.
     *
     * @param index in the dictionary
     * @param omega ω
     * @param offset o
     */
    public record Unit(int index, List<Double> omega, double offset) {
        /** Copies. */
        public Unit {
            omega = List.copyOf(omega);
        }
    }

    /** Copies. */
    public GreedyExpansion {
        units = List.copyOf(units);
        coefficients = List.copyOf(coefficients);
        errors = List.copyOf(errors);
    }

    /** f_n(x) of the last network, for units of this power. */
    public double value(int power, double... x) {
        double sum = 0;
        for (int u = 0; u < units.size(); u++) {
            double position = -units.get(u).offset();
            for (int k = 0; k < x.length; k++) {
                position += units.get(u).omega().get(k) * x[k];
            }
            sum += coefficients.get(u) * Math.pow(Math.max(position, 0), power);
        }
        return sum;
    }
}

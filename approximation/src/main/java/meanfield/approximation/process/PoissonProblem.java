package meanfield.approximation.process;

import java.util.List;
import meanfield.core.Require;

/**
 * -u″ + λu³ = f on [0,1] with the solution u(x) = Σ a_i sin 2πm_ix, whose values at 0 and 1 are given.
 *
 * @param amplitudes a
 * @param waves m, cycles in the interval
 * @param cubic λ ≥ 0; 0 for the linear equation
 */
public record PoissonProblem(List<Double> amplitudes, List<Double> waves, double cubic) {
    /** Checks every entry; not all amplitudes vanish. */
    public PoissonProblem {
        Require.present("amplitudes", amplitudes);
        Require.present("waves", waves);
        Require.that(!amplitudes.isEmpty(), "amplitudes", "have at least one entry", amplitudes);
        Require.that(waves.size() == amplitudes.size(), "waves", "have one entry for each amplitude", waves);
        boolean some = false;
        for (int i = 0; i < amplitudes.size(); i++) {
            double amplitude = Require.finite("amplitudes", Require.present("amplitudes", amplitudes.get(i)));
            double wave = Require.finite("waves", Require.present("waves", waves.get(i)));
            some |= amplitude * wave != 0;
        }
        Require.that(some, "amplitudes", "make a solution that is not 0", amplitudes);
        Require.nonNegative("cubic", cubic);
        Require.finite("cubic", cubic);
        amplitudes = List.copyOf(amplitudes);
        waves = List.copyOf(waves);
    }

    /** The linear equation. */
    public PoissonProblem(List<Double> amplitudes, List<Double> waves) {
        this(amplitudes, waves, 0);
    }

    /** u(x). */
    public double solution(double x) {
        double sum = 0;
        for (int i = 0; i < waves.size(); i++) {
            sum += amplitudes.get(i) * Math.sin(2 * Math.PI * waves.get(i) * x);
        }
        return sum;
    }

    /** f(x) = -u″(x) + λu(x)³. */
    public double source(double x) {
        double sum = 0;
        for (int i = 0; i < waves.size(); i++) {
            double k = 2 * Math.PI * waves.get(i);
            sum += amplitudes.get(i) * k * k * Math.sin(k * x);
        }
        double u = cubic == 0 ? 0 : solution(x);
        return cubic == 0 ? sum : sum + cubic * u * u * u;
    }
}

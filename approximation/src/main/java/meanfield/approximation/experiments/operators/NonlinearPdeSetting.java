package meanfield.approximation.experiments.operators;

import java.util.List;
import meanfield.approximation.pde.CubicEquation;
import meanfield.approximation.pde.TorusModes;
import meanfield.core.Require;
import meanfield.experiment.Parameter;

/**
 * Parameters of {@link NonlinearPdeExperiment}.
 *
 * @param dimension d of the torus
 * @param coupling λ
 * @param cutoff K
 * @param stepSize η
 * @param steps iterations
 * @param waves wave vectors of the forcing, one of k and -k
 * @param amplitudes f̂_k = f̂_-k of each
 * @param smallFraction strength of the second run, as a fraction of the threshold; 0 for none
 */
public record NonlinearPdeSetting(
        @Parameter(symbol = "d", meaning = "dimension of the torus", range = "[1, 3]")
        int dimension,

        @Parameter(symbol = "\\lambda", meaning = "strength of the cubic term", range = "[1e-6, 1e6]")
        double coupling,

        @Parameter(symbol = "K", meaning = "largest wave number in each direction", range = "[1, 2249]")
        int cutoff,

        @Parameter(symbol = "\\eta", meaning = "step size of the descent", range = "(0, 1]")
        double stepSize,

        @Parameter(meaning = "iterations", range = "[4, 1000]")
        int steps,

        @Parameter(symbol = "k", meaning = "wave vectors of the forcing, one of k and -k", range = "[-2249, 2249]")
        List<List<Integer>> waves,

        @Parameter(symbol = "f_k", meaning = "coefficient of the forcing at k and at -k", range = "[-1e6, 1e6]")
        List<Double> amplitudes,

        @Parameter(
                meaning = "norm of the scaled-down forcing over the threshold of a finite bound; 0 for no such run",
                range = "[0, 1]")
        double smallFraction) {
    /** Checks every range. */
    public NonlinearPdeSetting {
        Require.that(dimension >= 1 && dimension <= 3, "dimension", "be in [1, 3]", dimension);
        Require.inRange("coupling", coupling, 1e-6, 1e6);
        Require.that(cutoff >= 1 && cutoff <= 2249, "cutoff", "be in [1, 2249]", cutoff);
        Require.that(stepSize > 0 && stepSize <= 1, "stepSize", "be in (0, 1]", stepSize);
        Require.that(steps >= 4 && steps <= 1000, "steps", "be in [4, 1000]", steps);
        Require.present("waves", waves);
        Require.present("amplitudes", amplitudes);
        waves = waves.stream()
                .map(wave -> List.copyOf(Require.present("waves", wave)))
                .toList();
        for (List<Integer> wave : waves) {
            for (int k : wave) {
                Require.that(Math.abs((long) k) <= cutoff, "waves", "stay within the cutoff " + cutoff, k);
            }
        }
        boolean forced = false;
        for (Double amplitude : amplitudes) {
            forced |= Require.inRange("amplitudes", Require.present("amplitudes", amplitude), -1e6, 1e6) != 0;
        }
        Require.that(forced, "amplitudes", "have an entry that is not 0", amplitudes);
        amplitudes = List.copyOf(amplitudes);
        Require.inRange("smallFraction", smallFraction, 0, 1);
        new TorusModes(dimension, cutoff).field(waves, amplitudes);
    }

    /** The equation. */
    CubicEquation equation() {
        TorusModes modes = new TorusModes(dimension, cutoff);
        return new CubicEquation(modes, coupling, modes.field(waves, amplitudes));
    }
}

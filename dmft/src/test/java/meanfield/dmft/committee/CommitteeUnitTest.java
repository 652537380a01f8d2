package meanfield.dmft.committee;

import static org.junit.jupiter.api.Assertions.assertEquals;

import meanfield.core.random.RandomStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CommitteeUnitTest {
    private static final int SAMPLES = 400_000;
    /** A covariance of four fields with unequal variances: G Gᵀ. */
    private static final double[][] ROOT = {{1.1, 0, 0, 0}, {0.3, 0.8, 0, 0}, {-0.4, 0.5, 0.7, 0}, {0.2, -0.6, 0.1, 0.5}
    };

    private static double[] covariance() {
        double[] c = new double[16];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                for (int k = 0; k < 4; k++) {
                    c[i * 4 + j] += ROOT[i][k] * ROOT[j][k];
                }
            }
        }
        return c;
    }

    private interface Average {
        double of(double[] field);
    }

    private static void check(double exact, Average average, String what) {
        RandomStream random = RandomStream.of(11).child(what);
        double sum = 0;
        double squares = 0;
        double[] z = new double[4];
        double[] field = new double[4];
        for (int s = 0; s < SAMPLES; s++) {
            random.fillGaussian(z);
            for (int i = 0; i < 4; i++) {
                field[i] = 0;
                for (int k = 0; k <= i; k++) {
                    field[i] += ROOT[i][k] * z[k];
                }
            }
            double value = average.of(field);
            sum += value;
            squares += value * value;
        }
        double mean = sum / SAMPLES;
        double error = Math.sqrt((squares / SAMPLES - mean * mean) / SAMPLES);
        assertEquals(exact, mean, 4.5 * error + 1e-14, what);
    }

    /** Every closed average against sampling, repeated indices included. */
    @ParameterizedTest
    @EnumSource(CommitteeUnit.class)
    void averagesAreThoseOfSampling(CommitteeUnit g) {
        double[] c = covariance();
        int[][] indices = {{0, 1, 2, 3}, {0, 0, 2, 3}, {1, 2, 2, 3}, {3, 1, 1, 1}, {2, 2, 2, 2}, {0, 3, 0, 3}};
        for (int[] at : indices) {
            String what = g + " " + at[0] + at[1] + at[2] + at[3];
            check(g.pair(c, 4, at[0], at[2]), x -> g.value(x[at[0]]) * g.value(x[at[2]]), "I2 " + what);
            check(
                    g.gain(c, 4, at[0], at[1], at[2]),
                    x -> g.derivative(x[at[0]]) * x[at[1]] * g.value(x[at[2]]),
                    "I3 " + what);
            check(
                    g.diffusion(c, 4, at[0], at[1], at[2], at[3]),
                    x -> g.derivative(x[at[0]]) * g.derivative(x[at[1]]) * g.value(x[at[2]]) * g.value(x[at[3]]),
                    "I4 " + what);
            check(g.noise(c, 4, at[0], at[1]), x -> g.derivative(x[at[0]]) * g.derivative(x[at[1]]), "J " + what);
        }
    }
}

package meanfield.dmft.recurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import meanfield.core.random.RandomStream;
import meanfield.core.solve.TimeGrid;
import meanfield.core.twotime.TwoTimeFunction;
import org.junit.jupiter.api.Test;

class TransientTest {
    /** Without couplings the start decays; the first steps by hand. */
    @Test
    void firstSteps() {
        TwoTimeFunction silent = TransientSolver.solve(0, 0.7, 0.1, 5);
        assertEquals(0.7 * Math.pow(0.9, 5 + 3), silent.at(5, 3), 1e-15);
        TwoTimeFunction c = TransientSolver.solve(1.5, 0, 0.2, 3);
        assertEquals(0, c.at(3, 3), 0);
        double variance = 0.5;
        TwoTimeFunction one = TransientSolver.solve(1.3, variance, 0.25, 1);
        double drive = 1.3 * 1.3 * TanhSeries.of(variance).correlation(1);
        assertEquals(0.75 * variance, one.at(1, 0), 1e-15);
        assertEquals(0.75 * 0.75 * variance + 0.0625 * drive, one.at(1, 1), 1e-12);
    }

    /** First order in the step: halving it halves the change. */
    @Test
    void firstOrderInTheStep() {
        double[] value = new double[4];
        for (int k = 0; k < 4; k++) {
            int steps = 40 << k;
            TwoTimeFunction c = TransientSolver.solve(2, 0.3, 2.0 / steps, steps);
            value[k] = c.at(steps, steps / 2);
        }
        double first = (value[1] - value[0]) / (value[2] - value[1]);
        double second = (value[2] - value[1]) / (value[3] - value[2]);
        assertEquals(2, first, 0.25);
        assertEquals(2, second, 0.12);
    }

    /** Late times are the stationary state: extrapolated in the step, at equal and at different times. */
    @Test
    void lateTimesAreStationary() {
        double gain = 2;
        double start = 1.5;
        double[] equal = new double[2];
        double[] apart = new double[2];
        for (int k = 0; k < 2; k++) {
            int perUnit = 4 << k;
            int steps = 50 * perUnit;
            TwoTimeFunction c = TransientSolver.solve(gain, start, 1.0 / perUnit, steps);
            equal[k] = c.at(steps, steps);
            apart[k] = c.at(steps, steps - 3 * perUnit);
        }
        double[] stationary = ChaoticState.of(gain).autocorrelation(TimeGrid.of(0, 3));
        // second order remains, (1/8)² times order one
        assertEquals(stationary[0], 2 * equal[1] - equal[0], 0.01);
        assertEquals(stationary[1], 2 * apart[1] - apart[0], 0.01);
    }

    /** Two routes: sampled sites with a Gaussian start, the closed recursion, and an Euler network. */
    @Test
    void sampledSitesFollowTheClosedRecursion() {
        int sites = 4000;
        int steps = 30;
        TwoTimeFunction exact = TransientSolver.solve(2.2, 0.8, 0.2, steps);
        double sum = 0;
        double squares = 0;
        int runs = 8;
        for (int run = 0; run < runs; run++) {
            RandomStream random = RandomStream.of(3).child(run);
            double[] starts = new double[sites];
            for (int i = 0; i < sites; i++) {
                starts[i] = Math.sqrt(0.8) * random.nextGaussian();
            }
            double value =
                    TransientSampler.sample(2.2, starts, 0.2, steps, random).at(steps, steps / 2);
            sum += value / runs;
            squares += value * value / runs;
        }
        double error = Math.sqrt((squares - sum * sum) / (runs - 1));
        assertEquals(exact.at(steps, steps / 2), sum, 4.5 * error + 1.0 / sites);
        assertTrue(error < 0.05, "" + error);
    }

    /** A start of equal values differs from the Gaussian one of the same variance, and decays without couplings. */
    @Test
    void startsNeedNotBeGaussian() {
        double[] starts = new double[3000];
        java.util.Arrays.fill(starts, 1.0);
        TwoTimeFunction silent = TransientSampler.sample(0, starts, 0.1, 4, RandomStream.of(1));
        assertEquals(Math.pow(0.9, 4), silent.at(4, 0), 1e-12);
        TwoTimeFunction equal = TransientSampler.sample(2, starts, 0.25, 1, RandomStream.of(1));
        double drive = 4 * Math.tanh(1) * Math.tanh(1);
        assertEquals(0.5625 + drive / 16, equal.at(1, 1), 0.03);
    }
}

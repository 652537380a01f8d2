package meanfield.replica.montecarlo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;
import meanfield.core.parallel.Workers;
import meanfield.core.random.RandomStream;
import meanfield.replica.memory.Disorder;
import meanfield.replica.memory.FiniteMemory;
import meanfield.replica.memory.Start;
import meanfield.replica.memory.Storage;
import org.junit.jupiter.api.Test;

class MonteCarloTest {
    /** Allowed distance in standard errors. */
    private static final double SAMPLING = 4.5;

    private static void assertMean(double expected, List<SampleAverages> samples, ToDoubleFunction<SampleAverages> of) {
        Estimate estimate = Estimate.of(samples, of);
        assertEquals(expected, estimate.value(), SAMPLING * estimate.standardError());
    }

    /** One pattern of N = 7 spins, P = 3: every average is a sum over the overlap with it. */
    @Test
    void averagesOfOnePatternAreThoseOfEnumeration() {
        double temperature = 1.5;
        double partition = 0;
        double magnetization = 0;
        double energy = 0;
        double binomial = 1;
        for (int up = 0; up <= 7; up++) {
            int p = 2 * up - 7;
            double level = -((double) p * p * p - 3 * p * 7 + 2 * p) / 6 / 15; // e_3 over (6 choose 2)
            double weight = binomial * Math.exp(-level / temperature);
            partition += weight;
            magnetization += weight * p / 7;
            energy += weight * level / 7;
            binomial = binomial * (7 - up) / (up + 1);
        }
        magnetization /= partition;
        energy /= partition;
        List<SampleAverages> samples = MonteCarlo.of(FiniteMemory.of(7, 3), temperature)
                .withSweeps(100, 1000)
                .withSamples(60)
                .withStart(Start.RANDOM)
                .run(Workers.serial(), RandomStream.of(5));
        assertMean(magnetization, samples, SampleAverages::magnetization);
        assertMean(magnetization * magnetization, samples, SampleAverages::overlap);
        assertMean(energy, samples, SampleAverages::energy);
        assertMean(magnetization, samples, SampleAverages::firstExampleOverlap);
    }

    @Test
    void resultsDoNotDependOnThreads() {
        MonteCarlo simulation = MonteCarlo.of(
                        FiniteMemory.of(60, 3)
                                .withStorage(new Storage.Supervised(3, 0.8))
                                .withLoad(0.05),
                        0.3)
                .withSweeps(5, 20);
        List<SampleAverages> serial = simulation.run(Workers.serial(), RandomStream.of(3));
        try (Workers three = Workers.of(3)) {
            assertEquals(serial, simulation.run(three, RandomStream.of(3)));
        }
    }

    @Test
    void endsWhenTheCallerSaysSo() {
        MonteCarlo simulation = MonteCarlo.of(FiniteMemory.of(50, 2), 0.5).withSweeps(0, 1_000_000);
        RandomStream random = RandomStream.of(1);
        Disorder disorder = simulation.drawDisorder(0, random);
        int[] sweeps = new int[1];
        assertThrows(
                CancellationException.class,
                () -> simulation.measure(disorder, 0, random, () -> {
                    if (++sweeps[0] == 10) {
                        throw new CancellationException();
                    }
                }));
        assertEquals(10, sweeps[0]);
    }

    @Test
    void estimatesAreMeansWithTheirErrors() {
        Estimate estimate = Estimate.of(List.of(1.0, 2.0, 6.0), value -> value);
        assertEquals(3, estimate.value());
        assertEquals(Math.sqrt(7.0 / 3), estimate.standardError(), 1e-15);
        assertEquals(Double.NaN, Estimate.of(List.of(1.0), value -> value).standardError());
    }

    @Test
    void mediansIgnoreOutliers() {
        Estimate estimate = Estimate.median(List.of(9.0, 1.0, 2.0, 3.0, 1e3, 5.0, 6.0, 7.0, 4.0));
        assertEquals(5, estimate.value());
        assertEquals(Double.NaN, Estimate.median(List.of(1.0)).standardError());
        assertEquals(Double.NaN, Estimate.median(List.of()).value());
    }

    /** Of three values the median of a redrawn sample is the middle one with probability 13/27, each other one with 7/27. */
    @Test
    void errorsOfMediansAreThoseOfRedrawnSamples() {
        assertEquals(
                Math.sqrt(7.0 / 27 * 2),
                Estimate.median(List.of(-1.0, 0.0, 1.0)).standardError(),
                1e-14);
    }

    /** Normal samples: 1.2533/√n on average, a little more at small n. */
    @Test
    void errorsOfMediansAreRightOnAverage() {
        RandomStream random = RandomStream.of(5);
        double sum = 0;
        int draws = 400;
        int n = 41;
        for (int draw = 0; draw < draws; draw++) {
            double[] values = new double[n];
            random.child(draw).fillGaussian(values);
            List<Double> samples = Arrays.stream(values).boxed().toList();
            sum += Estimate.median(samples).standardError() * Math.sqrt(n);
        }
        assertEquals(1.2533, sum / draws, 0.08); // 3 % above at this n; 0.35/20 of scatter
    }

    /** One pattern alone: the Curie-Weiss model of P bodies, which forgets near the end of its state, T = 0.496 for P = 4. */
    @Test
    void aLonePatternIsForgottenAtItsSpinodal() {
        FiniteMemory memory = FiniteMemory.of(400, 4);
        HeatingTrial trial = new HeatingTrial(60, 0.44);
        List<Double> temperatures = Workers.serial().map(20, sample -> {
            RandomStream random = RandomStream.of(sample);
            return trial.lossTemperature(Disorder.draw(memory, random.child("disorder")), 0.7, random, () -> {});
        });
        assertEquals(0.496, Estimate.median(temperatures).value(), 0.02); // escapes and 0.7/128
        assertTrue(Estimate.median(temperatures).standardError() < 0.01);
    }
}

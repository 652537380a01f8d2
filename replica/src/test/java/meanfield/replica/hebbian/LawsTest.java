package meanfield.replica.hebbian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import meanfield.core.gaussian.LocalField;
import meanfield.core.quadrature.GaussianExpectation;
import meanfield.replica.law.DiscreteExamples;
import meanfield.replica.law.GaussianExamples;
import meanfield.replica.law.PatternAverages;
import meanfield.replica.law.PolynomialNoise;
import meanfield.replica.law.QuadraticNoise;
import meanfield.replica.law.QuadraticNoise.SelfInteraction;
import org.junit.jupiter.api.Test;

class LawsTest {
    private static final double ROUNDING = 1e-13;
    private static final double QUADRATURE = 1e-11;

    /** At high temperature tanh βh = βh: E x² and E x come out of the averages. */
    @Test
    void momentsOfTheExamples() {
        LocalField hot = LocalField.at(1e4);
        for (int examples : new int[] {1, 2, 5, 20, 301, 3000}) {
            for (double quality : new double[] {0, 0.1, 0.6, 1}) {
                PatternAverages a = DiscreteExamples.of(examples, quality).averages(hot, 1, 0);
                assertEquals(1, 1e4 * a.patternOverlap(), 1e-6, "E x² at M = " + examples + ", r = " + quality);
                double mean = quality / Math.sqrt(DiscreteExamples.exampleNorm(examples, quality));
                assertEquals(mean, 1e4 * a.magnetization(), 1e-6, "E x at M = " + examples + ", r = " + quality);
            }
        }
    }

    @Test
    void binomialByFactorials() {
        double[] weights = DiscreteExamples.binomial(6, 0.4);
        double[] choose = {1, 6, 15, 20, 15, 6, 1};
        for (int k = 0; k <= 6; k++) {
            assertEquals(choose[k] * Math.pow(0.7, k) * Math.pow(0.3, 6 - k), weights[k], 1e-15);
        }
        double sum = 0;
        double mean = 0;
        weights = DiscreteExamples.binomial(5000, -0.3);
        for (int k = 0; k <= 5000; k++) {
            sum += weights[k];
            mean += k * weights[k];
        }
        assertEquals(1, sum, ROUNDING);
        assertEquals(5000 * 0.35, mean, 1e-9);
    }

    /** α Σ λ²/(T_g - λ)² = 1 from loads that no digit of T_g sees to large ones; all eigenvalues equal: 1 + √(αM). */
    @Test
    void onsetOfTheGlassOfExamplesStoredOneByOne() {
        for (double load : new double[] {1e-300, 1e-18, 1e-9, 0.02, 1, 100}) {
            for (double second : new double[] {1e-9, 0.3, 0.999999, 1}) {
                double onset = new QuadraticNoise(second, 19, SelfInteraction.LEFT_OUT).onsetTemperature(load);
                double gap = (onset - 1) * (onset - 1);
                double other = second / (onset - second);
                if (load > 1e-10) {
                    assertEquals(
                            1, load * (1 / gap + 19 * other * other), 1e-6, "load " + load + ", eigenvalue " + second);
                }
                assertTrue(onset >= 1 && onset <= 1 + Math.sqrt(20 * load) * (1 + 1e-9), onset + " at load " + load);
            }
            assertEquals(
                    1 + Math.sqrt(20 * load),
                    new QuadraticNoise(1, 19, SelfInteraction.LEFT_OUT).onsetTemperature(load),
                    ROUNDING * (1 + Math.sqrt(20 * load)));
        }
    }

    @Test
    void gaussianExamplesByQuadratureOverTheirNoise() {
        double rho = 0.4;
        double strength = 0.8;
        double variance = 0.1;
        LocalField field = LocalField.at(0.3);
        GaussianExamples law = new GaussianExamples(rho);
        PatternAverages a = law.averages(field, strength, variance);
        double norm = Math.sqrt(1 + rho);
        double overlap = GaussianExpectation.ofSmooth()
                .of(
                        g -> (1 + g)
                                / norm
                                * field.averages(strength * (1 + g) / norm, variance)
                                        .magnetization(),
                        rho)
                .value();
        double potential = GaussianExpectation.ofSmooth()
                .of(g -> field.averages(strength * (1 + g) / norm, variance).potential(), rho)
                .value();
        assertEquals(overlap, a.patternOverlap(), QUADRATURE);
        assertEquals(potential, a.potential(), QUADRATURE);
        assertEquals(law.saturation() - overlap, a.shortfall(), QUADRATURE);
        double majority = LocalField.at(0).averages(1, rho).magnetization();
        assertEquals(majority, law.averages(LocalField.at(0), 1, 0).magnetization(), ROUNDING, "majority vote");
    }

    @Test
    void manyExamplesAreGaussian() {
        double before = 1;
        for (int examples : new int[] {21, 201, 2001}) {
            double quality = Math.sqrt(1 / (1 + 0.2 * examples)); // ρ = 0.2
            PatternAverages exact = DiscreteExamples.of(examples, quality).averages(LocalField.at(0.2), 0.9, 0.05);
            PatternAverages gauss = GaussianExamples.of(examples, quality).averages(LocalField.at(0.2), 0.9, 0.05);
            double gap = Math.abs(exact.magnetization() - gauss.magnetization());
            assertTrue(gap < 0.2 * before, "gap " + gap + " at M = " + examples);
            before = gap;
        }
    }

    @Test
    void fullPowerHasTheDoubleFactorialOfNoise() {
        double factorial = 1;
        double doubleFactorial = 1;
        for (int p = 3; p <= 12; p++) {
            factorial *= p - 1;
            doubleFactorial *= 2 * p - 3;
            assertEquals(
                    doubleFactorial / factorial, PolynomialNoise.fullPower(p).slope(1), 1e-12 * doubleFactorial);
        }
        assertEquals(List.of(0.0, 0.75, 0.0, 0.25), PolynomialNoise.fullPower(4).coefficients());
    }

    @Test
    void keptSelfInteractionOnlyShiftsEnergies() {
        RetrievalState without =
                HebbianTheory.of(new HopfieldNetwork()).branch(0.3).state(0.06);
        RetrievalState with =
                HebbianTheory.of(DenseNetwork.fullPower(2)).branch(0.3).state(0.06);
        assertEquals(without.magnetization(), with.magnetization(), ROUNDING);
        assertEquals(without.freeEnergy() - 0.03, with.freeEnergy(), ROUNDING);
        assertEquals(without.energy() - 0.03, with.energy(), ROUNDING);
    }

    @Test
    void oneExampleOrPerfectOnesAreThePatternItself() {
        RetrievalState clean = HebbianTheory.of(DenseNetwork.of(4)).branch(0.2).state(0.1);
        RetrievalState single =
                HebbianTheory.of(SupervisedNetwork.of(4, 1, 0.6)).branch(0.2).state(0.1);
        assertEquals(clean.magnetization(), single.patternOverlap(), ROUNDING);
        assertEquals(0.6 * clean.magnetization(), single.magnetization(), ROUNDING);
        RetrievalState perfect =
                HebbianTheory.of(UnsupervisedNetwork.of(4, 9, 1)).branch(0.2).state(0.1);
        assertEquals(clean.freeEnergy(), perfect.freeEnergy(), ROUNDING);
        RetrievalState pairs =
                HebbianTheory.of(UnsupervisedNetwork.of(2, 9, 1)).branch(0.2).state(0.05);
        RetrievalState hopfield =
                HebbianTheory.of(new HopfieldNetwork()).branch(0.2).state(0.05);
        assertEquals(hopfield.freeEnergy(), pairs.freeEnergy(), ROUNDING);
    }

    @Test
    void normalizationsOfTheLiterature() {
        assertEquals(2.0 / 6, Normalization.ORDERED.canonicalInverseTemperature(4, 2), 1e-16);
        assertEquals(4, Normalization.FULL_TENSOR.canonicalInverseTemperature(4, 2));
        assertEquals(3, Normalization.CANONICAL.canonicalTemperature(5, 3));
        for (Normalization normalization : Normalization.values()) {
            double beta = normalization.canonicalInverseTemperature(6, 1.7);
            assertEquals(1 / beta, normalization.canonicalTemperature(6, 1 / 1.7), 1e-12);
            // β′ u′ = β u
            assertEquals(-0.2 * beta, 1.7 * normalization.energyFromCanonical(6, -0.2), 1e-15);
        }
        assertEquals(0.6, Normalization.load(4, 0.1), 1e-15);
        assertEquals(0.1, Normalization.patternsPerPower(4, 0.6), 1e-15);
    }

    @Test
    void dataNoiseWithoutACritical() {
        assertEquals(Double.POSITIVE_INFINITY, new DataNoiseLimits(4, 0, 0.03).criticalNoise());
        assertTrue(Double.isNaN(new DataNoiseLimits(4, 0, 0.2).criticalNoise()));
        assertEquals(0, DataNoiseLimits.infiniteNoiseLoad(2));
        assertTrue(Double.isNaN(new DataNoiseLimits(4, 0, 0.2).noiseAt(0.9)));
        double rho = new DataNoiseLimits(4, 0, 0.03).noiseAt(0.5);
        HebbianEquations at = new HebbianEquations(new GaussianExamples(rho), 4, PolynomialNoise.distinct(4, 1), 0);
        assertEquals(0.5, meanfield.replica.branch.Branch.trace(at).state(0.03).magnetization(), 1e-9);
    }

    @Test
    void refusalsNameTheRule() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> SupervisedNetwork.of(4, 10, 1.2));
        assertEquals("quality must be in [0.0, 1.0], got 1.2", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> DenseNetwork.of(1));
        assertThrows(IllegalArgumentException.class, () -> DenseNetwork.of(61));
        assertThrows(IllegalArgumentException.class, () -> UnsupervisedNetwork.of(4, 0, 0.5));
        assertThrows(IllegalArgumentException.class, () -> new HopfieldNetwork().at(-1));
        assertThrows(
                IllegalArgumentException.class,
                () -> HebbianTheory.of(new HopfieldNetwork()).branch(0).state(-0.1));
        assertThrows(
                IllegalArgumentException.class, () -> new ExampleRetrieval(UnsupervisedNetwork.of(2, 3, 0.5), 0.1, 0));
        assertThrows(IllegalArgumentException.class, () -> RandomFirstOrderGlass.of(PolynomialNoise.fullPower(4)));
    }
}

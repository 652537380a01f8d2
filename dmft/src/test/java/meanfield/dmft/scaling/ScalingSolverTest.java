package meanfield.dmft.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import meanfield.core.Convergence.Status;
import meanfield.core.learningcurve.KernelSpectrum;
import meanfield.core.random.RandomStream;
import meanfield.dmft.ReferenceCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalingSolverTest {
    private static final double REFERENCE = 1e-8;
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private static LinearFeatureModel model(JsonNode reference) {
        double sigma = reference.get("sigma").asDouble();
        return LinearFeatureModel.of(
                        LinearFeatureModel.powerLaw(
                                reference.get("M").asInt(),
                                reference.get("a").asDouble(),
                                reference.get("b").asDouble()),
                        reference.get("eta").asDouble())
                .withTrainSize(size(reference.get("P")))
                .withWidth(size(reference.get("N")))
                .withNoiseVariance(sigma * sigma);
    }

    private static double size(JsonNode node) {
        return node.isTextual() ? INFINITE : node.asDouble();
    }

    @ParameterizedTest
    @ValueSource(strings = {"d4_scaling_P100_Ninf", "d4_scaling_P60_N100", "d4_scaling_Pinf_N50"})
    void publishedNumbers(String name) {
        JsonNode reference = ReferenceCase.read(name);
        int times = reference.get("T").asInt();
        ScalingSolution solution = ScalingSolver.solve(model(reference), times - 1);
        assertTrue(solution.convergence().isConverged());
        double[] steps = ReferenceCase.numbers(reference.get("steps"));
        for (int i = 0; i < steps.length; i++) {
            int t = (int) steps[i];
            double test = reference.get("test").get(i).asDouble();
            double train = reference.get("train").get(i).asDouble();
            assertEquals(test, solution.testLoss()[t], REFERENCE * test);
            assertEquals(train, solution.trainLoss()[t], REFERENCE * train);
        }
        // the published rows hold every tenth column of the last row
        double[] error = ReferenceCase.numbers(reference.get("response_delta_last_row"));
        double[] weight = ReferenceCase.numbers(reference.get("response_w_last_row"));
        for (int i = 0; i < error.length; i++) {
            int lag = times - 1 - 10 * i;
            assertEquals(error[i], solution.errorResponse()[lag], REFERENCE * Math.abs(error[i]));
            assertEquals(weight[i], solution.weightResponse()[lag], REFERENCE * Math.abs(weight[i]));
        }
    }

    /** The equations as published, by sweeps with dense inverses, at every step and with everything finite. */
    @ParameterizedTest
    @CsvSource({"7, 5, 0.3", "4, 11, 0", "Infinity, 6, 0.2", "6, Infinity, 0.2"})
    void onePassSolvesTheSweptEquations(double trainSize, double width, double noise) {
        KernelSpectrum spectrum = LinearFeatureModel.powerLaw(9, 1.4, 0.8);
        LinearFeatureModel model = LinearFeatureModel.of(spectrum, 1.1)
                .withTrainSize(trainSize)
                .withWidth(width)
                .withNoiseVariance(noise);
        int times = 14;
        SweptScaling swept = new SweptScaling(model, times, 40);
        ScalingSolution solution = ScalingSolver.solve(model, times - 1);
        for (int t = 0; t < times; t++) {
            assertEquals(swept.test.get(t, t), solution.testLoss()[t], 1e-12);
            assertEquals(swept.train.get(t, t), solution.trainLoss()[t], 1e-12);
            assertEquals(swept.error.get(times - 1, t), solution.errorResponse()[times - 1 - t], 1e-12);
            assertEquals(swept.weight.get(times - 1, t), solution.weightResponse()[times - 1 - t], 1e-12);
        }
    }

    /** A multiplet is as good as its members. */
    @Test
    void multiplicitiesCount() {
        double[] eigenvalues = {0.5, 0.2, 0.2, 0.2};
        double[] energies = {1, 0.3, 0.2, 0.1};
        KernelSpectrum single = KernelSpectrum.of(eigenvalues, energies);
        KernelSpectrum grouped = KernelSpectrum.of(new double[] {0.5, 0.2}, new double[] {1, 3}, new double[] {1, 0.6});
        LinearFeatureModel model =
                LinearFeatureModel.of(single, 0.7).withTrainSize(6).withWidth(5).withNoiseVariance(0.1);
        LinearFeatureModel same = LinearFeatureModel.of(grouped, 0.7)
                .withTrainSize(6)
                .withWidth(5)
                .withNoiseVariance(0.1);
        assertEquals(
                ScalingSolver.solve(model, 20).testLoss()[20],
                ScalingSolver.solve(same, 20).testLoss()[20],
                1e-13);
    }

    /** P = N = ∞ is (1 - η λ)^t, and large finite sizes approach it like 1/P + 1/N. */
    @Test
    void infiniteSizesAreClosed() {
        KernelSpectrum spectrum = LinearFeatureModel.powerLaw(50, 1.7, 1.2);
        LinearFeatureModel model = LinearFeatureModel.of(spectrum, 1.5);
        int steps = 30;
        double[] exact = ScalingSolver.solve(model, steps).testLoss();
        double sum = 0;
        for (int k = 0; k < 50; k++) {
            sum += spectrum.targetEnergy(k) * Math.pow(1 - 1.5 * spectrum.eigenvalue(k), 2 * steps);
        }
        assertEquals(sum, exact[steps], 1e-15);
        double[] gap = new double[2];
        for (int i = 0; i < 2; i++) {
            double size = i == 0 ? 1e4 : 1e5;
            gap[i] = ScalingSolver.solve(model.withTrainSize(size).withWidth(2 * size), steps)
                            .testLoss()[steps]
                    - exact[steps];
        }
        assertEquals(10, gap[0] / gap[1], 0.3);
    }

    /** t → ∞ is ridgeless random-feature regression; flat spectra get there within the steps. */
    @ParameterizedTest
    @CsvSource({"20, 60, 0.2", "60, 20, 0.1", "15, Infinity, 0.3", "Infinity, 15, 0", "160, 200, 0.4"})
    void longTimesAreRegression(double trainSize, double width, double noise) {
        KernelSpectrum spectrum = LinearFeatureModel.powerLaw(40, 0.6, 0.2);
        LinearFeatureModel model = LinearFeatureModel.of(spectrum, 8)
                .withTrainSize(trainSize)
                .withWidth(width)
                .withNoiseVariance(noise);
        ScalingSolution solution = ScalingSolver.solve(model, 250);
        double limit = model.staticLimit().generalizationError();
        assertEquals(limit, solution.testLoss()[250], 2e-3 * limit, "slowest modes decay like 0.95^t");
        assertTrue(Math.abs(limit - solution.testLoss()[250]) < Math.abs(limit - solution.testLoss()[100]) + 1e-9);
    }

    /** The exponents of the limit in data and width, and of the loss in time. */
    @Test
    void powerLawsHaveThePredictedExponents() {
        ScalingExponents exponents = new ScalingExponents(1.8, 1.3);
        LinearFeatureModel model = LinearFeatureModel.of(LinearFeatureModel.powerLaw(50_000, 1.8, 1.3), 2);
        double data = slope(
                model.withTrainSize(100).staticLimit().generalizationError(),
                model.withTrainSize(1000).staticLimit().generalizationError());
        double width = slope(
                model.withWidth(100).staticLimit().generalizationError(),
                model.withWidth(1000).staticLimit().generalizationError());
        double[] loss = ScalingSolver.solve(model, 10_000).testLoss();
        // corrections of relative order P^-(b-1), t^-(1-1/b) and of the end of the spectrum
        assertEquals(exponents.size(), data, 0.05);
        assertEquals(exponents.size(), width, 0.05);
        assertEquals(exponents.time(), slope(loss[1000], loss[10_000]), 0.03);
        // a > 1 + 2b: the projection, not the target, limits
        LinearFeatureModel steep = LinearFeatureModel.of(LinearFeatureModel.powerLaw(20_000, 6, 2), 2);
        double limited = slope(
                steep.withTrainSize(100).staticLimit().generalizationError(),
                steep.withTrainSize(1000).staticLimit().generalizationError());
        assertEquals(new ScalingExponents(6, 2).size(), limited, 0.1);
        assertEquals(4, new ScalingExponents(6, 2).size(), 1e-15);
    }

    private static double slope(double first, double tenfold) {
        return -Math.log10(tenfold / first);
    }

    /** A learning rate beyond stability: true growing losses, and the verdict says so. */
    @Test
    void tooLargeALearningRateIsSaid() {
        KernelSpectrum spectrum = LinearFeatureModel.powerLaw(30, 1.6, 1.3);
        LinearFeatureModel model = LinearFeatureModel.of(spectrum, 9);
        for (LinearFeatureModel each :
                new LinearFeatureModel[] {model, model.withTrainSize(20).withWidth(25)}) {
            ScalingSolution solution = ScalingSolver.solve(each, 60);
            assertEquals(Status.DIVERGED, solution.convergence().status());
            assertTrue(solution.convergence().toString().contains("learning rate 9.0 is above"));
        }
        assertTrue(ScalingSolver.solve(LinearFeatureModel.of(spectrum, 2), 60)
                .convergence()
                .isConverged());
    }

    /** Draws of all kinds of sizes: means within 3 standard errors and the 1/P + 1/N of their own bias. */
    @ParameterizedTest
    @CsvSource({"60, 80, 0.2", "50, Infinity, 0.3", "Infinity, 70, 0"})
    void drawsFollowTheTheory(double trainSize, double width, double noise) {
        LinearFeatureModel model = LinearFeatureModel.of(LinearFeatureModel.powerLaw(150, 1.6, 1.1), 2)
                .withTrainSize(trainSize)
                .withWidth(width)
                .withNoiseVariance(noise);
        int steps = 30;
        int draws = 60;
        ScalingSolution theory = ScalingSolver.solve(model, steps);
        ScalingSimulation simulation = ScalingSimulation.of(model);
        double[][] test = new double[draws][];
        double[][] train = new double[draws][];
        for (int i = 0; i < draws; i++) {
            ScalingSimulation.Trajectory run =
                    simulation.run(steps, RandomStream.of(8).child(i));
            test[i] = run.testLoss();
            train[i] = run.trainLoss();
        }
        for (int t : new int[] {1, 5, 30}) {
            near(theory.testLoss()[t], test, t, "test");
            near(theory.trainLoss()[t], train, t, "train");
        }
    }

    private static void near(double expected, double[][] runs, int t, String what) {
        double mean = Arrays.stream(runs).mapToDouble(run -> run[t]).average().orElseThrow();
        double squares = Arrays.stream(runs)
                .mapToDouble(run -> (run[t] - mean) * (run[t] - mean))
                .sum();
        double error = Math.sqrt(squares / (runs.length - 1) / runs.length);
        assertEquals(expected, mean, 3 * error + 0.01 * expected, what + " at " + t);
    }

    /** Mean predictions of students that share data, or features, or nothing: two simulated students' error covariance. */
    @Test
    void ensemblesKeepTheSharedPart() {
        LinearFeatureModel model = LinearFeatureModel.of(LinearFeatureModel.powerLaw(120, 1.5, 1.0), 2)
                .withTrainSize(50)
                .withWidth(40)
                .withNoiseVariance(0.2);
        int steps = 25;
        ScalingSimulation simulation = ScalingSimulation.of(model);
        int draws = 120;
        double[][] sameData = new double[draws][1];
        double[][] sameFeatures = new double[draws][1];
        for (int i = 0; i < draws; i++) {
            RandomStream random = RandomStream.of(9).child(i);
            double[] one =
                    simulation.run(steps, random.child("a"), random.child("c")).error();
            double[] other =
                    simulation.run(steps, random.child("b"), random.child("c")).error();
            double[] third =
                    simulation.run(steps, random.child("a"), random.child("d")).error();
            sameData[i][0] = covariance(model, one, other);
            sameFeatures[i][0] = covariance(model, one, third);
        }
        double ensemble = ScalingSolver.ensembleLoss(model, steps)[steps];
        double bagged = ScalingSolver.baggedLoss(model, steps)[steps];
        double single = ScalingSolver.solve(model, steps).testLoss()[steps];
        near(ensemble, sameData, 0, "ensemble");
        near(bagged, sameFeatures, 0, "bagged");
        assertTrue(ensemble < 0.9 * single && bagged < 0.9 * single, ensemble + " " + bagged + " " + single);
        assertFalse(Math.abs(ensemble - bagged) < 0.02 * single, "the two differ");
    }

    private static double covariance(LinearFeatureModel model, double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += model.spectrum().eigenvalue(k) * a[k] * b[k];
        }
        return sum;
    }
}

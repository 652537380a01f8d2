package meanfield.ntk.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import meanfield.core.activation.StandardActivation;
import meanfield.core.learningcurve.LearningCurvePoint;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.random.RandomStream;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.table.ResultTable;
import meanfield.ntk.kernel.KernelKind;
import meanfield.ntk.kernel.KernelRecursion;
import meanfield.ntk.spectrum.NetworkSpectrum;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearningCurveExperimentTest extends ExperimentContract<LearningCurve> {
    @Override
    protected Experiment<LearningCurve> experiment() {
        return new LearningCurveExperiment();
    }

    /** Theory at the sizes of the parameters, without those between. */
    private record Listed(ResultTable table, List<Integer> sizes) {
        static Listed of(RunResult result) {
            LearningCurve parameters = (LearningCurve) result.request().parameters();
            return new Listed(Runs.theory(result), parameters.trainSizes());
        }

        double number(int i, String column) {
            ResultTable row = table.where(Map.of("trainSize", sizes.get(i).toString()));
            assertEquals(1, row.size());
            return row.number(0, column);
        }
    }

    private static LearningCurve with(
            StandardActivation activation,
            int depth,
            int d,
            int degree,
            double noise,
            double ridge,
            List<Integer> n,
            int draws) {
        return new LearningCurve(activation, KernelKind.NTK, depth, d, degree, noise, ridge, n, 2, 0, 1, draws);
    }

    @ParameterizedTest
    @CsvSource({
        "RELU, 2, 20, 1, 0.5, 0",
        "RELU, 2, 20, 1, 0, 0",
        "RELU, 2, 20, 2, 0.2, 1.5",
        "RELU, 1, 8, 2, 0, 0",
        "RELU, 3, 5, 1, 1, 0.5",
        "ERF, 1, 12, 1, 0.3, 0.1",
        "RELU, 1, 10, 3, 0, 0.2"
    })
    void theoryLiesWithinThreeStandardErrors(
            StandardActivation activation, int depth, int d, int degree, double noise, double ridge) {
        RunResult result =
                Runs.run(experiment(), with(activation, depth, d, degree, noise, ridge, List.of(16, 64, 256), 50));
        Listed theory = Listed.of(result);
        ResultTable simulation = Runs.simulation(result);
        for (int i = 0; i < 3; i++) {
            double error = simulation.number(i, "generalizationErrorStdErr");
            assertEquals(
                    theory.number(i, "generalizationError"),
                    simulation.number(i, "generalizationError"),
                    3 * error,
                    "n = " + theory.number(i, "trainSize"));
            double sum = 0;
            for (int k = 0; k < 4; k++) {
                // per degree the theory's own corrections of order 1/n are seen
                double found = theory.number(i, "coefficientError" + k);
                double measured = simulation.number(i, "coefficientError" + k);
                double own = simulation.number(i, "coefficientError" + k + "StdErr");
                assertEquals(found, measured, 4.5 * own + 1e-3, "degree " + k);
                sum += found;
            }
            assertTrue(sum <= theory.number(i, "generalizationError") * (1 + 1e-12));
        }
    }

    /**
     * In six dimensions regressions lie above theory, at any n: not because the equations or the spectrum were wrong, since Gaussian
     * features with the same spectrum follow theory, but because harmonics of few dimensions are no such features.
     */
    @Test
    void fewDimensionsAreNotGaussianFeatures() {
        int n = 128;
        RunResult result = Runs.run(experiment(), with(StandardActivation.RELU, 2, 6, 1, 0, 0, List.of(n, 2 * n), 100));
        assertTrue(result.summary().get("remark").toString().contains("6 dimensions"));
        ResultTable simulation = Runs.simulation(result);
        Listed theory = Listed.of(result);
        for (int i = 0; i < 2; i++) {
            double ratio = simulation.number(i, "generalizationError") / theory.number(i, "generalizationError");
            assertEquals(1.18, ratio, 0.12, "on the sphere");
        }
        double[] gaussian = gaussianFeatures(n, 200);
        double expected = theory.number(0, "generalizationError");
        assertEquals(expected, gaussian[0], 3.5 * gaussian[1]);
        assertTrue(gaussian[1] < 0.03 * expected, "standard error " + gaussian[1]);
    }

    /** Mean error and standard error of regressions on independent Gaussian features with the spectrum of depth 2, d = 6. */
    private static double[] gaussianFeatures(int n, int draws) {
        int degrees = 8;
        NetworkSpectrum spectrum = NetworkSpectrum.of(
                with(StandardActivation.RELU, 2, 6, 1, 0, 0, List.of(1), 0).network(), KernelKind.NTK, 0.5, 6, degrees);
        int features = 0;
        double rest = spectrum.unit().trace();
        for (int k = 0; k <= degrees; k++) {
            features += (int) spectrum.unit().multiplicity(k);
            rest -= spectrum.unit().multiplicity(k) * spectrum.unit().eigenvalue(k);
        }
        double[] eigenvalues = new double[features];
        int filled = 0;
        for (int k = 0; k <= degrees; k++) {
            int end = filled + (int) spectrum.unit().multiplicity(k);
            java.util.Arrays.fill(
                    eigenvalues, filled, end, spectrum.scale() * spectrum.unit().eigenvalue(k));
            filled = end;
        }
        double sum = 0;
        double squares = 0;
        for (int draw = 0; draw < draws; draw++) {
            double error = gaussianRegression(n, eigenvalues, spectrum.scale() * rest, RandomStream.of(draw));
            sum += error / draws;
            squares += error * error / draws;
        }
        return new double[] {sum, Math.sqrt((squares - sum * sum) / (draws - 1))};
    }

    /** The target is the second feature, one of the six of degree 1; higher degrees act as a ridge. */
    private static double gaussianRegression(int n, double[] eigenvalues, double ridge, RandomStream random) {
        LinearAlgebra algebra = LinearAlgebras.automatic();
        DMatrixRMaj features = new DMatrixRMaj(n, eigenvalues.length);
        random.fillGaussian(features.data);
        DMatrixRMaj scaled = features.copy();
        DMatrixRMaj labels = new DMatrixRMaj(n, 1);
        for (int i = 0; i < n; i++) {
            labels.set(i, 0, features.get(i, 1));
            for (int j = 0; j < eigenvalues.length; j++) {
                scaled.data[i * eigenvalues.length + j] *= eigenvalues[j];
            }
        }
        DMatrixRMaj kernel = algebra.multiplyTransB(scaled, features);
        DMatrixRMaj weights = KernelRegression.solve(kernel, ridge, labels, algebra);
        DMatrixRMaj learned = algebra.multiplyTransA(scaled, weights);
        double error = 0;
        for (int j = 0; j < eigenvalues.length; j++) {
            double difference = learned.data[j] - (j == 1 ? 1 : 0);
            error += difference * difference;
        }
        return error;
    }

    /** Twenty dimensions, and 1,024 examples: no noise, noise, ridge. */
    @ParameterizedTest
    @CsvSource({"0, 0", "0.5, 0", "0, 0.5"})
    void manyDimensionsFollowTheoryWithManyExamples(double noise, double ridge) {
        RunResult result =
                Runs.run(experiment(), with(StandardActivation.RELU, 2, 20, 1, noise, ridge, List.of(1024), 12));
        double error = Runs.simulation(result).number(0, "generalizationErrorStdErr");
        double expected = Listed.of(result).number(0, "generalizationError");
        assertEquals(expected, Runs.simulation(result).number(0, "generalizationError"), 3 * error);
        assertTrue(error < 0.05 * expected);
        assertTrue(!result.summary().containsKey("remark"));
    }

    @Test
    void linearNetworksAreTheIsotropicTextbookCase() {
        double noise = 0.3;
        LearningCurve parameters = with(StandardActivation.LINEAR, 1, 40, 1, noise, 0, List.of(10, 20, 80, 160), 40);
        RunResult result = Runs.run(experiment(), parameters);
        Listed theory = Listed.of(result);
        ResultTable simulation = Runs.simulation(result);
        double[] ratio = {0.25, 0.5, 2, 4};
        for (int i = 0; i < 4; i++) {
            double r = ratio[i];
            double expected = r < 1 ? 1 - r + noise * r / (1 - r) : noise / (r - 1);
            assertEquals(expected, theory.number(i, "generalizationError"), 1e-9);
            double error = simulation.number(i, "generalizationErrorStdErr");
            // corrections of order 1/d
            assertEquals(expected, simulation.number(i, "generalizationError"), 4.5 * error + expected / 40);
        }
    }

    @Test
    void doubleDescentPeaksAtTheRankOfTheKernel() {
        // x² in d = 10: degrees 0 and 2, rank 1 + 54
        List<Integer> sizes = List.of(30, 45, 52, 58, 65, 90);
        RunResult result = Runs.run(experiment(), with(StandardActivation.SQUARE, 1, 10, 2, 0.1, 0, sizes, 30));
        Listed theory = Listed.of(result);
        ResultTable simulation = Runs.simulation(result);
        double peak = Runs.summary(result, "peakTrainSize");
        assertTrue(peak == 52 || peak == 58, "peak " + peak);
        int highest = 0;
        for (int i = 0; i < sizes.size(); i++) {
            boolean higher =
                    simulation.number(i, "generalizationError") > simulation.number(highest, "generalizationError");
            highest = higher ? i : highest;
        }
        assertTrue(sizes.get(highest) == 52 || sizes.get(highest) == 58, "simulated peak " + sizes.get(highest));
        assertEquals(theory.number(0, "generalizationError"), simulation.number(0, "generalizationError"), 0.15);
        assertEquals(theory.number(5, "generalizationError"), simulation.number(5, "generalizationError"), 0.03);
        // a ridge removes it
        RunResult ridge = Runs.run(experiment(), with(StandardActivation.SQUARE, 1, 10, 2, 0.1, 20, sizes, 0));
        assertTrue(Double.isNaN(Runs.summary(ridge, "peakTrainSize")));
    }

    @Test
    void errorOverTheSphereInClosedForm() {
        LearningCurve parameters = with(StandardActivation.RELU, 2, 6, 2, 0.2, 0.3, List.of(40), 0);
        NetworkSpectrum spectrum = NetworkSpectrum.of(
                parameters.network(), KernelKind.NTK, parameters.inputVariance(), 6, SphereLearningCurve.degrees(6));
        SphereLearningCurve curve = SphereLearningCurve.of(spectrum, 2, 0.3, 0.2);
        KernelRegression.Spectrum terms = KernelRegression.Spectrum.of(curve, 2);
        LinearAlgebra algebra = LinearAlgebras.automatic();
        RandomStream random = RandomStream.of(9);
        DMatrixRMaj points = Sphere.draw(40, 6, random.child("points"));
        DMatrixRMaj queries = Sphere.draw(6000, 6, random.child("queries"));
        HarmonicTarget target = HarmonicTarget.draw(2, 6, 20, random.child("target"));
        double[] values = target.values(points);
        DMatrixRMaj labels = new DMatrixRMaj(40, 2);
        for (int i = 0; i < 40; i++) {
            labels.set(i, 0, values[i]);
            labels.set(i, 1, random.nextGaussian());
        }
        KernelRecursion recursion = KernelRecursion.of(parameters.network());
        double radius = Math.sqrt(6 * parameters.inputVariance());
        DMatrixRMaj x = points.copy();
        DMatrixRMaj y = queries.copy();
        CommonOps_DDRM.scale(radius, x);
        CommonOps_DDRM.scale(radius, y);
        DMatrixRMaj weights = KernelRegression.solve(recursion.kernel(KernelKind.NTK, x), 0.3, labels, algebra);
        KernelRegression.Errors errors = KernelRegression.errors(weights, values, algebra.gram(points), terms, 4);
        DMatrixRMaj outputs = algebra.multiply(recursion.kernel(KernelKind.NTK, y, x), weights);
        double[] exact = target.values(queries);
        double sum = 0;
        double squares = 0;
        double unit = 0;
        for (int q = 0; q < 6000; q++) {
            double error = Math.pow(outputs.get(q, 0) + outputs.get(q, 1) - exact[q], 2);
            sum += error / 6000;
            squares += error * error / 6000;
            unit += exact[q] * exact[q] / 6000;
        }
        assertEquals(1, unit, 0.1);
        assertEquals(sum, errors.total(), 4.5 * Math.sqrt((squares - sum * sum) / 6000));
    }

    @Test
    void spectrumIsCompleteThroughItsLastMode() {
        NetworkSpectrum spectrum = NetworkSpectrum.of(
                with(StandardActivation.RELU, 2, 20, 1, 0, 0, List.of(1), 0).network(),
                KernelKind.NTK,
                0.5,
                20,
                SphereLearningCurve.degrees(20));
        SphereLearningCurve curve = SphereLearningCurve.of(spectrum, 1, 0.7, 0.1);
        assertEquals(3, curve.curve().spectrum().trace(), 1e-10);
        LearningCurvePoint point = curve.at(300);
        // Σ learnabilities + ridge/κ·n = n
        double sum = 0;
        for (int k = 0; k < curve.curve().spectrum().modes(); k++) {
            double eta = curve.curve().spectrum().eigenvalue(k);
            sum += curve.curve().spectrum().multiplicity(k) * 300 * eta / (300 * eta + point.effectiveRidge());
        }
        assertEquals(300, sum + 300 * 0.7 / point.effectiveRidge(), 1e-10 * 300);
    }

    @Test
    void oneDrawHasNoStandardError() {
        assertThrows(IllegalArgumentException.class, () -> with(StandardActivation.RELU, 1, 5, 1, 0, 0, List.of(4), 1));
    }
}

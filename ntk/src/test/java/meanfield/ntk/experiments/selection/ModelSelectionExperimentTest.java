package meanfield.ntk.experiments.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import meanfield.core.activation.StandardActivation;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelSelectionExperimentTest extends ExperimentContract<ModelSelection> {
    @Override
    protected Experiment<ModelSelection> experiment() {
        return new ModelSelectionExperiment();
    }

    private static ModelSelection mnist(int depth, double weightVariance, double ridge) {
        return new ModelSelection("mnist", StandardActivation.RELU, depth, weightVariance, 0.1, ridge, 200, 500, 4);
    }

    private ResultTable row(ModelSelection parameters, String kernel) {
        return Runs.theory(Runs.run(experiment(), parameters)).where(Map.of("kernel", kernel));
    }

    /** Held-out accuracy predicts test accuracy, which held-out examples of a smaller training set cannot exceed by much. */
    @Test
    void heldOutExamplesPredictTheTest() {
        for (String kernel : new String[] {"nngp", "ntk"}) {
            ResultTable row = row(mnist(2, 2, 0.01), kernel);
            double held = row.number(0, "crossValidationAccuracy");
            assertEquals(row.number(0, "accuracy"), held, 0.08, kernel);
            assertTrue(held > 0.7, kernel + " " + held);
            double error = row.number(0, "crossValidationErrorStdErr");
            assertEquals(row.number(0, "meanSquaredError"), row.number(0, "crossValidationError"), 4.5 * error + 0.01);
        }
    }

    /** A better scale cannot have a smaller likelihood; a huge ridge has a small one and large errors. */
    @Test
    void ordering() {
        ResultTable good = row(mnist(2, 2, 0.01), "nngp");
        ResultTable bad = row(mnist(2, 2, 100), "nngp");
        for (ResultTable table : new ResultTable[] {good, bad}) {
            assertTrue(table.number(0, "scaledLogMarginalLikelihood") >= table.number(0, "logMarginalLikelihood"));
        }
        assertTrue(good.number(0, "scaledLogMarginalLikelihood") > bad.number(0, "scaledLogMarginalLikelihood"));
        assertTrue(good.number(0, "crossValidationError") < bad.number(0, "crossValidationError"));
        double constant = 0.5 * 200 * 10 * Math.log(2 * Math.PI);
        assertEquals(
                good.number(0, "logMarginalLikelihood"),
                good.number(0, "dataFit") + good.number(0, "complexity") - constant,
                1e-8);
        assertTrue(Double.isNaN(row(mnist(1, 2, 0.01), "ntk").number(0, "logMarginalLikelihood")));
    }

    @Test
    void duplicatesWithoutRidgeGiveAVerdict(@TempDir Path folder) throws Exception {
        for (String part : new String[] {"train", "test"}) {
            Files.writeString(folder.resolve(part + "-inputs.csv"), "1,2\n1,2\n0,1\n");
            Files.writeString(folder.resolve(part + "-targets.csv"), "1\n2\n3\n");
        }
        ModelSelection parameters = new ModelSelection(folder.toString(), StandardActivation.TANH, 1, 1, 0, 0, 3, 3, 3);
        RunResult result = Runs.run(experiment(), parameters);
        assertEquals(2, result.notConverged(), result.verdict());
        ModelSelection ridge = new ModelSelection(folder.toString(), StandardActivation.TANH, 0, 1, 0, 0.1, 3, 3, 3);
        RunResult regular = Runs.run(experiment(), ridge);
        assertEquals(0, regular.notConverged());
        assertTrue(Double.isNaN(Runs.theory(regular).number(0, "accuracy")), "one target is no class");
    }

    @Test
    void refusals() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> Runs.run(
                        experiment(), new ModelSelection("mnist", StandardActivation.RELU, 1, 2, 0, 0.1, 10, 10, 11)));
        assertTrue(e.getMessage().contains("folds must be at most trainSize = 10"), e.getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> new ModelSelection("mnits", StandardActivation.RELU, 1, 2, 0, 0.1, 10, 10, 5));
    }
}

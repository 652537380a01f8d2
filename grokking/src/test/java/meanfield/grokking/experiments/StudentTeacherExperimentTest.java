package meanfield.grokking.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.table.ResultTable;
import meanfield.grokking.ReferenceFile;
import org.junit.jupiter.api.Test;

class StudentTeacherExperimentTest extends ExperimentContract<StudentSetting> {
    @Override
    protected Experiment<StudentSetting> experiment() {
        return new StudentTeacherExperiment();
    }

    @Test
    void publishedNetworks() {
        for (String name : List.of("g6_student_teacher_scale2", "g6_student_teacher_scale0p5")) {
            JsonNode j = ReferenceFile.read(name).json();
            int last = 1594;
            RunResult result = Runs.run(
                    new StudentTeacherExperiment(),
                    new StudentSetting(
                            StudentModel.NETWORK,
                            5,
                            60,
                            5,
                            j.get("student_scale").doubleValue(),
                            100,
                            500,
                            3e-4,
                            0.05,
                            last,
                            List.of(1e-3, 1e-2),
                            7));
            ResultTable table = Runs.simulation(result);
            int[] steps = ReferenceFile.ints(j.get("steps"));
            for (int i = 0; i < steps.length && steps[i] <= last; i++) {
                double train = j.get("train_mse").get(i).doubleValue();
                double test = j.get("test_mse").get(i).doubleValue();
                assertEquals(train, table.number(steps[i], "trainLoss"), 1e-4 * train, name + steps[i]);
                assertEquals(test, table.number(steps[i], "testLoss"), 1e-4 * test, name + steps[i]);
                assertEquals(
                        j.get("acc_test_1e3").get(i).doubleValue(), table.number(steps[i], "testAccuracy0"), 2.1e-3);
                assertEquals(
                        j.get("acc_train_1e2").get(i).doubleValue(), table.number(steps[i], "trainAccuracy1"), 1.1e-2);
            }
        }
    }

    private static RunResult linear(int dimension, int trainSize, double rate, int steps) {
        return Runs.run(
                new StudentTeacherExperiment(),
                new StudentSetting(
                        StudentModel.LINEAR, dimension, 1, 1, 0.5, trainSize, 1, rate, 0, steps, List.of(0.01), 7));
    }

    @Test
    void linearStudentFollowsTheLaw() {
        double previous = Double.NaN;
        for (int dimension : new int[] {60, 600}) {
            RunResult result = linear(dimension, 2 * dimension, 0.2, 60);
            ResultTable theory = Runs.theory(result);
            ResultTable network = Runs.simulation(result);
            double largest = 0;
            for (int t = 0; t <= 60; t += 6) {
                largest = Math.max(largest, Math.abs(network.number(t, "testLoss") / theory.number(t, "testLoss") - 1));
            }
            assertTrue(largest < 10 / Math.sqrt(dimension), dimension + ": " + largest);
            assertTrue(Double.isNaN(previous) || largest < previous);
            previous = largest;
        }
    }

    @Test
    void lawHasItsMoments() {
        // ∫ρ = 1, ∫λρ = 1 and one step of descent: ∫λ(1-ηλ)²ρ = 1 - 2η(1+r) + η²(1+3r+r²)
        meanfield.grokking.training.LinearStudent student = new meanfield.grokking.training.LinearStudent(0.6, 2, 0.3);
        assertEquals(2, student.testLoss(0), 1e-12);
        assertEquals(2, student.trainLoss(0), 1e-12);
        double expected = 2 * (1 - 2 * 0.3 * 1.6 + 0.09 * (1 + 1.8 + 0.36));
        assertEquals(expected, student.trainLoss(1), 1e-12);
    }

    @Test
    void fewExamplesLeaveATestLoss() {
        ResultTable theory = Runs.theory(linear(100, 50, 0.2, 400));
        assertEquals(1.25, theory.number(0, "testLoss"), 1e-9);
        assertEquals(1.25, theory.number(0, "trainLoss"), 1e-9);
        assertEquals(1.25 * 0.5, theory.number(400, "testLoss"), 1e-3);
        assertTrue(theory.number(400, "trainLoss") < 1e-6);
    }

    @Test
    void divergingRateIsSaid() {
        RunResult result = linear(50, 100, 1.5, 10);
        assertEquals(1, result.failed());
        assertTrue(result.resultTable().text(0, "message").contains("two over the largest eigenvalue"));
    }
}

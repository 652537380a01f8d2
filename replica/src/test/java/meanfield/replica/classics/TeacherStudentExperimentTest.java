package meanfield.replica.classics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.table.ResultTable;
import meanfield.replica.perceptron.WeightPrior;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TeacherStudentExperimentTest extends ExperimentContract<TeacherStudent> {
    @Override
    protected Experiment<TeacherStudent> experiment() {
        return new TeacherStudentExperiment();
    }

    private static TeacherStudent point(Student student, WeightPrior prior, double load, double ridge) {
        return new TeacherStudent(student, prior, load, ridge, 0, 10, 0);
    }

    @Test
    void theStudentNamesTheError() {
        ResultTable bayes = Runs.theory(experiment(), point(Student.BAYES_OPTIMAL, WeightPrior.GAUSSIAN, 2, 0.1));
        assertEquals(0.17453418557984768, bayes.number(0, "generalizationError"), 1e-9);
        assertEquals(0.7282981739707118, bayes.number(0, "overlap"), 1e-9);
        ResultTable gibbs = Runs.theory(experiment(), point(Student.GIBBS, WeightPrior.GAUSSIAN, 2, 0.1));
        assertEquals(0.2403115940726699, gibbs.number(0, "generalizationError"), 1e-9);
        ResultTable hebb = Runs.theory(experiment(), point(Student.HEBB, WeightPrior.GAUSSIAN, 2, 0.1));
        assertEquals(0.23082347895877325, hebb.number(0, "generalizationError"), 1e-12);
        ResultTable logistic = Runs.theory(experiment(), point(Student.LOGISTIC, WeightPrior.GAUSSIAN, 3, 0.1));
        assertEquals(0.13829799899379663, logistic.number(0, "generalizationError"), 1e-7);
        assertEquals(2.171495379885261, logistic.number(0, "teacherOverlap"), 1e-7);
    }

    @Test
    void binaryTeachersJump() {
        ResultTable table = Runs.theory(experiment(), point(Student.BAYES_OPTIMAL, WeightPrior.ISING, 1.4, 0.1));
        assertEquals(0.15164383929961311, table.number(0, "generalizationError"), 1e-8);
        assertEquals(0, table.number(0, "equilibriumError"));
        assertEquals(1.49263, table.number(0, "algorithmicLoad"), 5e-6);
        assertEquals(1.24468, table.number(0, "informationLoad"), 5e-6);
        ResultTable above = Runs.theory(experiment(), point(Student.GIBBS, WeightPrior.ISING, 1.6, 0.1));
        assertEquals(0, above.number(0, "generalizationError"));
        assertEquals("ok", above.text(0, "status"));
    }

    @ParameterizedTest
    @EnumSource(Student.class)
    void simulationsAgree(Student student) {
        TeacherStudent point = new TeacherStudent(student, WeightPrior.GAUSSIAN, 2.5, 0.3, 0.2, 150, 8);
        RunResult result = Runs.run(experiment(), point);
        assertEquals(0, result.notConverged());
        Runs.compare(result, "generalizationError", 4e-3);
        if (student != Student.GIBBS) {
            Runs.compare(result, "trainingError", 6e-3);
        }
        if (student.loss().isPresent()) {
            Runs.compare(result, "trainingLoss", 5e-3);
            assertTrue(result.resultTable().number(0, "generalizationError")
                    > result.resultTable().number(0, "bayesError"));
        }
    }
}

package meanfield.ntk.experiments;

import java.io.IOException;
import java.nio.file.Path;
import meanfield.experiment.Resumption;
import meanfield.experiment.run.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings of networks beside the theory, stopped and started again, give the table of a run in one go. */
class ResumeTest {
    @TempDir
    Path folder;

    @Test
    void trainingDynamics() throws IOException {
        Resumption.check(
                folder,
                Run.quick(new TrainingDynamicsExperiment()).with("width", 256).request(),
                0.2,
                0.7);
    }
}

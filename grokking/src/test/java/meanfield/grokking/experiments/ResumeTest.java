package meanfield.grokking.experiments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import meanfield.core.activation.StandardActivation;
import meanfield.experiment.Resumption;
import meanfield.experiment.run.Request;
import meanfield.grokking.geometry.LatentLabel;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every training of this module, stopped in its middle and started again, gives the table of one that was not stopped. */
class ResumeTest {
    @TempDir
    Path folder;

    static Stream<Request<?>> trainings() {
        DigitsSetting digits = new DigitsSetting("digits", List.of(8), 2, 0.5, 60, 100, 0.1, 1e-3, 25, 200, 3, 4);
        StudentSetting student =
                new StudentSetting(StudentModel.NETWORK, 5, 12, 3, 2, 30, 40, 3e-4, 0.05, 200, List.of(1e-3, 1e-1), 7);
        GeometrySetting geometry =
                new GeometrySetting(StandardActivation.RELU, LatentLabel.XOR, 0.5, 10, 30, 0.1, 400, 3, 1000);
        return Stream.of(
                Request.of(new DigitsExperiment()).from(digits),
                Request.of(new ModularExperiment()).from(new ModularSetting(7, 0.8, 30, 400, 300, 1, 5)),
                Request.of(new StudentTeacherExperiment()).from(student),
                Request.of(new SparsityExperiment()).from(new SparsityExperiment().quick()),
                Request.of(new GeometryExperiment()).from(geometry),
                Request.of(new PolynomialExperiment())
                        .from(new PolynomialSetting(12, 80, 30, 1, 0.3, 1, 0, 700, 3, 0.1)),
                Request.of(new PolynomialExperiment())
                        .from(new PolynomialSetting(24, 80, 2, 1, 0.3, 1, 3, 500, 3, 0.1)));
    }

    @ParameterizedTest
    @MethodSource("trainings")
    void stoppedAndStartedAgainItGivesTheSameTable(Request<?> request) throws IOException {
        Resumption.check(folder, request, 0.2, 0.6);
    }
}

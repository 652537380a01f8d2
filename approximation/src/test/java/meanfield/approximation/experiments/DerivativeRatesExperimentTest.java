package meanfield.approximation.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import meanfield.approximation.sobolev.NetworkKind;
import meanfield.approximation.target.TargetFunction;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.run.RunResult;
import org.junit.jupiter.api.Test;

class DerivativeRatesExperimentTest extends ExperimentContract<DerivativeRatesSetting> {
    @Override
    protected Experiment<DerivativeRatesSetting> experiment() {
        return new DerivativeRatesExperiment();
    }

    @Test
    void onePowerIsLost() {
        List<Integer> cells = List.of(16, 32, 64, 128);
        for (NetworkKind kind : List.of(NetworkKind.POLYRELU, NetworkKind.RELU, NetworkKind.REQU)) {
            RunResult result =
                    Runs.run(experiment(), new DerivativeRatesSetting(TargetFunction.KINK, 3, 1, kind, cells));
            assertEquals(-3, Runs.summary(result, "slopeValue"), 0.1, kind + "");
            assertEquals(-2, Runs.summary(result, "slopeDerivative"), 0.1, kind + "");
        }
        RunResult plane = Runs.run(
                experiment(),
                new DerivativeRatesSetting(
                        TargetFunction.RIDGEKINK, 2, 2, NetworkKind.POLYRELU, List.of(8, 12, 16, 24)));
        assertEquals(-1, Runs.summary(plane, "slopeDerivative"), 0.1);
    }

    @Test
    void rationalNetworksToo() {
        RunResult line = Runs.run(
                experiment(),
                new DerivativeRatesSetting(TargetFunction.KINK, 3, 1, NetworkKind.RATIONAL, List.of(16, 32, 64, 128)));
        assertEquals(-3, Runs.summary(line, "slopeValue"), 0.1);
        assertEquals(-2, Runs.summary(line, "slopeDerivative"), 0.2);
        RunResult plane = Runs.run(
                experiment(),
                new DerivativeRatesSetting(TargetFunction.GAUSS, 2, 2, NetworkKind.RATIONAL, List.of(8, 10, 12, 14)));
        assertEquals(-1, Runs.summary(plane, "slopeDerivative"), 0.3);
    }

    @Test
    void roughTargetsAreRefused() {
        RunResult rough = Runs.run(
                experiment(), new DerivativeRatesSetting(TargetFunction.ABS, 2, 1, NetworkKind.RELU, List.of(8, 16)));
        assertTrue(rough.resultTable().text(0, "message").contains("up to order 1 only"));
    }
}

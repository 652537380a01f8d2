package meanfield.ntk.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import meanfield.core.activation.StandardActivation;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.table.ResultTable;
import meanfield.ntk.experiments.convolution.ConvolutionConvergence;
import meanfield.ntk.experiments.convolution.ConvolutionConvergenceExperiment;
import meanfield.ntk.experiments.convolution.Readout;
import meanfield.ntk.network.Padding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConvolutionConvergenceExperimentTest extends ExperimentContract<ConvolutionConvergence> {
    private static final double STANDARD_ERRORS = 4.5;

    @Override
    protected Experiment<ConvolutionConvergence> experiment() {
        return new ConvolutionConvergenceExperiment();
    }

    /** One convolution: channels are independent, so that the mean is the limit and the squared error exactly ∝ 1/n. */
    @ParameterizedTest
    @EnumSource(Padding.class)
    void oneConvolutionIsUnbiasedAtAnyWidth(Padding padding) {
        for (Readout readout : Readout.values()) {
            ConvolutionConvergence parameters = new ConvolutionConvergence(
                    StandardActivation.TANH, 1, 1.8, 0.2, padding, readout, 3, 4, List.of(2, 16), 300, 2);
            RunResult result = Runs.run(experiment(), parameters);
            for (String kernel : List.of("nngp", "ntk")) {
                ResultTable simulation = Runs.simulation(result).where(Map.of("kernel", kernel));
                for (int i = 0; i < 2; i++) {
                    double error = simulation.number(i, "ratioStdErr");
                    assertEquals(1, simulation.number(i, "ratio"), STANDARD_ERRORS * error);
                }
                double slope = Runs.summary(result, "errorSlope" + ("ntk".equals(kernel) ? "Ntk" : "Nngp"));
                // Cause: the error's own sampling error, some 6 % at each end of three octaves
                assertEquals(-0.5, slope, 0.15);
            }
        }
    }

    /** A network whose bias is large: squares, whose variance grows with the variance of the layer below. */
    @Test
    void meanOfDeeperNetworksApproachesLikeOneOverChannels() {
        ConvolutionConvergence parameters = new ConvolutionConvergence(
                StandardActivation.SQUARE,
                2,
                0.6,
                0,
                Padding.SAME,
                Readout.POOLING,
                3,
                3,
                List.of(16, 32, 64),
                1500,
                2);
        RunResult result = Runs.run(experiment(), parameters);
        for (String kernel : List.of("Nngp", "Ntk")) {
            double slope = Runs.summary(result, "biasSlope" + kernel);
            double error = Runs.summary(result, "biasSlope" + kernel + "StdErr");
            assertTrue(error < 0.25, "resolved: " + error);
            assertEquals(-1, slope, STANDARD_ERRORS * error);
            assertEquals(-0.5, Runs.summary(result, "errorSlope" + kernel), 0.4, "heavy tails at 6 channels");
        }
    }

    @Test
    void networksTurnedOffLeaveTheLimit() {
        ConvolutionConvergence parameters = new ConvolutionConvergence(
                StandardActivation.RELU, 2, 2, 0, Padding.CIRCULAR, Readout.FLATTEN, 2, 3, List.of(4), 0, 1);
        RunResult result = Runs.run(experiment(), parameters);
        assertEquals(2, result.resultTable().size());
        for (double ratio : Runs.theory(result).numbers("ratio")) {
            assertEquals(1, ratio);
        }
        for (double error : Runs.theory(result).numbers("relativeError")) {
            assertTrue(Double.isNaN(error));
        }
    }

    @Test
    void refusesFiltersThatDoNotFit() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> new ConvolutionConvergence(
                        StandardActivation.RELU, 3, 2, 0, Padding.VALID, Readout.POOLING, 3, 6, List.of(4), 10, 1));
        assertEquals("imageSide must be at least 7, so that 3 valid convolutions fit, got 6", refused.getMessage());
    }
}

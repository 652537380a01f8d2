package meanfield.ntk.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import meanfield.core.activation.StandardActivation;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.random.RandomStream;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.table.ResultTable;
import meanfield.ntk.ReferenceCase;
import meanfield.ntk.kernel.KernelPair;
import meanfield.ntk.kernel.KernelRecursion;
import meanfield.ntk.network.WideNetwork;
import meanfield.ntk.prediction.LinearizedTraining;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class ScoreMatchingExperimentTest extends ExperimentContract<ScoreMatching> {
    @Override
    protected Experiment<ScoreMatching> experiment() {
        return new ScoreMatchingExperiment();
    }

    private static ScoreMatching with(List<Double> times, double ridge, int labelDraws, int networks, int width) {
        return new ScoreMatching(
                100,
                0.5,
                ridge,
                times,
                List.of(1.0, 2.0, 1.0),
                List.of(-1.0, 0.2, 1.0, 0.0, 0.3, 0.9),
                List.of(0.1, 0.3, 0.2),
                StandardActivation.RELU,
                2,
                1.7,
                300,
                labelDraws,
                networks,
                width,
                20);
    }

    @Test
    void shapeOfTheReferenceCurve() {
        JsonNode reference = ReferenceCase.read("theory_checks.json").json().get("scoreMatching");
        List<Double> times = List.of(1.0, 10.0, 100.0, 1e3, 1e4, 1e5, 1e6);
        ScoreMatching base = experiment().defaults();
        ScoreMatching parameters = new ScoreMatching(
                base.trainSize(),
                base.noiseLevel(),
                0,
                times,
                base.weights(),
                base.means(),
                base.variances(),
                base.activation(),
                1,
                2,
                2000,
                0,
                0,
                1,
                0);
        ResultTable theory = Runs.theory(Runs.run(experiment(), parameters));
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < times.size(); i++) {
            double expected = reference.get("excessRiskTheory").get(i).doubleValue();
            double risk = theory.number(i, "excessRisk");
            // another random design of 128 points
            assertTrue(risk > expected / 1.6 && risk < expected * 1.6, times.get(i) + ": " + risk);
            least = Math.min(least, risk);
        }
        assertTrue(theory.number(6, "excessRisk") > 3 * least);
        assertTrue(theory.number(0, "excessRisk") > 2 * least);
    }

    @Test
    void redrawnLabelsAgreeWithTheory() {
        for (double ridge : new double[] {0, 3}) {
            RunResult result = Runs.run(experiment(), with(List.of(0.0, 0.5, 5.0, 50.0, 5e3, 1e8), ridge, 300, 0, 1));
            ResultTable theory = Runs.theory(result);
            ResultTable simulation = Runs.simulation(result).where(Map.of("learner", "kernel"));
            for (int i = 0; i < 6; i++) {
                double error = simulation.number(i, "excessRiskStdErr");
                assertEquals(
                        theory.number(i, "excessRisk"),
                        simulation.number(i, "excessRisk"),
                        4.5 * error + 1e-12,
                        ridge + " at " + theory.number(i, "time"));
            }
            assertEquals(
                    theory.number(5, "excessRisk"),
                    Runs.summary(result, "finalExcessRisk"),
                    1e-3 * (ridge == 0 ? 1 : 1e-6));
        }
    }

    @Test
    void finiteNetworksFollowTheCurve() {
        double[] deviation = new double[2];
        int[] widths = {16, 512};
        for (int w = 0; w < 2; w++) {
            RunResult result = Runs.run(experiment(), with(List.of(1.0, 4.0), 0, 0, 10, widths[w]));
            ResultTable theory = Runs.theory(result);
            ResultTable networks = Runs.simulation(result).where(Map.of("learner", "network"));
            assertEquals(2, networks.size());
            for (int i = 0; i < 2; i++) {
                double expected = theory.number(i, "excessRisk");
                deviation[w] = Math.max(deviation[w], Math.abs(networks.number(i, "excessRisk") / expected - 1));
                if (w == 1) {
                    // the kernel of 512 units still fluctuates by some 4 %
                    double error = networks.number(i, "excessRiskStdErr");
                    assertEquals(expected, networks.number(i, "excessRisk"), 4.5 * error + 0.06 * expected);
                }
            }
        }
        assertTrue(deviation[1] < deviation[0], deviation[0] + " " + deviation[1]);
    }

    @Test
    void flowIsThatOfLinearizedTraining() {
        DenoisingProblem problem = DenoisingProblem.draw(NoisyMixtureTest.LAW, 30, 20, RandomStream.of(2));
        KernelRecursion recursion = KernelRecursion.of(
                WideNetwork.of(StandardActivation.ERF).withBiasVariance(0.1).withDepth(2));
        KernelPair train = recursion.kernels(DenoisingProblem.lifted(problem.points()));
        KernelPair cross = recursion.kernels(
                DenoisingProblem.lifted(problem.queries()), DenoisingProblem.lifted(problem.points()));
        EarlyStopping flow = EarlyStopping.of(problem, train.ntk(), cross.ntk(), 0, LinearAlgebras.automatic());
        DMatrixRMaj labels = problem.labels(RandomStream.of(4));
        LinearizedTraining training = LinearizedTraining.of(train.ntk(), labels);
        for (double time : new double[] {0.3, 7, 900}) {
            // the loss of linearized training averages over both outputs
            DMatrixRMaj expected = training.predict(cross.ntk(), 2 * time);
            assertEquals(0, ReferenceCase.distance(flow.predict(labels, time), expected), 1e-10);
        }
    }

    @Test
    void optimalTimeIsAMinimum() {
        RunResult result = Runs.run(experiment(), with(List.of(1.0, 1e4), 0, 0, 0, 1));
        double best = Runs.summary(result, "optimalTime");
        double least = Runs.summary(result, "minimumExcessRisk");
        ResultTable near = Runs.theory(Runs.run(experiment(), with(List.of(0.9 * best, best, 1.1 * best), 0, 0, 0, 1)));
        assertEquals(least, near.number(1, "excessRisk"), 1e-12);
        assertTrue(near.number(0, "excessRisk") > least && near.number(2, "excessRisk") > least);
    }

    @Test
    void meansMustFitTheWeights() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> new ScoreMatching(
                        10,
                        0.5,
                        0,
                        List.of(1.0),
                        List.of(1.0, 1.0),
                        List.of(1.0, 2.0, 3.0),
                        List.of(1.0, 1.0),
                        StandardActivation.RELU,
                        1,
                        2,
                        10,
                        0,
                        0,
                        1,
                        0));
        assertTrue(e.getMessage().contains("means"), e.getMessage());
    }
}

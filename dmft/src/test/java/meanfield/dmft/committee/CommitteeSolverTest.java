package meanfield.dmft.committee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import meanfield.core.Convergence;
import meanfield.core.Convergence.Status;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.random.RandomStream;
import meanfield.core.solve.OdeSolution;
import meanfield.core.solve.TimeGrid;
import meanfield.dmft.ReferenceCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommitteeSolverTest {
    private static final LinearAlgebra ALGEBRA = LinearAlgebras.automatic();
    private static final double REFERENCE = 1e-6;
    private static final CommitteeSolver SOLVER = CommitteeSolver.withDefaults();

    @ParameterizedTest
    @ValueSource(strings = {"d2_saad_solla_A_K2M2", "d2_saad_solla_B_K3M2", "d2_saad_solla_C_noise_learned_v"})
    void publishedNumbers(String name) {
        JsonNode reference = ReferenceCase.read(name);
        OrderParameters start = OrderParameters.of(
                ReferenceCase.matrix(reference.get("Q0")),
                ReferenceCase.matrix(reference.get("R0")),
                ReferenceCase.matrix(reference.get("T")),
                ReferenceCase.list(reference.get("v0")),
                ReferenceCase.list(reference.get("v_teacher")));
        double sigma = reference.get("sigma").asDouble();
        OnlineLearning learning = new OnlineLearning(
                CommitteeUnit.ERF,
                reference.get("eta").asDouble(),
                reference.get("eta_v").asDouble(),
                sigma * sigma);
        TimeGrid times = TimeGrid.of(ReferenceCase.numbers(reference.get("times")));
        CommitteeSolution solution = SOLVER.solve(learning, start, times, ALGEBRA);
        assertTrue(solution.convergence().isConverged(), solution.convergence()::toString);
        for (int t = 0; t < times.size(); t++) {
            OrderParameters state = solution.states().get(t);
            assertEquals(reference.get("eg").get(t).asDouble(), solution.generalizationError(t), REFERENCE);
            for (int i = 0; i < start.students(); i++) {
                assertEquals(reference.get("v").get(t).get(i).asDouble(), state.studentReadout(i), REFERENCE);
                for (int k = 0; k < start.students(); k++) {
                    double expected = reference.get("Q").get(t).get(i).get(k).asDouble();
                    assertEquals(expected, state.studentOverlap(i, k), REFERENCE);
                }
                for (int n = 0; n < start.teachers(); n++) {
                    double expected = reference.get("R").get(t).get(i).get(n).asDouble();
                    assertEquals(expected, state.teacherStudentOverlap(i, n), REFERENCE);
                }
            }
        }
    }

    private static OrderParameters start() {
        return OrderParameters.of(
                List.of(List.of(0.4, 0.1), List.of(0.1, 0.3)),
                List.of(List.of(0.1, 0.05), List.of(-0.02, 0.2)),
                List.of(List.of(1.2, 0.1), List.of(0.1, 0.8)),
                List.of(1.0, 0.7),
                List.of(1.0, 0.7));
    }

    /** Q = R = T is a fixed point without noise, and the error there is 0. */
    @ParameterizedTest
    @EnumSource(CommitteeUnit.class)
    void perfectMatchStays(CommitteeUnit unit) {
        OrderParameters match = PerfectLearning.match(start());
        OnlineLearning learning = new OnlineLearning(unit, 0.02, 0.3, 0);
        OrderParameterFlow flow = new OrderParameterFlow(learning, match);
        double[] state = flow.state(match);
        double[] velocity = new double[state.length];
        flow.velocity(0, state, velocity);
        for (double each : velocity) {
            assertEquals(0, each, 1e-14);
        }
        assertEquals(0, match.generalizationError(unit), 1e-14);
    }

    /** Exchanging the students before or after learning is the same. */
    @ParameterizedTest
    @EnumSource(CommitteeUnit.class)
    void studentsMayBeExchanged(CommitteeUnit unit) {
        OrderParameters exchanged = OrderParameters.of(
                List.of(List.of(0.3, 0.1), List.of(0.1, 0.4)),
                List.of(List.of(-0.02, 0.2), List.of(0.1, 0.05)),
                List.of(List.of(1.2, 0.1), List.of(0.1, 0.8)),
                List.of(0.7, 1.0),
                List.of(1.0, 0.7));
        OnlineLearning learning = new OnlineLearning(unit, 0.05, 0.1, 0.2);
        TimeGrid times = TimeGrid.of(3.0);
        OrderParameters a =
                SOLVER.solve(learning, start(), times, ALGEBRA).states().get(0);
        OrderParameters b =
                SOLVER.solve(learning, exchanged, times, ALGEBRA).states().get(0);
        for (int i = 0; i < 2; i++) {
            assertEquals(a.studentReadout(i), b.studentReadout(1 - i), 1e-8);
            for (int k = 0; k < 2; k++) {
                assertEquals(a.studentOverlap(i, k), b.studentOverlap(1 - i, 1 - k), 1e-8);
                assertEquals(a.teacherStudentOverlap(i, k), b.teacherStudentOverlap(1 - i, k), 1e-8);
            }
        }
    }

    private static OrderParameters single(double norm) {
        return OrderParameters.of(
                List.of(List.of(0.5)), List.of(List.of(0.1)), List.of(List.of(norm)), List.of(1.0), List.of(1.0));
    }

    /** One unit: η_c = π √(5/3); below it the error vanishes, above it one remains. */
    @Test
    void criticalLearningRateOfOneUnit() {
        OnlineLearning learning = OnlineLearning.of(CommitteeUnit.ERF, 1);
        double critical = Math.PI * Math.sqrt(5.0 / 3);
        assertEquals(
                critical,
                PerfectLearning.criticalLearningRate(learning, single(1)).location(),
                1e-5);
        TimeGrid late = TimeGrid.of(2000);
        CommitteeSolution below = SOLVER.solve(learning.withLearningRate(0.95 * critical), single(1), late, ALGEBRA);
        CommitteeSolution above = SOLVER.solve(learning.withLearningRate(1.05 * critical), single(1), late, ALGEBRA);
        assertTrue(below.generalizationError(0) < 1e-9, "" + below.generalizationError(0));
        assertTrue(above.generalizationError(0) > 1e-3, "" + above.generalizationError(0));
    }

    /** Quadratic units above their critical rate: a verdict with words, and NaN, no curve. */
    @Test
    void quadraticUnitsBlowUpAndSayIt() {
        OnlineLearning learning = OnlineLearning.of(CommitteeUnit.QUADRATIC, 1);
        CommitteeSolution solution = SOLVER.solve(learning, single(1), TimeGrid.of(0, 100), ALGEBRA);
        assertEquals(Status.DIVERGED, solution.convergence().status());
        assertTrue(solution.convergence().toString().contains("learning rate is above the critical one"));
        assertTrue(Double.isNaN(solution.generalizationError(1)));
        assertFalse(Double.isNaN(solution.generalizationError(0)));
    }

    /** The noise floor is linear in σ² and, for small rates, in η: ε_g = η σ² (1/2) tr … of order one. */
    @Test
    void noiseLeavesAFloorProportionalToRateAndVariance() {
        double[] floors = new double[3];
        double[][] settings = {{0.02, 0.01}, {0.01, 0.01}, {0.02, 0.005}};
        for (int k = 0; k < 3; k++) {
            OnlineLearning learning =
                    OnlineLearning.of(CommitteeUnit.ERF, settings[k][0]).withNoiseVariance(settings[k][1]);
            floors[k] = SOLVER.solve(learning, PerfectLearning.match(single(1)), TimeGrid.of(20_000), ALGEBRA)
                    .generalizationError(0);
        }
        assertEquals(2, floors[0] / floors[1], 0.02);
        assertEquals(2, floors[0] / floors[2], 0.01);
    }

    /** The start must be a covariance, and the message says which and how far it is from one. */
    @Test
    void inadmissibleStartIsRefused() {
        OrderParameters start = OrderParameters.of(
                List.of(List.of(0.1)), List.of(List.of(0.9)), List.of(List.of(1.0)), List.of(1.0), List.of(1.0));
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> SOLVER.solve(OnlineLearning.of(CommitteeUnit.ERF, 1), start, TimeGrid.of(1), ALGEBRA));
        assertTrue(e.getMessage().contains("positive semidefinite"), e.getMessage());
    }

    /** A state that is no covariance is reported with its time, in words. */
    @Test
    void lostDefinitenessIsAVerdict() {
        double[] sound = {1, 0.5, 0.5, 1};
        double[] broken = {1, 1.1, 1.1, 1};
        OrderParameters first = new OrderParameters(1, 1, sound, new double[] {1}, new double[] {1});
        OrderParameters second = new OrderParameters(1, 1, broken, new double[] {1}, new double[] {1});
        assertFalse(second.isAdmissible(ALGEBRA));
        assertEquals(-0.1 / 2.1, second.smallestEigenvalue(ALGEBRA), 1e-12);
        OdeSolution ode =
                new OdeSolution(TimeGrid.of(0, 2.5), new double[2][3], Convergence.converged(10, 1e-10, Double.NaN));
        Convergence verdict = CommitteeSolver.verdict(ode, List.of(first, second), ALGEBRA);
        assertEquals(Status.ILL_POSED, verdict.status());
        assertTrue(verdict.toString().contains("stop being a covariance before t = 2.5"), verdict.toString());
        assertTrue(CommitteeSolver.verdict(ode, List.of(first, first), ALGEBRA).isConverged());
    }

    /** Two quadratic units may be rotated among each other: flat directions that do not hide the critical rate. */
    @Test
    void criticalLearningRateOfQuadraticUnits() {
        OrderParameters teacher = OrderParameters.of(
                List.of(List.of(1.0, 0.0), List.of(0.0, 1.0)),
                List.of(List.of(0.0, 0.0), List.of(0.0, 0.0)),
                List.of(List.of(1.0, 0.0), List.of(0.0, 1.0)),
                List.of(1.0, 1.0),
                List.of(1.0, 1.0));
        OnlineLearning learning = OnlineLearning.of(CommitteeUnit.QUADRATIC, 1);
        double critical =
                PerfectLearning.criticalLearningRate(learning, teacher).location();
        assertTrue(PerfectLearning.growthRate(learning.withLearningRate(0.98 * critical), teacher) < 1e-6);
        assertTrue(PerfectLearning.growthRate(learning.withLearningRate(1.02 * critical), teacher) > 1e-4);
    }

    /** Specialisation: the best of all matchings, brute force by hand for two and three students. */
    @Test
    void specialisationMatchesUnits() {
        OrderParameters state = OrderParameters.of(
                List.of(List.of(1.0, 0.0, 0.0), List.of(0.0, 4.0, 0.0), List.of(0.0, 0.0, 1.0)),
                List.of(List.of(0.1, 0.8), List.of(1.0, 0.2), List.of(0.3, 0.0)),
                List.of(List.of(1.0, 0.0), List.of(0.0, 1.0)),
                List.of(1.0, 1.0, 1.0),
                List.of(1.0, 1.0));
        // cosines {0.1, 0.8}, {0.5, 0.1}, {0.3, 0}: best pairs 0.8 and 0.5
        assertEquals(0.65 - (0.1 + 0.1 + 0.3 + 0) / 4, state.specialisation(), 1e-15);
        assertEquals(1, PerfectLearning.match(single(2)).specialisation(), 1e-15);
    }

    /** Networks of finite N: exact overlaps at the start; means within 3 standard errors and the O(1/√N) of few networks. */
    @ParameterizedTest
    @EnumSource(CommitteeUnit.class)
    void networksFollowTheEquations(CommitteeUnit unit) {
        double rate = unit == CommitteeUnit.ERF ? 1.0 : 0.03;
        OnlineLearning learning = new OnlineLearning(unit, rate, 0.3 * rate, 0.04);
        TimeGrid times = TimeGrid.of(0, 1, 4);
        CommitteeSolution theory = SOLVER.solve(learning, start(), times, ALGEBRA);
        CommitteeSimulation simulation = CommitteeSimulation.of(learning, start(), 400, ALGEBRA);
        int networks = 24;
        double[][] errors = new double[times.size()][networks];
        for (int m = 0; m < networks; m++) {
            List<OrderParameters> run = simulation.run(times, RandomStream.of(5).child(m));
            for (int t = 0; t < times.size(); t++) {
                errors[t][m] = run.get(t).generalizationError(unit);
            }
            assertEquals(0.05, run.get(0).teacherStudentOverlap(0, 1), 1e-12);
        }
        assertEquals(theory.generalizationError(0), errors[0][3], 1e-12);
        for (int t = 1; t < times.size(); t++) {
            double mean = 0;
            double squares = 0;
            for (double error : errors[t]) {
                mean += error / networks;
            }
            for (double error : errors[t]) {
                squares += (error - mean) * (error - mean);
            }
            double standardError = Math.sqrt(squares / (networks - 1) / networks);
            // the mean's own bias is O(1/N)
            assertEquals(theory.generalizationError(t), mean, 3 * standardError + 3.0 / 400 * mean, unit + " " + t);
        }
    }

    /** Run-to-run deviations fall like N^(-1/2). */
    @Test
    void deviationsFallLikeTheRootOfTheDimension() {
        OnlineLearning learning = OnlineLearning.of(CommitteeUnit.ERF, 1);
        TimeGrid times = TimeGrid.of(2.0);
        double[] deviation = new double[2];
        for (int k = 0; k < 2; k++) {
            CommitteeSimulation simulation = CommitteeSimulation.of(learning, start(), k == 0 ? 50 : 800, ALGEBRA);
            int networks = 60;
            double sum = 0;
            double squares = 0;
            for (int m = 0; m < networks; m++) {
                double error = simulation
                        .run(times, RandomStream.of(6).child(m))
                        .get(0)
                        .teacherStudentOverlap(0, 0);
                sum += error;
                squares += error * error;
            }
            deviation[k] = Math.sqrt(squares / networks - sum * sum / networks / networks);
        }
        // each deviation is known to 1/√120 = 9 %
        assertEquals(4, deviation[0] / deviation[1], 1.6);
    }
}

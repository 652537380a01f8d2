package meanfield.dmft.langevin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import meanfield.core.random.RandomStream;
import meanfield.core.solve.TimeGrid;
import meanfield.dmft.ReferenceCase;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class DensityTest {
    private static final JsonNode REFERENCE =
            ReferenceCase.read("d3_mean_field_langevin").get("tanh_1d");

    private static TanhNeurons published() {
        return TanhNeurons.of(
                ReferenceCase.numbers(REFERENCE.get("x")),
                ReferenceCase.numbers(REFERENCE.get("y")),
                REFERENCE.get("lam").asDouble(),
                REFERENCE.get("tau").asDouble());
    }

    @Test
    void publishedDensity() {
        double tolerance = REFERENCE.get("fp_tolerance").asDouble();
        double deviation = REFERENCE.get("rho0_sd").asDouble();
        TimeGrid times = TimeGrid.of(ReferenceCase.numbers(REFERENCE.get("times")));
        FokkerPlanckSolver.Solution solution =
                FokkerPlanckSolver.withDefaults().solve(published(), 0, deviation * deviation, times);
        assertTrue(solution.convergence().isConverged(), solution.convergence()::toString);
        assertEquals(0, solution.convergence().residual(), 1e-12, "mass");
        for (int k = 0; k < times.size(); k++) {
            double[] expected = ReferenceCase.numbers(REFERENCE.get("fp_f").get(k));
            NeuronState state = solution.states().get(k);
            assertArrayEquals(expected, state.outputs(), tolerance);
            assertEquals(REFERENCE.get("fp_free_energy").get(k).asDouble(), state.freeEnergy(), tolerance);
        }
    }

    @Test
    void publishedGibbsLaw() {
        double tolerance = REFERENCE.get("gibbs_tolerance").asDouble();
        GibbsLaw.Solution gibbs = GibbsLaw.of(published());
        assertTrue(gibbs.convergence().isConverged());
        assertArrayEquals(
                ReferenceCase.numbers(REFERENCE.get("gibbs_f")), gibbs.state().outputs(), tolerance);
        assertEquals(REFERENCE.get("gibbs_F").asDouble(), gibbs.state().freeEnergy(), tolerance);
    }

    /** Mass exact, density positive, free energy lower after every single step, at several temperatures. */
    @Test
    void everyStepGoesDownhill() {
        for (double temperature : new double[] {0.01, 0.2, 1}) {
            TanhNeurons neurons =
                    TanhNeurons.of(new double[] {-1, 0.7, 2}, new double[] {0.9, -0.2, -0.8}, 0.15, temperature);
            DensityGrid grid = new DensityGrid(neurons, 0, 14, 1500);
            grid.startGaussian(0.5, 0.8);
            double before = grid.state(0).freeEnergy();
            for (int step = 0; step < 400; step++) {
                grid.advance(0.05);
                double free = grid.state(0).freeEnergy();
                assertTrue(free <= before + 1e-13, temperature + " at step " + step + ": " + (free - before));
                before = free;
                for (double each : grid.density) {
                    assertTrue(each >= 0);
                }
            }
            assertEquals(1, grid.mass(), 1e-12);
            double gibbs = GibbsLaw.of(neurons).state().freeEnergy();
            assertTrue(before >= gibbs - 1e-5, before + " " + gibbs);
            // second order of the grid spacing 0.02 over the width of the density
            assertEquals(gibbs, before, 0.02);
        }
    }

    /** The discrete Gibbs law is at rest to rounding. */
    @Test
    void gibbsLawRests() {
        TanhNeurons neurons = published();
        DensityGrid grid = new DensityGrid(neurons, 0, 9, 800);
        double[] f = new double[5];
        for (int k = 0; k < 400; k++) {
            grid.becomeGibbs(f);
            double[] image = grid.state(0).outputs();
            for (int mu = 0; mu < 5; mu++) {
                f[mu] += 0.3 * (image[mu] - f[mu]);
            }
        }
        double[] before = grid.density.clone();
        grid.advance(3);
        assertArrayEquals(before, grid.density, 1e-11);
    }

    /** Without data, tanh neurons are an Ornstein-Uhlenbeck process: second order in the cell, exact law known. */
    @Test
    void withoutDataTheLawIsKnown() {
        TanhNeurons neurons = TanhNeurons.of(new double[] {0}, new double[] {0}, 0.4, 0.3);
        double exact = 0.9 * Math.exp(-0.8 * 1.5) + 0.3 / 0.4 * -Math.expm1(-0.8 * 1.5);
        double[] error = new double[2];
        for (int k = 0; k < 2; k++) {
            error[k] = FokkerPlanckSolver.withDefaults()
                            .withCells(100 << k)
                            .solve(neurons, 0, 0.9, TimeGrid.of(1.5))
                            .states()
                            .get(0)
                            .variance()
                    - exact;
        }
        assertEquals(4, error[0] / error[1], 0.2);
        double fine = FokkerPlanckSolver.withDefaults()
                .solve(neurons, 0.7, 0.9, TimeGrid.of(1.5))
                .states()
                .get(0)
                .variance();
        assertEquals(exact, fine, 1e-4);
    }

    /** First order in the step before extrapolation: halving it halves the change. */
    @Test
    void firstOrderInTheStep() {
        double[] value = new double[3];
        for (int k = 0; k < 3; k++) {
            DensityGrid grid = new DensityGrid(published(), 0, 9, 400);
            grid.startGaussian(0, 1);
            int steps = 20 << k;
            for (int n = 0; n < steps; n++) {
                grid.advance(2.0 / steps);
            }
            value[k] = grid.state(2).outputs()[4];
        }
        assertEquals(2, (value[1] - value[0]) / (value[2] - value[1]), 0.1);
    }

    /** τ → 0 of the grid is the flow of trajectories; that flow lowers risk and ridge. */
    @Test
    void coldDensitiesApproachTheNoiselessFlow() {
        TimeGrid times = TimeGrid.of(0.5, 1, 2);
        double[] gap = new double[2];
        NoiselessFlow.Solution flow = NoiselessFlow.solve(
                TanhNeurons.of(new double[] {-1, 1.5}, new double[] {0.4, -0.7}, 0.1, 0), 0.3, 0.5, times);
        assertTrue(flow.convergence().isConverged());
        for (int k = 0; k < 2; k++) {
            TanhNeurons cold =
                    TanhNeurons.of(new double[] {-1, 1.5}, new double[] {0.4, -0.7}, 0.1, k == 0 ? 0.02 : 0.01);
            NeuronState state = FokkerPlanckSolver.withDefaults()
                    .solve(cold, 0.3, 0.5, times)
                    .states()
                    .get(2);
            gap[k] = state.outputs()[1] - flow.states().get(2).outputs()[1];
        }
        assertEquals(2, gap[0] / gap[1], 0.15);
        double before = Double.POSITIVE_INFINITY;
        for (NeuronState state : flow.states()) {
            assertTrue(state.freeEnergy() < before);
            before = state.freeEnergy();
        }
        NeuronState point = NoiselessFlow.solve(
                        TanhNeurons.of(new double[] {1}, new double[] {0.5}, 0, 0), 0.2, 0, TimeGrid.of(0, 50))
                .states()
                .get(1);
        assertEquals(0.5, point.outputs()[0], 1e-6, "one neuron learns one example");
        assertEquals(0, point.variance(), 1e-15);
    }

    /** Cold, strongly driven densities still find their law, or say that they did not; none exists without a ridge. */
    @Test
    void gibbsLawAtManyTemperatures() {
        for (double temperature : new double[] {1, 0.1, 0.01, 0.002}) {
            TanhNeurons neurons =
                    TanhNeurons.of(new double[] {-2, 1, 3}, new double[] {0.9, -0.9, 0.3}, 0.05, temperature);
            GibbsLaw.Solution law = GibbsLaw.of(neurons);
            assertTrue(law.convergence().isConverged(), temperature + ": " + law.convergence());
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> GibbsLaw.of(TanhNeurons.of(new double[] {1}, new double[] {1}, 0, 0.1)));
    }

    private static double[] meanAndError(double[] values) {
        double mean = 0;
        double squares = 0;
        for (double each : values) {
            mean += each / values.length;
        }
        for (double each : values) {
            squares += (each - mean) * (each - mean);
        }
        return new double[] {mean, Math.sqrt(squares / (values.length - 1) / values.length)};
    }

    /** Particles within 3 standard errors of the density, and of the exact moments of linear neurons; the step costs O(dt). */
    @Test
    void particlesFollowTheDensity() {
        TimeGrid times = TimeGrid.of(0, 1, 3);
        FokkerPlanckSolver.Solution density = FokkerPlanckSolver.withDefaults().solve(published(), 0.4, 0.6, times);
        ParticleSimulation simulation = new ParticleSimulation(1500, 0.02);
        double[] last = new double[10];
        for (int m = 0; m < last.length; m++) {
            List<NeuronState> run = simulation.run(
                    published(), 0.4, 0.6, times, RandomStream.of(2).child(m));
            last[m] = run.get(2).outputs()[4];
            assertTrue(Double.isNaN(run.get(2).freeEnergy()));
        }
        double[] measured = meanAndError(last);
        assertEquals(density.states().get(2).outputs()[4], measured[0], 3 * measured[1] + 0.002);

        DMatrixRMaj sigma = new DMatrixRMaj(new double[][] {{1, 0.3}, {0.3, 0.5}});
        double[] beta = {0.5, -1};
        LinearNeurons linear =
                LinearNeurons.of(sigma, beta, 0.2, 0.1, meanfield.core.linalg.LinearAlgebras.automatic());
        double[] means = new double[10];
        double[] variances = new double[10];
        for (int m = 0; m < means.length; m++) {
            NeuronState state = simulation
                    .run(
                            new ParticleSimulation.LinearProblem(sigma, beta, 0.2, 0.1),
                            new double[] {1, 0},
                            0.5,
                            times,
                            RandomStream.of(3).child(m))
                    .get(2);
            means[m] = state.outputs()[1];
            variances[m] = state.variance();
        }
        NeuronState exact = linear.at(3, new double[] {1, 0}, 0.5);
        double[] mean = meanAndError(means);
        double[] variance = meanAndError(variances);
        assertEquals(exact.outputs()[1], mean[0], 3 * mean[1] + 0.005);
        assertEquals(exact.variance(), variance[0], 3 * variance[1] + 0.005);
    }
}

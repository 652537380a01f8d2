package meanfield.dmft.langevin;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.Convergence;
import meanfield.core.Convergence.Status;
import meanfield.core.Require;
import meanfield.core.solve.TimeGrid;

/**
 * The density of infinitely many noisy neurons, on a grid.
 *
 * <pre>
 *   ∂ρ/∂t = ∂(ρ ∂Ψ[ρ]/∂θ)/∂θ + τ ∂²ρ/∂θ²,   ρ(0) = N(m₀, s₀²)                                               (1)
 *   F[ρ] = R + (λ/2)⟨θ²⟩ + τ ⟨ln ρ⟩ never increases                                                         (2)
 * </pre>
 *
 * Space: Scharfetter-Gummel fluxes, which keep mass and sign and have the discrete Gibbs law at rest. Time: implicit in ρ,
 * the potential frozen at a half-step predictor, first order; runs with the step, a half and a quarter of it are extrapolated
 * ([Scharfetter1969], Richardson). The grid is widened until nothing reaches its ends, and its cells are doubled until they
 * make no difference: cold densities need narrow ones.
 *
 * <p>Accuracy and cost: second order in the cell, third in the step; the error estimate of the verdict is the last
 * correction of both. 1e-5 in f with the defaults, half a second for 20 units of time and 5 examples. Edge case: τ = 0 is no
 * density problem, see {@link NoiselessFlow}.
 *
 * @param timeStep largest dt
 * @param cells of the grid to begin with
 */
public record FokkerPlanckSolver(double timeStep, int cells) {
    private static final double DEVIATIONS = 8;
    private static final double LEAK = 1e-13;
    private static final int WIDENINGS = 6;
    private static final double ACCURACY = 1e-3;
    private static final double SPATIAL_ACCURACY = 2e-5;
    private static final int MOST_CELLS = 8000;

    /** Checked. */
    public FokkerPlanckSolver {
        Require.positive("timeStep", timeStep);
        Require.atLeast("cells", cells, 10);
    }

    /** Steps of 0.02, 1000 cells. */
    public static FokkerPlanckSolver withDefaults() {
        return new FokkerPlanckSolver(0.02, 1000);
    }

    /** With this largest step. */
    public FokkerPlanckSolver withTimeStep(double newTimeStep) {
        return new FokkerPlanckSolver(newTimeStep, cells);
    }

    /** With this many cells. */
    public FokkerPlanckSolver withCells(int newCells) {
        return new FokkerPlanckSolver(timeStep, newCells);
    }

    /**
     * States at the requested times.
     *
     * @param states one for each time
     * @param convergence residual: deviation of the mass from 1; error estimate: last corrections of an output
     */
    public record Solution(List<NeuronState> states, Convergence convergence) {}

    /** The density from a Gaussian start at time 0; τ &gt; 0 and initialVariance &gt; 0. */
    public Solution solve(TanhNeurons neurons, double initialMean, double initialVariance, TimeGrid times) {
        Require.positive("temperature", neurons.temperature());
        Require.finite("initialMean", initialMean);
        Require.positive("initialVariance", initialVariance);
        Require.that(times.at(0) >= 0, "times[0]", "be >= 0", times.at(0));
        double widest = initialVariance
                + (neurons.ridge() > 0
                        ? neurons.temperature() / neurons.ridge()
                        : 2 * neurons.temperature() * times.last());
        double halfWidth = DEVIATIONS * Math.sqrt(widest) + Math.abs(initialMean) + 1;
        for (int widening = 0; widening < WIDENINGS; widening++) {
            DensityGrid grid = grid(neurons, initialMean, initialVariance, halfWidth, cells);
            run(grid, times, 1);
            if (grid.edgeMass() < LEAK) {
                return new Problem(neurons, initialMean, initialVariance, halfWidth, times).solve();
            }
            halfWidth *= 1.5;
        }
        String detail = "the density reaches the ends of every grid up to half width " + halfWidth;
        return new Solution(List.of(), Convergence.failed(Status.DIVERGED, WIDENINGS, Double.NaN, detail));
    }

    private static DensityGrid grid(TanhNeurons neurons, double mean, double variance, double halfWidth, int cells) {
        DensityGrid grid = new DensityGrid(neurons, 0, halfWidth, cells);
        grid.startGaussian(mean, variance);
        return grid;
    }

    private List<NeuronState> run(DensityGrid grid, TimeGrid times, int refinement) {
        List<NeuronState> states = new ArrayList<>(times.size());
        double time = 0;
        for (int k = 0; k < times.size(); k++) {
            double span = times.at(k) - time;
            int steps = refinement * (int) Math.ceil(span / timeStep);
            for (int n = 0; n < steps; n++) {
                grid.advance(span / steps);
            }
            time = times.at(k);
            states.add(grid.state(time));
        }
        return states;
    }

    /** A start on a grid that is wide enough. */
    private final class Problem {
        private final TanhNeurons neurons;
        private final double mean;
        private final double variance;
        private final double halfWidth;
        private final TimeGrid times;

        Problem(TanhNeurons neurons, double mean, double variance, double halfWidth, TimeGrid times) {
            this.neurons = neurons;
            this.mean = mean;
            this.variance = variance;
            this.halfWidth = halfWidth;
            this.times = times;
        }

        private List<NeuronState> on(int fineness, int refinement) {
            return run(grid(neurons, mean, variance, halfWidth, fineness), times, refinement);
        }

        /** Cells are doubled until they do not matter, a third of the last change being what is left. */
        Solution solve() {
            int fineness = cells;
            List<NeuronState> half = on(Math.max(10, cells / 2), 1);
            List<NeuronState> whole = on(fineness, 1);
            double spatial = difference(half, whole) / 3;
            while (spatial > SPATIAL_ACCURACY && fineness < MOST_CELLS) {
                fineness *= 2;
                half = whole;
                whole = on(fineness, 1);
                spatial = difference(half, whole) / 3;
            }
            return extrapolate(fineness, whole, spatial);
        }

        /** Values at dt, dt/2, dt/4 without their first and second powers of dt. */
        private Solution extrapolate(int fineness, List<NeuronState> coarse, double spatial) {
            List<NeuronState> middle = on(fineness, 2);
            DensityGrid last = grid(neurons, mean, variance, halfWidth, fineness);
            List<NeuronState> fine = run(last, times, 4);
            List<NeuronState> states = new ArrayList<>(times.size());
            double correction = 0;
            for (int k = 0; k < times.size(); k++) {
                NeuronState a = coarse.get(k);
                NeuronState b = middle.get(k);
                NeuronState c = fine.get(k);
                double[] outputs = new double[a.outputs().length];
                for (int mu = 0; mu < outputs.length; mu++) {
                    outputs[mu] = third(a.outputs()[mu], b.outputs()[mu], c.outputs()[mu]);
                    double second = 2 * c.outputs()[mu] - b.outputs()[mu];
                    correction = Math.max(correction, Math.abs(outputs[mu] - second));
                }
                states.add(new NeuronState(
                        times.at(k),
                        outputs,
                        third(a.risk(), b.risk(), c.risk()),
                        third(a.variance(), b.variance(), c.variance()),
                        third(a.freeEnergy(), b.freeEnergy(), c.freeEnergy())));
            }
            int steps = (int) Math.ceil(times.last() / timeStep);
            double mass = Math.abs(last.mass() - 1);
            return new Solution(List.copyOf(states), verdict(steps, mass, correction + spatial));
        }
    }

    /** Largest difference of an output or free energy. */
    private static double difference(List<NeuronState> a, List<NeuronState> b) {
        double largest = 0;
        for (int k = 0; k < a.size(); k++) {
            for (int mu = 0; mu < a.get(k).outputs().length; mu++) {
                largest = Math.max(
                        largest, Math.abs(a.get(k).outputs()[mu] - b.get(k).outputs()[mu]));
            }
            largest =
                    Math.max(largest, Math.abs(a.get(k).freeEnergy() - b.get(k).freeEnergy()));
        }
        return largest;
    }

    private static Convergence verdict(int steps, double mass, double correction) {
        return correction <= ACCURACY
                ? Convergence.converged(steps, mass, correction)
                : Convergence.failed(
                        Status.ITERATION_LIMIT,
                        steps,
                        correction,
                        "time step or cells are too large, outputs still change");
    }

    private static double third(double coarse, double middle, double fine) {
        return (coarse - 6 * middle + 8 * fine) / 3;
    }
}

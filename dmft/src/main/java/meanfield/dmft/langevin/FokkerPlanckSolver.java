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
 * ([Scharfetter1969], Richardson). The grid is widened until nothing reaches its ends.
 *
 * <p>Accuracy and cost: second order in the cell, third in the step; the error estimate of the verdict is the last
 * correction. 1e-5 in f with the defaults, half a second for 20 units of time and 5 examples. Edge case: τ = 0 is no
 * density problem, see {@link NoiselessFlow}.
 *
 * @param timeStep largest dt
 * @param cells of the grid
 */
public record FokkerPlanckSolver(double timeStep, int cells) {
    private static final double DEVIATIONS = 8;
    private static final double LEAK = 1e-13;
    private static final int WIDENINGS = 6;
    private static final int LEVELS = 3;
    private static final double ACCURACY = 1e-3;

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
     * @param convergence residual: deviation of the mass from 1; error estimate: last correction of an output
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
            DensityGrid coarse = grid(neurons, initialMean, initialVariance, halfWidth);
            List<NeuronState> first = run(coarse, times, 1);
            if (coarse.edgeMass() < LEAK) {
                return extrapolate(neurons, initialMean, initialVariance, halfWidth, times, first);
            }
            halfWidth *= 1.5;
        }
        String detail = "the density reaches the ends of every grid up to half width " + halfWidth;
        return new Solution(List.of(), Convergence.failed(Status.DIVERGED, WIDENINGS, Double.NaN, detail));
    }

    private DensityGrid grid(TanhNeurons neurons, double mean, double variance, double halfWidth) {
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

    /** Values at dt, dt/2, dt/4 without their first and second powers of dt. */
    private Solution extrapolate(
            TanhNeurons neurons,
            double mean,
            double variance,
            double halfWidth,
            TimeGrid times,
            List<NeuronState> coarse) {
        List<List<NeuronState>> runs = new ArrayList<>(List.of(coarse));
        double mass = 0;
        for (int level = 1; level < LEVELS; level++) {
            DensityGrid grid = grid(neurons, mean, variance, halfWidth);
            runs.add(run(grid, times, 1 << level));
            mass = Math.max(mass, Math.abs(grid.mass() - 1));
        }
        List<NeuronState> states = new ArrayList<>(times.size());
        double correction = 0;
        for (int k = 0; k < times.size(); k++) {
            NeuronState a = runs.get(0).get(k);
            NeuronState b = runs.get(1).get(k);
            NeuronState c = runs.get(2).get(k);
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
        return new Solution(List.copyOf(states), verdict(steps, mass, correction));
    }

    private static Convergence verdict(int steps, double mass, double correction) {
        return correction <= ACCURACY
                ? Convergence.converged(steps, mass, correction)
                : Convergence.failed(
                        Status.ITERATION_LIMIT, steps, correction, "the time step is too large, outputs still change");
    }

    private static double third(double coarse, double middle, double fine) {
        return (coarse - 6 * middle + 8 * fine) / 3;
    }
}

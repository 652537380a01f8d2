package meanfield.dmft.experiments;

import java.util.Collections;
import java.util.List;
import meanfield.core.Require;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.solve.TimeGrid;
import meanfield.dmft.langevin.LinearNeurons;
import meanfield.dmft.langevin.ParticleSimulation.LinearProblem;
import meanfield.dmft.langevin.TanhNeurons;
import meanfield.experiment.Parameter;
import org.ejml.data.DMatrixRMaj;

/**
 * Parameters of {@link LangevinExperiment}.
 *
 * @param neuron linear (uses inputCovariance and target) or tanh (uses inputs and targets)
 * @param inputCovariance Σ
 * @param target β
 * @param inputs x
 * @param targets y
 * @param ridge λ
 * @param temperature τ
 * @param initialMean mean of the weights at the start; empty for zero
 * @param initialVariance variance of each weight at the start
 * @param times ascending
 * @param particles N; 0 turns the simulation off
 * @param timeStep dt of the particles, and largest step on the grid
 * @param networks simulated systems; 0 turns the simulation off
 */
public record Langevin(
        @Parameter(meaning = "linear neurons (exact moments) or tanh neurons of one weight (density on a grid)")
        Neuron neuron,

        @Parameter(symbol = "\\Sigma", meaning = "covariance of the inputs, linear neurons", range = "[-1000, 1000]")
        List<List<Double>> inputCovariance,

        @Parameter(symbol = "\\beta", meaning = "target vector, linear neurons", range = "[-1000, 1000]")
        List<Double> target,

        @Parameter(symbol = "x", meaning = "inputs, tanh neurons", range = "[-1000, 1000]")
        List<Double> inputs,

        @Parameter(symbol = "y", meaning = "targets, tanh neurons", range = "[-1000, 1000]")
        List<Double> targets,

        @Parameter(symbol = "\\lambda", meaning = "ridge", range = "[0, 1000]")
        double ridge,

        @Parameter(symbol = "\\tau", meaning = "temperature", range = "[0, 1000]")
        double temperature,

        @Parameter(symbol = "m_0", meaning = "mean weight at the start; empty for zero", range = "[-1000, 1000]")
        List<Double> initialMean,

        @Parameter(symbol = "s_0^2", meaning = "variance of each weight at the start", range = "[0, 1000]")
        double initialVariance,

        @Parameter(symbol = "t", meaning = "times of the rows, ascending", range = "[0, 100000]")
        List<Double> times,

        @Parameter(symbol = "N", meaning = "particles of the simulation; 0 turns it off", range = "[0, 10000000]")
        int particles,

        @Parameter(symbol = "dt", meaning = "time step of particles and grid", range = "(0, 1]")
        double timeStep,

        @Parameter(meaning = "simulated systems; 0 turns the simulation off", range = "[0, 100000]")
        int networks) {
    private static final double BOUND = 1000;

    /** Checks every range and that the shapes agree. */
    public Langevin {
        Require.present("neuron", neuron);
        inputCovariance = ListChecks.matrix("inputCovariance", inputCovariance, BOUND);
        target = ListChecks.numbers("target", target, -BOUND, BOUND);
        inputs = ListChecks.numbers("inputs", inputs, -BOUND, BOUND);
        targets = ListChecks.numbers("targets", targets, -BOUND, BOUND);
        Require.inRange("ridge", ridge, 0, BOUND);
        Require.inRange("temperature", temperature, 0, BOUND);
        initialMean = ListChecks.numbers("initialMean", initialMean, -BOUND, BOUND);
        Require.inRange("initialVariance", initialVariance, 0, BOUND);
        times = ListChecks.times(times, 1e5);
        ListChecks.between("particles", particles, 0, 10_000_000);
        Require.positive("timeStep", timeStep);
        Require.inRange("timeStep", timeStep, 0, 1);
        ListChecks.networks(networks, 100_000);
        int weights = neuron == Neuron.LINEAR ? target.size() : 1;
        Require.that(
                initialMean.isEmpty() || initialMean.size() == weights,
                "initialMean",
                "be empty or have " + weights + " entries",
                initialMean);
        if (neuron == Neuron.LINEAR) {
            symmetric(inputCovariance, target.size());
        } else {
            Require.that(!inputs.isEmpty(), "inputs", "have at least one entry", inputs);
            Require.that(targets.size() == inputs.size(), "targets", "have " + inputs.size() + " entries", targets);
            Require.that(
                    initialVariance > 0 || temperature == 0,
                    "initialVariance",
                    "be > 0 for tanh neurons at a temperature (the density needs a width)",
                    initialVariance);
        }
    }

    private static void symmetric(List<List<Double>> covariance, int p) {
        Require.that(p > 0, "target", "have at least one entry", p);
        Require.that(covariance.size() == p, "inputCovariance", "have " + p + " rows like target", covariance.size());
        for (int i = 0; i < p; i++) {
            int width = covariance.get(i).size();
            Require.that(width == p, "inputCovariance[" + i + "]", "have " + p + " entries", width);
            for (int j = 0; j < i; j++) {
                double mirror = covariance.get(j).get(i);
                double entry = covariance.get(i).get(j);
                Require.that(
                        entry == mirror, "inputCovariance[" + i + "][" + j + "]", "equal its mirror " + mirror, entry);
            }
        }
    }

    /** Number of outputs: coordinates of the mean neuron, or examples. */
    int outputs() {
        return neuron == Neuron.LINEAR ? target.size() : inputs.size();
    }

    TimeGrid grid() {
        return TimeGrid.of(ListChecks.array(times));
    }

    double[] start() {
        int weights = neuron == Neuron.LINEAR ? target.size() : 1;
        return ListChecks.array(initialMean.isEmpty() ? Collections.nCopies(weights, 0.0) : initialMean);
    }

    DMatrixRMaj covariance() {
        DMatrixRMaj result = new DMatrixRMaj(target.size(), target.size());
        for (int i = 0; i < target.size(); i++) {
            for (int j = 0; j < target.size(); j++) {
                result.set(i, j, inputCovariance.get(i).get(j));
            }
        }
        return result;
    }

    LinearNeurons linear(LinearAlgebra algebra) {
        return LinearNeurons.of(covariance(), ListChecks.array(target), ridge, temperature, algebra);
    }

    LinearProblem linearProblem() {
        return new LinearProblem(covariance(), ListChecks.array(target), ridge, temperature);
    }

    TanhNeurons tanh() {
        return TanhNeurons.of(ListChecks.array(inputs), ListChecks.array(targets), ridge, temperature);
    }

    boolean simulated() {
        return particles > 0 && networks > 0;
    }
}

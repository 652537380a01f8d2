package meanfield.replica.montecarlo.experiments;

import meanfield.core.Convergence;
import meanfield.core.gaussian.LocalField;
import meanfield.replica.branch.Branch;
import meanfield.replica.detection.UltraDetection;
import meanfield.replica.detection.UltraDetectionPoint;
import meanfield.replica.detection.UltraDetectionState;
import meanfield.replica.hebbian.ExampleRetrieval;
import meanfield.replica.hebbian.HebbianEquations;
import meanfield.replica.hebbian.HebbianNetwork;
import meanfield.replica.hebbian.HebbianTheory;
import meanfield.replica.hebbian.PhasePoint;
import meanfield.replica.hebbian.RetrievalState;
import meanfield.replica.hebbian.UncondensedState;
import meanfield.replica.hebbian.UnsupervisedNetwork;
import meanfield.replica.law.DiscreteExamples;
import meanfield.replica.law.NoiseLaw;
import meanfield.replica.memory.Disorder;
import meanfield.replica.memory.Start;

/**
 * What replica-symmetric theory says about the state that a simulation samples.
 *
 * @param state {@code retrieval}, {@code example}, {@code paramagnet} or {@code spin-glass}
 * @param magnetization m
 * @param exampleOverlap n
 * @param firstExampleOverlap raw overlap with one example
 * @param overlap q
 * @param energy u
 * @param convergence the verdict
 */
record TheoryPoint(
        State state,
        double magnetization,
        double exampleOverlap,
        double firstExampleOverlap,
        double overlap,
        double energy,
        Convergence convergence) {
    private static final double STEP = 1e-5;

    /** What the network is in. */
    enum State {
        /** The archetype is recalled. */
        RETRIEVAL,
        /** One example is. */
        EXAMPLE,
        /** Nothing is, and spins move. */
        PARAMAGNET,
        /** Nothing is, and spins are frozen. */
        SPIN_GLASS
    }

    /** The state that the start leads to: retrieval where it exists and the start is near it. */
    static TheoryPoint of(MemorySimulation parameters) {
        double temperature = parameters.temperature();
        double load = parameters.theoryLoad();
        if (parameters.learning() == Learning.NOISY_TENSORS) {
            UltraDetection equations = new UltraDetection(parameters.interactionOrder(), load, temperature);
            return detection(equations, parameters.noiseVariance(), parameters.start());
        }
        HebbianNetwork network = parameters.network();
        if (parameters.start() == Start.EXAMPLE
                && parameters.interactionOrder() > 2
                && network instanceof UnsupervisedNetwork unsupervised
                && unsupervised.examples() > 1) {
            return memorizing(new ExampleRetrieval(unsupervised, temperature, load));
        }
        PhasePoint point = HebbianTheory.of(network).point(temperature, load);
        if (parameters.start() != Start.RANDOM && point.retrieval().exists()) {
            return retrieval(point.retrieval(), firstExampleUnit(parameters));
        }
        return uncondensed(HebbianTheory.of(network).uncondensed().equilibrium(temperature, load));
    }

    private static TheoryPoint detection(UltraDetection equations, double noise, Start start) {
        UltraDetectionPoint point = UltraDetectionPoint.of(equations, Branch.trace(equations), noise);
        UltraDetectionState state = point.retrieval();
        if (start == Start.RANDOM || !state.exists()) {
            return uncondensed(point.glass().exists() ? point.glass() : point.paramagnet());
        }
        double m = state.magnetization();
        return new TheoryPoint(State.RETRIEVAL, m, m, m, state.overlap(), state.energy(), state.convergence());
    }

    private static TheoryPoint uncondensed(UncondensedState other) {
        State state = other.kind() == UncondensedState.Kind.PARAMAGNET ? State.PARAMAGNET : State.SPIN_GLASS;
        double nothing = other.exists() ? 0 : Double.NaN;
        return new TheoryPoint(state, nothing, nothing, nothing, other.overlap(), other.energy(), other.convergence());
    }

    /** Mean overlap with an example over n: √R, or 1 where no examples were shown. */
    private static double firstExampleUnit(MemorySimulation parameters) {
        return parameters.isUnsupervised()
                ? Math.sqrt(DiscreteExamples.exampleNorm(parameters.examples(), parameters.quality()))
                : 1;
    }

    private static TheoryPoint retrieval(RetrievalState state, double firstExampleUnit) {
        return new TheoryPoint(
                State.RETRIEVAL,
                state.magnetization(),
                state.patternOverlap(),
                state.patternOverlap() * firstExampleUnit,
                state.overlap(),
                state.energy(),
                state.convergence());
    }

    private static TheoryPoint memorizing(ExampleRetrieval equations) {
        ExampleRetrieval.State state = equations.memorizing();
        int examples = equations.network().examples();
        double order = equations.network().interactionOrder();
        double norm = equations.network().exampleNorm();
        double sum = state.exampleOverlap() + (examples - 1) * state.siblingOverlap();
        double powers =
                Math.pow(state.exampleOverlap(), order) + (examples - 1) * Math.pow(state.siblingOverlap(), order);
        double signal = -powers / (order * examples * Math.pow(norm, order / 2));
        double energy = equations.temperature() == 0 ? state.freeEnergy() : signal + noiseEnergy(equations, state);
        return new TheoryPoint(
                State.EXAMPLE,
                state.magnetization(),
                sum / (examples * Math.sqrt(norm)),
                state.exampleOverlap(),
                state.overlap(),
                energy,
                state.convergence());
    }

    private static double noiseEnergy(ExampleRetrieval equations, ExampleRetrieval.State state) {
        NoiseLaw noise = equations.network().noise();
        double temperature = equations.temperature();
        double susceptibility = (1 - state.overlap()) / temperature;
        double variance =
                equations.load() == 0 ? 0 : equations.load() * noise.variancePerLoad(temperature, susceptibility);
        return noise.energy(equations.load(), variance, temperature, susceptibility);
    }

    /**
     * Theory of one sample: the same equations with the histogram of the recalled pattern's values in place of their law, and
     * the energy of its products of distinct spins to order 1/N. Where archetypes are stored as they are this changes nothing.
     *
     * <pre>
     *   mean of Π_k x_{i_k}⟨s_{i_k}⟩ over distinct sites = n^P - binom(P, 2) n^(P-2) (w - n²)/N,   w = (1/N) Σ x_i² ⟨s_i⟩²      (1)
     *   u = u_RS + (P-1)/2 n^(P-2) (w - n²)/N,   w = E x² - T ∂n/∂(n^(P-1))                                          (2)
     * </pre>
     *
     * (1) is the second term of a mean over samples drawn without replacement. Examples stored one by one have entries ±1 and
     * overlaps √R n with the state, hence w = q/R.
     */
    TheoryPoint conditioned(MemorySimulation parameters, Disorder disorder) {
        if (state != State.RETRIEVAL || !parameters.storesExamples()) {
            return this;
        }
        double[] values = new double[parameters.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = disorder.archetype(i) * disorder.condensed(i);
        }
        HebbianNetwork network = parameters.network();
        HebbianEquations equations = new HebbianEquations(
                DiscreteExamples.ofSites(values),
                network.interactionOrder(),
                network.noise(),
                parameters.temperature());
        RetrievalState retrieved = Branch.trace(equations).state(parameters.theoryLoad());
        TheoryPoint conditioned = retrieval(retrieved, firstExampleUnit(parameters));
        return retrieved.exists() ? conditioned.raised(energyShift(parameters, equations, retrieved)) : conditioned;
    }

    /** The second term of (2) at {@link #conditioned}. */
    private static double energyShift(MemorySimulation parameters, HebbianEquations equations, RetrievalState state) {
        int order = parameters.interactionOrder();
        double overlap = state.patternOverlap();
        double square = parameters.isUnsupervised()
                ? state.overlap() / DiscreteExamples.exampleNorm(parameters.examples(), parameters.quality())
                : equations.law().secondMoment() - state.temperature() * responseToStrength(equations, state);
        return 0.5 * (order - 1) * Math.pow(overlap, order - 2) * (square - overlap * overlap) / parameters.size();
    }

    /** ∂n/∂(strength) at a fixed noise variance, by a central difference; not needed at T = 0. */
    private static double responseToStrength(HebbianEquations equations, RetrievalState state) {
        if (state.temperature() == 0) {
            return 0;
        }
        LocalField field = LocalField.at(state.temperature());
        double strength = Math.pow(state.patternOverlap(), equations.interactionOrder() - 1);
        double step = STEP * strength;
        return (equations
                                .law()
                                .averages(field, strength + step, state.fieldVariance())
                                .patternOverlap()
                        - equations
                                .law()
                                .averages(field, strength - step, state.fieldVariance())
                                .patternOverlap())
                / (2 * step);
    }

    private TheoryPoint raised(double shift) {
        return new TheoryPoint(
                state, magnetization, exampleOverlap, firstExampleOverlap, overlap, energy + shift, convergence);
    }
}

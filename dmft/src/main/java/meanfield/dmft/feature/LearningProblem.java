package meanfield.dmft.feature;

import java.util.Arrays;
import meanfield.core.Require;
import meanfield.core.activation.Activation;
import meanfield.core.activation.StandardActivation;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.linalg.SymmetricEigen;
import org.ejml.data.DMatrixRMaj;

/**
 * A wide network, a training set and gradient descent: everything that the dynamical mean-field theory of feature
 * learning depends on.
 *
 * <pre>
 *   h¹ = W⁰x/√D,   h^{l+1} = W^l φ(h^l)/√N,   f = w·φ(h^L)/(γ₀ N),   all weights N(0, 1) at the start           (1)
 *   L = (1/2P) Σ_μ Δ_μ²,   Δ = y - f,   θ ← θ - η γ₀² N ∂L/∂θ                                                   (2)
 *   K_μν = x_μ·x_ν/D,   k = γ₀ η/P                                                                             (3)
 * </pre>
 *
 * Symbols: P {@link #samples}, K {@link #inputKernel}, y {@link #target}, γ₀ {@link #gamma0} (richness: γ₀ → 0 is lazy,
 * order one learns features), L {@link #hiddenLayers}, η {@link #learningRate}, k {@link #updateScale}. Only K enters
 * the theory, not the inputs; {@link #inputs} gives a training set that has it. This is
 * {@link meanfield.core.network.Parameterization#MEAN_FIELD} with one output, no bias, σ_w² = 1. Outputs are centred.
 *
 * <p>Edge cases: K may be singular (repeated or dependent samples), not indefinite; steps may be 0. Immutable.
 * Source: [Bordelon2022].
 */
public final class LearningProblem {
    /** Relative size of a negative eigenvalue of K that rounding explains. */
    private static final double ROUNDING = 1e-10;

    private final double[] inputKernel;
    private final double[] targets;
    private final Model model;
    private final double learningRate;
    private final int steps;

    /** φ, L, γ₀. */
    private record Model(Activation activation, int hiddenLayers, double gamma0) {}

    private LearningProblem(double[] inputKernel, double[] targets, Model model, double learningRate, int steps) {
        this.inputKernel = inputKernel;
        this.targets = targets;
        this.model = model;
        this.learningRate = learningRate;
        this.steps = steps;
    }

    /** This training set for two linear layers, γ₀ = 1, η = 0.1, no steps yet. K is P × P, y has P entries. */
    public static LearningProblem of(DMatrixRMaj inputKernel, double[] targets) {
        Require.present("inputKernel", inputKernel);
        Require.present("targets", targets);
        int samples = targets.length;
        Require.atLeast("number of targets", samples, 1);
        Require.that(
                inputKernel.numRows == samples && inputKernel.numCols == samples,
                "inputKernel",
                "be " + samples + " x " + samples + " as there are " + samples + " targets",
                inputKernel.numRows + " x " + inputKernel.numCols);
        for (double target : targets) {
            Require.finite("targets", target);
        }
        double[] kernel = Arrays.copyOf(inputKernel.data, samples * samples);
        requireCovariance(kernel, samples);
        Model model = new Model(StandardActivation.LINEAR, 1, 1);
        return new LearningProblem(kernel, targets.clone(), model, 0.1, 0);
    }

    private static void requireCovariance(double[] kernel, int samples) {
        for (int mu = 0; mu < samples; mu++) {
            for (int nu = 0; nu < samples; nu++) {
                double entry = Require.finite("inputKernel", kernel[mu * samples + nu]);
                Require.that(
                        Math.abs(entry - kernel[nu * samples + mu]) <= ROUNDING * Math.abs(entry),
                        "inputKernel",
                        "be symmetric",
                        entry + " beside " + kernel[nu * samples + mu]);
                kernel[nu * samples + mu] = entry;
            }
            Require.that(
                    kernel[mu * samples + mu] > 0,
                    "inputKernel",
                    "have a positive diagonal",
                    kernel[mu * samples + mu]);
        }
        double[] values = eigen(kernel, samples).values();
        Require.that(
                values[0] >= -ROUNDING * samples * values[samples - 1],
                "inputKernel",
                "be positive semidefinite",
                "smallest eigenvalue " + values[0]);
    }

    private static SymmetricEigen eigen(double[] kernel, int samples) {
        return LinearAlgebras.ejml().symmetricEigen(DMatrixRMaj.wrap(samples, samples, kernel.clone()));
    }

    private LearningProblem with(Model changed) {
        return new LearningProblem(inputKernel, targets, changed, learningRate, steps);
    }

    /** With this richness γ₀ &gt; 0. */
    public LearningProblem withGamma0(double gamma0) {
        return with(new Model(model.activation, model.hiddenLayers, Require.positive("gamma0", gamma0)));
    }

    /** With this φ in every hidden layer. */
    public LearningProblem withActivation(Activation activation) {
        return with(new Model(Require.present("activation", activation), model.hiddenLayers, model.gamma0));
    }

    /** With L hidden layers. */
    public LearningProblem withHiddenLayers(int hiddenLayers) {
        return with(new Model(model.activation, Require.atLeast("hiddenLayers", hiddenLayers, 1), model.gamma0));
    }

    /** With this η &gt; 0. */
    public LearningProblem withLearningRate(double learningRate) {
        Require.positive("learningRate", learningRate);
        return new LearningProblem(inputKernel, targets, model, learningRate, steps);
    }

    /** With so many updates; a solution has steps + 1 times. */
    public LearningProblem withSteps(int steps) {
        return new LearningProblem(inputKernel, targets, model, learningRate, Require.atLeast("steps", steps, 0));
    }

    /** With these targets. */
    public LearningProblem withTargets(double... targets) {
        return of(inputKernel(), targets)
                .with(model)
                .withLearningRate(learningRate)
                .withSteps(steps);
    }

    /** P. */
    public int samples() {
        return targets.length;
    }

    /** K_μν. */
    public double inputKernel(int mu, int nu) {
        return inputKernel[mu * targets.length + nu];
    }

    /** K, P × P. Fresh. */
    public DMatrixRMaj inputKernel() {
        return DMatrixRMaj.wrap(samples(), samples(), inputKernel.clone());
    }

    /** y_μ. */
    public double target(int mu) {
        return targets[mu];
    }

    /** y. Fresh. */
    public double[] targets() {
        return targets.clone();
    }

    /** φ. */
    public Activation activation() {
        return model.activation;
    }

    /** L. */
    public int hiddenLayers() {
        return model.hiddenLayers;
    }

    /** γ₀. */
    public double gamma0() {
        return model.gamma0;
    }

    /** η. */
    public double learningRate() {
        return learningRate;
    }

    /** Number of updates. */
    public int steps() {
        return steps;
    }

    /** k = γ₀ η/P, what multiplies every update of a field. */
    public double updateScale() {
        return model.gamma0 * learningRate / samples();
    }

    /** A training set with this K: P inputs (rows) of P coordinates, X Xᵀ = P K, X symmetric. */
    public DMatrixRMaj inputs() {
        int samples = samples();
        SymmetricEigen eigen = eigen(inputKernel, samples);
        DMatrixRMaj inputs = new DMatrixRMaj(samples, samples);
        for (int mu = 0; mu < samples; mu++) {
            for (int a = 0; a < samples; a++) {
                double sum = 0;
                for (int i = 0; i < samples; i++) {
                    double root = Math.sqrt(samples * Math.max(0, eigen.values()[i]));
                    sum += root * eigen.vectors().get(mu, i) * eigen.vectors().get(a, i);
                }
                inputs.set(mu, a, sum);
            }
        }
        return inputs;
    }

    @Override
    public String toString() {
        return "learning problem: " + samples() + " samples, " + hiddenLayers() + " hidden layers of "
                + activation().label() + ", gamma0 " + gamma0() + ", " + steps + " steps of " + learningRate;
    }
}

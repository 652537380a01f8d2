package meanfield.dmft.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import meanfield.core.Convergence;
import meanfield.core.Require;
import meanfield.core.activation.StandardActivation;
import meanfield.core.twotime.TwoTimeFunction;
import meanfield.dmft.feature.LearningProblem;
import meanfield.dmft.feature.LearningTrajectory;

/**
 * Gradient descent of infinitely wide deep linear networks: the dynamical mean-field theory, closed and without sampling.
 *
 * <pre>
 *   C^l_μ(t,s)  = A^{l-1}_μ(t,s) + k Σ_ν H^{l-1}_μν(t,s) Δ_ν(s)                                                 (1)
 *   D^l_ν(t,s)  = B^l_ν(t,s) + k G^{l+1}(t,s) Δ_ν(s)                       s &lt; t                                (2)
 *   h = u + C g,   g = r + D h,   u ~ GP(0, H^{l-1}),   r ~ GP(0, G^{l+1})                                     (3)
 *   H^l = ⟨h h⟩,   G^l = ⟨g g⟩,   A^l = ∂h/∂r,   B^{l-1} = ∂g/∂u                                               (4)
 *   f_μ(t) = (1/γ₀) [ Σ_s A^L_μ(t,s) + k Σ_{s &lt; t,ν} H^L_μν(t,s) Δ_ν(s) ]                                       (5)
 * </pre>
 *
 * Symbols of {@link LearningProblem}; l = 1 … L, H⁰ = K, A⁰ = 0, G^{L+1} = 1, B^L = 0; g does not depend on the sample.
 *
 * <p>Everything at time t follows from earlier times: (1) and (2) are strictly causal, so (3) is solved row by row and
 * nothing is iterated. (The fixed point of the matrix equations is the same; iterating it from Δ = y at all times
 * diverges.) The equations are exact for finite η.
 *
 * <p>Edge cases: a loss that leaves every bound ends the solution, verdict diverged. Accuracy and cost: rounding;
 * 2 L (TP)³ multiplications and 24 L (TP)² bytes, a few milliseconds for 80 steps of one sample. Source: [Bordelon2022].
 */
public final class DeepLinearDynamics {
    private final LearningProblem problem;
    private final int samples;
    private final int depth;
    private final LinearLayer[] layers;
    private final double[][] inputs;
    private final double[][] ones;
    private final double[] errors;
    private final LearningTrajectory trajectory;

    private DeepLinearDynamics(LearningProblem problem) {
        this.problem = problem;
        this.samples = problem.samples();
        this.depth = problem.hiddenLayers();
        int times = problem.steps() + 1;
        this.layers = new LinearLayer[depth];
        Arrays.setAll(layers, l -> new LinearLayer(samples, times));
        this.inputs = new double[times * samples][];
        this.ones = new double[times][];
        this.errors = new double[times * samples];
        this.trajectory = run();
    }

    /** The solution of this problem, whose activation must be linear. */
    public static DeepLinearDynamics of(LearningProblem problem) {
        Require.present("problem", problem);
        Require.that(
                problem.activation() == StandardActivation.LINEAR,
                "activation",
                "be linear for the closed equations",
                problem.activation().label());
        Require.that(
                (double) (problem.steps() + 1) * problem.samples() <= 20_000,
                "(steps + 1) x samples",
                "be at most 20000",
                (problem.steps() + 1.0) * problem.samples());
        return new DeepLinearDynamics(problem);
    }

    private LearningTrajectory run() {
        LearningTrajectory.Recorder recorder = LearningTrajectory.recorder(problem);
        for (int t = 0; t <= problem.steps(); t++) {
            appendInputs(t);
            for (int l = 1; l <= depth; l++) {
                layers[l - 1].feature(t, featureCoupling(l, t), featureKernel(l - 1), gradientKernel(l + 1));
            }
            for (int l = depth; l >= 1; l--) {
                layers[l - 1].gradient(t, gradientCoupling(l, t), featureKernel(l - 1), gradientKernel(l + 1));
            }
            double[] outputs = outputs(t);
            if (!recorder.add(outputs, ntk(t), lastFeatures(t))) {
                break;
            }
            for (int mu = 0; mu < samples; mu++) {
                errors[t * samples + mu] = problem.target(mu) - outputs[mu];
            }
        }
        return recorder.finish(Convergence.converged(problem.steps(), 0, Double.NaN));
    }

    /** H⁰ = K and G^{L+1} = 1 at all times. */
    private void appendInputs(int t) {
        ones[t] = new double[t + 1];
        Arrays.fill(ones[t], 1);
        for (int mu = 0; mu < samples; mu++) {
            double[] row = new double[(t + 1) * samples];
            for (int m = 0; m < row.length; m++) {
                row[m] = problem.inputKernel(mu, m % samples);
            }
            inputs[t * samples + mu] = row;
        }
    }

    /** C^l of (1) at time t, one row a sample. */
    private double[][] featureCoupling(int l, int t) {
        double[][] below = featureKernel(l - 1);
        double[][] coupling = new double[samples][t];
        for (int mu = 0; mu < samples; mu++) {
            int n = t * samples + mu;
            for (int s = 0; s < t; s++) {
                double sum = 0;
                for (int m = s * samples; m < (s + 1) * samples; m++) {
                    sum += below[n][m] * errors[m];
                }
                double response = l == 1 ? 0 : layers[l - 2].featureResponse(n)[s];
                coupling[mu][s] = response + problem.updateScale() * sum;
            }
        }
        return coupling;
    }

    /** D^l of (2) at time t. */
    private double[] gradientCoupling(int l, int t) {
        double[] above = gradientKernel(l + 1)[t];
        double[] coupling = new double[t * samples];
        for (int m = 0; m < coupling.length; m++) {
            double response = l == depth ? 0 : layers[l].gradientResponse(t)[m];
            coupling[m] = response + problem.updateScale() * above[m / samples] * errors[m];
        }
        return coupling;
    }

    /** (5). */
    private double[] outputs(int t) {
        double[] outputs = new double[samples];
        for (int mu = 0; mu < samples; mu++) {
            int n = t * samples + mu;
            double sum = 0;
            for (double response : layers[depth - 1].featureResponse(n)) {
                sum += response;
            }
            double learned = RowKernels.dot(featureKernel(depth)[n], errors, t * samples);
            outputs[mu] = (sum + problem.updateScale() * learned) / problem.gamma0();
        }
        return outputs;
    }

    /** K(t) = Σ_{l=0}^{L} G^{l+1}(t,t) H^l(t,t). */
    private double[] ntk(int t) {
        double[] ntk = new double[samples * samples];
        for (int l = 0; l <= depth; l++) {
            double gradient = gradientKernel(l + 1)[t][t];
            for (int mu = 0; mu < samples; mu++) {
                for (int nu = 0; nu < samples; nu++) {
                    ntk[mu * samples + nu] += gradient * featureKernel(l)[t * samples + mu][t * samples + nu];
                }
            }
        }
        return ntk;
    }

    private double[] lastFeatures(int t) {
        double[] features = new double[samples * samples];
        for (int mu = 0; mu < samples; mu++) {
            System.arraycopy(featureKernel(depth)[t * samples + mu], t * samples, features, mu * samples, samples);
        }
        return features;
    }

    private double[][] featureKernel(int l) {
        return l == 0 ? inputs : layers[l - 1].featureKernel();
    }

    private double[][] gradientKernel(int l) {
        return l == depth + 1 ? ones : layers[l - 1].gradientKernel();
    }

    /** Outputs, loss and kernels, step by step, with the verdict. */
    public LearningTrajectory trajectory() {
        return trajectory;
    }

    /** H^l for l = 0 … L, at the steps of the trajectory. Fresh. */
    public TwoTimeFunction featureKernelOf(int l) {
        Require.that(l >= 0 && l <= depth, "l", "be in [0, " + depth + "]", l);
        return function(TwoTimeFunction.symmetric(samples), t -> {
            List<double[]> rows = new ArrayList<>();
            for (int mu = 0; mu < samples; mu++) {
                rows.add(featureKernel(l)[t * samples + mu]);
            }
            return rows;
        });
    }

    /** G^l for l = 1 … L + 1; one sample, because g is the same for all. Fresh. */
    public TwoTimeFunction gradientKernelOf(int l) {
        Require.that(l >= 1 && l <= depth + 1, "l", "be in [1, " + (depth + 1) + "]", l);
        return function(TwoTimeFunction.symmetric(1), t -> List.of(gradientKernel(l)[t]));
    }

    /** A^l_μ(t, s) for l = 1 … L and s &lt; t: how the features answer to r. */
    public double featureResponse(int l, int mu, int t, int s) {
        return s < t ? layers[l - 1].featureResponse(t * samples + mu)[s] : 0;
    }

    /** B^l_ν(t, s) for l = 0 … L - 1 and s &lt; t: how the gradients of layer l + 1 answer to u. */
    public double gradientResponse(int l, int t, int s, int nu) {
        return s < t ? layers[l].gradientResponse(t)[s * samples + nu] : 0;
    }

    private interface RowsAt {
        List<double[]> at(int time);
    }

    private TwoTimeFunction function(TwoTimeFunction empty, RowsAt source) {
        for (int t = 0; t <= trajectory.last(); t++) {
            int length = (t + 1) * empty.samples();
            double[] rows = new double[empty.samples() * length];
            int to = 0;
            for (double[] row : source.at(t)) {
                System.arraycopy(row, 0, rows, to, length);
                to += length;
            }
            empty.append(rows);
        }
        return empty;
    }

    @Override
    public String toString() {
        return "deep linear dynamics: " + trajectory;
    }
}

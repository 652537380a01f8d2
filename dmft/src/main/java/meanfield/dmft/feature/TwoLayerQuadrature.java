package meanfield.dmft.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import meanfield.core.Convergence;
import meanfield.core.Convergence.Status;
import meanfield.core.Require;
import meanfield.core.parallel.Workers;
import meanfield.core.twotime.GrowingCholesky;

/**
 * Feature learning of infinitely wide two-layer networks on few samples, by quadrature over the neurons.
 *
 * <pre>
 *   h(0) ~ N(0, K) in R^P,  z(0) ~ N(0, 1);   then every neuron moves by itself in the common error              (1)
 *   h_ν ← h_ν + k Σ_μ K_νμ Δ_μ z φ′(h_μ),   z ← z + k Σ_μ Δ_μ φ(h_μ)                                              (2)
 *   f_μ = ⟨z φ(h_μ)⟩/γ₀,   NTK_μν = ⟨φ_μφ_ν⟩ + K_μν ⟨z²φ′_μφ′_ν⟩                                                  (3)
 * </pre>
 *
 * With one hidden layer there are no responses: neurons are independent given Δ, and (3) is an average over a Gaussian
 * in rank(K) + 1 dimensions, done by a product rule. The trapezoid rule converges geometrically for smooth φ and stays good
 * when training makes the trajectories step-like in (h(0), z(0)); Gauss-Hermite is better for weak feature learning and
 * much worse for strong. An odd φ halves the work by (h, z) → -(h, z).
 *
 * <p>{@link #solve} refines the trapezoid rule by a factor of {@value #RATIO}. With d₁, d₂ the last two changes of outputs
 * and kernels (relative to the larger of 1 and their size) the error is estimated as d₂²/(d₁ - d₂), right for a rule
 * whose error falls by a constant factor and too large for smooth φ, where it falls faster and faster. Kinks (ReLU) leave
 * second order. A rule beyond the limit of nodes is not started: the verdict is then the iteration limit.
 *
 * <p>Cost: nodes × steps × 2P activations; memory 8(3P + 2) bytes a node. Source: [Bordelon2022].
 *
 * @param tolerance accepted error estimate
 * @param nodeLimit nodes of the product rule at most
 */
public record TwoLayerQuadrature(double tolerance, int nodeLimit) {
    private static final double RATIO = 1.5;
    private static final int FIRST_NODES = 24;
    private static final int BLOCK = 2048;
    private static final double LARGEST = 1e8;

    /** Checked. */
    public TwoLayerQuadrature {
        Require.positive("tolerance", tolerance);
        Require.atLeast("nodeLimit", nodeLimit, 1);
    }

    /** Error 1e-8, at most 1.5 million nodes. */
    public static TwoLayerQuadrature withDefaults() {
        return new TwoLayerQuadrature(1e-8, 1_500_000);
    }

    /** With this tolerance. */
    public TwoLayerQuadrature withTolerance(double tolerance) {
        return new TwoLayerQuadrature(tolerance, nodeLimit);
    }

    /** With at most this many nodes. */
    public TwoLayerQuadrature withNodeLimit(int nodeLimit) {
        return new TwoLayerQuadrature(tolerance, nodeLimit);
    }

    /** The trapezoid rule, refined until it agrees with itself. */
    public LearningTrajectory solve(LearningProblem problem, Workers workers) {
        requireTwoLayers(problem);
        LearningTrajectory before = null;
        double change = Double.NaN;
        double error = Double.NaN;
        int refinements = 0;
        for (double size = FIRST_NODES; ; size *= RATIO) {
            NodeRule rule = NodeRule.trapezoid(2 * (int) Math.round(0.5 * size));
            if (before != null && count(problem, rule) > nodeLimit) {
                String detail = "quadrature needs more than " + nodeLimit + " nodes, error about " + error;
                return before.withConvergence(Convergence.failed(Status.ITERATION_LIMIT, refinements, change, detail));
            }
            LearningTrajectory now = solve(problem, rule, workers);
            refinements++;
            if (!now.convergence().isConverged()) {
                return now;
            }
            double last = change;
            change = before == null ? Double.NaN : difference(before, now);
            error = change < last ? change * change / (last - change) : change;
            if (error <= tolerance) {
                return now.withConvergence(Convergence.converged(refinements, change, error));
            }
            before = now;
        }
    }

    /** A fixed trapezoid rule on [-7.5, 7.5] in every dimension; nothing is estimated. */
    public static LearningTrajectory trapezoid(LearningProblem problem, int nodes, Workers workers) {
        requireTwoLayers(problem);
        return solve(problem, NodeRule.trapezoid(nodes), workers);
    }

    /** A fixed Gauss-Hermite rule in every dimension; nothing is estimated. */
    public static LearningTrajectory gaussHermite(LearningProblem problem, int nodes, Workers workers) {
        requireTwoLayers(problem);
        return solve(problem, NodeRule.hermite(nodes), workers);
    }

    /**
     * An average over given neurons in place of a product rule: Monte Carlo, for more samples than a rule can take.
     *
     * @param white standard normal numbers, one row for each of the P samples and a last one for z, one column a neuron
     */
    public static LearningTrajectory overNeurons(LearningProblem problem, double[][] white, Workers workers) {
        requireTwoLayers(problem);
        int samples = problem.samples();
        Require.that(white.length == samples + 1, "white", "have " + (samples + 1) + " rows", white.length);
        int count = white[samples].length;
        Require.atLeast("neurons", count, 1);
        GrowingCholesky factor = factor(problem);
        List<NodeBlock> blocks = new ArrayList<>();
        for (int from = 0; from < count; from += BLOCK) {
            int size = Math.min(BLOCK, count - from);
            double[] weights = new double[size];
            Arrays.fill(weights, 1.0 / count);
            double[] h = new double[samples * size];
            for (int mu = 0; mu < samples; mu++) {
                for (int j = 0; j <= mu; j++) {
                    for (int i = 0; i < size; i++) {
                        h[mu * size + i] += factor.at(mu, j) * white[j][from + i];
                    }
                }
            }
            double[] z = Arrays.copyOfRange(white[samples], from, from + size);
            blocks.add(new NodeBlock(problem, weights, h, z));
        }
        return solve(problem, blocks, workers);
    }

    private static void requireTwoLayers(LearningProblem problem) {
        Require.that(problem.hiddenLayers() == 1, "hiddenLayers", "be 1 for quadrature", problem.hiddenLayers());
    }

    private static LearningTrajectory solve(LearningProblem problem, NodeRule rule, Workers workers) {
        return solve(problem, blocks(problem, rule), workers);
    }

    private static LearningTrajectory solve(LearningProblem problem, List<NodeBlock> blocks, Workers workers) {
        LearningTrajectory.Recorder recorder = LearningTrajectory.recorder(problem);
        int samples = problem.samples();
        double[] start = new double[samples];
        for (int step = 0; ; step++) {
            double[] total = new double[samples + 2 * samples * samples];
            blocks.forEach(block -> block.addTo(total));
            if (step == 0) {
                System.arraycopy(total, 0, start, 0, samples);
            }
            double[] outputs = outputs(problem, total, start);
            double[] features = Arrays.copyOfRange(total, samples, samples + samples * samples);
            if (!recorder.add(outputs, ntk(problem, total), features) || step == problem.steps()) {
                return recorder.finish(Convergence.converged(step, 0, Double.NaN));
            }
            double[] error = new double[samples];
            double[] coupling = new double[samples * samples];
            for (int mu = 0; mu < samples; mu++) {
                error[mu] = problem.updateScale() * (problem.target(mu) - outputs[mu]);
                for (int nu = 0; nu < samples; nu++) {
                    coupling[nu * samples + mu] = problem.inputKernel(nu, mu) * error[mu];
                }
            }
            workers.forEach(blocks.size(), b -> blocks.get(b).step(error, coupling));
        }
    }

    /** f of (3), centred; the output at the start is zero up to rounding. */
    private static double[] outputs(LearningProblem problem, double[] total, double[] start) {
        double[] outputs = new double[problem.samples()];
        for (int mu = 0; mu < outputs.length; mu++) {
            outputs[mu] = (total[mu] - start[mu]) / problem.gamma0();
        }
        return outputs;
    }

    private static double[] ntk(LearningProblem problem, double[] total) {
        int samples = problem.samples();
        double[] ntk = new double[samples * samples];
        for (int i = 0; i < ntk.length; i++) {
            double gradients = total[samples + samples * samples + i];
            ntk[i] = total[samples + i] + problem.inputKernel(i / samples, i % samples) * gradients;
        }
        return ntk;
    }

    /** The factor of K; its vanishing pivots are dimensions that no neuron has. */
    private static GrowingCholesky factor(LearningProblem problem) {
        GrowingCholesky factor = GrowingCholesky.empty();
        for (int mu = 0; mu < problem.samples(); mu++) {
            double[] row = new double[mu + 1];
            for (int nu = 0; nu <= mu; nu++) {
                row[nu] = problem.inputKernel(mu, nu);
            }
            factor.append(row);
        }
        return factor;
    }

    /** rank(K) + 1, the dimensions of the product rule. */
    public static int dimensions(LearningProblem problem) {
        return problem.samples() - factor(problem).vanished() + 1;
    }

    /** Nodes of the product rule. */
    private static double count(LearningProblem problem, NodeRule rule) {
        double readout = (isOdd(problem) ? rule.half() : rule).nodes().length;
        return Math.pow(rule.nodes().length, dimensions(problem) - 1) * readout;
    }

    private static List<NodeBlock> blocks(LearningProblem problem, NodeRule rule) {
        GrowingCholesky factor = factor(problem);
        NodeRule readout = isOdd(problem) ? rule.half() : rule;
        int rank = problem.samples() - factor.vanished();
        double count = count(problem, rule);
        Require.that(count <= LARGEST, "nodes", "be at most " + LARGEST + " in " + (rank + 1) + " dimensions", count);
        List<NodeBlock> blocks = new ArrayList<>();
        for (int from = 0; from < (int) count; from += BLOCK) {
            blocks.add(block(problem, factor, rule, readout, from));
        }
        return blocks;
    }

    private static NodeBlock block(
            LearningProblem problem, GrowingCholesky factor, NodeRule rule, NodeRule readout, int from) {
        int samples = problem.samples();
        int rank = samples - factor.vanished();
        long count = Math.round(Math.pow(rule.nodes().length, rank)) * readout.nodes().length;
        int size = (int) Math.min(BLOCK, count - from);
        double[] weights = new double[size];
        double[] h = new double[samples * size];
        double[] z = new double[size];
        double[] white = new double[samples];
        for (int i = 0; i < size; i++) {
            int index = from + i;
            int last = index % readout.nodes().length;
            index /= readout.nodes().length;
            z[i] = readout.nodes()[last];
            weights[i] = readout.weights()[last];
            for (int mu = 0; mu < samples; mu++) {
                if (factor.at(mu, mu) > 0) {
                    int node = index % rule.nodes().length;
                    index /= rule.nodes().length;
                    white[mu] = rule.nodes()[node];
                    weights[i] *= rule.weights()[node];
                }
                for (int j = 0; j <= mu; j++) {
                    h[mu * size + i] += factor.at(mu, j) * white[j];
                }
            }
        }
        return new NodeBlock(problem, weights, h, z);
    }

    /** φ(-x) = -φ(x) to the last bit at places that are not special. */
    private static boolean isOdd(LearningProblem problem) {
        for (int i = 0; i < 64; i++) {
            double x = 0.1234567 * i * (1 + 0.01 * i);
            if (problem.activation().value(-x) != -problem.activation().value(x)) {
                return false;
            }
        }
        return true;
    }

    private static double difference(LearningTrajectory a, LearningTrajectory b) {
        if (a.last() != b.last()) {
            return Double.POSITIVE_INFINITY;
        }
        double largest = 0;
        int samples = a.problem().samples();
        for (int step = 0; step <= a.last(); step++) {
            for (int mu = 0; mu < samples; mu++) {
                largest = Math.max(largest, relative(a.output(step, mu), b.output(step, mu)));
                for (int nu = 0; nu < samples; nu++) {
                    largest = Math.max(largest, relative(a.ntk(step, mu, nu), b.ntk(step, mu, nu)));
                }
            }
        }
        return largest;
    }

    private static double relative(double a, double b) {
        return Math.abs(a - b) / Math.max(1, Math.abs(b));
    }
}

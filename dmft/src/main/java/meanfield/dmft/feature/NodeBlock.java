package meanfield.dmft.feature;

import meanfield.core.activation.Activation;

/**
 * Some nodes of a quadrature over the neurons of a two-layer network, each with its own (h, z), moving together.
 *
 * <p>Arrays are indexed sample by sample, entry μ · size + i of node i.
 */
final class NodeBlock {
    private final LearningProblem problem;
    private final int size;
    private final double[] h;
    private final TwoLayerKernels.Fields fields;
    /** ⟨zφ_μ⟩, then ⟨φ_μφ_ν⟩ and ⟨z²φ′_μφ′_ν⟩ row by row: this block's share. */
    private final double[] sums;

    NodeBlock(LearningProblem problem, double[] weights, double[] h, double[] z) {
        int samples = problem.samples();
        this.problem = problem;
        this.size = weights.length;
        this.h = h;
        this.fields = new TwoLayerKernels.Fields(weights, z, new double[samples * size], new double[samples * size]);
        this.sums = new double[samples + 2 * samples * samples];
        evaluate();
    }

    /** One update with e = k Δ and c_νμ = K_νμ e_μ. */
    void step(double[] error, double[] coupling) {
        TwoLayerKernels.step(error, coupling, size, fields, h);
        evaluate();
    }

    private void evaluate() {
        Activation activation = problem.activation();
        for (int i = 0; i < h.length; i++) {
            fields.phi()[i] = activation.value(h[i]);
            fields.slope()[i] = activation.derivative(h[i]);
        }
        TwoLayerKernels.average(problem.samples(), size, fields, sums);
    }

    void addTo(double[] total) {
        for (int i = 0; i < total.length; i++) {
            total[i] += sums[i];
        }
    }
}

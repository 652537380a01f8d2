package meanfield.dmft.feature;

import java.util.Arrays;

/** Loops over the neurons (nodes) of a two-layer network; arrays hold entry μ · size + i of node i. */
final class TwoLayerKernels {
    private TwoLayerKernels() {}

    /** The neurons: weights of the nodes, z, φ(h), φ′(h). */
    record Fields(double[] weights, double[] z, double[] phi, double[] slope) {}

    /**
     * h_ν ← h_ν + z Σ_μ c_νμ φ′(h_μ),   z ← z + Σ_μ e_μ φ(h_μ),   with e = k Δ and c_νμ = K_νμ e_μ; the old z moves h.
     */
    static void step(double[] error, double[] coupling, int size, Fields fields, double[] h) {
        int samples = error.length;
        double[] z = fields.z;
        double[] phi = fields.phi;
        double[] slope = fields.slope;
        for (int nu = 0; nu < samples; nu++) {
            for (int mu = 0; mu < samples; mu++) {
                double c = coupling[nu * samples + mu];
                for (int i = 0; i < size; i++) {
                    h[nu * size + i] += c * z[i] * slope[mu * size + i];
                }
            }
        }
        for (int mu = 0; mu < samples; mu++) {
            double e = error[mu];
            for (int i = 0; i < size; i++) {
                z[i] += e * phi[mu * size + i];
            }
        }
    }

    /** sums = (⟨z φ_μ⟩, ⟨φ_μ φ_ν⟩, ⟨z² φ′_μ φ′_ν⟩) with the weights of the nodes. */
    static void average(int samples, int size, Fields fields, double[] sums) {
        double[] w = fields.weights;
        double[] z = fields.z;
        double[] phi = fields.phi;
        double[] slope = fields.slope;
        Arrays.fill(sums, 0);
        for (int mu = 0; mu < samples; mu++) {
            for (int i = 0; i < size; i++) {
                sums[mu] += w[i] * z[i] * phi[mu * size + i];
            }
            for (int nu = 0; nu < samples; nu++) {
                double features = 0;
                double gradients = 0;
                for (int i = 0; i < size; i++) {
                    features += w[i] * phi[mu * size + i] * phi[nu * size + i];
                    gradients += w[i] * z[i] * z[i] * slope[mu * size + i] * slope[nu * size + i];
                }
                sums[samples + mu * samples + nu] = features;
                sums[samples + (samples + mu) * samples + nu] = gradients;
            }
        }
    }
}

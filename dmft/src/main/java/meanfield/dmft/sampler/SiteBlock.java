package meanfield.dmft.sampler;

import java.util.Arrays;
import meanfield.core.activation.Activation;
import meanfield.dmft.feature.LearningProblem;

/**
 * Some sites (representative neurons) of one layer: their whole past, one time further at every call.
 *
 * <pre>
 *   h_n = u_n + Σ_m C_nm g_m,     z_n = r_n + Σ_m D_nm φ(h_m),     g_n = φ′(h_n) z_n                           (1)
 *   ∂φ(h_n)/∂r_j and ∂g_n/∂u_j by one backward pass through (1) for each n                                     (2)
 * </pre>
 *
 * The pass (2) carries λ^h_m = ∂F/∂h_m and λ^z_m = ∂F/∂z_m from F = φ(h_n) or g_n down in time:
 *
 * <pre>
 *   λ^g_m = Σ_{m'} C_m'm λ^h_m',   λ^z_m = φ′_m λ^g_m,   λ^h_m = φ″_m z_m λ^g_m + φ′_m Σ_{m'} D_m'm λ^z_m'       (3)
 * </pre>
 *
 * so that ∂F/∂r_j = λ^z_j and ∂F/∂u_j = λ^h_j: no derivative is stored beyond the pass.
 */
final class SiteBlock {
    private final Activation activation;
    private final Curvature curvature;
    private final int samples;
    private final int sites;
    /** ζ_n of u and of r. */
    private final double[] featureNoise;

    private final double[] gradientNoise;
    private final double[] phi;
    private final double[] slope;
    /** φ″(h), then φ″(h) z. */
    private final double[] curve;

    private final double[] z;
    private final double[] g;
    private final double[] fieldAdjoint;
    private final double[] gradientAdjoint;
    private final double[] scratch;
    /** This block's share of rows: P rows of kernel entries, and of response entries. */
    final double[] kernelSums;

    final double[] responseSums;
    /** Σ_i z_n φ_n of the P samples. */
    final double[] outputSums;

    /**
     * @param featureNoise ζ, one entry a site, vector after vector; fewer vectors than times where u stands still
     * @param gradientNoise ζ′ likewise
     * @param sites number of these sites
     */
    SiteBlock(LearningProblem problem, Curvature curvature, double[] featureNoise, double[] gradientNoise, int sites) {
        this.activation = problem.activation();
        this.curvature = curvature;
        this.samples = problem.samples();
        this.sites = sites;
        this.featureNoise = featureNoise;
        this.gradientNoise = gradientNoise;
        int size = (problem.steps() + 1) * samples;
        phi = new double[size * sites];
        slope = new double[size * sites];
        curve = new double[size * sites];
        z = new double[size * sites];
        g = new double[size * sites];
        fieldAdjoint = new double[size * sites];
        gradientAdjoint = new double[size * sites];
        scratch = new double[sites];
        kernelSums = new double[samples * size];
        responseSums = new double[samples * size];
        outputSums = new double[samples];
    }

    /** h(t), φ, φ′, φ″ and this block's share of Φ(t, ·); with responses, of A(t, ·). */
    void feature(Couplings c, int t, boolean responds) {
        int noises = featureNoise.length / sites;
        Arrays.fill(kernelSums, 0);
        Arrays.fill(responseSums, 0);
        for (int mu = 0; mu < samples; mu++) {
            int n = t * samples + mu;
            Arrays.fill(scratch, 0);
            SiteKernels.addCombination(c.featureFactor, n * c.size, 0, Math.min(n + 1, noises), featureNoise, scratch);
            SiteKernels.addCombination(c.feature, n * c.size, 0, t * samples, g, scratch);
            for (int i = 0; i < sites; i++) {
                phi[n * sites + i] = activation.value(scratch[i]);
                slope[n * sites + i] = activation.derivative(scratch[i]);
                curve[n * sites + i] = curvature.at(scratch[i], c.deviations[n]);
            }
        }
        for (int mu = 0; mu < samples; mu++) {
            int n = t * samples + mu;
            addRow(phi, n, (t + 1) * samples, kernelSums, mu * c.size);
            if (responds) {
                featureResponse(c, t, n, mu * c.size);
            }
        }
    }

    /** z(t), g and this block's share of G(t, ·) and of the outputs; with responses, of B(t, ·) of the layer below. */
    void gradient(Couplings c, int t, boolean responds) {
        int noises = gradientNoise.length / sites;
        int end = (t + 1) * samples;
        Arrays.fill(kernelSums, 0);
        Arrays.fill(responseSums, 0);
        for (int mu = 0; mu < samples; mu++) {
            int n = t * samples + mu;
            Arrays.fill(scratch, 0);
            SiteKernels.addCombination(
                    c.gradientFactor, n * c.size, 0, Math.min(n + 1, noises), gradientNoise, scratch);
            SiteKernels.addCombination(c.gradient, n * c.size, 0, end, phi, scratch);
            System.arraycopy(scratch, 0, z, n * sites, sites);
            SiteKernels.multiply(slope, z, n, sites, g);
            SiteKernels.multiply(curve, z, n, sites, curve);
            outputSums[mu] = SiteKernels.product(z, n, phi, n, sites);
        }
        for (int mu = 0; mu < samples; mu++) {
            int n = t * samples + mu;
            addRow(g, n, end, kernelSums, mu * c.size);
            if (responds) {
                gradientResponse(c, t, n, mu * c.size);
            }
        }
    }

    private void addRow(double[] v, int n, int count, double[] sums, int offset) {
        for (int m = 0; m < count; m++) {
            sums[offset + m] = SiteKernels.product(v, n, v, m, sites);
        }
    }

    /** Σ_i ∂φ(h_n)/∂r_j for j before time t. */
    private void featureResponse(Couplings c, int t, int n, int offset) {
        for (int m = t * samples; m < (t + 1) * samples; m++) {
            SiteKernels.clear(fieldAdjoint, m, sites);
            SiteKernels.clear(gradientAdjoint, m, sites);
        }
        System.arraycopy(slope, n * sites, fieldAdjoint, n * sites, sites);
        backward(c, t);
        for (int j = 0; j < t * samples; j++) {
            responseSums[offset + j] = SiteKernels.sum(gradientAdjoint, j, sites);
        }
    }

    /** Σ_i ∂g_n/∂u_j for j up to time t: z_n reads φ(h) of its own time too. */
    private void gradientResponse(Couplings c, int t, int n, int offset) {
        int end = (t + 1) * samples;
        for (int m = t * samples; m < end; m++) {
            SiteKernels.clear(gradientAdjoint, m, sites);
        }
        System.arraycopy(slope, n * sites, gradientAdjoint, n * sites, sites);
        for (int m = t * samples; m < end; m++) {
            Arrays.fill(scratch, 0);
            SiteKernels.addCombination(c.gradientTransposed, m * c.size, n, n + 1, gradientAdjoint, scratch);
            System.arraycopy(scratch, 0, fieldAdjoint, m * sites, sites);
            SiteKernels.multiply(fieldAdjoint, slope, m, sites, fieldAdjoint);
        }
        for (int i = n * sites; i < (n + 1) * sites; i++) {
            fieldAdjoint[i] += curve[i];
        }
        backward(c, t);
        for (int j = 0; j < end; j++) {
            responseSums[offset + j] = SiteKernels.sum(fieldAdjoint, j, sites);
        }
    }

    /** Equations (3) for all times before t, given λ at time t. */
    private void backward(Couplings c, int t) {
        int end = (t + 1) * samples;
        for (int s = t - 1; s >= 0; s--) {
            int next = (s + 1) * samples;
            for (int m = s * samples; m < next; m++) {
                Arrays.fill(scratch, 0);
                SiteKernels.addCombination(c.featureTransposed, m * c.size, next, end, fieldAdjoint, scratch);
                for (int i = 0; i < sites; i++) {
                    gradientAdjoint[m * sites + i] = slope[m * sites + i] * scratch[i];
                    fieldAdjoint[m * sites + i] = curve[m * sites + i] * scratch[i];
                }
            }
            for (int m = s * samples; m < next; m++) {
                Arrays.fill(scratch, 0);
                SiteKernels.addCombination(
                        c.gradientTransposed, m * c.size, s * samples, end, gradientAdjoint, scratch);
                for (int i = 0; i < sites; i++) {
                    fieldAdjoint[m * sites + i] += slope[m * sites + i] * scratch[i];
                }
            }
        }
    }
}

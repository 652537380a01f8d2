package meanfield.core.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import meanfield.core.Require;
import meanfield.core.pairs.PairInputs;
import meanfield.core.pairs.PairProblem;
import meanfield.core.pairs.PairStep;
import org.ejml.data.DMatrixRMaj;

/**
 * Kernels of deep networks of ReLU without biases, σ_w² = 2, as a problem that needs no network: what backends are timed with.
 *
 * <pre>
 *   κ_{l+1} = (sin θ_l + (π - θ_l) cos θ_l)/π,   τ_{l+1} = κ_{l+1} + τ_l (1 - θ_l/π),   cos θ_l = κ_l      (1)
 * </pre>
 *
 * in units of |x_i||x_j|/D and with τ_0 = κ_0. Source: [Cho2009].
 */
public final class DeepRelu {
    private final int depth;

    /** With this many hidden layers. */
    public DeepRelu(int depth) {
        this.depth = Require.atLeast("depth", depth, 1);
    }

    /** One layer after the other. */
    public PairProblem layers(DMatrixRMaj x) {
        List<PairStep> steps = new ArrayList<>();
        steps.add(new PairStep.AddCorrelation());
        steps.addAll(PairPrograms.deep(depth, 0));
        return problem(x, steps);
    }

    /** All layers as two polynomials in the angle; the tails of 40 + depth terms are below rounding. */
    public PairProblem oneStep(DMatrixRMaj x) {
        int size = 40 + depth;
        double[] nngp = new double[size];
        double[] ntk = new double[size];
        int nodes = 4 * size;
        for (int j = 0; j < nodes; j++) {
            double phase = Math.PI * (j + 0.5) / nodes;
            double[] kernels = at(0.5 * Math.PI * (Math.cos(phase) + 1));
            for (int k = 0; k < size; k++) {
                double weight = (k == 0 ? 1.0 : 2.0) / nodes * Math.cos(k * phase);
                nngp[k] += weight * kernels[0];
                ntk[k] += weight * kernels[1];
            }
        }
        return problem(x, List.of(new PairStep.Zonal(shortened(nngp), shortened(ntk), 1)));
    }

    /** κ and τ at an angle. */
    private double[] at(double angle) {
        double theta = angle;
        double kernel = Math.cos(theta);
        double tangent = kernel;
        for (int l = 0; l < depth; l++) {
            double rest = (Math.PI - theta) / Math.PI;
            kernel = Math.sin(theta) / Math.PI + rest * Math.cos(theta);
            tangent = kernel + rest * tangent;
            theta = Math.acos(Math.min(1, kernel));
        }
        return new double[] {kernel, tangent};
    }

    private static double[] shortened(double[] coefficients) {
        int size = coefficients.length;
        while (size > 1 && Math.abs(coefficients[size - 1]) < 1e-15) {
            size--;
        }
        return Arrays.copyOf(coefficients, size);
    }

    private static PairProblem problem(DMatrixRMaj x, List<PairStep> steps) {
        double[] norms = CheckInputs.rowNorms(x);
        double[] inverse = new double[norms.length];
        double[] deviation = new double[norms.length];
        for (int i = 0; i < norms.length; i++) {
            inverse[i] = norms[i] == 0 ? 0 : 1 / norms[i];
            deviation[i] = norms[i] / Math.sqrt(x.numCols);
        }
        PairInputs inputs = new PairInputs(x, inverse, deviation, deviation);
        return new PairProblem(inputs, inputs, steps);
    }
}

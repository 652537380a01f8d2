package meanfield.grokking.training;

import meanfield.core.Require;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.random.RandomStream;
import meanfield.core.special.StandardNormal;
import org.ejml.data.DMatrixRMaj;

/**
 * A linear student of a linear teacher: training and test losses from the Marchenko-Pastur law.
 *
 * <pre>
 *   f = w·x/√D,  x ~ N(0, I),   w(0) - w* ~ N(0, v I),   w ← w - η Σ̂ (w - w*),   Σ̂ = XᵀX/P                       (1)
 *   test(t) = v ∫ (1 - η λ)^{2t} ρ(λ) dλ,   train(t) = v ∫ λ (1 - η λ)^{2t} ρ(λ) dλ                               (2)
 *   ρ(λ) = √((λ₊ - λ)(λ - λ₋))/(2π r λ) + (1 - 1/r)₊ δ(λ),   λ± = (1 ± √r)²,   r = D/P                            (3)
 *   accuracy(L) = P(residual² &lt; θ) = erf(√(θ/2L)),   residual ~ N(0, L)                                          (4)
 * </pre>
 *
 * Mean squares without a factor ½; (2) is exact for discrete steps and e^{-2ηλt} for small η. Small eigenvalues weigh less in the
 * training loss: it falls first although nothing is understood later, so that thresholded accuracy shows a delay that is in
 * the threshold. With r &gt; 1 the test loss stays at v (1 - 1/r). D, P → ∞ in (2) and (4). Accuracy: the integral is a midpoint
 * rule in the angle, converging geometrically: 1e-10. Source: [Levi2024].
 *
 * @param ratio r = D/P &gt; 0
 * @param startVariance v &gt; 0: 1 + s² for a student of scale s and a teacher of scale 1
 * @param learningRate η &gt; 0
 */
public record LinearStudent(double ratio, double startVariance, double learningRate) {
    private static final int NODES = 300;

    /** Checks every value. */
    public LinearStudent {
        Require.positive("ratio", ratio);
        Require.positive("startVariance", startVariance);
        Require.positive("learningRate", learningRate);
    }

    /** Steps up to this learning rate shrink every mode: 2/λ₊. */
    public double largestStableRate() {
        double edge = 1 + Math.sqrt(ratio);
        return 2 / (edge * edge);
    }

    /** Training loss (2) after t steps. */
    public double trainLoss(double steps) {
        return startVariance * integral(steps, true);
    }

    /** Test loss (2) after t steps. */
    public double testLoss(double steps) {
        return startVariance * (integral(steps, false) + Math.max(0, 1 - 1 / ratio));
    }

    /** (4). */
    public static double accuracy(double loss, double threshold) {
        return loss == 0 ? 1 : StandardNormal.within(Math.sqrt(threshold / loss));
    }

    /** λ = 1 + r + 2√r cos φ: ∫ f ρ = (2/π) ∫_0^π sin²φ f(λ)/λ dφ over the continuous part. */
    private double integral(double steps, boolean weighted) {
        double sum = 0;
        // the slowest mode's decay is 1/√t wide in the angle
        int nodes = NODES + (int) (30 * Math.sqrt(steps));
        for (int k = 0; k < nodes; k++) {
            double angle = Math.PI * (k + 0.5) / nodes;
            double lambda = 1 + ratio + 2 * Math.sqrt(ratio) * Math.cos(angle);
            double sine = Math.sin(angle);
            double decay = Math.pow(Math.abs(1 - learningRate * lambda), 2 * steps);
            sum += sine * sine * decay / (weighted ? 1 : lambda);
        }
        return 2 * sum / nodes;
    }

    /** Losses of one draw in D dimensions: row t holds training and test loss after t steps, t = 0 … steps. */
    public double[][] simulate(int dimension, int steps, RandomStream random, LinearAlgebra algebra) {
        int examples = (int) Math.round(dimension / ratio);
        Require.atLeast("dimension / ratio", examples, 1);
        DMatrixRMaj inputs = new DMatrixRMaj(examples, dimension);
        random.child("inputs").fillGaussian(inputs.data);
        DMatrixRMaj covariance = algebra.multiplyTransA(inputs, inputs);
        double[] error = new double[dimension];
        random.child("error").fillGaussian(error);
        double[][] losses = new double[steps + 1][2];
        double[] moved = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            error[i] *= Math.sqrt(startVariance);
        }
        for (int t = 0; t <= steps; t++) {
            double test = 0;
            double train = 0;
            for (int i = 0; i < dimension; i++) {
                double sum = 0;
                for (int j = 0; j < dimension; j++) {
                    sum += covariance.data[i * dimension + j] * error[j];
                }
                moved[i] = sum / examples;
                test += error[i] * error[i];
                train += error[i] * moved[i];
            }
            losses[t][0] = train / dimension;
            losses[t][1] = test / dimension;
            for (int i = 0; i < dimension; i++) {
                error[i] -= learningRate * moved[i];
            }
        }
        return losses;
    }
}

package meanfield.grokking.hierarchical;

import meanfield.core.Require;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.random.PortableRandom;
import org.ejml.data.DMatrixRMaj;

/**
 * Layerwise learning of a hierarchical polynomial: a feature first, a function of it second.
 *
 * <pre>
 *   f(x) = Σ_i c_i max(0, a_i w_i·φ(x) - b_i) + c₀,   a_i = ±1 in turn, φ fixed features of degree two              (1)
 *   stage 1, on w:  ½ mean (w·φ - (h - h̄))² + ½ λ₁ |w|²  →  p̂ = w·φ                                             (2)
 *   stage 2, on c:  w_i = w/sd(p̂), b_i ~ N(0, 1) anew,  ½ mean (f - h)² + ½ λ₂ |c|²,  n fresh samples              (3)
 * </pre>
 *
 * (2) is training of the middle layer, exactly: with readouts a_i/N₁, weights w_i = 0 and equal biases so large that every
 * unit is on, the biases cancel in the sum, all neurons receive a_i times the same gradient, and the network is w·φ with
 * one w for all. In (3) biases are drawn anew, the units fold, and only the readout learns.
 *
 * <p>{@link LayerwiseTraining.Solved}: φ all Hermite polynomials of degree 1 and 2 (the span of infinitely many units), (2) and (3) solved,
 * λ₁ = 0.7 q/n for q features. {@link LayerwiseTraining.Descended}: φ_j = ((v_j·x)² - 1)/√(2N₂), an activation without constant and
 * linear part; plain gradient descent from zero at a step of 1/λ_max of the loss, λ₁ = 0.7/n, which is the same ridge in units of
 * the 2/d² with which φ holds a quadratic form. λ₂ = 10⁻⁴. One step in stage 1 finds K h, where the form |x|² - d is √d/2 times too
 * strong for normal inputs; it takes some d/2 steps until the others have grown. The feature is standardized by its mean and
 * deviation on the samples of stage 2; the papers choose learning rates that make it of order one.
 *
 * <p>Square loss on n ≫ d² samples finds p, because the degree-2 part of h is almost p and higher parts act like noise; what is
 * left is a function of one variable. A kernel has to learn all of degree 4 at once, n ≫ d⁴. Source: [Wang2024], [Nichani2023] for
 * one step.
 */
public final class ThreeLayerLearner {
    private static final double STAGE_ONE = 0.7;
    private static final double STAGE_TWO = 1e-4;

    private final QuadraticFeatures features;
    private final DMatrixRMaj coefficients;
    private final double mean;
    private final double deviation;
    private final double[] biases;
    private final DMatrixRMaj readout;

    private ThreeLayerLearner(
            QuadraticFeatures features,
            DMatrixRMaj coefficients,
            double[] found,
            double[] biases,
            DMatrixRMaj readout) {
        this.features = features;
        this.coefficients = coefficients;
        this.mean = Regression.mean(found);
        this.deviation = Math.sqrt(Regression.variance(found));
        this.biases = biases;
        this.readout = readout;
    }

    /**
     * Both stages.
     *
     * @param target h, asked for the labels
     * @param samples inputs of the two stages
     * @param training how they are carried out
     * @param seed the draw: random features from the stream seed + 40, biases from seed + 50
     */
    public static ThreeLayerLearner train(
            HierarchicalTarget target, Samples samples, LayerwiseTraining training, long seed, LinearAlgebra algebra) {
        double[] labels = target.values(samples.first());
        double[] biases = PortableRandom.gaussians(seed + 50, training.scalarFeatures());
        if (training instanceof LayerwiseTraining.Descended descended) {
            int d = samples.first().numCols;
            QuadraticFeatures layer = QuadraticFeatures.RandomLayer.portable(descended.randomFeatures(), d, seed + 40);
            Regression stage =
                    Regression.of(layer.of(samples.first(), algebra), labels, Regression.mean(labels), algebra);
            double ridge = STAGE_ONE / samples.first().numRows;
            DMatrixRMaj coefficients = stage.descend(ridge, descended.featureSteps());
            double[] found = algebra.multiply(layer.of(samples.second(), algebra), coefficients).data;
            DMatrixRMaj readout =
                    second(target, samples, found, biases, algebra).descend(STAGE_TWO, descended.readoutSteps());
            return new ThreeLayerLearner(layer, coefficients, found, biases, readout);
        }
        QuadraticFeatures hermite = new QuadraticFeatures.Hermite();
        DMatrixRMaj phi = hermite.of(samples.first(), algebra);
        double ridge = STAGE_ONE * phi.numCols / phi.numRows;
        DMatrixRMaj coefficients =
                Regression.of(phi, labels, Regression.mean(labels), algebra).solve(ridge, algebra);
        double[] found = algebra.multiply(hermite.of(samples.second(), algebra), coefficients).data;
        DMatrixRMaj readout = second(target, samples, found, biases, algebra).solve(STAGE_TWO, algebra);
        return new ThreeLayerLearner(hermite, coefficients, found, biases, readout);
    }

    /**
     * Inputs of the two stages.
     *
     * @param first n × d
     * @param second fresh ones
     */
    public record Samples(DMatrixRMaj first, DMatrixRMaj second) {
        /** Checks that there is something to learn from. */
        public Samples {
            Require.atLeast("first", first.numRows, 1);
            Require.atLeast("second", second.numRows, 2);
        }
    }

    /** The regression (3) on what stage 1 found. */
    private static Regression second(
            HierarchicalTarget target, Samples samples, double[] found, double[] biases, LinearAlgebra algebra) {
        double deviation = Math.sqrt(Regression.variance(found));
        DMatrixRMaj scalar = scalarFeatures(found, Regression.mean(found), deviation, biases);
        return Regression.of(scalar, target.values(samples.second()), 0, algebra);
    }

    /** max(0, a_j z - b_j) of every sample and a constant. */
    private static DMatrixRMaj scalarFeatures(double[] found, double mean, double deviation, double[] biases) {
        DMatrixRMaj scalar = new DMatrixRMaj(found.length, biases.length + 1);
        for (int i = 0; i < found.length; i++) {
            double z = (found[i] - mean) / deviation;
            for (int j = 0; j < biases.length; j++) {
                scalar.set(i, j, Math.max(0, (j % 2 == 0 ? z : -z) - biases[j]));
            }
            scalar.set(i, biases.length, 1);
        }
        return scalar;
    }

    /** p̂ of every row. */
    public double[] feature(DMatrixRMaj inputs, LinearAlgebra algebra) {
        return algebra.multiply(features.of(inputs, algebra), coefficients).data;
    }

    /** ĥ of every row. */
    public double[] predict(DMatrixRMaj inputs, LinearAlgebra algebra) {
        DMatrixRMaj scalar = scalarFeatures(feature(inputs, algebra), mean, deviation, biases);
        return algebra.multiply(scalar, readout).data;
    }

    /** Correlation of p̂ with p on test inputs. */
    public double overlap(HierarchicalTarget target, DMatrixRMaj inputs, LinearAlgebra algebra) {
        return Regression.correlation(feature(inputs, algebra), target.inner(inputs));
    }

    /** Mean squared error on test inputs. */
    public double error(HierarchicalTarget target, DMatrixRMaj inputs, LinearAlgebra algebra) {
        return Regression.meanSquaredDifference(predict(inputs, algebra), target.values(inputs));
    }
}

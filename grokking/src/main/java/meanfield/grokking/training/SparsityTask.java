package meanfield.grokking.training;

import java.util.List;
import meanfield.core.Require;
import meanfield.core.activation.StandardActivation;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.network.FiniteNetwork;
import meanfield.core.network.NetworkParameters;
import meanfield.core.network.NetworkShape;
import meanfield.core.network.Parameterization;
import meanfield.core.random.PortableRandom;
import org.ejml.data.DMatrixRMaj;

/**
 * A two-layer ReLU network on random data, and how sparse its activations are.
 *
 * <pre>
 *   a = max(0, W x + b),   f = V a,   W ~ N(0, 2/D),  V ~ N(0, σ_v²),  b = 0                                      (1)
 *   E_V[∂(½|f - y|²)/∂a_i] = C σ_v² a_i ≥ 0                                                                       (2)
 * </pre>
 *
 * (2) is exact at the start for any labels independent of V: gradient descent pushes active units down on average. Inputs are
 * absolute values of normals (positive mean) or normals; labels are random or the largest of C random linear functions.
 * Published streams: inputs from the seed, W, V, random labels, linear labels from seeds + 1 to + 4. The bias is carried as a
 * constant input. Source: [Li2023].
 *
 * @param inputs n × (D + 1), last column 1
 * @param targets one-hot, n × C
 * @param network (1)
 */
public record SparsityTask(DMatrixRMaj inputs, DMatrixRMaj targets, FiniteNetwork network) {
    /** What the inputs are. */
    public enum Inputs {
        /** Absolute values of normals: positive mean. */
        POSITIVE,
        /** Normals. */
        CENTRED
    }

    /** What the labels are. */
    public enum Labels {
        /** Uniform, independent of the inputs. */
        RANDOM,
        /** Largest of C random linear functions. */
        LINEAR
    }

    /**
     * Sizes of the task.
     *
     * @param inputDimension D
     * @param width N
     * @param classes C
     * @param examples n
     */
    public record Sizes(int inputDimension, int width, int classes, int examples) {
        /** Checks every value. */
        public Sizes {
            Require.atLeast("inputDimension", inputDimension, 1);
            Require.atLeast("width", width, 1);
            Require.atLeast("classes", classes, 2);
            Require.atLeast("examples", examples, 1);
        }
    }

    /** The published draw. */
    public static SparsityTask portable(
            Sizes sizes, Inputs kind, Labels labels, double readoutDeviation, long seed, LinearAlgebra algebra) {
        Require.positive("readoutDeviation", readoutDeviation);
        int d = sizes.inputDimension();
        int n = sizes.examples();
        double[] drawn = PortableRandom.gaussians(seed, n * d);
        DMatrixRMaj inputs = new DMatrixRMaj(n, d + 1);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < d; j++) {
                double x = drawn[i * d + j];
                inputs.set(i, j, kind == Inputs.POSITIVE ? Math.abs(x) : x);
            }
            inputs.set(i, d, 1);
        }
        DMatrixRMaj targets = new DMatrixRMaj(n, sizes.classes());
        int[] classes = labels == Labels.RANDOM
                ? randomLabels(n, sizes.classes(), seed + 3)
                : linearLabels(inputs, sizes, seed + 4);
        for (int i = 0; i < n; i++) {
            targets.set(i, classes[i], 1);
        }
        return new SparsityTask(inputs, targets, network(sizes, readoutDeviation, seed, algebra));
    }

    private static int[] randomLabels(int count, int classes, long seed) {
        double[] u = PortableRandom.uniforms(seed, count);
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (int) (classes * u[i]);
        }
        return labels;
    }

    private static int[] linearLabels(DMatrixRMaj inputs, Sizes sizes, long seed) {
        double[] directions = PortableRandom.gaussians(seed, sizes.inputDimension() * sizes.classes());
        int[] labels = new int[inputs.numRows];
        for (int i = 0; i < labels.length; i++) {
            double best = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < sizes.classes(); c++) {
                double sum = 0;
                for (int j = 0; j < sizes.inputDimension(); j++) {
                    sum += inputs.get(i, j) * directions[j * sizes.classes() + c];
                }
                if (sum > best) {
                    best = sum;
                    labels[i] = c;
                }
            }
        }
        return labels;
    }

    private static FiniteNetwork network(Sizes sizes, double readoutDeviation, long seed, LinearAlgebra algebra) {
        int d = sizes.inputDimension();
        int width = sizes.width();
        NetworkShape shape = NetworkShape.of(d + 1, List.of(width), sizes.classes(), StandardActivation.RELU)
                .withParameterization(Parameterization.STANDARD);
        NetworkParameters parameters = NetworkParameters.zeros(shape);
        double[] w = PortableRandom.gaussians(seed + 1, width * d);
        double[] v = PortableRandom.gaussians(seed + 2, sizes.classes() * width);
        double scale = Math.sqrt(2.0 / d);
        for (int k = 0; k < width; k++) {
            for (int j = 0; j < d; j++) {
                parameters.weight(0).set(j, k, scale * w[k * d + j]);
            }
            for (int c = 0; c < sizes.classes(); c++) {
                parameters.weight(1).set(k, c, readoutDeviation * v[c * width + k]);
            }
        }
        return FiniteNetwork.of(shape, parameters, algebra);
    }

    /**
     * Activity of a hidden layer.
     *
     * @param activeFraction share of positive preactivations
     * @param deadFraction share of units active for no example
     * @param meanActivation mean of a
     */
    public record Activity(double activeFraction, double deadFraction, double meanActivation) {}

    /** Activity of the hidden layer of a network on the inputs. */
    public Activity activity(FiniteNetwork trained) {
        DMatrixRMaj fields = trained.forward(inputs).preactivations().get(0);
        int active = 0;
        int dead = 0;
        double sum = 0;
        for (int k = 0; k < fields.numCols; k++) {
            boolean alive = false;
            for (int i = 0; i < fields.numRows; i++) {
                double h = fields.get(i, k);
                active += h > 0 ? 1 : 0;
                alive |= h > 0;
                sum += Math.max(0, h);
            }
            dead += alive ? 0 : 1;
        }
        double entries = (double) fields.numRows * fields.numCols;
        return new Activity(active / entries, dead / (double) fields.numCols, sum / entries);
    }

    /** Least-squares slope of ∂(½|f - y|²)/∂a_i against a_i through the origin, at the start; C σ_v² in the mean over V. */
    public double gradientSlope() {
        DMatrixRMaj activations = network.forward(inputs).activations().get(1);
        DMatrixRMaj outputs = network.outputs(inputs);
        DMatrixRMaj readout = network.parameters().weight(1);
        double product = 0;
        double square = 0;
        for (int i = 0; i < activations.numRows; i++) {
            for (int k = 0; k < activations.numCols; k++) {
                double a = activations.get(i, k);
                double gradient = 0;
                for (int c = 0; c < outputs.numCols && a != 0; c++) {
                    gradient += (outputs.get(i, c) - targets.get(i, c)) * readout.get(k, c);
                }
                product += gradient * a;
                square += a * a;
            }
        }
        return product / square;
    }
}

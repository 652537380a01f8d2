package meanfield.grokking.modular;

import java.util.Arrays;
import java.util.List;
import meanfield.core.Require;
import meanfield.core.activation.StandardActivation;
import meanfield.core.data.DataSet;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.network.FiniteNetwork;
import meanfield.core.network.NetworkParameters;
import meanfield.core.network.NetworkShape;
import meanfield.core.random.PortableRandom;
import org.ejml.data.DMatrixRMaj;

/**
 * Addition modulo p as a learning problem: all p² pairs, some of them for training.
 *
 * <pre>
 *   x = (e_a, e_{p+b}) ∈ R^{2p},   y = e_{(a+b) mod p},   f = α/(2pN) W₂ (W₁ x)²,   W ~ N(0, 1)                  (1)
 *   L = (1/Pp) Σ (f - y)²/α²                                                                                      (2)
 * </pre>
 *
 * (1) is a network of {@link meanfield.core.network.Parameterization#MEAN_FIELD} with squares and γ₀ = 1/α, and a step of size
 * lr on (2) is one of 2 lr/N there. The published split and start: pairs (a, b) at a p + b in the order of the seed's
 * uniforms, the first ⌊fraction p²⌋ for training; W₁ (N × 2p) and W₂ (p × N) from normals of seed + 1 and + 2. Source:
 * [Gromov2023].
 */
public final class ModularAddition {
    private final int modulus;
    private final DataSet train;
    /** Null when every pair is a training pair. */
    private final DataSet test;

    private ModularAddition(int modulus, int[] trainPairs, int[] testPairs) {
        this.modulus = modulus;
        this.train = pairs("train", modulus, trainPairs);
        this.test = testPairs.length == 0 ? null : pairs("test", modulus, testPairs);
    }

    /** The published split of a seed; at least one pair is trained on. */
    public static ModularAddition portable(int modulus, double trainFraction, long seed) {
        Require.atLeast("modulus", modulus, 2);
        Require.that(trainFraction > 0 && trainFraction <= 1, "trainFraction", "be in (0, 1]", trainFraction);
        int[] order = PortableRandom.order(seed, modulus * modulus);
        int count = (int) Math.floor(trainFraction * order.length);
        Require.that(count >= 1, "trainFraction", "leave at least one of " + order.length + " pairs", trainFraction);
        return new ModularAddition(
                modulus, Arrays.copyOf(order, count), Arrays.copyOfRange(order, count, order.length));
    }

    private static DataSet pairs(String name, int modulus, int[] pairs) {
        DMatrixRMaj inputs = new DMatrixRMaj(pairs.length, 2 * modulus);
        DMatrixRMaj targets = new DMatrixRMaj(pairs.length, modulus);
        for (int i = 0; i < pairs.length; i++) {
            int a = pairs[i] / modulus;
            int b = pairs[i] % modulus;
            inputs.set(i, a, 1);
            inputs.set(i, modulus + b, 1);
            targets.set(i, (a + b) % modulus, 1);
        }
        return DataSet.of(name, inputs, targets, List.of());
    }

    /** True when p is a prime: the case for which the closed-form solution is stated. */
    public boolean isPrime() {
        for (int k = 2; (long) k * k <= modulus; k++) {
            if (modulus % k == 0) {
                return false;
            }
        }
        return true;
    }

    /** p. */
    public int modulus() {
        return modulus;
    }

    /** Training pairs, one-hot. */
    public DataSet train() {
        return train;
    }

    /** The other pairs; null when there are none. */
    public DataSet test() {
        return test;
    }

    /** The shape (1) of this width and output scale α. */
    public NetworkShape shape(int width, double outputScale) {
        Require.positive("outputScale", outputScale);
        return NetworkShape.of(2 * modulus, List.of(width), modulus, StandardActivation.SQUARE)
                .withMeanField(1 / outputScale);
    }

    /** The network with the published start of a seed. */
    public FiniteNetwork portableNetwork(int width, double outputScale, long seed, LinearAlgebra algebra) {
        double[] first = PortableRandom.gaussians(seed + 1, width * 2 * modulus);
        double[] second = PortableRandom.gaussians(seed + 2, modulus * width);
        return network(width, outputScale, first, second, algebra);
    }

    /** The network with these weights: W₁ N × 2p, W₂ p × N, row-major. */
    FiniteNetwork network(int width, double outputScale, double[] first, double[] second, LinearAlgebra algebra) {
        NetworkShape shape = shape(width, outputScale);
        DMatrixRMaj w1 = transposed(first, width, 2 * modulus);
        DMatrixRMaj w2 = transposed(second, modulus, width);
        NetworkParameters parameters = NetworkParameters.of(List.of(w1, w2), List.of(new double[0], new double[0]));
        return FiniteNetwork.of(shape, parameters, algebra);
    }

    private static DMatrixRMaj transposed(double[] values, int rows, int columns) {
        DMatrixRMaj out = new DMatrixRMaj(columns, rows);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                out.set(j, i, values[i * columns + j]);
            }
        }
        return out;
    }
}

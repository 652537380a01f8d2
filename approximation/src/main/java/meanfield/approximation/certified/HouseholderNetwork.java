package meanfield.approximation.certified;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.Require;

/**
 * A layered network whose groups of units are reflected or left alone, which keeps every length.
 *
 * <pre>
 *   z_k = W_k h_{k-1} + b_k,   h = z where v·z ≥ 0, else z - 2v(v·z)   in every group, |v| = 1                 (1)
 *   h = z + 2v max(-v·z, 0)                                                                                 (2)
 * </pre>
 *
 * Pairs with v = (1, -1)/√2 are sorted as (max, min): MaxMin, GroupSort of two. By (2) the network is a ReLU network with skip
 * connections, see {@link #asRelu}. Source: [Anil2019], [Singla2022].
 *
 * @param weights W_k, rows are units; arrays are shared with the caller, who leaves them as they are
 * @param biases b_k
 * @param groupSize units in a group; divides the width of every hidden layer
 * @param directions for each hidden layer the vectors v, one after the other
 */
public record HouseholderNetwork(
        List<double[][]> weights, List<double[]> biases, int groupSize, List<double[]> directions) {
    private static final double UNIT_TOLERANCE = 1e-12;

    /** Shapes that fit, directions of unit length. */
    public HouseholderNetwork {
        ReluNetwork shape = new ReluNetwork(weights, biases);
        weights = shape.weights();
        biases = shape.biases();
        Require.atLeast("groupSize", groupSize, 1);
        Require.present("directions", directions);
        directions = List.copyOf(directions);
        Require.that(
                directions.size() == weights.size() - 1,
                "directions",
                "be given for " + (weights.size() - 1) + " hidden layers",
                directions.size());
        for (int k = 0; k < directions.size(); k++) {
            double[] v = directions.get(k);
            Require.that(
                    v.length == weights.get(k).length && v.length % groupSize == 0,
                    "directions",
                    "fit layer " + (k + 1) + " in groups of " + groupSize,
                    v.length);
            for (int start = 0; start < v.length; start += groupSize) {
                double square = 0;
                for (int j = start; j < start + groupSize; j++) {
                    square += v[j] * v[j];
                }
                Require.that(Math.abs(square - 1) <= UNIT_TOLERANCE, "directions", "have unit length", square);
            }
        }
    }

    /** Every pair of hidden units sorted as (max, min). */
    public static HouseholderNetwork maxMin(List<double[][]> weights, List<double[]> biases) {
        List<double[]> directions = new ArrayList<>();
        for (int k = 0; k < weights.size() - 1; k++) {
            double[] v = new double[weights.get(k).length];
            for (int j = 0; j < v.length; j++) {
                v[j] = j % 2 == 0 ? Math.sqrt(0.5) : -Math.sqrt(0.5);
            }
            directions.add(v);
        }
        return new HouseholderNetwork(weights, biases, 2, directions);
    }

    /** Affine maps, L + 1. */
    public int layers() {
        return weights.size();
    }

    /** The output at x. */
    public double[] value(double... x) {
        double[] h = x;
        for (int k = 0; k < layers(); k++) {
            double[] z = biases.get(k).clone();
            BoundKernels.addProduct(weights.get(k), h, z);
            if (k < layers() - 1) {
                reflect(z, directions.get(k));
            }
            h = z;
        }
        return h;
    }

    private void reflect(double[] z, double[] v) {
        for (int start = 0; start < z.length; start += groupSize) {
            double along = 0;
            for (int j = start; j < start + groupSize; j++) {
                along += v[j] * z[j];
            }
            for (int j = start; along < 0 && j < start + groupSize; j++) {
                z[j] -= 2 * v[j] * along;
            }
        }
    }

    /** -Vᵀ of a hidden layer: one row for each group. */
    double[][] switches(int layer) {
        double[] v = directions.get(layer);
        double[][] rows = new double[v.length / groupSize][v.length];
        for (int j = 0; j < v.length; j++) {
            rows[j / groupSize][j] = -v[j];
        }
        return rows;
    }

    /** The same function with ReLU alone: units z, -z and -v·z in place of z. */
    public ReluNetwork asRelu() {
        List<double[][]> newWeights = new ArrayList<>();
        List<double[]> newBiases = new ArrayList<>();
        for (int k = 0; k < layers(); k++) {
            double[][] w = k == 0 ? weights.get(0) : BoundKernels.product(weights.get(k), merged(k - 1));
            if (k == layers() - 1) {
                newWeights.add(w);
                newBiases.add(biases.get(k));
                continue;
            }
            double[][] split = split(k);
            double[] b = new double[split.length];
            BoundKernels.addProduct(split, biases.get(k), b);
            newWeights.add(BoundKernels.product(split, w));
            newBiases.add(b);
        }
        return new ReluNetwork(newWeights, newBiases);
    }

    /** (I, -I, -V)ᵀ: what the units of {@link #asRelu} read. */
    private double[][] split(int layer) {
        double[][] switches = switches(layer);
        int n = weights.get(layer).length;
        double[][] rows = new double[2 * n + switches.length][n];
        for (int j = 0; j < n; j++) {
            rows[j][j] = 1;
            rows[n + j][j] = -1;
        }
        System.arraycopy(switches, 0, rows, 2 * n, switches.length);
        return rows;
    }

    /** (I, -I, 2V): h of (2) from those units. */
    private double[][] merged(int layer) {
        double[][] switches = switches(layer);
        int n = weights.get(layer).length;
        double[][] rows = new double[n][2 * n + switches.length];
        for (int j = 0; j < n; j++) {
            rows[j][j] = 1;
            rows[j][n + j] = -1;
            for (int g = 0; g < switches.length; g++) {
                rows[j][2 * n + g] = -2 * switches[g][j];
            }
        }
        return rows;
    }
}

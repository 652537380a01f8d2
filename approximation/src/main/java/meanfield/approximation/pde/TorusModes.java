package meanfield.approximation.pde;

import java.util.List;
import meanfield.core.Require;

/**
 * Wave vectors |k_i| ≤ K of even functions on the torus [0, 2π]^d, and what is computed from their coefficients.
 *
 * <pre>
 *   u(x) = Σ_k û_k e^{ik·x},   û_{-k} = û_k real;   mean over the torus: ⟨u v⟩ = Σ û_k v̂_k
 *   ‖u‖_B = Σ (1 + |k|) |û_k|,   ‖u‖²_{H^s} = Σ (1 + |k|²)^s û_k²                                              (1)
 * </pre>
 *
 * |k| is Euclidean. Fields are arrays of (2K+1)^d coefficients, row-major, each k_i from -K. Products cost the square of that.
 */
public final class TorusModes {
    private static final int LARGEST = 4500;

    private final int dimension;
    private final int cutoff;
    private final double[] squares;
    /** Position of k + K in a box of side 4K + 1: positions of sums of wave vectors are sums of positions. */
    private final int[] places;

    /** All modes up to this cutoff. */
    public TorusModes(int dimension, int cutoff) {
        Require.that(dimension >= 1 && dimension <= 3, "dimension", "be in [1, 3]", dimension);
        Require.that(
                cutoff >= 1 && Math.pow(2.0 * cutoff + 1, dimension) <= LARGEST,
                "cutoff",
                "keep (2K+1)^d between 3 and " + LARGEST,
                cutoff);
        this.dimension = dimension;
        this.cutoff = cutoff;
        int side = 2 * cutoff + 1;
        int count = (int) Math.round(Math.pow(side, dimension));
        squares = new double[count];
        places = new int[count];
        for (int i = 0; i < count; i++) {
            int rest = i;
            int stride = 1;
            for (int axis = 0; axis < dimension; axis++) {
                int shifted = rest % side;
                rest /= side;
                squares[i] += (double) (shifted - cutoff) * (shifted - cutoff);
                places[i] += shifted * stride;
                stride *= 4 * cutoff + 1;
            }
        }
    }

    /** Number of coefficients, (2K+1)^d. */
    public int size() {
        return squares.length;
    }

    /** Index of a wave vector. */
    public int index(List<Integer> wave) {
        Require.present("wave", wave);
        Require.that(wave.size() == dimension, "wave", "have " + dimension + " entries", wave);
        int index = 0;
        for (int k : wave) {
            Require.that(Math.abs(k) <= cutoff, "wave", "stay within the cutoff " + cutoff, wave);
            index = index * (2 * cutoff + 1) + k + cutoff;
        }
        return index;
    }

    /** The field Σ a (e^{ik·x} + e^{-ik·x}), for k = 0 the constant a. */
    public double[] field(List<List<Integer>> waves, List<Double> amplitudes) {
        Require.present("waves", waves);
        Require.present("amplitudes", amplitudes);
        Require.that(
                amplitudes.size() == waves.size(), "amplitudes", "have one entry for each wave", amplitudes.size());
        double[] field = new double[size()];
        boolean[] taken = new boolean[size()];
        for (int i = 0; i < waves.size(); i++) {
            int at = index(waves.get(i));
            int mirrored = size() - 1 - at;
            Require.that(!taken[at], "waves", "name each wave once, k and -k being one", waves.get(i));
            taken[at] = true;
            taken[mirrored] = true;
            field[at] = Require.finite("amplitudes", amplitudes.get(i));
            field[mirrored] = amplitudes.get(i);
        }
        return field;
    }

    /** ‖u‖_B of (1). */
    public double barronNorm(double[] u) {
        double sum = 0;
        for (int i = 0; i < u.length; i++) {
            sum += (1 + Math.sqrt(squares[i])) * Math.abs(u[i]);
        }
        return sum;
    }

    /** ‖u‖_{H^s} of (1). */
    public double sobolevNorm(double[] u, double s) {
        double sum = 0;
        for (int i = 0; i < u.length; i++) {
            sum += Math.pow(1 + squares[i], s) * u[i] * u[i];
        }
        return Math.sqrt(sum);
    }

    /** (I - Δ)^s u. */
    public double[] smoothed(double[] u, double s) {
        double[] result = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            result[i] = Math.pow(1 + squares[i], s) * u[i];
        }
        return result;
    }

    /** All coefficients of u², up to 2K, in a box of side 4K + 1. */
    double[] square(double[] u) {
        double[] result = new double[(int) Math.round(Math.pow(4.0 * cutoff + 1, dimension))];
        for (int i = 0; i < u.length; i++) {
            if (u[i] != 0) {
                for (int j = 0; j < u.length; j++) {
                    result[places[i] + places[j]] += u[i] * u[j];
                }
            }
        }
        return result;
    }

    /** Coefficients up to K of u³, exact, from all coefficients of u². */
    double[] cube(double[] square, double[] u) {
        double[] result = new double[u.length];
        int origin = (square.length - 1) / 2;
        for (int l = 0; l < u.length; l++) {
            if (u[l] != 0) {
                for (int m = 0; m < u.length; m++) {
                    result[m] += square[origin + places[m] - places[l]] * u[l];
                }
            }
        }
        return result;
    }
}

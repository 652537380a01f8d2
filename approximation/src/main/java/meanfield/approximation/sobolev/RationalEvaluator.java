package meanfield.approximation.sobolev;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleUnaryOperator;
import meanfield.approximation.target.SlicedField;

/**
 * The function of a rational {@link SobolevNetwork} without its graph. Rational hats vanish nowhere, so every node contributes; the
 * sum is done one variable at a time.
 *
 * <pre>
 *   f̃_N(x) = Σ_{i_d, a_d} ψ̃_{i_d}(x_d) y_d^{a_d} ( … Σ_{i_1, a_1} ψ̃_{i_1}(x_1) y_1^{a_1} c_{i,α} )         (1)
 * </pre>
 *
 * or one partial derivative, for which the factor ψ̃ y^a of that variable becomes ψ̃' y^a + a ψ̃ y^{a-1}. Cost: O((N+1)^d A) a line, O((N+1) n) a point of it; hats at coordinates seen before are remembered. Thread-safe.
 */
final class RationalEvaluator implements SlicedField {
    /** The function itself, no derivative. */
    static final int NO_AXIS = -1;

    private static final int MEMORY = 1 << 22;

    private final SobolevNetwork network;
    private final double[] table;
    private final RationalHat hat;
    private final int perAxis;
    private final int axis;
    private final Map<Double, double[]> known = new ConcurrentHashMap<>();

    /** The function, or its derivative along an axis. */
    RationalEvaluator(SobolevNetwork network, double[] table, int axis) {
        this.network = network;
        this.table = table;
        this.hat = RationalHat.of(network);
        this.perAxis = network.cells() + 1;
        this.axis = axis;
    }

    /** ψ̃_i(N x - i) for i = 0 … N, then their derivatives by x; neighbours share their surrogates. */
    private double[] hats(double x) {
        double[] before = known.get(x);
        if (before != null) {
            return before;
        }
        double[] ramps = new double[perAxis + 2];
        for (int j = 0; j < ramps.length; j++) {
            ramps[j] = hat.surrogate(x * network.cells() - (j - 1));
        }
        double[] hats = new double[axis == NO_AXIS ? perAxis : 2 * perAxis];
        for (int i = 0; i < perAxis; i++) {
            hats[i] = ramps[i] - 2 * ramps[i + 1] + ramps[i + 2];
        }
        if (axis != NO_AXIS) {
            for (int j = 0; j < ramps.length; j++) {
                ramps[j] = network.cells() * hat.surrogateSlope(x * network.cells() - (j - 1));
            }
            for (int i = 0; i < perAxis; i++) {
                hats[perAxis + i] = ramps[i] - 2 * ramps[i + 1] + ramps[i + 2];
            }
        }
        if ((long) known.size() * hats.length < MEMORY) {
            known.put(x, hats);
        }
        return hats;
    }

    @Override
    public DoubleUnaryOperator slice(double[] leading) {
        int n = network.smoothness();
        TaylorChains chains = network.chains();
        double[] sums = new double[perAxis * n];
        double[][] hats = new double[leading.length][];
        for (int k = 0; k < leading.length; k++) {
            hats[k] = hats(leading[k]);
        }
        int nodes = table.length / chains.size();
        for (int flat = 0; flat < nodes; flat++) {
            int last = flat % perAxis;
            for (int a = 0; a < chains.size(); a++) {
                int[] alpha = chains.index(a);
                double weight = table[flat * chains.size() + a];
                int index = flat / perAxis;
                for (int k = leading.length - 1; k >= 0; k--) {
                    int i = index % perAxis;
                    index /= perAxis;
                    double y = leading[k] - (double) i / network.cells();
                    weight *= k == axis ? slope(hats[k], i, y, alpha[k]) : hats[k][i] * power(y, alpha[k]);
                }
                sums[last * n + alpha[alpha.length - 1]] += weight;
            }
        }
        return x -> along(x, sums, n);
    }

    private double slope(double[] hats, int i, double y, int power) {
        double inner = power == 0 ? 0 : power * power(y, power - 1);
        return hats[perAxis + i] * power(y, power) + hats[i] * inner;
    }

    private static double power(double y, int exponent) {
        double power = 1;
        for (int k = 0; k < exponent; k++) {
            power *= y;
        }
        return power;
    }

    private double along(double x, double[] sums, int n) {
        double[] hats = hats(x);
        boolean last = axis == network.dimension() - 1;
        double total = 0;
        for (int i = 0; i < perAxis; i++) {
            double y = x - (double) i / network.cells();
            double polynomial = 0;
            double tangent = 0;
            for (int power = n - 1; power >= 0; power--) {
                tangent = tangent * y + polynomial;
                polynomial = polynomial * y + sums[i * n + power];
            }
            total += last ? hats[perAxis + i] * polynomial + hats[i] * tangent : hats[i] * polynomial;
        }
        return total;
    }
}

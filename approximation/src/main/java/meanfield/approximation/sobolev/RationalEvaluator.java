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
 * Cost: O((N+1)^d A) a line, O((N+1) n) a point of it; hats at coordinates seen before are remembered. Thread-safe.
 */
final class RationalEvaluator implements SlicedField {
    private static final int MEMORY = 1 << 22;

    private final SobolevNetwork network;
    private final double[] table;
    private final RationalHat hat;
    private final int perAxis;
    private final Map<Double, double[]> known = new ConcurrentHashMap<>();

    RationalEvaluator(SobolevNetwork network, double[] table) {
        this.network = network;
        this.table = table;
        this.hat = RationalHat.of(network);
        this.perAxis = network.cells() + 1;
    }

    /** ψ̃_i(N x - i) for i = 0 … N; neighbours share their surrogates. */
    private double[] hats(double x) {
        double[] before = known.get(x);
        if (before != null) {
            return before;
        }
        double[] ramps = new double[perAxis + 2];
        for (int j = 0; j < ramps.length; j++) {
            ramps[j] = hat.surrogate(x * network.cells() - (j - 1));
        }
        double[] hats = new double[perAxis];
        for (int i = 0; i < perAxis; i++) {
            hats[i] = ramps[i] - 2 * ramps[i + 1] + ramps[i + 2];
        }
        if ((long) known.size() * perAxis < MEMORY) {
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
                    weight *= hats[k][i];
                    double y = leading[k] - (double) i / network.cells();
                    for (int power = 0; power < alpha[k]; power++) {
                        weight *= y;
                    }
                }
                sums[last * n + alpha[alpha.length - 1]] += weight;
            }
        }
        return x -> along(x, sums, n);
    }

    private double along(double x, double[] sums, int n) {
        double[] hats = hats(x);
        double total = 0;
        for (int i = 0; i < perAxis; i++) {
            double y = x - (double) i / network.cells();
            double polynomial = 0;
            for (int power = n - 1; power >= 0; power--) {
                polynomial = polynomial * y + sums[i * n + power];
            }
            total += hats[i] * polynomial;
        }
        return total;
    }
}

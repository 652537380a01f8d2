package meanfield.approximation.sobolev;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import meanfield.approximation.network.ExactGates;
import meanfield.approximation.network.GraphBuilder;
import meanfield.approximation.network.LinearForm;
import meanfield.approximation.network.Unit;
import meanfield.approximation.rational.RationalRectifier;
import meanfield.approximation.rational.ZolotarevSign;
import meanfield.approximation.target.MultiIndex;

/**
 * A hat out of rational units: three surrogates of ReLU on [-B, B], B = N + 1.
 *
 * <pre>
 *   ρ_B(t) = B ρ(t/B),  ρ(z) = z (1 + F(z))/2,   F the composition of k Zolotarev functions of degree 3      (1)
 *   ψ̃(t) = ρ_B(t+1) - 2ρ_B(t) + ρ_B(t-1),   |ψ̃ - ψ| ≤ δ = 4B ε                                              (2)
 *   |f̃_N - f_N| ≤ ((1 + (N+1)δ)^d - 1) Σ_{|α| &lt; n} 1/α!                                                    (3)
 * </pre>
 *
 * A rational hat vanishes nowhere, so that all (N+1)^d nodes contribute to the error (3), not 2^d; k is the least with (3) at most
 * the Taylor remainder. That needs a smaller ε than locality would, at the price of one factor more at most: ε falls doubly
 * exponentially in k. Below 1e-15 rounding takes over.
 *
 * <p>Sizes: 9 + 4k parameters and k + 2 units a surrogate.
 *
 * <p>Source: [Boulle2020].
 */
final class RationalHat {
    private static final double SMALLEST_ERROR = 1e-15;

    private final RationalRectifier rectifier;
    private final double reach;

    private RationalHat(RationalRectifier rectifier, double reach) {
        this.rectifier = rectifier;
        this.reach = reach;
    }

    static RationalHat of(SobolevNetwork network) {
        int n = network.smoothness();
        int d = network.dimension();
        double nodes = network.cells() + 1.0;
        double taylor = network.partition().remainderConstant(n, d) * Math.pow(network.cells(), -n);
        double delta = Math.expm1(Math.log1p(taylor / largestPolynomial(network)) / d) / nodes;
        double error = Math.min(0.5, Math.max(SMALLEST_ERROR, delta / (4 * nodes)));
        return new RationalHat(RationalRectifier.withError(error), nodes);
    }

    private static double largestPolynomial(SobolevNetwork network) {
        double sum = 0;
        for (int[] alpha : MultiIndex.upTo(network.dimension(), network.smoothness() - 1)) {
            sum += 1 / MultiIndex.factorial(alpha);
        }
        return sum;
    }

    /** k. */
    int stages() {
        return rectifier.sign().stages().size();
    }

    /** Equation (3). */
    double networkError(SobolevNetwork network) {
        double delta = 4 * reach * rectifier.error();
        double nodes = network.cells() + 1.0;
        return Math.expm1(network.dimension() * Math.log1p(nodes * delta)) * largestPolynomial(network);
    }

    /** ρ_B(t). */
    double surrogate(double t) {
        return reach * rectifier.value(t / reach);
    }

    /** ρ_B'(t). */
    double surrogateSlope(double t) {
        return rectifier.derivative(t / reach);
    }

    /** Adds ψ̃(form - node) and returns its identity node. */
    int add(GraphBuilder builder, LinearForm form, int node) {
        LinearForm sum = LinearForm.none();
        double[] outer = {1, -2, 1};
        for (int u = 0; u < 3; u++) {
            int z = builder.affine(form.withBias(1.0 - u - node).times(1 / reach));
            int sign = z;
            for (Unit stage : units()) {
                sign = builder.add(stage, LinearForm.of(sign, 1));
            }
            LinearForm product = ExactGates.squareProduct(builder, LinearForm.of(z, 1), LinearForm.of(sign, 1));
            LinearForm rectified = LinearForm.of(z, 1).plus(product).times(0.5 * reach);
            sum = sum.plus(rectified.times(outer[u]));
        }
        return builder.affine(sum);
    }

    private List<Unit> units() {
        List<Unit> units = new ArrayList<>();
        for (ZolotarevSign stage : rectifier.sign().stages()) {
            List<Double> numerator =
                    Arrays.stream(stage.numeratorShifts()).boxed().toList();
            List<Double> denominator =
                    Arrays.stream(stage.denominatorShifts()).boxed().toList();
            units.add(new Unit.OddRational(stage.scale() / (1 + stage.error()), numerator, denominator));
        }
        return units;
    }
}

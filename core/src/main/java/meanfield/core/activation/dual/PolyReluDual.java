package meanfield.core.activation.dual;

import java.util.List;
import meanfield.core.Require;

/**
 * Duals of φ(x) = a₀ + Σ_{i=1..r} a_i x₊^i.
 *
 * <pre>
 *   E u₊^i v₊^j = σ_u^i σ_v^j 2^{(i+j)/2} Γ((i+j)/2 + 1)/(2π) A_ij(q),   cos(π - q) = ρ                      (1)
 *   A_ij(q) = ∫_0^q sin^i x sin^j(q - x) dx                                                                 (2)
 *   E v₊^j = σ_v^j 2^{j/2 - 1} Γ((j+1)/2)/√π                                                                (3)
 *   F = a₀² + a₀ Σ_j a_j (E u₊^j + E v₊^j) + Σ_{i,j≥1} a_i a_j E u₊^i v₊^j                                  (4)
 *   G = Σ_{i,j≥1} i j a_i a_j E u₊^{i-1} v₊^{j-1} = ∂F/∂k                                                    (5)
 * </pre>
 *
 * Symbols: σ_u² = p, σ_v² = q of the caller, ρ = k/√(pq); x₊^0 is the step, 1/2 at 0. Not homogeneous: F depends on
 * both variances.
 *
 * <p>Accuracy and cost: (2) has positive terms only, so that nothing cancels down to ρ = -1, where A_ij = O(q^{i+j+1})
 * and the textbook closed forms lose every digit; those serve for powers up to 3 at q &gt; 1.2. 1e-14 relative to the
 * result when all coefficients have one sign, to that with |a_i| otherwise. 1 µs for r = 3.
 *
 * <p>Source: [Cho2009] for i = j; (2) is their angular integral, measured from its end.
 */
public final class PolyReluDual implements ClosedFormDual {
    private final double[] coefficients;

    private PolyReluDual(double[] coefficients) {
        this.coefficients = coefficients;
    }

    /** Of a₀, a₁, …, a_r. */
    public static PolyReluDual of(List<Double> coefficients) {
        return new PolyReluDual(
                coefficients.stream().mapToDouble(Double::doubleValue).toArray());
    }

    @Override
    public double value(double p, double q, double k) {
        return value(Math.sqrt(p), Math.sqrt(q), psi(p, q, k), coefficients);
    }

    @Override
    public double derivative(double p, double q, double k) {
        return derivative(Math.sqrt(p), Math.sqrt(q), psi(p, q, k), coefficients);
    }

    /** E φ(u) φ(v) at deviations and a correlation, without the digits that k = ρ σ_u σ_v loses next to ±σ_u σ_v. */
    public double valueAtCorrelation(double sigmaU, double sigmaV, double correlation) {
        check(sigmaU, sigmaV, correlation);
        return value(sigmaU, sigmaV, psi(correlation), coefficients);
    }

    /** E φ′(u) φ′(v) at deviations and a correlation. */
    public double derivativeAtCorrelation(double sigmaU, double sigmaV, double correlation) {
        check(sigmaU, sigmaV, correlation);
        return derivative(sigmaU, sigmaV, psi(correlation), coefficients);
    }

    private static void check(double sigmaU, double sigmaV, double correlation) {
        Require.nonNegative("sigmaU", sigmaU);
        Require.nonNegative("sigmaV", sigmaV);
        Require.inRange("correlation", correlation, -1, 1);
    }

    private static double psi(double correlation) {
        return Math.atan2(Math.sqrt((1 - correlation) * (1 + correlation)), -correlation);
    }

    /** q = π - θ; π where both variances are 0, π/2 where one is. */
    private static double psi(double p, double q, double k) {
        if (p == 0 || q == 0) {
            return p == q ? Math.PI : 0.5 * Math.PI;
        }
        return Math.atan2(HomogeneousKernels.rootDeterminant(p, q, k), -k);
    }

    private static double value(double sigmaU, double sigmaV, double psi, double[] a) {
        int r = a.length - 1;
        double constant = a[0];
        double sum = constant * constant;
        for (int j = 1; j <= r; j++) {
            double moment = AngleIntegralKernels.oneSidedMoment(j);
            double both = HomogeneousKernels.power(sigmaU, j) + HomogeneousKernels.power(sigmaV, j);
            sum += constant * a[j] * moment * both;
        }
        return sum + AngleIntegralKernels.pairSum(a, sigmaU, sigmaV, psi, 0);
    }

    private static double derivative(double sigmaU, double sigmaV, double psi, double[] a) {
        return AngleIntegralKernels.pairSum(a, sigmaU, sigmaV, psi, 1);
    }

    @Override
    public double secondMoment(double q) {
        return moment(coefficients, Math.sqrt(q), 0);
    }

    @Override
    public double derivativeSecondMoment(double q) {
        return moment(coefficients, Math.sqrt(q), 1);
    }

    /** E φ² or E φ′² by one-sided moments: the diagonal without an integral. */
    private static double moment(double[] a, double sigma, int order) {
        double sum = order == 0 ? a[0] * a[0] : 0;
        for (int i = 1; i < a.length; i++) {
            double single = order == 0 ? 2 * a[0] * a[i] : 0;
            sum += single * AngleIntegralKernels.oneSidedMoment(i) * HomogeneousKernels.power(sigma, i);
            for (int j = 1; j < a.length; j++) {
                int power = i + j - 2 * order;
                double factor = order == 0 ? 1 : (double) i * j;
                sum += factor
                        * a[i]
                        * a[j]
                        * AngleIntegralKernels.oneSidedMoment(power)
                        * HomogeneousKernels.power(sigma, power);
            }
        }
        return sum;
    }

    @Override
    public double valueError(double p, double q, double k) {
        return error(p, q, 0);
    }

    @Override
    public double derivativeError(double p, double q, double k) {
        return error(p, q, 1);
    }

    /** Rounding of the sum with |a_i|, which is largest on the diagonal. */
    private double error(double p, double q, int order) {
        double[] sizes = new double[coefficients.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.abs(coefficients[i]);
        }
        double u = moment(sizes, Math.sqrt(p), order);
        double v = moment(sizes, Math.sqrt(q), order);
        return 64 * 0x1p-53 * Math.sqrt(u) * Math.sqrt(v);
    }
}

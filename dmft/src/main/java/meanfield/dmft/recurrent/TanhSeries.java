package meanfield.dmft.recurrent;

import java.util.Arrays;

/**
 * Gaussian averages of φ = tanh at one variance and every covariance, by Mehler's formula.
 *
 * <pre>
 *   ⟨φ(x) φ(y)⟩ = Σ_n c_n² ρ^n,   c_n = E φ(√C₀ z) He_n(z)/√n!,   (x, y) of variance C₀, covariance ρ C₀     (1)
 *   ⟨φ′(x) φ′(y)⟩ = Σ_n n c_n² ρ^{n-1}/C₀,    ⟨Φ(x) Φ(y)⟩ = const + C₀ Σ_n c_n² ρ^{n+1}/(n+1),   Φ = ln cosh  (2)
 * </pre>
 *
 * Only odd n occur. The coefficients come from the trapezoid rule, whose step resolves both He_n and the pole of tanh at
 * distance a = π/(2√C₀); they fall like exp(-a √n), and orders are taken until rounding or {@value #LARGEST_ORDER}, enough
 * for √C₀ ≤ 20. One table replaces a two-dimensional quadrature for every covariance; all terms are positive.
 */
final class TanhSeries {
    private static final int LARGEST_ORDER = 20_000;
    /** The weight times any normalized Hermite polynomial is below 1e-17 outside. */
    private static final double RANGE = 12.5;
    /** -ln of the wanted error. */
    private static final double DIGITS = 37;

    private static final double ENOUGH = 1e-17;

    private final double variance;
    /** c_n² for n = 1, 3, 5, …. */
    private final double[] squares;

    private TanhSeries(double variance, double[] squares) {
        this.variance = variance;
        this.squares = squares;
    }

    static TanhSeries of(double variance) {
        double deviation = Math.sqrt(variance);
        double strip = 0.5 * Math.PI / deviation;
        double needed = DIGITS / (2 * strip);
        int order = (int) Math.min(LARGEST_ORDER, 40 + needed * needed);
        double step = 2 * Math.PI / (DIGITS / strip + Math.sqrt(order) + 12);
        int nodes = (int) Math.ceil(RANGE / step);
        double[] source = new double[nodes]; // 2 h w(x) φ(√C₀ x), x > 0
        double[] x = new double[nodes];
        for (int j = 0; j < nodes; j++) {
            x[j] = (j + 1) * step;
            double weight = Math.exp(-0.5 * x[j] * x[j]) / Math.sqrt(2 * Math.PI);
            source[j] = 2 * step * weight * Math.tanh(deviation * x[j]);
        }
        return new TanhSeries(variance, squares(x, source, order));
    }

    /** He_{n+1}/√(n+1)! = (x He_n/√n! - √n He_{n-1}/√(n-1)!)/√(n+1), at all nodes at once. */
    private static double[] squares(double[] x, double[] source, int order) {
        double[] before = new double[x.length];
        double[] now = new double[x.length];
        Arrays.fill(now, 1);
        double[] squares = new double[order / 2];
        double total = 0;
        int quiet = 0;
        for (int n = 1; n < 2 * squares.length; n++) {
            double root = Math.sqrt(n - 1.0);
            double scale = 1 / Math.sqrt(n);
            double sum = 0;
            for (int j = 0; j < x.length; j++) {
                double next = (x[j] * now[j] - root * before[j]) * scale;
                before[j] = now[j];
                now[j] = next;
                sum += source[j] * next;
            }
            if (n % 2 == 1) {
                double square = sum * sum;
                squares[n / 2] = square;
                total += square;
                quiet = square * n < ENOUGH * total ? quiet + 1 : 0;
                if (quiet == 4) {
                    return Arrays.copyOf(squares, n / 2 + 1);
                }
            }
        }
        return squares;
    }

    double variance() {
        return variance;
    }

    /** ⟨φ φ⟩ at covariance ρ C₀. */
    double correlation(double rho) {
        return SeriesKernels.value(squares, rho);
    }

    /** ⟨φ′ φ′⟩ at covariance ρ C₀. */
    double slopeCorrelation(double rho) {
        return SeriesKernels.derivative(squares, rho) / variance;
    }

    /** ⟨φ′⟩². */
    double squaredMeanSlope() {
        return squares[0] / variance;
    }

    /** Σ c_n² ρ^{n-1}/(n+1). */
    double integral(double rho) {
        return SeriesKernels.integral(squares, rho);
    }

    /** Σ c_n² (1 - ρ^{n+1})/[(n+1)(1-ρ)]. */
    double missing(double rho) {
        return SeriesKernels.missing(squares, rho);
    }
}

package meanfield.ntk.zonal;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * Both kernels on a piece of the angle, or of the correlation, as polynomials.
 *
 * <pre>
 *   κ = Σ_k a_k t^k,   τ = Σ_k b_k t^k,   t = (x - m)/h in [-1, 1],   x = θ or cos θ                          (1)
 * </pre>
 *
 * Powers are as good as Chebyshev polynomials here: the coefficients of the latter fall faster than (1+√2)^(-k).
 *
 * @param middle m
 * @param half h
 * @param nngp a_k, a multiple of {@link PolynomialKernels#PASS} of them
 * @param ntk b_k, as many
 */
record KernelWindow(double middle, double half, double[] nngp, double[] ntk) {
    /** Largest degree at which powers are safe, minus what fills the last pass. */
    static final int MAXIMUM_DEGREE = 31;

    private static final int SAMPLES = 40;
    private static final double NEGLIGIBLE = 1e-16;

    /** The kernels for angles in [from, to]; empty where they need too high a degree. */
    static Optional<KernelWindow> ofAngles(ZonalKernel kernel, double from, double to) {
        // rounding may carry an end of the window out of [0, π]
        return of(kernel, from, to, angle -> Math.max(0, Math.min(Math.PI, angle)));
    }

    /**
     * The kernels for correlations in [from, to]; empty where they need too high a degree, as at ±1, where they go like powers
     * of √(1 ∓ r). Far from there the depth hardly matters: it makes the kernels sharper at ±1 only.
     */
    static Optional<KernelWindow> ofCorrelations(ZonalKernel kernel, double from, double to) {
        return of(kernel, from, to, Math::acos);
    }

    private static Optional<KernelWindow> of(ZonalKernel kernel, double from, double to, DoubleUnaryOperator angleAt) {
        double middle = 0.5 * (from + to);
        double half = 0.5 * (to - from);
        double[] angles = new double[SAMPLES + 1];
        for (int j = 0; j <= SAMPLES; j++) {
            double t = 2 * ChebyshevSeries.node(j, SAMPLES) / Math.PI - 1;
            angles[j] = angleAt.applyAsDouble(middle + half * t);
        }
        ChebyshevSeries nngp = through(kernel.nngp(), angles);
        ChebyshevSeries ntk = through(kernel.ntk(), angles);
        double noise = Math.max(NEGLIGIBLE, 0.3 * kernel.convergence().residual());
        int degree = Math.max(nngp.degree(noise), ntk.degree(noise));
        if (degree > MAXIMUM_DEGREE) {
            return Optional.empty();
        }
        int size = (degree / PolynomialKernels.PASS + 1) * PolynomialKernels.PASS;
        return Optional.of(new KernelWindow(middle, half, powers(nngp, degree, size), powers(ntk, degree, size)));
    }

    private static ChebyshevSeries through(ChebyshevSeries series, double[] angles) {
        return ChebyshevSeries.throughNodes(
                Arrays.stream(angles).map(series::value).toArray());
    }

    /** Powers of t from T_k(t): T_{k+1} = 2t T_k - T_{k-1}. */
    private static double[] powers(ChebyshevSeries series, int degree, int size) {
        double[] coefficients = series.coefficients();
        double[] sum = new double[size];
        double[] before = new double[size];
        double[] current = new double[size];
        current[0] = 1;
        for (int k = 0; k <= degree; k++) {
            double[] next = new double[size];
            for (int m = 0; m <= k; m++) {
                sum[m] += coefficients[k] * current[m];
                if (m + 1 < size) {
                    next[m + 1] += (k == 0 ? 1 : 2) * current[m];
                }
                next[m] -= k == 0 ? 0 : before[m];
            }
            before = current;
            current = next;
        }
        return sum;
    }

    /** Passes of {@link PolynomialKernels#appendPowers} that one kernel takes. */
    int passes() {
        return nngp.length / PolynomialKernels.PASS;
    }

    /** Whether [from, to] lies inside. */
    boolean contains(double from, double to) {
        return from >= middle - half && to <= middle + half;
    }

    /** κ and τ at x. */
    void evaluate(int j, double x, double[] nngpOut, double[] ntkOut) {
        double t = (x - middle) / half;
        nngpOut[j] = PolynomialKernels.value(nngp, t);
        ntkOut[j] = PolynomialKernels.value(ntk, t);
    }

    /** (1) for a chunk inside the window. */
    void evaluate(int count, double[] t, double[] nngpOut, double[] ntkOut) {
        int offset = nngp.length - PolynomialKernels.PASS;
        PolynomialKernels.firstPowers(count, t, nngp, offset, nngpOut);
        PolynomialKernels.firstPowers(count, t, ntk, offset, ntkOut);
        for (offset -= PolynomialKernels.PASS; offset >= 0; offset -= PolynomialKernels.PASS) {
            PolynomialKernels.appendPowers(count, t, nngp, offset, nngpOut);
            PolynomialKernels.appendPowers(count, t, ntk, offset, ntkOut);
        }
    }
}

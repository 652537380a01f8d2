package meanfield.core.twotime;

import java.util.Arrays;
import meanfield.core.Require;
import org.ejml.data.DMatrixRMaj;

/**
 * A function of two times, F_μν(t, s), that grows one time after another: a correlation or a response of a dynamical
 * mean-field theory.
 *
 * <pre>
 *   n = t P + μ,   m = s P + ν,   F_nm is kept for s ≤ t                                                       (1)
 *   SYMMETRIC: F_μν(t, s) = F_νμ(s, t)          CAUSAL: F_μν(t, s) = 0 for s &gt; t
 * </pre>
 *
 * Symbols: μ, ν = 0 … P-1 count samples (P = 1 for a single unit), t, s = 0, 1, … count times. Row n is the later time.
 * Reading is safe from many threads while nobody appends; an appended time never changes, so whoever holds the object
 * sees a solution grow. Edge case: the block of equal times is stored whole; for SYMMETRIC its lower triangle is taken for
 * both sides.
 *
 * <p>Memory: 8 bytes for each of P² T(T+1)/2 entries; appending is amortized.
 */
public final class TwoTimeFunction {
    private static final int FIRST_TIMES = 16;

    private final Kind kind;
    private final int samples;
    private int times;
    private double[] entries;

    /** What the function is where it is not stored. */
    public enum Kind {
        /** A correlation. */
        SYMMETRIC,
        /** A response: zero before the cause. */
        CAUSAL
    }

    private TwoTimeFunction(Kind kind, int samples) {
        this.kind = kind;
        this.samples = samples;
        this.entries = new double[0];
    }

    /** An empty correlation of P samples. */
    public static TwoTimeFunction symmetric(int samples) {
        return new TwoTimeFunction(Kind.SYMMETRIC, Require.atLeast("samples", samples, 1));
    }

    /** An empty response of P samples. */
    public static TwoTimeFunction causal(int samples) {
        return new TwoTimeFunction(Kind.CAUSAL, Require.atLeast("samples", samples, 1));
    }

    /** Symmetric or causal. */
    public Kind kind() {
        return kind;
    }

    /** P. */
    public int samples() {
        return samples;
    }

    /** T, the number of times so far. */
    public int times() {
        return times;
    }

    /**
     * Adds time T.
     *
     * @param rows F_μν(T, s) for s ≤ T: P rows of (T + 1) P entries one after the other, entry s P + ν
     */
    public void append(double[] rows) {
        int length = (times + 1) * samples;
        Require.that(
                rows.length >= samples * length, "rows", "have " + samples + " x " + length + " entries", rows.length);
        int from = offset(times);
        int end = offset(times + 1);
        if (end > entries.length) {
            int spare = offset(Math.max(FIRST_TIMES, times + times / 2 + 1));
            entries = Arrays.copyOf(entries, Math.max(end, spare));
        }
        System.arraycopy(rows, 0, entries, from, end - from);
        if (kind == Kind.SYMMETRIC) {
            for (int mu = 0; mu < samples; mu++) {
                for (int nu = mu + 1; nu < samples; nu++) {
                    entries[from + mu * length + times * samples + nu] =
                            entries[from + nu * length + times * samples + mu];
                }
            }
        }
        times++;
    }

    /** F(t, s) of a single sample. */
    public double at(int t, int s) {
        return at(t, s, 0, 0);
    }

    /** F_μν(t, s). */
    public double at(int t, int s, int mu, int nu) {
        if (s <= t) {
            Require.that(t < times, "t", "be < " + times, t);
            return entries[offset(t) + (mu * (t + 1) + s) * samples + nu];
        }
        return kind == Kind.CAUSAL ? 0 : at(s, t, nu, mu);
    }

    /** Copies F_μ·(t, s ≤ t), (t + 1) P entries, to the front of {@code out}. */
    public void copyRow(int t, int mu, double[] out) {
        Require.that(t >= 0 && t < times, "t", "be in [0, " + times + ")", t);
        int length = (t + 1) * samples;
        System.arraycopy(entries, offset(t) + mu * length, out, 0, length);
    }

    /** F(t, t), P × P. Fresh. */
    public DMatrixRMaj equalTimes(int t) {
        DMatrixRMaj block = new DMatrixRMaj(samples, samples);
        for (int mu = 0; mu < samples; mu++) {
            for (int nu = 0; nu < samples; nu++) {
                block.set(mu, nu, at(t, t, mu, nu));
            }
        }
        return block;
    }

    /** The whole function, T P × T P in the order (1). Fresh. */
    public DMatrixRMaj toMatrix() {
        int size = times * samples;
        DMatrixRMaj matrix = new DMatrixRMaj(size, size);
        for (int n = 0; n < size; n++) {
            for (int m = 0; m < size; m++) {
                matrix.set(n, m, at(n / samples, m / samples, n % samples, m % samples));
            }
        }
        return matrix;
    }

    /** max |F - G| over the times that both have. */
    public double distance(TwoTimeFunction other) {
        Require.that(other.samples == samples, "samples", "agree (" + samples + ")", other.samples);
        double largest = 0;
        for (int i = 0; i < offset(Math.min(times, other.times)); i++) {
            double difference = Math.abs(entries[i] - other.entries[i]);
            largest = difference > largest || Double.isNaN(difference) ? difference : largest;
        }
        return largest;
    }

    /** First entry of time t: Σ_{s &lt; t} P · (s + 1) P. */
    private int offset(int t) {
        return Math.multiplyExact(samples * samples, Math.multiplyExact(t, t + 1) / 2);
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + " function of two times, " + samples + " samples, "
                + times + " times";
    }
}

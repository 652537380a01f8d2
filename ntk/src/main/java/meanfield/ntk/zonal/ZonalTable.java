package meanfield.ntk.zonal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import meanfield.core.Require;

/**
 * A compiled kernel made for many pairs: the series cut into overlapping windows of dyadic widths, each a short polynomial.
 *
 * <p>The correlations of random inputs lie close together, so that a chunk of them mostly falls into one narrow window: its
 * polynomial runs over the whole chunk in vectorized loops, and the few pairs outside are looked up one by one. Windows of the
 * correlation need no angle and are as short for a thousand layers as for one, but end before ±1; chunks that come near take
 * windows of the angle. Immutable and thread-safe.
 *
 * <p>Accuracy and cost: a few 1e-16 beside the series; about 1 ns a pair for both kernels in a window, 20 to 100 ns looked up.
 */
public final class ZonalTable {
    /** Smallest piece π/2^level at which a kernel is given up as a table. */
    private static final int MAXIMUM_LEVEL = 10;

    private static final int ANGLE_LEVELS = 4;
    private static final int CORRELATION_LEVELS = 4;
    private static final int SHORT = 4 * PolynomialKernels.PASS;
    /** Coefficients below which a narrower window gains nothing. */
    private static final int SHORT_ENOUGH = 3 * PolynomialKernels.PASS;

    private static final int SAMPLES = 16;
    /** How far beyond the sampled range the window should reach, in units of that range. */
    private static final double MARGIN = 0.25;

    /** Windows of the correlation and of the angle, those with the shortest polynomials first. */
    private final List<KernelWindow> correlations;

    private final List<KernelWindow> angles;
    /** Pieces that cover [0, π], ascending, and where they start. */
    private final List<KernelWindow> pieces;

    private final double[] starts;

    private ZonalTable(List<KernelWindow> correlations, List<KernelWindow> angles, List<KernelWindow> pieces) {
        this.correlations = shortestFirst(correlations);
        this.angles = shortestFirst(angles);
        this.pieces = List.copyOf(pieces);
        this.starts = pieces.stream()
                .mapToDouble(piece -> piece.middle() - piece.half())
                .toArray();
    }

    /**
     * The table of a converged kernel.
     *
     * @throws IllegalArgumentException where pieces of width π/1024 need more than 16 coefficients
     */
    public static ZonalTable of(ZonalKernel kernel) {
        Require.present("kernel", kernel).orThrow();
        List<KernelWindow> pieces = new ArrayList<>();
        cut(kernel, 0, 0, pieces);
        return new ZonalTable(
                windows(-1, 2, CORRELATION_LEVELS, (from, to) -> KernelWindow.ofCorrelations(kernel, from, to)),
                windows(0, Math.PI, ANGLE_LEVELS, (from, to) -> KernelWindow.ofAngles(kernel, from, to)),
                pieces);
    }

    /** Halves [0, π] until every piece is short; this is piece i of width π/2^level. */
    private static void cut(ZonalKernel kernel, int level, int i, List<KernelWindow> pieces) {
        double width = Math.PI / (1 << level);
        Optional<KernelWindow> piece = KernelWindow.ofAngles(kernel, i * width, (i + 1) * width);
        if (piece.isPresent() && piece.get().nngp().length <= SHORT) {
            pieces.add(piece.get());
            return;
        }
        if (level == MAXIMUM_LEVEL) {
            throw new IllegalArgumentException("kernel must be smooth on the scale of pi/1024, got degree "
                    + kernel.ntk().degree());
        }
        cut(kernel, level + 1, 2 * i, pieces);
        cut(kernel, level + 1, 2 * i + 1, pieces);
    }

    private interface WindowFactory {
        Optional<KernelWindow> of(double from, double to);
    }

    /** Windows of widths w, w/2, w/4, … that start a quarter width apart, where the kernels have them and need them. */
    private static List<KernelWindow> windows(double start, double range, int levels, WindowFactory factory) {
        List<KernelWindow> windows = new ArrayList<>();
        for (int level = 0; level < levels; level++) {
            double width = range / (1 << level);
            for (int i = 0; i <= (4 << level) - 4; i++) {
                double from = start + 0.25 * i * width;
                double to = from + width;
                boolean served = windows.stream()
                        .anyMatch(window -> window.nngp().length <= SHORT_ENOUGH && window.contains(from, to));
                if (!served) {
                    factory.of(from, to).ifPresent(windows::add);
                }
            }
        }
        return windows;
    }

    private static List<KernelWindow> shortestFirst(List<KernelWindow> windows) {
        List<KernelWindow> sorted = new ArrayList<>(windows);
        sorted.sort(Comparator.comparingInt((KernelWindow window) -> window.nngp().length)
                .thenComparing(Comparator.comparingDouble(KernelWindow::half).reversed()));
        return List.copyOf(sorted);
    }

    /**
     * κ and τ at many angles.
     *
     * @param count how many
     * @param angle θ_j in [0, π]
     * @param nngp out: κ(θ_j)
     * @param ntk out: τ(θ_j)
     * @param scratch at least as long as count
     */
    public void evaluate(int count, double[] angle, double[] nngp, double[] ntk, double[] scratch) {
        KernelWindow window = window(angles, 0, Math.PI, count, j -> angle[j]);
        if (window == null) {
            for (int j = 0; j < count; j++) {
                lookUp(j, angle[j], nngp, ntk);
            }
            return;
        }
        PolynomialKernels.local(count, angle, window.middle(), 1 / window.half(), scratch);
        window.evaluate(count, scratch, nngp, ntk);
        for (int j = 0; j < count; j++) {
            if (Math.abs(scratch[j]) > 1) {
                lookUp(j, angle[j], nngp, ntk);
            }
        }
    }

    /**
     * κ and τ from gaps, where the pairs stay away from parallel and opposite ones.
     *
     * @param count how many
     * @param gap u_j = 1 - cos θ_j; out: κ(θ_j)
     * @param antigap v_j = 1 + cos θ_j; used up
     * @param ntk out: τ(θ_j)
     * @param scratch at least as long as count
     * @return false where no window holds most of the pairs: everything is then as it was, and {@link #evaluate} is the way
     */
    public boolean evaluateGaps(int count, double[] gap, double[] antigap, double[] ntk, double[] scratch) {
        KernelWindow window = window(correlations, -1, 1, count, j -> 0.5 * (antigap[j] - gap[j]));
        if (window == null) {
            return false;
        }
        PolynomialKernels.localCorrelation(count, gap, antigap, window.middle(), 1 / window.half(), scratch);
        boolean outside = false;
        for (int j = 0; j < count; j++) {
            if (Math.abs(scratch[j]) > 1) {
                // the angle from both halves of its sine and cosine, before u is overwritten
                antigap[j] = 2 * Math.atan2(Math.sqrt(gap[j]), Math.sqrt(antigap[j]));
                outside = true;
            }
        }
        window.evaluate(count, scratch, gap, ntk);
        for (int j = 0; outside && j < count; j++) {
            if (Math.abs(scratch[j]) > 1) {
                lookUp(j, antigap[j], gap, ntk);
            }
        }
        return true;
    }

    private void lookUp(int j, double angle, double[] nngp, double[] ntk) {
        int at = Arrays.binarySearch(starts, angle);
        pieces.get(Math.max(0, at >= 0 ? at : -at - 2)).evaluate(j, angle, nngp, ntk);
    }

    /** A pair's place on the axis of the windows. */
    private interface Place {
        double of(int j);
    }

    /** The shortest window on [start, end] that holds most pairs, judged by a sample; null if there is none. */
    private static KernelWindow window(List<KernelWindow> windows, double start, double end, int count, Place place) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        int stride = Math.max(1, count / SAMPLES);
        for (int j = 0; j < count; j += stride) {
            low = Math.min(low, place.of(j));
            high = Math.max(high, place.of(j));
        }
        double margin = MARGIN * (high - low);
        double from = Math.max(start, low - margin);
        double to = Math.min(end, high + margin);
        for (KernelWindow window : windows) {
            if (window.contains(from, to)) {
                return window;
            }
        }
        return null;
    }
}

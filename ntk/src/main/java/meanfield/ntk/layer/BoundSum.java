package meanfield.ntk.layer;

import java.util.Arrays;
import java.util.List;

/** The pair formula of a {@link CovarianceSum}, bound to its inputs. Thread-safe. */
public final class BoundSum {
    /** Antigaps below this are computed without a difference from 2. */
    private static final double NEARLY_OPPOSITE = 1e-3;
    /** Gaps below this are not taken from covariances, whose rounding they would drown in. */
    private static final double NEARLY_PARALLEL = 1e-3;

    /** Small gaps are computed for a whole chunk where they are more than this part of it. */
    private static final int MANY = 8;

    /** Taps added in one loop. */
    private static final int GROUP = 3;

    private final CovarianceSum sum;
    private final Side left;
    private final Side right;
    private final Blocks columns;
    private final boolean[] sourceSigned;
    private final boolean signed;
    private final boolean regular;
    private final boolean fused;
    private final boolean[] hasTangent;
    private final boolean expands;

    BoundSum(CovarianceSum sum, Side left, Side right, List<LayerKernel.Signs> signs) {
        this.sum = sum;
        this.left = left;
        this.right = right;
        this.columns = new Blocks(right);
        this.sourceSigned = new boolean[signs.size()];
        for (int s = 0; s < sourceSigned.length; s++) {
            sourceSigned[s] = signs.get(s) == LayerKernel.Signs.ANY;
        }
        this.signed = sum.signs(signs) == LayerKernel.Signs.ANY;
        this.regular = left.regular() && right.regular();
        this.hasTangent = new boolean[signs.size()];
        for (int s = 0; s < hasTangent.length; s++) {
            hasTangent[s] = left.sources[s].hasTangent && right.sources[s].hasTangent;
        }
        this.fused = hasTangent[0]
                && regular
                && sum.own() != CovarianceSum.Own.RAW
                && left.scalesAreDeviations()
                && right.scalesAreDeviations();
        this.expands = signs.size() == 1 && !sourceSigned[0] && fused && sum.tapCount() >= GROUP;
    }

    /** The pairs of a row with the first columns of a block, from the pairs that the taps hold. */
    public void apply(int row, int block, PairTaps taps, int count, PairChunk out) {
        Arrays.fill(out.gap, 0, count, 0);
        Arrays.fill(out.tangent, 0, count, 0);
        for (int f = 0; f < sum.tapCount(); f++) {
            if (taps.chunks[f] != null && fused && out.wantsTangent) {
                int s = sum.source(f);
                double alpha = left.sources[s].deviation[taps.rows[f]] * left.gapFactor[row];
                double[] deviations = columns.deviation[s][taps.blocks[f]];
                SumKernels.addBoth(count, alpha, deviations, columns.gapFactor[block], taps.chunks[f], out);
            } else {
                addGap(f, row, block, taps, count, out.gap);
                if (taps.chunks[f] != null && out.wantsTangent) {
                    addTangent(f, row, block, taps, count, out);
                }
            }
        }
        finishGap(row, block, count, out.gap);
        if (signed) {
            antigap(row, block, taps, count, out);
        }
        if (out.wantsTangent) {
            finishTangent(row, block, count, out);
        }
    }

    /**
     * Whether pairs may be expanded into covariances, which are only added for each tap; a few times faster than
     * {@link #apply}.
     */
    public boolean expands() {
        return expands;
    }

    /** The covariance k into the antigap's place and t into the tangent's, of a pair of the source; the gap stays. */
    public void expand(int row, int block, int count, PairChunk chunk) {
        expand(row, columns.deviation[0][block], count, chunk);
    }

    /** As {@link #expand} for an input with itself, whose columns are all its positions. */
    public void expandPositions(int row, int count, PairChunk chunk) {
        expand(row, left.sources[0].deviation, count, chunk);
    }

    private void expand(int row, double[] deviations, int count, PairChunk chunk) {
        SumKernels.expand(count, left.sources[0].deviation[row], deviations, chunk.gap, chunk.antigap, chunk.tangent);
    }

    /**
     * As {@link #apply} from expanded pairs; gaps that come out small are computed again without cancellation.
     *
     * @param added for every tap the expanded pair, zeros where there is none
     * @param read for every tap where the column's gap stands in the tap's pair; null where it stands at the same place
     */
    public void applyExpanded(
            int row, int block, PairTaps taps, PairChunk[] added, int[][] read, int count, PairChunk out) {
        Arrays.fill(out.gap, 0, count, 0);
        Arrays.fill(out.tangent, 0, count, 0);
        int f = 0;
        for (; f + GROUP <= sum.tapCount(); f += GROUP) {
            SumKernels.addThree(count, f, added, out.gap, out.tangent);
        }
        for (; f < sum.tapCount(); f++) {
            DenseKernels.add(count, added[f].antigap, out.gap);
            DenseKernels.add(count, added[f].tangent, out.tangent);
        }
        double own = sum.own() == CovarianceSum.Own.COVARIANCE ? 1 : 0;
        double variance = left.bias * left.bias;
        SumKernels.normalize(count, variance, own, left.gapFactor[row], columns.gapFactor[block], out.gap, out.tangent);
        replaceNearlyParallel(row, block, taps, read, count, out);
    }

    /** Small gaps without cancellation: all of a chunk where there are many, one by one otherwise, to the same bits. */
    private void replaceNearlyParallel(int row, int block, PairTaps taps, int[][] read, int count, PairChunk out) {
        int near = SumKernels.below(count, NEARLY_PARALLEL, out.gap);
        if (read == null && near > count / MANY) {
            Arrays.fill(out.angle, 0, count, 0);
            for (int f = 0; f < sum.tapCount(); f++) {
                addGap(f, row, block, taps, count, out.angle);
            }
            finishGap(row, block, count, out.angle);
            SumKernels.replaceSmall(count, NEARLY_PARALLEL, out.angle, out.gap);
            return;
        }
        for (int j = 0; near > 0 && j < count; j++) {
            if (out.gap[j] < NEARLY_PARALLEL) {
                out.gap[j] = gap(row, block, j, taps, read);
            }
        }
    }

    /** The gap of one pair, (2) of {@link CovarianceSum}. */
    private double gap(int row, int block, int j, PairTaps taps, int[][] read) {
        double factor = columns.gapFactor[block][j];
        double gap = 0;
        for (int f = 0; f < sum.tapCount(); f++) {
            double alpha = taps.rows[f] < 0 ? 0 : left.sources[0].deviation[taps.rows[f]] * left.gapFactor[row];
            double beta = taps.blocks[f] < 0 ? 0 : columns.deviation[0][taps.blocks[f]][j] * factor;
            int at = read == null ? j : read[j][f];
            double before = taps.chunks[f] == null || at < 0 ? 0 : taps.chunks[f].gap[at];
            double difference = alpha - beta;
            gap += alpha * beta * before + 0.5 * difference * difference;
        }
        double difference = left.bias * left.gapFactor[row] - columns.bias[block][j];
        return gap + 0.5 * difference * difference;
    }

    private void addGap(int f, int row, int block, PairTaps taps, int count, double[] gap) {
        int s = sum.source(f);
        double alpha = taps.rows[f] < 0 ? 0 : left.sources[s].deviation[taps.rows[f]] * left.gapFactor[row];
        if (taps.chunks[f] != null) {
            double[] deviations = columns.deviation[s][taps.blocks[f]];
            SumKernels.addGap(count, alpha, deviations, columns.gapFactor[block], taps.chunks[f].gap, gap);
        } else if (taps.rows[f] >= 0) {
            SumKernels.addConstant(count, 0.5 * alpha * alpha, gap);
        } else if (taps.blocks[f] >= 0) {
            double[] deviations = columns.deviation[s][taps.blocks[f]];
            SumKernels.addColumnOnly(count, deviations, columns.gapFactor[block], gap);
        }
    }

    private void addTangent(int f, int row, int block, PairTaps taps, int count, PairChunk out) {
        int s = sum.source(f);
        int readRow = taps.rows[f];
        int readBlock = taps.blocks[f];
        if (hasTangent[s]) {
            double factor = left.sources[s].scale[readRow] * left.tangentFactor[row];
            double[] scales = columns.scale[s][readBlock];
            double[] factors = columns.tangentFactor[block];
            SumKernels.addScaled(count, factor, scales, factors, taps.chunks[f].tangent, out.tangent);
        }
        if (sum.own() == CovarianceSum.Own.RAW) {
            addRaw(f, row, block, taps, count, out);
        }
    }

    /**
     * v′ = 2 - u′, and where that is small, with opposite inputs, by the formula of the gap with v in place of u and 2 for
     * every product of biases.
     */
    private void antigap(int row, int block, PairTaps taps, int count, PairChunk out) {
        SumKernels.complement(count, out.gap, out.antigap);
        if (SumKernels.minimum(count, out.antigap) > NEARLY_OPPOSITE) {
            return;
        }
        double[] exact = out.angle;
        Arrays.fill(exact, 0, count, 0);
        for (int f = 0; f < sum.tapCount(); f++) {
            PairChunk in = taps.chunks[f];
            if (in == null) {
                addGap(f, row, block, taps, count, exact);
                continue;
            }
            int s = sum.source(f);
            if (!sourceSigned[s]) {
                SumKernels.complement(count, in.gap, in.antigap);
            }
            double alpha = left.sources[s].deviation[taps.rows[f]] * left.gapFactor[row];
            double[] deviations = columns.deviation[s][taps.blocks[f]];
            SumKernels.addGap(count, alpha, deviations, columns.gapFactor[block], in.antigap, exact);
        }
        finishGap(row, block, count, exact);
        DenseKernels.addProducts(count, 2 * left.bias * left.gapFactor[row], columns.bias[block], exact);
        DenseKernels.addProducts(count, 2 * left.missing[row], columns.missing[block], exact);
        SumKernels.replaceSmall(count, NEARLY_OPPOSITE, exact, out.antigap);
    }

    /** n √(p_f q_f) r_f/(m′ m′), the gradient with respect to the weights themselves. */
    private void addRaw(int f, int row, int block, PairTaps taps, int count, PairChunk out) {
        int s = sum.source(f);
        PairChunk in = taps.chunks[f];
        if (sourceSigned[s]) {
            DenseKernels.signedCorrelation(count, in.gap, in.antigap, out.angle);
        } else {
            DenseKernels.correlation(count, in.gap, out.angle);
        }
        double factor = sum.channels() * left.sources[s].raw[taps.rows[f]] * left.tangentFactor[row];
        double[] raws = columns.raw[s][taps.blocks[f]];
        SumKernels.addScaled(count, factor, raws, columns.tangentFactor[block], out.angle, out.tangent);
    }

    private void finishGap(int row, int block, int count, double[] gap) {
        if (left.bias > 0) {
            SumKernels.addBias(count, left.bias * left.gapFactor[row], columns.bias[block], gap);
        }
        if (!regular) {
            DenseKernels.addMissing(count, left.missing[row], columns.missing[block], gap);
        }
    }

    private void finishTangent(int row, int block, int count, PairChunk out) {
        if (sum.own() == CovarianceSum.Own.COVARIANCE) {
            addCovariance(row, block, count, out);
        } else if (sum.own() == CovarianceSum.Own.RAW && sum.hasBias()) {
            DenseKernels.addProducts(count, left.tangentFactor[row], columns.tangentFactor[block], out.tangent);
        }
    }

    /** τ += r′, except between inputs without variance, which are alike but have no covariance. */
    private void addCovariance(int row, int block, int count, PairChunk out) {
        if (signed) {
            DenseKernels.signedCorrelation(count, out.gap, out.antigap, out.angle);
        } else {
            DenseKernels.correlation(count, out.gap, out.angle);
        }
        if (!regular) {
            DenseKernels.removeMissing(count, left.missing[row], columns.missing[block], out.angle);
        }
        DenseKernels.add(count, out.angle, out.tangent);
    }

    /**
     * What the formula needs of one source.
     *
     * @param deviation √(w p_i)
     * @param scale √w m_i
     * @param raw √p_i where it is wanted
     * @param hasTangent whether any t(x, x) is not 0
     */
    record Source(double[] deviation, double[] scale, double[] raw, boolean hasTangent) {
        static Source ofSize(int n, boolean hasTangent) {
            return new Source(new double[n], new double[n], new double[n], hasTangent);
        }

        void copy(int to, Source source, int from) {
            deviation[to] = source.deviation[from];
            scale[to] = source.scale[from];
            raw[to] = source.raw[from];
        }

        static Source of(RowState state, double weight, boolean wantsRaw) {
            int n = state.size();
            double[] deviation = new double[n];
            boolean hasTangent = Arrays.stream(state.tangent()).anyMatch(t -> t != 0);
            Source source = new Source(deviation, new double[n], wantsRaw ? new double[n] : deviation, hasTangent);
            double root = Math.sqrt(weight);
            for (int i = 0; i < n; i++) {
                source.deviation[i] = Math.sqrt(weight * state.variance()[i]);
                source.scale[i] = state.variance()[i] > 0 ? source.deviation[i] : root * state.scale()[i];
                if (wantsRaw) {
                    source.raw[i] = Math.sqrt(state.variance()[i]);
                }
            }
            return source;
        }
    }

    /**
     * What the formula needs of single inputs.
     *
     * @param sources of every source
     * @param gapFactor 1/√p_i′, 0 where p_i′ = 0
     * @param tangentFactor 1/m_i′
     * @param missing 1 where p_i′ = 0
     * @param bias σ_b
     * @param width inputs in a block of columns
     */
    record Side(
            Source[] sources, double[] gapFactor, double[] tangentFactor, double[] missing, double bias, int width) {
        static Side of(RowState after, double bias, Source[] sources) {
            int n = after.size();
            Side side = new Side(sources, new double[n], new double[n], new double[n], bias, after.width());
            for (int i = 0; i < n; i++) {
                boolean present = after.variance()[i] > 0;
                side.tangentFactor[i] = 1 / after.scale()[i];
                side.gapFactor[i] = present ? side.tangentFactor[i] : 0;
                side.missing[i] = present ? 0 : 1;
            }
            return side;
        }

        /** The same with other sources and all inputs in one block. */
        Side with(Source[] others, int newWidth) {
            return new Side(others, gapFactor, tangentFactor, missing, bias, newWidth);
        }

        boolean regular() {
            return Arrays.stream(missing).allMatch(value -> value == 0);
        }

        /** True where every source has variance: tangents are then weighted as gaps are. */
        boolean scalesAreDeviations() {
            return Arrays.stream(sources).allMatch(source -> Arrays.equals(source.scale, source.deviation));
        }
    }

    /** A side cut at the block borders. */
    private static final class Blocks {
        final double[][][] deviation;
        final double[][][] scale;
        final double[][][] raw;
        final double[][] gapFactor;
        final double[][] tangentFactor;
        final double[][] missing;
        final double[][] bias;

        Blocks(Side side) {
            int count = side.sources.length;
            deviation = new double[count][][];
            scale = new double[count][][];
            raw = new double[count][][];
            for (int s = 0; s < count; s++) {
                deviation[s] = RowState.split(side.sources[s].deviation, side.width);
                scale[s] = RowState.split(side.sources[s].scale, side.width);
                raw[s] = RowState.split(side.sources[s].raw, side.width);
            }
            gapFactor = RowState.split(side.gapFactor, side.width);
            tangentFactor = RowState.split(side.tangentFactor, side.width);
            missing = RowState.split(side.missing, side.width);
            bias = new double[gapFactor.length][];
            for (int b = 0; b < bias.length; b++) {
                bias[b] = gapFactor[b].clone();
                SumKernels.scale(bias[b].length, side.bias, bias[b]);
            }
        }
    }
}

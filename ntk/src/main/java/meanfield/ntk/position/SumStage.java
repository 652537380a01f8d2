package meanfield.ntk.position;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import meanfield.ntk.layer.BoundSum;
import meanfield.ntk.layer.CovarianceSum;
import meanfield.ntk.layer.PairChunk;
import meanfield.ntk.layer.PairTaps;
import meanfield.ntk.layer.RowState;
import meanfield.ntk.position.PairSet.PairImage;
import meanfield.ntk.position.Stage.PairSource;

/** A sum over taps of one input: convolution, flattening. Pairs of one shift come from pairs of one shift. */
record SumStage(Place place, Stage input, CovarianceSum sum) implements Stage {
    @Override
    public RowState state(Block block) {
        return sum.rows(List.of(block.state(input)));
    }

    @Override
    public Object bind(Tile tile) {
        return sum.bind(
                List.of(tile.rows().state(input)), List.of(tile.columns().state(input)), List.of(input.signs()));
    }

    @Override
    public PairSource plan(PairSet wanted) {
        PairSet reads = reads(wanted);
        PairSource source = input.plan(reads);
        return frame -> {
            PairImage before = source.get(frame);
            PairImage after = frame.newImage(wanted);
            BoundSum bound = frame.tile().bound(this, BoundSum.class);
            for (int slot = 0; bound.expands() && slot < reads.size(); slot++) {
                int row = frame.rowIndex(reads.first(slot));
                bound.expand(row, reads.second(slot), frame.count(), before.chunks()[slot]);
            }
            for (int slot = 0; slot < wanted.size(); slot++) {
                gather(wanted.first(slot), wanted.second(slot), before, frame);
                apply(bound, wanted.first(slot), wanted.second(slot), frame, after.chunks()[slot]);
            }
            frame.release(before);
            return after;
        };
    }

    private void apply(BoundSum bound, int a, int b, Frame frame, PairChunk out) {
        PairTaps taps = frame.taps();
        if (!bound.expands()) {
            bound.apply(frame.rowIndex(a), b, taps, frame.count(), out);
            return;
        }
        PairChunk[] added = frame.added();
        for (int f = 0; f < sum.tapCount(); f++) {
            added[f] = taps.chunks[f] == null ? frame.zeros() : taps.chunks[f];
        }
        bound.applyExpanded(frame.rowIndex(a), b, taps, added, null, frame.count(), out);
    }

    private void gather(int a, int b, PairImage from, Frame frame) {
        PairTaps taps = frame.taps();
        int[] left = sum.taps()[a];
        int[] right = sum.taps()[b];
        for (int f = 0; f < left.length; f++) {
            taps.rows[f] = left[f] < 0 ? -1 : frame.rowIndex(left[f]);
            taps.blocks[f] = right[f];
            boolean both = left[f] >= 0 && right[f] >= 0;
            taps.chunks[f] = both ? from.chunks()[from.pairs().slot(left[f], right[f])] : null;
        }
    }

    /** The pairs that the wanted ones are sums of; the same object where it is the same set. */
    private PairSet reads(PairSet wanted) {
        int positions = input.shape().positions();
        BitSet bits = new BitSet();
        for (int slot = 0; slot < wanted.size(); slot++) {
            int[] left = sum.taps()[wanted.first(slot)];
            int[] right = sum.taps()[wanted.second(slot)];
            for (int f = 0; f < left.length; f++) {
                if (left[f] >= 0 && right[f] >= 0) {
                    bits.set(left[f] * positions + right[f]);
                }
            }
        }
        PairSet reads = PairSet.of(positions, bits);
        return reads.same(wanted) ? wanted : reads;
    }

    @Override
    public PairChunk[] self(SelfRun run) {
        PairChunk[] before = input.self(run);
        if (place.wraps()) {
            SelfRun.mirror(before); // around the border a + f may come before b + f
        }
        PairChunk[] after = run.newImage(shape().positions());
        BoundSum bound = sum.bindPositions(List.of(run.block().state(input)), List.of(input.signs()));
        for (int a = 0; bound.expands() && a < before.length; a++) {
            bound.expandPositions(a, place.wraps() ? before.length : a + 1, before[a]);
        }
        PairChunk[] gathered = new PairChunk[sum.tapCount()];
        Arrays.setAll(gathered, f -> run.newChunk(after.length));
        PairTaps taps = run.taps();
        for (int a = 0; a < after.length; a++) {
            for (int f = 0; f < gathered.length; f++) {
                int read = sum.taps()[a][f];
                taps.rows[f] = read;
                taps.blocks[f] = f;
                if (bound.expands()) {
                    taps.chunks[f] = read < 0 ? null : before[read];
                    gatherExpanded(f, a + 1, taps.chunks[f], gathered[f]);
                } else {
                    taps.chunks[f] = read < 0 ? null : gathered[f];
                    gather(f, a + 1, read < 0 ? null : before[read], gathered[f]);
                }
            }
            if (bound.expands()) {
                bound.applyExpanded(a, 0, taps, gathered, sum.taps(), a + 1, after[a]);
            } else {
                bound.apply(a, 0, taps, a + 1, after[a]);
            }
        }
        return after;
    }

    /** What tap f reads for the first {@code count} second positions. */
    private void gather(int f, int count, PairChunk from, PairChunk to) {
        int[][] read = sum.taps();
        for (int b = 0; from != null && b < count; b++) {
            int position = Math.max(0, read[b][f]);
            to.gap[b] = from.gap[position];
            to.antigap[b] = from.antigap[position];
            to.tangent[b] = from.tangent[position];
        }
    }

    /** The expanded pairs that tap f reads for the first {@code count} second positions, 0 beyond the border. */
    private void gatherExpanded(int f, int count, PairChunk from, PairChunk to) {
        int[][] read = sum.taps();
        for (int b = 0; b < count; b++) {
            int position = from == null ? -1 : read[b][f];
            to.antigap[b] = position < 0 ? 0 : from.antigap[position];
            to.tangent[b] = position < 0 ? 0 : from.tangent[position];
        }
    }
}

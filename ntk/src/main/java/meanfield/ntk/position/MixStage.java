package meanfield.ntk.position;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import meanfield.ntk.layer.PairChunk;
import meanfield.ntk.layer.RowState;
import meanfield.ntk.position.Mixing.SelfMix;
import meanfield.ntk.position.PairSet.PairImage;
import meanfield.ntk.position.Stage.PairSource;

/**
 * A stage that is evaluated for all demanded pairs before the stages behind it run, because its pairs are made of pairs of
 * many shifts, or because several passes read it. Its input passes in groups of one shift ({@link PairSet#byShift}).
 */
final class MixStage implements Stage {
    private final Place place;
    private final Stage input;
    private final Mixing mixing;
    private final BitSet demand = new BitSet();
    private final List<Reader> readers = new ArrayList<>();
    private final List<PairSource> groups = new ArrayList<>();
    private PairSet demanded;
    private PairSet everything;
    private List<PairSet> order = List.of();

    MixStage(Place place, Stage input, Mixing mixing) {
        this.place = place;
        this.input = input;
        this.mixing = mixing;
    }

    /** Pairs that a later stage reads, and where they stand in the store. */
    private static final class Reader {
        private final PairSet wanted;
        private int[] slots;

        Reader(PairSet wanted) {
            this.wanted = wanted;
        }
    }

    /** All pairs of the input in the order in which groups come. */
    List<PairSet> order() {
        return order;
    }

    Mixing mixing() {
        return mixing;
    }

    @Override
    public Place place() {
        return place;
    }

    /** Plans the input, once all stages behind this one are planned. */
    void planInput() {
        int positions = shape().positions();
        for (int a = 0; a < positions; a++) {
            demand.set(a * positions + a);
        }
        demanded = PairSet.of(positions, demand);
        for (Reader reader : readers) {
            reader.slots = new int[reader.wanted.size()];
            for (int slot = 0; slot < reader.slots.length; slot++) {
                reader.slots[slot] = demanded.slot(reader.wanted.first(slot), reader.wanted.second(slot));
            }
        }
        int before = input.shape().positions();
        BitSet pairs = new BitSet();
        pairs.set(0, mixing.gathers() ? before * before : 0);
        everything = PairSet.of(before, pairs);
        BitSet full = new BitSet();
        full.set(0, before * before);
        order = PairSet.of(before, full)
                .byShift(input.shape().extents(), input.place().wraps());
        PairSet reads = PairSet.of(before, mixing.reads(demanded));
        for (PairSet group :
                reads.byShift(input.shape().extents(), input.place().wraps())) {
            groups.add(input.plan(group));
        }
    }

    @Override
    public RowState state(Block block) {
        return mixing.keepsState() ? block.state(input) : block.inputs().measured(this, block.from(), block.size());
    }

    @Override
    public Object bind(Tile tile) {
        return new Covariances(tile.rows().state(input), tile.columns().state(input), input.signs());
    }

    @Override
    public PairSource plan(PairSet wanted) {
        for (int slot = 0; slot < wanted.size(); slot++) {
            demand.set(wanted.first(slot) * wanted.positions() + wanted.second(slot));
        }
        Reader reader = new Reader(wanted);
        readers.add(reader);
        return frame -> {
            PairImage image = frame.newImage(wanted);
            PairImage kept = frame.kept(this);
            for (int slot = 0; slot < wanted.size(); slot++) {
                image.chunks()[slot].copy(frame.count(), kept.chunks()[reader.slots[slot]]);
            }
            return image;
        };
    }

    /** Evaluates all demanded pairs and keeps them; of an input with itself also its own state. */
    void run(Frame frame) {
        PairImage store = frame.newImage(demanded);
        for (PairChunk chunk : store.chunks()) {
            Arrays.fill(chunk.gap, 0, frame.count(), 0);
            Arrays.fill(chunk.tangent, 0, frame.count(), 0);
        }
        PairImage all = frame.newImage(everything);
        MixRun run = new MixRun(frame, this, store, all);
        for (PairSource source : groups) {
            PairImage group = source.get(frame);
            mixing.take(run, group);
            frame.release(group);
        }
        mixing.end(run);
        frame.release(all);
        frame.keep(this, store);
        if (!mixing.keepsState()) {
            normalize(frame, store);
        }
    }

    @Override
    public PairChunk[] self(SelfRun run) {
        return run.copyOf(this);
    }

    /** Evaluates an input with itself, keeps its pairs, and measures its own state. */
    void keepSelf(SelfRun run) {
        PairChunk[] image = input.self(run);
        SelfRun.mirror(image);
        RowState before = run.block().state(input);
        for (int a = 0; a < image.length; a++) {
            pinDiagonal(a, image[a], before);
        }
        if (mixing.keepsState()) {
            run.block().advance(this);
            run.keep(this, image);
            return;
        }
        SelfMix mix = selfMix(run, image);
        mixing.self(mix);
        run.block().inputs().measure(mix);
        run.block().advance(this);
        RowState after = run.positions(this);
        int positions = mix.nextK().length;
        PairChunk[] mixed = run.newImage(positions);
        for (int a = 0; a < positions; a++) {
            System.arraycopy(mix.nextK()[a], 0, mixed[a].gap, 0, positions);
            System.arraycopy(mix.nextT()[a], 0, mixed[a].tangent, 0, positions);
            MixKernels.normalize(
                    positions,
                    after.variance()[a],
                    after.variance(),
                    after.scale()[a],
                    after.scale(),
                    mixed[a].gap,
                    mixed[a].antigap,
                    mixed[a].tangent);
        }
        run.keep(this, mixed);
    }

    private SelfMix selfMix(SelfRun run, PairChunk[] image) {
        int n = image.length;
        int next = shape().positions();
        SelfMix mix = new SelfMix(
                this,
                run.block().inputs(),
                run.block().from(),
                new double[n][n],
                new double[n][n],
                new double[next][next],
                new double[next][next]);
        RowState positions = run.positions(input);
        Covariances covariances = new Covariances(positions, positions, input.signs());
        for (int a = 0; a < n; a++) {
            covariances.covariance(a, 0, n, image[a], mix.k()[a]);
            covariances.tangent(a, 0, n, image[a], mix.t()[a]);
        }
        return mix;
    }

    /** An input with itself at the same position: u = 0 and the tangent of its own state. */
    private static void pinDiagonal(int a, PairChunk chunk, RowState state) {
        double scale = state.scale()[a];
        chunk.gap[a] = 0;
        chunk.antigap[a] = 2;
        chunk.tangent[a] = scale > 0 ? state.tangent()[a] / (scale * scale) : 0;
    }

    private void normalize(Frame frame, PairImage store) {
        RowState rows = frame.tile().rows().state(this);
        RowState columns = frame.tile().columns().state(this);
        double[][] variances = columns.split(columns.variance());
        double[][] scales = columns.split(columns.scale());
        for (int slot = 0; slot < demanded.size(); slot++) {
            int row = frame.rowIndex(demanded.first(slot));
            int block = demanded.second(slot);
            PairChunk chunk = store.chunks()[slot];
            MixKernels.normalize(
                    frame.count(),
                    rows.variance()[row],
                    variances[block],
                    rows.scale()[row],
                    scales[block],
                    chunk.gap,
                    chunk.antigap,
                    chunk.tangent);
        }
    }

    /** One evaluation of a {@link MixStage} for one row input. */
    static final class MixRun {
        private final Frame frame;
        private final MixStage stage;
        private final PairImage store;
        private final PairImage all;
        private final Covariances covariances;

        MixRun(Frame frame, MixStage stage, PairImage store, PairImage all) {
            this.frame = frame;
            this.stage = stage;
            this.store = store;
            this.all = all;
            this.covariances = frame.tile().bound(stage, Covariances.class);
        }

        Frame frame() {
            return frame;
        }

        MixStage stage() {
            return stage;
        }

        int count() {
            return frame.count();
        }

        /** The demanded pairs. */
        PairImage store() {
            return store;
        }

        /** Room for k and t of all pairs of the input, slot a P + b. */
        PairImage all() {
            return all;
        }

        /** k of a pair of the input. */
        void covariance(int a, int b, PairChunk chunk, double[] out) {
            covariances.covariance(frame.rowIndex(a), b, frame.count(), chunk, out);
        }

        /** t of a pair of the input. */
        void tangent(int a, int b, PairChunk chunk, double[] out) {
            covariances.tangent(frame.rowIndex(a), b, frame.count(), chunk, out);
        }

        /** k and t of a group into {@link #all}. */
        void gather(PairImage group) {
            PairSet pairs = group.pairs();
            for (int slot = 0; slot < pairs.size(); slot++) {
                int a = pairs.first(slot);
                int b = pairs.second(slot);
                PairChunk to = all.chunks()[a * pairs.positions() + b];
                covariance(a, b, group.chunks()[slot], to.gap);
                tangent(a, b, group.chunks()[slot], to.tangent);
            }
        }
    }
}

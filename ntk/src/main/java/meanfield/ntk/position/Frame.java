package meanfield.ntk.position;

import java.util.ArrayDeque;
import meanfield.ntk.layer.PairChunk;
import meanfield.ntk.layer.PairTaps;
import meanfield.ntk.position.PairSet.PairImage;

/** The scratch of one thread while it evaluates one row input against a block of column inputs. */
final class Frame {
    private final Tile tile;
    private final boolean wantsTangent;
    private final double[] scratch;
    private final ArrayDeque<PairChunk> free = new ArrayDeque<>();
    private final PairImage[] images;
    private final PairTaps taps;
    private final PairChunk[] added;
    private final PairChunk zeros;
    private int row;
    private int count;

    Frame(Tile tile, Plan plan, boolean wantsTangent) {
        this.tile = tile;
        this.wantsTangent = wantsTangent;
        this.scratch = new double[tile.columns().size()];
        this.images = new PairImage[plan.stages().size()];
        this.taps = new PairTaps(plan.mostTaps());
        this.added = new PairChunk[plan.mostTaps()];
        this.zeros = new PairChunk(scratch.length, wantsTangent, scratch);
    }

    /** Turns to this row of the tile and the first columns. */
    void select(int newRow, int newCount) {
        this.row = newRow;
        this.count = newCount;
    }

    Tile tile() {
        return tile;
    }

    /** Columns in use. */
    int count() {
        return count;
    }

    boolean wantsTangent() {
        return wantsTangent;
    }

    /** Row input, counted within the tile. */
    int row() {
        return row;
    }

    /** Index of a position of the row input in the states of its block. */
    int rowIndex(int position) {
        return position * tile.rows().size() + row;
    }

    /** Scratch as long as a chunk, shared with all chunks of this frame. */
    double[] scratch() {
        return scratch;
    }

    PairTaps taps() {
        return taps;
    }

    /** Room for a pair for each tap. */
    PairChunk[] added() {
        return added;
    }

    /** A pair whose arrays are 0; nobody writes into it. */
    PairChunk zeros() {
        return zeros;
    }

    PairImage newImage(PairSet pairs) {
        PairChunk[] chunks = new PairChunk[pairs.size()];
        for (int slot = 0; slot < chunks.length; slot++) {
            PairChunk chunk = free.poll();
            chunks[slot] = chunk == null ? new PairChunk(tile.columns().size(), wantsTangent, scratch) : chunk;
        }
        return new PairImage(pairs, chunks);
    }

    void release(PairImage image) {
        for (PairChunk chunk : image.chunks()) {
            free.push(chunk);
        }
    }

    /** What a stage has kept for its readers. */
    PairImage kept(Stage stage) {
        return images[stage.index()];
    }

    /** Keeps an image for the readers of a stage, in place of what it kept before. */
    void keep(Stage stage, PairImage image) {
        forget(stage);
        images[stage.index()] = image;
    }

    void forget(Stage stage) {
        PairImage old = images[stage.index()];
        if (old != null) {
            release(old);
            images[stage.index()] = null;
        }
    }
}

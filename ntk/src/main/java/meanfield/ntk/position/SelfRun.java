package meanfield.ntk.position;

import meanfield.ntk.layer.PairChunk;
import meanfield.ntk.layer.PairTaps;
import meanfield.ntk.layer.RowState;

/**
 * An input with itself, all pairs of positions at once: what stages that mix shifts need to know of single inputs. The
 * chunks of an image run over all second positions of one first position.
 */
final class SelfRun {
    private final Block block;
    private final PairChunk[][] kept;
    private final double[] scratch;
    private final PairTaps taps;

    SelfRun(Block block, Plan plan) {
        this.block = block;
        this.kept = new PairChunk[plan.stages().size()][];
        int largest = plan.stages().stream()
                .mapToInt(stage -> stage.shape().positions())
                .max()
                .orElse(1);
        this.scratch = new double[largest];
        this.taps = new PairTaps(plan.mostTaps());
    }

    Block block() {
        return block;
    }

    PairTaps taps() {
        return taps;
    }

    /** The state of all positions as one block of columns. */
    RowState positions(Stage stage) {
        return block.state(stage).asOneBlock();
    }

    PairChunk newChunk(int positions) {
        return new PairChunk(positions, true, scratch);
    }

    PairChunk[] newImage(int positions) {
        PairChunk[] image = new PairChunk[positions];
        for (int a = 0; a < positions; a++) {
            image[a] = newChunk(positions);
        }
        return image;
    }

    /** Fills the pairs b > a from those that were evaluated. */
    static void mirror(PairChunk[] image) {
        for (int a = 0; a < image.length; a++) {
            for (int b = 0; b < a; b++) {
                image[b].gap[a] = image[a].gap[b];
                image[b].antigap[a] = image[a].antigap[b];
                image[b].tangent[a] = image[a].tangent[b];
            }
        }
    }

    /** Keeps an image for all that read a stage. */
    void keep(Stage stage, PairChunk[] image) {
        kept[stage.index()] = image;
    }

    /** A copy of what was kept. */
    PairChunk[] copyOf(Stage stage) {
        PairChunk[] from = kept[stage.index()];
        PairChunk[] copy = newImage(from.length);
        for (int a = 0; a < from.length; a++) {
            copy[a].copy(from.length, from[a]);
        }
        return copy;
    }
}

package meanfield.ntk.position;

import meanfield.ntk.layer.LayerKernel.Signs;
import meanfield.ntk.layer.PairChunk;
import meanfield.ntk.layer.RowState;
import meanfield.ntk.network.ArrayShape;
import meanfield.ntk.position.PairSet.PairImage;

/** A place in a network where the state of inputs and of pairs can be asked for: the inputs, or what leaves a layer. */
interface Stage {
    /** What is known of the stage before any input is. */
    Place place();

    /** State of single inputs. */
    RowState state(Block block);

    /** The pair formula for these inputs, kept by the tile. */
    Object bind(Tile tile);

    /** Where these pairs come from. */
    PairSource plan(PairSet wanted);

    /** The pairs (a, b ≤ a) of positions of an input with itself, by symmetry all; beyond b = a anything may stand. The caller's. */
    PairChunk[] self(SelfRun run);

    /** Place in the order of evaluation: a stage reads stages of smaller index. */
    default int index() {
        return place().index();
    }

    /** For messages. */
    default String label() {
        return place().label();
    }

    /** Shape of one example here. */
    default ArrayShape shape() {
        return place().shape();
    }

    /** Whether correlations may be negative here. */
    default Signs signs() {
        return place().signs();
    }

    /**
     * Facts about a stage.
     *
     * @param index place in the order of evaluation
     * @param label for messages
     * @param shape shape of one example
     * @param signs whether correlations may be negative
     * @param wraps whether shifts of positions count modulo the extents, on the way from the last stage that mixes shifts
     */
    record Place(int index, String label, ArrayShape shape, Signs signs, boolean wraps) {}

    /** Where the state of a fixed set of pairs comes from. */
    interface PairSource {
        /** The state for the frame's inputs; the caller's, who gives it back with {@link Frame#release}. */
        PairImage get(Frame frame);
    }
}

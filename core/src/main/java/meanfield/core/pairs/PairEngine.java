package meanfield.core.pairs;

import java.util.function.Consumer;

/**
 * Computes kernels of pairs, inner products included, somewhere else than in the caller's loops: on a device whose memory
 * the pairs leave only when they are done. Thread-safe.
 *
 * <p>Accuracy: with {@link Precision#DOUBLE} as {@link PlainPairs}, to 1e-12 √(k_ii k_jj). With {@link Precision#SINGLE} an
 * inner product has an error of e ≤ 6e-8 √D or so, which an angle magnifies: entries are off by up to
 * 1e-5 √(k_ii k_jj) (and the same of t) a layer. Off the diagonal only: the diagonal never comes from pairs.
 *
 * <p>The bits of an entry do not depend on threads, but may depend on the free memory of the device, which sets the tiles.
 */
public interface PairEngine {
    /**
     * Computes a problem, tile by tile.
     *
     * @param sink hears every tile once, in any order and from several threads at once; what it throws ends the work and comes
     *     out here; it must not call the engine
     * @throws meanfield.core.linalg.BackendException with one line when the device fails
     */
    void evaluate(PairProblem problem, PairOutputs outputs, Consumer<PairTile> sink);
}

package meanfield.approximation.sobolev;

/**
 * Sizes of a constructive network.
 *
 * @param parameters W
 * @param units U
 * @param hiddenLayers L
 */
public record NetworkSize(long parameters, long units, int hiddenLayers) {}

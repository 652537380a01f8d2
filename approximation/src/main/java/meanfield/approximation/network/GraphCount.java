package meanfield.approximation.network;

/**
 * Sizes of a network.
 *
 * @param parameters W: listed weights, structurally present biases, listed coefficients of units
 * @param units U: nodes that are neither input nor identity
 * @param hiddenLayers L: the longest path, counted in units
 * @param nonzeros W without the numbers that are 0
 * @param identities identity nodes
 * @param dense parameters of a layered, fully connected net that contains the graph: values that skip layers are carried by
 *     one identity channel each, identities that do not are folded into the weights
 */
public record GraphCount(long parameters, long units, int hiddenLayers, long nonzeros, long identities, long dense) {}

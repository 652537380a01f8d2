package meanfield.replica.diagram;

/**
 * Where retrieval ends when a network is heated.
 *
 * @param temperature T; NaN where there is no retrieval at any
 * @param patternOverlap n of the last state
 */
public record RetrievalEnd(double temperature, double patternOverlap) {}

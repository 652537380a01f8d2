/**
 * Symmetric matrices too large to store: computed in tiles, kept on disk or on a cluster, multiplied by blocks of vectors.
 *
 * <p>A kernel matrix of n = 60,000 points has 3.6 · 10⁹ entries; a Java array ends at 2.1 · 10⁹. Iterative methods need only
 *
 * <pre>
 *   Y_I = Σ_{J ≤ I} A_IJ X_J + Σ_{J &gt; I} A_JIᵀ X_J                                                        (1)
 * </pre>
 *
 * for blocks X of a few vectors, with the tiles A_IJ of the lower triangle each read once.
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><th>class</th><th>what</th></tr>
 * <tr><td>{@link meanfield.core.tiles.TileFunction}</td><td>the matrix: computes any rectangle, may travel</td></tr>
 * <tr><td>{@link meanfield.core.tiles.TileGrid}</td><td>numbering of the tiles of a lower triangle</td></tr>
 * <tr><td>{@link meanfield.core.tiles.TileEngine}</td><td>where tiles are computed and kept</td></tr>
 * <tr><td>{@link meanfield.core.tiles.DiskTileEngine}</td><td>here: threads and a scratch file</td></tr>
 * <tr><td>{@link meanfield.core.tiles.TileEngineProvider}</td><td>elsewhere: a plug-in</td></tr>
 * <tr><td>{@link meanfield.core.tiles.StoredTiles}</td><td>a stored matrix: its norm and (1)</td></tr>
 * <tr><td>{@link meanfield.core.tiles.TileSums}</td><td>the order of summation in (1)</td></tr>
 * <tr><td>{@link meanfield.core.tiles.ScratchFile}, {@link meanfield.core.tiles.Blocks}</td><td>files of records; loops over blocks of vectors</td></tr>
 * </table>
 *
 * <p>Conventions: (1) is summed in groups of tiles that depend on n and the side of a tile only, so that results have the
 * same bits on any number of threads, on disk and on a cluster.
 */
package meanfield.core.tiles;

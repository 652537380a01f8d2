/**
 * Kernels of pairs on a device: {@link meanfield.core.pairs.PairEngine} by cuBLAS and one kernel of our own.
 *
 * <p>A kernel matrix of n inputs of dimension d costs n² d/2 multiplications for the products and some tens to hundreds of
 * operations an entry for the layers. Done one after the other over whole matrices, the layers would read and write the
 * memory again and again; here a tile's products stay where cuBLAS left them,
 *
 * <pre>
 *   products  →  all steps of every pair, in registers  →  k_ij in the products' place, t_ij beside it  →  host       (1)
 * </pre>
 *
 * and two lanes take turns, so that one tile is copied out and read by the host while the other one is computed.
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><th>class</th><th>what</th></tr>
 * <tr><td>{@link meanfield.gpu.pairs.DevicePairs}</td><td>the engine: (1) for all tiles</td></tr>
 * <tr><td>{@code PairProgram}</td><td>the steps of a problem as numbers that the kernel reads</td></tr>
 * <tr><td>{@code TilePlan}, {@link meanfield.gpu.pairs.Limits}</td><td>panels and tiles that fit the free memory</td></tr>
 * <tr><td>{@code Panel}</td><td>inputs on the device, with the values of single inputs</td></tr>
 * <tr><td>{@code Lane}</td><td>stream, cuBLAS and room for one tile</td></tr>
 * <tr><td>{@code Deliveries}</td><td>finished tiles to the caller, by several threads</td></tr>
 * </table>
 *
 * <p>Of symmetric kernels only the lower triangle of tiles is computed and copied. Inputs stay on the device as long as they are
 * needed; where they do not fit, panels of them take turns, so that the size of a problem is bounded by the host.
 *
 * <p>Accuracy: as {@link meanfield.core.pairs} demands in double precision, 1e-12 √(k_ii k_jj), nearly parallel inputs included:
 * their gaps are computed on the device from the inputs themselves. In single precision inputs are normalized beforehand and scales
 * are multiplied on the host, so that norms of any size stay in range.
 *
 * <p>The kernel ({@code src/main/cuda/pairs.cu}) is an interpreter of six kinds of steps: all threads of a tile run the same
 * step at the same time, so that choosing it costs nothing beside the formula. Source: [Cho2009], [Williams1997].
 */
package meanfield.gpu.pairs;

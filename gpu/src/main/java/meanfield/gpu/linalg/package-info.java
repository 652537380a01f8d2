/**
 * Linear algebra on a device: the backend {@code gpu} of {@link meanfield.core.linalg}.
 *
 * <pre>
 *   C = A B,   K = X Xᵀ,   A + λ I = L Lᵀ,   A x = b                                                       (1)
 * </pre>
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><th>class</th><th>what</th></tr>
 * <tr><td>{@link meanfield.gpu.linalg.GpuProvider}</td><td>the plug-in: says why there is no GPU, or opens it</td></tr>
 * <tr><td>{@link meanfield.gpu.linalg.GpuLinearAlgebra}</td><td>the operations, and what is left to the CPU</td></tr>
 * <tr><td>{@code Products}</td><td>products in blocks that fit the device</td></tr>
 * <tr><td>{@code Factorization}</td><td>Cholesky by blocks of columns</td></tr>
 * <tr><td>{@code DeviceGramTiles}</td><td>inner products of rows that stay there</td></tr>
 * <tr><td>{@code Workbench}</td><td>stream, cuBLAS and transfers, one for all operations</td></tr>
 * </table>
 *
 * <h2>What runs where</h2>
 *
 * <ul>
 * <li>Products and Gram matrices: on the device from 1.7e7 multiplications on, below on the CPU, where copying would take
 *     longer than the work. Any size: blocks are cut to 80 % of the free memory.
 * <li>Cholesky: on the device where the matrix fits, its diagonal blocks of 256 on the host; otherwise on the CPU. The factor returns
 *     to the heap and goes there again for every solve, so that no memory of the device is held behind the caller's back.
 * <li>Eigenproblems: on the CPU, cuBLAS has none. Products with stored tiles too: they are bound by memory.
 * <li>Kernels of networks: whole, by {@link meanfield.gpu.pairs}.
 * </ul>
 *
 * <p>Accuracy: that of double precision throughout; the order of summation is cuBLAS', so that last bits differ from the
 * CPU's. On one device with as much free memory the bits repeat.
 */
package meanfield.gpu.linalg;

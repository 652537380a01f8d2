/**
 * One CUDA device from Java: a thin layer over the driver's interface and cuBLAS, with owned resources and no status left
 * unread.
 *
 * <p>JCuda gives the C functions as they are: numbers for errors, pointers that nobody frees, a context that belongs to the
 * calling thread. Here an error is a {@link meanfield.core.linalg.BackendException} of one line, everything that is made is
 * {@link java.lang.AutoCloseable} and belongs to whoever made it, and the context is current inside {@link
 * meanfield.gpu.device.Device#run} only, where callers of many threads take turns.
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><th>class</th><th>what</th></tr>
 * <tr><td>{@link meanfield.gpu.device.Device}</td><td>a device, its primary context, its free memory</td></tr>
 * <tr><td>{@link meanfield.gpu.device.DeviceMemory}, {@link meanfield.gpu.device.PinnedMemory}</td><td>memory there, and
 *     memory here that the device copies by itself</td></tr>
 * <tr><td>{@link meanfield.gpu.device.Stream}, {@link meanfield.gpu.device.Event}</td><td>queues of work, marks with
 *     times</td></tr>
 * <tr><td>{@link meanfield.gpu.device.Transfers}</td><td>heap to device and back, through two pinned buffers</td></tr>
 * <tr><td>{@link meanfield.gpu.device.Blas}</td><td>products and triangular solves of row-major matrices</td></tr>
 * <tr><td>{@link meanfield.gpu.device.KernelModule}, {@link meanfield.gpu.device.Arguments}</td><td>our own kernels</td></tr>
 * <tr><td>{@link meanfield.gpu.device.ElementType}</td><td>numbers of 8 or 4 bytes</td></tr>
 * </table>
 *
 * <p>Kernels are CUDA C in {@code gpu/src/main/cuda}, compiled by {@code gpu/build-ptx} to the PTX that lies beside these
 * classes; the driver translates it for the device at hand (compute capability 7.5 and later). Neither CUDA's run-time
 * library nor its compiler is needed where it runs.
 *
 * <p>Conventions: matrices are row-major as everywhere in Meanfield. cuBLAS counts columns first, so that a row-major A is its Aᵀ:
 *
 * <pre>
 *   C = A B   (ours)   is   Cᵀ = Bᵀ Aᵀ   (its),    lower triangle (ours) = upper triangle (its)
 * </pre>
 *
 * and nothing is ever transposed. TF32, which keeps 10 bits of a product, is never used. No class of this package may be
 * touched before {@code meanfield.gpu.library} has found a device.
 */
package meanfield.gpu.device;

/**
 * The GPU examines itself, for {@code gpu-check}: {@link meanfield.gpu.check.GpuCheck} is found by {@link
 * java.util.ServiceLoader} as a {@link meanfield.core.check.BackendCheck}.
 *
 * <p>Correctness goes past the choice that {@code GpuLinearAlgebra} makes: every size is computed on the device, also where
 * the CPU would be faster, and a second time within limits that cut small matrices into many blocks. Single precision
 * has bounds of its own.
 *
 * <p>Speed is told in shares of what the same device does at its best, because a rate in flops says nothing about code
 * on a device that nobody has seen before:
 *
 * <pre>
 *   the device's own rates     dsyrk and ssyrk of the same inputs, writing memory, copying to the host
 *   products in tiles          at least 0.7 of dsyrk
 *   NNGP and NTK, depth 10     at most 1.5 (dsyrk + one write of both kernels), left on the device
 *   the same to the host       told beside the time that copying alone takes
 * </pre>
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><td>{@link meanfield.gpu.check.GpuCheck}</td><td>all of it</td></tr>
 * <tr><td>{@code SinglePrecision}</td><td>sgemm, ssyrk, strsm against sums of doubles</td></tr>
 * <tr><td>{@code Rates}</td><td>the device's clock: events in its streams</td></tr>
 * </table>
 *
 * <p>Conventions: one warm-up, then the best of three; flops of a symmetric product are n(n+1) D. Bounds on speed
 * are set for n of 20,000 and more in double precision, and not for quick checks.
 */
package meanfield.gpu.check;

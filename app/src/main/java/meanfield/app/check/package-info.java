/**
 * {@code gpu-check}: does the GPU of this machine compute what the CPU computes, and how fast?
 *
 * <p>The command is a program for a machine that nobody has seen before: it needs no data, no network and no
 * arguments, and it is what {@code gpu/make-kit} packs for machines without a JDK. It knows the GPU only through
 * {@link meanfield.core.linalg.LinearAlgebras} and {@link meanfield.core.check.BackendCheck}.
 *
 * <table>
 * <caption>What is examined</caption>
 * <tr><th>class</th><th>what</th><th>bound</th></tr>
 * <tr><td>{@link meanfield.core.check.BackendCheck}</td><td>products, tiles, Cholesky in sizes 1 to 300 and 511 to 2049, kernels
 *     against their definition in float64 and float32, rates of the device</td><td>1e-12; 1e-5 a layer; shares of the
 *     device's own rates</td></tr>
 * <tr><td>{@code KernelCheck}</td><td>networks from architecture to matrix</td><td>1e-12 √(k_ii k_jj)</td></tr>
 * <tr><td>{@code EndToEnd}</td><td>n = 50,000 in Java's memory, device and CPU</td><td>1e-12; the times are told</td></tr>
 * </table>
 *
 * <p>{@code CheckReport} prints one table and writes one JSON object with a row for each result. Exit code 0: all bounds kept; 1:
 * some not; 2: no GPU, said in one line. {@code --quick} takes a choice of sizes and a small kernel, and sets no bounds on speed.
 */
package meanfield.app.check;

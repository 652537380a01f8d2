/**
 * Whether a backend computes what it should on the machine at hand.
 *
 * <p>Tests of a build say that the code is right; they do not say that another machine's device, driver and libraries are.
 * The classes here examine a backend where it runs, against one that is trusted, and say of each operation the worst that
 * they saw and the bound that it has to keep.
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><td>{@link meanfield.core.check.LinearAlgebraCheck}</td><td>products, tiles, Cholesky factorizations of any {@code
 *     LinearAlgebra}</td></tr>
 * <tr><td>{@link meanfield.core.check.PairCheck}</td><td>kernels of any {@code PairEngine} against their definition</td></tr>
 * <tr><td>{@link meanfield.core.check.BackendCheck}</td><td>what a backend examines itself: single precision, rates</td></tr>
 * <tr><td>{@link meanfield.core.check.DeepRelu}</td><td>a kernel to time, without a network</td></tr>
 * <tr><td>{@link meanfield.core.check.CheckPlan}, {@link meanfield.core.check.CheckInputs}</td><td>sizes and inputs</td></tr>
 * <tr><td>{@link meanfield.core.check.CheckResult}</td><td>one line of a report</td></tr>
 * </table>
 *
 * <p>Errors are measured in units in which a backward stable algorithm keeps 1e-16 times a small power of the size whatever the
 * condition: products by the lengths of what was multiplied, factors and solutions by their residuals, kernels by
 * √(k_ii k_jj). So one bound, 1e-12, holds for random inputs and for duplicates, opposites, zeros and lengths from
 * 1e-6 to 1e6. A missing number (NaN) fails whatever the bound.
 *
 * <p>Inputs are drawn from the plan's seed, so that a failure can be looked at again.
 */
package meanfield.core.check;

/**
 * The experiments of approximation theory: each puts an error against a number of parameters, with the line that theory draws.
 * They are found by {@link java.util.ServiceLoader}.
 *
 * <p>The problem all of them share: an error is measured for a sequence of sizes, and what is claimed is its power law. So the
 * sizes are a list inside one run ({@code cells}, {@code units}, {@code levels}), one fit belongs to one list, and the fit says
 * when it is worth nothing: fewer than four points, or errors at the rounding floor.
 *
 * <pre>
 *   ln ε = ln C - s ln W,   s ± t_{0.975} stdErr(s)                                                          (1)
 * </pre>
 *
 * <p>Conventions: constructions and closed forms are rows of source {@code theory}, what depends on random numbers (trained
 * networks, Monte Carlo) rows of source {@code simulation}. A sup error is the maximum over the reference grid, a lower bound
 * unless the column says otherwise. Fitted slopes are numbers of the summary, in words where there is no number.
 *
 * <p>Sources: [Zhuo2025], [Yarotsky2017].
 */
package meanfield.approximation.experiments;

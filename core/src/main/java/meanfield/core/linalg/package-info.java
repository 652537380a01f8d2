/**
 * Dense linear algebra in double precision: products, Cholesky factorizations and symmetric eigenproblems of kernel
 * matrices, by the fastest library that loads.
 *
 * <pre>
 *   K = X Xᵀ,    A = L Lᵀ,    A x = b,    ln det A = 2 Σ ln Lᵢᵢ,    A = V diag(λ) Vᵀ
 * </pre>
 *
 * You give EJML's {@code DMatrixRMaj} (row-major, rows are examples) and get fresh ones; arguments are never changed.
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><th>class</th><th>what it is</th></tr>
 * <tr><td>{@link meanfield.core.linalg.LinearAlgebra}</td><td>the operations</td></tr>
 * <tr><td>{@link meanfield.core.linalg.LinearAlgebra.GramTiles}</td><td>inner products tile by tile, from many threads,
 *     for kernels that are never stored as Gram matrices</td></tr>
 * <tr><td>{@link meanfield.core.linalg.Cholesky}, {@link meanfield.core.linalg.SymmetricEigen}</td><td>solutions, with
 *     verdicts</td></tr>
 * <tr><td>{@link meanfield.core.linalg.PowerIteration}</td><td>the largest eigenvalue from products alone, for learning rates</td></tr>
 * <tr><td>{@link meanfield.core.linalg.LinearAlgebras}, {@link meanfield.core.linalg.Backend},
 *     {@link meanfield.core.linalg.BackendChoice}, {@link meanfield.core.linalg.BackendStatus}</td><td>the choice, and the
 *     reason for it</td></tr>
 * <tr><td>{@link meanfield.core.linalg.LinearAlgebraProvider}</td><td>the door for plug-ins such as a GPU</td></tr>
 * <tr><td>{@link meanfield.core.linalg.MatrixChecks}, {@link meanfield.core.linalg.DenseCholesky},
 *     {@link meanfield.core.linalg.ConditionEstimate}, {@link meanfield.core.linalg.BackendException}</td><td>what
 *     implementations share</td></tr>
 * </table>
 *
 * <h2>Which backend when</h2>
 *
 * {@code AUTO} takes OpenBLAS, and EJML where OpenBLAS does not load, with the reason. On one core with AVX-512 OpenBLAS
 * does some 50 GFLOP/s and EJML with our packed products 8 to 12. Both are exact to rounding; their last bits
 * differ, so a manifest names the backend.
 *
 * <p>JavaCPP loads OpenBLAS into its cache folder at first use (property {@code org.bytedeco.javacpp.cachedir}); on JDK 24
 * and later start Java with {@code --enable-native-access=ALL-UNNAMED} to keep it quiet. The system property
 * {@code meanfield.native.disabled=true} makes OpenBLAS unavailable.
 *
 * <h2>Conventions and limits</h2>
 *
 * <ul>
 * <li>Of symmetric matrices only the lower triangle is read.
 * <li>Entries must be finite; the first that is not is named. Overflow inside a product follows IEEE arithmetic.
 * <li>A failed factorization is a verdict that names the first pivot that is not positive, never an exception.
 * <li>{@code solve} is two triangular solves without refinement: backward stable, with a relative error of about the
 *     condition number times 2⁻⁵³, which is the verdict's error estimate. The condition number is estimated in the 1-norm
 *     [Higham1988].
 * <li>Eigenvalues are accurate to n 2⁻⁵³ max |λ|: those of a rank-deficient matrix come out as zeros of that size, of either sign.
 * <li>The number of BLAS threads belongs to the process. It rests at 1, so that calls of many threads run side by side and
 *     bits repeat; calls that may use more take turns. Bits of a tile depend on its range, not on the thread.
 * <li>A stored matrix ends at 46 340 rows, the length of Java arrays; work by tiles beyond.
 * </ul>
 *
 * <p>Sources: [Higham1988] for the condition estimate; OpenBLAS, LAPACK and EJML for the rest.
 */
package meanfield.core.linalg;

/**
 * Results on disk: folders that survive a kill, manifests that reproduce them, and verification.
 *
 * <pre>
 *   DIR/EXPERIMENT/table.csv       the rows
 *   DIR/EXPERIMENT/manifest.json   request, environment, outcome, columns, references
 *   DIR/EXPERIMENT/NAME.png .svg   figures, drawn from the table
 *   DIR/EXPERIMENT/journal.part    finished points of a sweep under way; gone when it is complete
 *   DIR/EXPERIMENT/checkpoint-3-NAME.part  state of a training in point 3; gone when the point is finished
 * </pre>
 *
 * <p>Order of a sweep: manifest without outcome, journal line after every point, table, manifest with outcome, journal
 * removed. Whole files are written under a temporary name and moved into place; the journal only grows, and a torn last
 * line is ignored. A kill between any two steps therefore leaves a folder that says whose it is and from which the same
 * request goes on; the final table has the bytes of an uninterrupted sweep. Points computed with another version, backend
 * or platform are not mixed in but computed again.
 *
 * <p>Inside a point, trainings put down their states ({@link meanfield.core.checkpoint.Checkpoints}): after a quarter of a second, then
 * at intervals that double up to ten seconds, and at once when the user asks to stop. A state carries the hash of
 * request, version, commit, backend and platform and a checksum; any other is ignored, so that a changed parameter or
 * seed never goes on from it. Taken up, it leads to the same bytes. A single run writes nothing before its first state or
 * its result; from its first state on the folder is its own, as that of a sweep from the start. Wall times of a point that went on
 * from a state count from there.
 *
 * <p>Equal {@linkplain meanfield.experiment.store.Manifest#requestHash() request hashes} promise equal tables on one
 * platform (backend, Java release, operating system). Verification there compares bytes; elsewhere it compares cells
 * within the tolerances of their columns and says so.
 *
 * <table>
 *   <caption>Classes</caption>
 *   <tr><td>{@link meanfield.experiment.store.ResultFolder}</td><td>compute, load, draw</td></tr>
 *   <tr><td>{@link meanfield.experiment.store.Manifest}, {@link meanfield.experiment.store.Environment},
 *       {@link meanfield.experiment.store.Outcome}</td><td>what a manifest says</td></tr>
 *   <tr><td>{@link meanfield.experiment.store.Verification}</td><td>compute again and compare</td></tr>
 *   <tr><td>{@link meanfield.experiment.store.AtomicFiles}, {@link meanfield.experiment.store.Sha256}</td>
 *       <td>for whoever writes or reads files beside these</td></tr>
 * </table>
 */
package meanfield.experiment.store;

/**
 * From a request to a table: runs, sweeps, and what happens when a point fails.
 *
 * <pre>
 *   request = experiment + base point + axes + replicates + seed
 *   points  = product of the axes (last one fastest) × replicates (fastest of all)
 *   table   = rows of the points in this order, whatever order they were computed in
 * </pre>
 *
 * A single run is a sweep of one point. Points are independent and are computed in parallel; each becomes one line of
 * text, the same whether it was computed here, on another machine, or before an interruption, so that the table has the
 * same bytes for any number of threads.
 *
 * <p>Interruptions: finished points are kept ({@link meanfield.experiment.run.FinishedPoints}), and inside a point the states of
 * trainings ({@link meanfield.core.checkpoint.Checkpoints}); result folders of {@code meanfield.experiment.store} offer both.
 *
 * <p>Columns: axis parameters that the schema does not have, {@code replicate} (always, 0 in a single run),
 * {@code source}, the schema's columns, {@code status}, {@code message}.
 *
 * <p>Failures: what an experiment throws becomes a row with status {@code failed}; rows it wrote before stay. Three things
 * are not results: an interruption ({@code CancellationException}), a row that the schema does not allow
 * ({@code IllegalStateException}, a mistake in the experiment), and parameters of a single run that the experiment refuses
 * before its first row ({@code IllegalArgumentException}: the user's input is wrong, and there is nothing to keep). An
 * axis value that no point of the grid can have is refused before anything runs.
 *
 * <table>
 *   <caption>Classes</caption>
 *   <tr><td>{@link meanfield.experiment.run.Run}, {@link meanfield.experiment.run.Sweep}</td><td>for notebooks</td></tr>
 *   <tr><td>{@link meanfield.experiment.run.Request}</td><td>what is to be computed, as a value</td></tr>
 *   <tr><td>{@link meanfield.experiment.run.Runner}</td><td>computes a request</td></tr>
 *   <tr><td>{@link meanfield.experiment.run.RunSettings}</td><td>threads, linear algebra, progress, cancellation, checkpoints</td></tr>
 *   <tr><td>{@link meanfield.experiment.run.RunResult}</td><td>rows, summary, verdict, effort</td></tr>
 *   <tr><td>{@link meanfield.experiment.run.Estimate}</td><td>time and memory before long work</td></tr>
 *   <tr><td>{@link meanfield.experiment.run.SweepRunner}</td><td>where points are computed; a cluster plugs in here</td></tr>
 * </table>
 */
package meanfield.experiment.run;

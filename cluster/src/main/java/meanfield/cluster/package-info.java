/**
 * Sweeps and large kernels on Apache Spark: the step beyond one machine, with nothing changed but the runner's name.
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><th>class</th><th>what</th></tr>
 * <tr><td>{@link meanfield.cluster.SparkRunnerProvider}</td><td>{@code --runner spark[:MASTER]} of sweeps</td></tr>
 * <tr><td>{@link meanfield.cluster.SparkTileEngineProvider}</td><td>the same of {@code kernel} and {@code predict}</td></tr>
 * <tr><td>{@code SparkMaster}, {@code SparkConnection}</td><td>addresses; a context with this project's settings</td></tr>
 * <tr><td>{@code PartitionJob}</td><td>a job whose results arrive one by one</td></tr>
 * <tr><td>{@code SweepJob}, {@code PointWork}</td><td>points as tasks, and what becomes of failures</td></tr>
 * <tr><td>{@code SparkTileEngine}, {@code GroupTiles}</td><td>tiles kept by executors, products with them</td></tr>
 * </table>
 *
 * <p>Nothing here is imported by other modules: core and experiment define the interfaces, {@link java.util.ServiceLoader}
 * finds the implementations. What travels is plain data ({@code PointTask}, {@code TileFunction}); experiments are found by id
 * on the executor.
 *
 * <p>Conventions: one thread a task, BLAS included, and the driver's linear algebra by name, so that rows and products have the
 * bits of the local runner. A task is tried four times, also in Spark's local mode; a point that stays failed is a failed
 * row. Progress is counted in finished slices of points: what a running point says of itself stays on its executor.
 *
 * <p>Cost: a few seconds to start, some milliseconds a task; a product of n × n tiles with K vectors moves n K numbers to every
 * executor and at most 64 n K back.
 */
package meanfield.cluster;

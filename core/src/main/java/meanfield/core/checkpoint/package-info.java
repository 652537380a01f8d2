/**
 * States of long computations: put down, taken up, continued with the same bits.
 *
 * <p>The problem: a training of an hour must not be lost with its process. A computation is a function of its arguments and
 * of a state that its steps change,
 *
 * <pre>
 *   state(0) = start(arguments),   state(t + 1) = step(arguments, state(t)),   result = end(arguments, state(T))   (1)
 *   kept: state(t)  ⇒  result from state(t) = result from state(0), bit by bit                                     (2)
 * </pre>
 *
 * so that (2) holds as soon as the state is complete: parameters, momentum and other moments of the optimizer, the number of the
 * step, the position of random streams, the order of the present epoch, and what was recorded so far. Arguments are not
 * written; they are made again. What can be computed from the state (outputs, gradients) is not written either.
 *
 * <table>
 *   <caption>Classes</caption>
 *   <tr><td>{@link meanfield.core.checkpoint.Checkpoint}</td><td>the place: restore, offer at every step, settle at the end</td></tr>
 *   <tr><td>{@link meanfield.core.checkpoint.Resumable}</td><td>what has a state</td></tr>
 *   <tr><td>{@link meanfield.core.checkpoint.StateWriter}, {@link meanfield.core.checkpoint.StateReader}</td>
 *       <td>numbers as bytes, doubles by their bits</td></tr>
 *   <tr><td>{@link meanfield.core.checkpoint.RecordLog}</td><td>what an observer has recorded</td></tr>
 * </table>
 *
 * <p>Which when: trainings of {@code meanfield.core.network} are resumable already, given a checkpoint and the observer's record
 * ({@link meanfield.core.network.TrainingObserver#keptIn}). Another loop implements
 * {@link meanfield.core.checkpoint.Resumable} and calls {@link meanfield.core.checkpoint.Checkpoint#offer} between its steps.
 *
 * <p>Conventions: a state is read in the order in which it was written, by the same version of the program, for the same arguments; the
 * place that keeps it sees to that (in result folders {@code meanfield.experiment.store}). Whatever does not fit is refused.
 */
package meanfield.core.checkpoint;

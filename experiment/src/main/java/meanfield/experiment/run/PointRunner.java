package meanfield.experiment.run;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import meanfield.core.NonConvergenceException;
import meanfield.experiment.Experiment;
import meanfield.experiment.Schema;
import meanfield.experiment.parameters.ParameterTypes;
import meanfield.experiment.parameters.StrictJson;

/**
 * Computes one point: the unit of work of every runner, local or remote. A point always gives rows; what an experiment
 * throws becomes a row with status {@code failed} and the first line of the message.
 */
public final class PointRunner {
    /** Until the parameters are known to be good: a refused point has no cells. */
    private static final Schema NO_COLUMNS = Schema.of();

    private PointRunner() {}

    /**
     * The result of one point as one line of text; cells are those of {@code table.csv}.
     *
     * @param experiment the experiment that the task names
     * @param progress hears how far the point is (0 to 1) and at what
     * @throws CancellationException when it was interrupted
     * @throws IllegalStateException when the experiment wrote a row that its schema does not allow
     */
    public static <P extends Record> String run(
            Experiment<P> experiment, PointTask task, RunSettings settings, BiConsumer<Double, String> progress) {
        settings.cancellation().check();
        long start = System.nanoTime();
        RowCollector rows = new RowCollector(NO_COLUMNS);
        PointContext context = new PointContext(task, settings, progress);
        boolean refused = false;
        try {
            P parameters = ParameterTypes.fromJson(
                    experiment.parameterType(), StrictJson.readObject(task.parameters(), "parameters"));
            rows = new RowCollector(experiment.schema(parameters));
            experiment.run(parameters, context, rows);
            if (rows.rows().isEmpty()) {
                rows.addFailure("the experiment wrote no rows");
            }
        } catch (CancellationException | RowsMisuseException e) {
            throw e;
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            settings.cancellation().check();
            refused = e instanceof IllegalArgumentException && rows.rows().isEmpty();
            rows.addFailure(message(e));
        }
        double seconds = (System.nanoTime() - start) * 1e-9;
        List<PointRow> kept = rows.rows();
        return new PointResult(task.index(), kept, rows.summary(), context.inputs(), seconds, refused).encode();
    }

    /** The result of a point that could not be computed at all: one failed row that says why. */
    public static String failed(PointTask task, String message) {
        RowCollector rows = new RowCollector(NO_COLUMNS);
        rows.addFailure(message);
        return new PointResult(task.index(), rows.rows(), rows.summary(), Map.of(), 0, false).encode();
    }

    private static String message(Throwable e) {
        String text = e.getMessage() == null ? "" : e.getMessage();
        if (e instanceof OutOfMemoryError) {
            return "out of memory: this point needs a larger Java heap (" + text + ")";
        }
        boolean expected = e instanceof IllegalArgumentException || e instanceof NonConvergenceException;
        return expected && !text.isEmpty() ? text : e.getClass().getSimpleName() + (text.isEmpty() ? "" : ": " + text);
    }
}

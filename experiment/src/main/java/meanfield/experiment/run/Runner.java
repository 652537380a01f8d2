package meanfield.experiment.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import meanfield.experiment.Schema;
import meanfield.experiment.table.ResultTable;

/**
 * Runs requests. A single run is a sweep of one point; results are put together in the order of the grid, so that the
 * table does not depend on threads, on the runner or on where an earlier run was interrupted.
 */
public final class Runner {
    private final SweepRunner runner;

    private Runner(SweepRunner runner) {
        this.runner = runner;
    }

    /** On this machine. */
    public static Runner local() {
        return new Runner(new LocalRunner());
    }

    /** On that runner. */
    public static Runner on(SweepRunner runner) {
        return new Runner(runner);
    }

    /** Computes the request in memory. */
    public RunResult run(Request<?> request, RunSettings settings) {
        return run(request, settings, FinishedPoints.NONE);
    }

    /**
     * Computes the points that were not finished earlier.
     *
     * @throws IllegalArgumentException when the experiment refuses the parameters of a single run before its first row;
     *     in a sweep such a point gets a failed row
     * @throws java.util.concurrent.CancellationException when interrupted
     */
    public RunResult run(Request<?> request, RunSettings settings, FinishedPoints earlier) {
        long start = System.nanoTime();
        Schema schema = request.schema();
        int points = request.points();
        PointResult[] results = new PointResult[points];
        for (String line : earlier.finished()) {
            PointResult result = PointResult.decode(line, schema);
            results[result.index()] = result;
        }
        List<PointTask> missing = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            if (results[i] == null) {
                missing.add(request.task(i));
            }
        }
        int resumed = points - missing.size();
        compute(request, missing, results, settings, earlier);
        for (int i = 0; i < points; i++) {
            if (results[i] == null) {
                throw new IllegalStateException("runner " + runner.name() + " gave no result for point " + i);
            }
        }
        return assemble(request, List.of(results), resumed, (System.nanoTime() - start) * 1e-9);
    }

    private void compute(
            Request<?> request,
            List<PointTask> missing,
            PointResult[] results,
            RunSettings settings,
            FinishedPoints earlier) {
        int points = results.length;
        ProgressTracker tracker = new ProgressTracker(points, points - missing.size(), settings.progress());
        tracker.start();
        if (missing.isEmpty()) {
            return;
        }
        Schema schema = request.schema();
        runner.run(request.experiment(), missing, settings, new SweepRunner.Sink() {
            @Override
            public void progress(int index, double fraction, String text) {
                tracker.progress(index, fraction, text);
            }

            @Override
            public void finished(String line) {
                PointResult result = PointResult.decode(line, schema);
                synchronized (results) {
                    refuseSingle(points, result);
                    earlier.keep(result.index(), line);
                    results[result.index()] = result;
                }
                tracker.finished(result.index());
            }
        });
    }

    private static void refuseSingle(int points, PointResult result) {
        if (points == 1 && result.refused()) {
            throw new IllegalArgumentException(result.rows().get(0).message());
        }
    }

    private static RunResult assemble(Request<?> request, List<PointResult> results, int resumed, double seconds) {
        RowLayout layout = RowLayout.of(request);
        List<Object[]> rows = new ArrayList<>();
        Map<String, String> inputs = new TreeMap<>();
        List<Map<String, Object>> summaries = new ArrayList<>();
        double computing = 0;
        for (PointResult result : results) {
            result.rows().forEach(row -> rows.add(layout.cells(result.index(), row)));
            inputs.putAll(result.inputs());
            summaries.add(result.summary());
            computing += result.seconds();
        }
        ResultTable table = ResultTable.of(layout.columns(), rows);
        return new RunResult(
                request,
                table,
                common(summaries),
                summaries,
                inputs,
                new RunResult.Effort(seconds, computing, resumed));
    }

    /** What all points say alike: for a single run its whole summary. */
    private static Map<String, Object> common(List<Map<String, Object>> summaries) {
        Map<String, Object> common = new LinkedHashMap<>(summaries.get(0));
        for (Map<String, Object> other : summaries) {
            common.entrySet().removeIf(entry -> !entry.getValue().equals(other.get(entry.getKey())));
        }
        return common;
    }
}

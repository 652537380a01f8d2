package meanfield.experiment.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import meanfield.experiment.Column;
import meanfield.experiment.chart.Figure;
import meanfield.experiment.table.ResultTable;
import meanfield.experiment.table.TablesawTables;
import tech.tablesaw.api.Table;

/**
 * What a run or a sweep gave.
 *
 * @param request what was asked
 * @param resultTable all rows, in the order of the grid
 * @param summary numbers ({@link Double}) and words of the whole run; of a sweep those on which all points agree
 * @param pointSummaries the summary of every point
 * @param inputs data that was read: name to SHA-256
 * @param effort what it took
 */
public record RunResult(
        Request<?> request,
        ResultTable resultTable,
        Map<String, Object> summary,
        List<Map<String, Object>> pointSummaries,
        Map<String, String> inputs,
        Effort effort) {
    public RunResult {
        summary = Collections.unmodifiableMap(new LinkedHashMap<>(summary));
        pointSummaries = List.copyOf(pointSummaries);
        inputs = Map.copyOf(inputs);
    }

    /**
     * What it took.
     *
     * @param seconds wall time of this call
     * @param computingSeconds sum of the points' wall times, also of those that an earlier run computed
     * @param resumedPoints points taken over from an earlier, interrupted run
     */
    public record Effort(double seconds, double computingSeconds, int resumedPoints) {}

    /** The rows as a Tablesaw table, made on demand. */
    public Table table() {
        return TablesawTables.of(resultTable);
    }

    /** The experiment's figures for this request. */
    public List<Figure> figures() {
        return figures(request);
    }

    /** Number of failed rows. */
    public int failed() {
        return RowStatus.FAILED.count(resultTable);
    }

    /** Number of rows that did not converge. */
    public int notConverged() {
        return RowStatus.NOT_CONVERGED.count(resultTable);
    }

    /** True if every row is ok. */
    public boolean isOk() {
        return failed() == 0 && notConverged() == 0;
    }

    /** Verdict first: {@code ok}, or how many rows failed or did not converge and the first reason. */
    public String verdict() {
        if (isOk()) {
            return "ok";
        }
        List<String> parts = new ArrayList<>();
        if (failed() > 0) {
            parts.add(failed() + " failed");
        }
        if (notConverged() > 0) {
            parts.add(notConverged() + " not converged");
        }
        return String.join(", ", parts) + " of " + resultTable.size() + " rows, first: " + firstMessage();
    }

    /** Verdict, main number, size and time on one line. */
    @Override
    public String toString() {
        return verdict() + mainNumber() + "; " + request.experiment().id() + ", " + resultTable.size() + " rows, "
                + String.format(Locale.ROOT, "%.2f s", effort.seconds());
    }

    private static <P extends Record> List<Figure> figures(Request<P> request) {
        return request.experiment().figures(request.parameters(), request.axes());
    }

    private String firstMessage() {
        for (int i = 0; i < resultTable.size(); i++) {
            if (!resultTable.text(i, "status").equals(RowStatus.OK.toString())) {
                return resultTable.text(i, "message");
            }
        }
        return "";
    }

    /** The first number of the summary, else the first number that a row has in the schema's order. */
    private String mainNumber() {
        for (Map.Entry<String, Object> entry : summary.entrySet()) {
            if (entry.getValue() instanceof Double number && !isParameter(entry.getKey())) {
                return ": " + entry.getKey() + " = " + shortText(number);
            }
        }
        for (Column column : request.schema().columns()) {
            boolean found = column.kind() == Column.Kind.NUMBER && !isParameter(column.name());
            double value = found && resultTable.size() > 0 ? resultTable.number(0, column.name()) : Double.NaN;
            if (!Double.isNaN(value)) {
                return ": " + column.name() + " = " + shortText(value) + (resultTable.size() > 1 ? " (first row)" : "");
            }
        }
        return "";
    }

    private boolean isParameter(String name) {
        return Arrays.stream(request.experiment().parameterType().getRecordComponents())
                .anyMatch(component -> component.getName().equals(name));
    }

    private static String shortText(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }
}

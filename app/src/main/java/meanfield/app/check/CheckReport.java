package meanfield.app.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import meanfield.app.console.TextTable;
import meanfield.core.check.CheckResult;
import meanfield.experiment.BuildInfo;
import meanfield.experiment.Spelling;
import meanfield.experiment.parameters.StrictJson;

/** Results as they come, then as one table and one JSON object. */
final class CheckReport {
    private final String device;
    private final String host;
    private final boolean quick;
    private final long seed;
    private final List<CheckResult> results = new ArrayList<>();

    CheckReport(String device, String host, boolean quick, long seed) {
        this.device = device;
        this.host = host;
        this.quick = quick;
        this.seed = seed;
    }

    void add(CheckResult result) {
        results.add(result);
    }

    boolean passed() {
        return results.stream().allMatch(CheckResult::passed);
    }

    /** One row a result: verdict, measured value, bound, cases, subject. */
    List<String> table(int width) {
        TextTable table = new TextTable().row("", "measured", "bound", "cases", "what");
        for (CheckResult result : results) {
            table.row(
                    result.rule() == CheckResult.Rule.NONE ? "-" : result.passed() ? "ok" : "FAILED",
                    number(result.measured()) + (result.unit().isEmpty() ? "" : " " + result.unit()),
                    bound(result),
                    Long.toString(result.cases()),
                    result.subject());
        }
        return table.lines(width, "");
    }

    /** How it went, in one line. */
    String verdict() {
        long bounded = results.stream()
                .filter(result -> result.rule() != CheckResult.Rule.NONE)
                .count();
        long failed = results.stream().filter(result -> !result.passed()).count();
        return failed == 0 ? "all " + bounded + " checks passed" : failed + " of " + bounded + " checks failed";
    }

    String json() {
        ObjectNode tree = StrictJson.object();
        tree.put("version", BuildInfo.version());
        tree.put("commit", BuildInfo.commit());
        tree.put("device", device);
        tree.put("host", host);
        tree.put("java", System.getProperty("java.version"));
        tree.put("quick", quick);
        tree.put("seed", seed);
        tree.put("passed", passed());
        ArrayNode array = tree.putArray("results");
        for (CheckResult result : results) {
            ObjectNode node = array.addObject();
            node.put("group", result.group());
            node.put("subject", result.subject());
            node.put("cases", result.cases());
            node.set("measured", StrictJson.number(result.measured()));
            node.put("unit", result.unit());
            if (result.rule() != CheckResult.Rule.NONE) {
                node.put("rule", Spelling.of(result.rule()));
                node.set("bound", StrictJson.number(result.bound()));
                node.put("passed", result.passed());
            }
        }
        return StrictJson.pretty(tree);
    }

    private static String bound(CheckResult result) {
        return switch (result.rule()) {
            case AT_MOST -> "<= " + number(result.bound());
            case AT_LEAST -> ">= " + number(result.bound());
            case NONE -> "";
        };
    }

    private static String number(double value) {
        if (value == 0 || Double.isNaN(value)) {
            return value == 0 ? "0" : "NaN";
        }
        boolean plain = Math.abs(value) >= 1e-3 && Math.abs(value) < 1e5;
        return plain ? String.format(Locale.ROOT, "%.4g", value) : String.format(Locale.ROOT, "%.1e", value);
    }
}

package meanfield.core.check;

import meanfield.core.Require;

/**
 * One line of a report: what was examined, the worst that was seen, and the bound that it has to keep.
 *
 * @param group {@code correctness} or {@code speed}
 * @param subject what was examined
 * @param cases number of cases behind it
 * @param measured the worst error, or the rate
 * @param unit of the measured value and its bound; empty for a relative error
 * @param bound what the measured value may not exceed, or must reach
 * @param rule which of them
 */
public record CheckResult(
        String group, String subject, long cases, double measured, String unit, double bound, Rule rule) {
    /** What a bound means. */
    public enum Rule {
        /** The measured value may not exceed it. */
        AT_MOST,
        /** The measured value must reach it. */
        AT_LEAST,
        /** There is no bound: the value is told. */
        NONE
    }

    public CheckResult {
        Require.present("group", group);
        Require.present("subject", subject);
        Require.present("unit", unit);
        Require.present("rule", rule);
    }

    /** An error, which may not exceed its bound. */
    public static CheckResult error(String subject, long cases, double worst, double bound) {
        return new CheckResult("correctness", subject, cases, worst, "", bound, Rule.AT_MOST);
    }

    /** A measured value without a bound. */
    public static CheckResult rate(String subject, double value, String unit) {
        return new CheckResult("speed", subject, 1, value, unit, Double.NaN, Rule.NONE);
    }

    /** A measured value that must reach a bound. */
    public static CheckResult atLeast(String subject, double value, String unit, double bound) {
        return new CheckResult("speed", subject, 1, value, unit, bound, Rule.AT_LEAST);
    }

    /** A measured value that may not exceed a bound. */
    public static CheckResult atMost(String subject, double value, String unit, double bound) {
        return new CheckResult("speed", subject, 1, value, unit, bound, Rule.AT_MOST);
    }

    /** Whether the bound is kept; not a number never keeps it. */
    public boolean passed() {
        return switch (rule) {
            case AT_MOST -> measured <= bound;
            case AT_LEAST -> measured >= bound;
            case NONE -> true;
        };
    }
}

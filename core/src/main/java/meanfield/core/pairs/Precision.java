package meanfield.core.pairs;

import meanfield.core.Require;

/** Numbers that kernels are computed with. */
public enum Precision {
    /** 53 bits: the default. */
    DOUBLE("float64"),
    /** 24 bits: faster on some devices, see {@link PairEngine} for what it costs. */
    SINGLE("float32");

    private final String spelling;

    Precision(String spelling) {
        this.spelling = spelling;
    }

    /** As the command line spells it. */
    public String spelling() {
        return spelling;
    }

    /** The precision of this spelling. */
    public static Precision parse(String text) {
        for (Precision each : values()) {
            if (each.spelling.equals(text)) {
                return each;
            }
        }
        Require.that(false, "precision", "be float64 or float32", text);
        return DOUBLE;
    }
}

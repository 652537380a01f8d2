package meanfield.core.pairs;

import java.util.Arrays;

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
        return Arrays.stream(values())
                .filter(each -> each.spelling.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("precision must be float64 or float32, got " + text));
    }
}

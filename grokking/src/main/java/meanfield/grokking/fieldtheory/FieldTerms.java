package meanfield.grokking.fieldtheory;

/** Which terms of the equations are kept: all, or for comparison some left out. */
public enum FieldTerms {
    /** The whole theory. */
    ALL,
    /** Without responses: samples act on the weights but do not feel that they did. Wrong, often divergent. */
    NO_RESPONSES,
    /**
     * Infinite width with the noise on the informed mode taken for independent between neurons, like any other: no C_q, R_d in
     * place of R_q, and m₀² κ² beside Γ in C_v. Half the late training loss is missing.
     */
    NO_OUTLIER_NOISE
}

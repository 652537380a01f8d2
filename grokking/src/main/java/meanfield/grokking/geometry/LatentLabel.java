package meanfield.grokking.geometry;

/** What is to be learned of three binary latents. */
public enum LatentLabel {
    /** s₁. */
    FIRST,
    /** (s₁, s₂). */
    FIRST_TWO,
    /** s₁ s₂: not linear in the latents. */
    XOR
}

package meanfield.experiment;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one component of a parameter record, for {@code describe}, axis labels and the contract test. The record's
 * compact constructor enforces the range; the contract test checks that both agree.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Parameter {
    /** Symbol with the markup of the figures, such as {@code \sigma_w^2}. */
    String symbol() default "";

    /** Unit, empty if dimensionless. */
    String unit() default "";

    /** Meaning, in a few words. */
    String meaning();

    /**
     * Range of a number, or of every entry of an array: an interval such as {@code (0, inf)}, {@code [0, 1]},
     * {@code [1, 64]}; empty when the type says it all.
     */
    String range() default "";

    /** True for a list of numbers that may be given as a lone number, which stands for the list of that number. */
    boolean lone() default false;
}

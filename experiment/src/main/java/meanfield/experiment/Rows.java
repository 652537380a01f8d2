package meanfield.experiment;

import meanfield.core.Convergence;

/** Where an experiment writes its results: rows by column name, and numbers that describe the whole run. */
public interface Rows {
    /** A new row from this source; nothing is kept until {@link Row#add}. */
    Row row(Source source);

    /** A number of the whole run (a fitted slope, a gap), kept in the manifest and usable in figure labels. */
    void summary(String name, double value);

    /** A word of the whole run, kept in the manifest. */
    void summary(String name, String value);

    /** One row being filled. Columns not set stay NaN (numbers) or empty (words). */
    interface Row {
        /** Sets a real column. */
        Row set(String column, double value);

        /** Sets a whole-number column (a real one accepts it too). */
        Row set(String column, long value);

        /** Sets a column of words. */
        Row set(String column, String value);

        /** Sets a column of words to an enum value in the command line's spelling. */
        default Row set(String column, Enum<?> value) {
            return set(column, Spelling.of(value));
        }

        /** Sets status and message from a verdict: {@code ok} or {@code not-converged}. */
        Row verdict(Convergence convergence);

        /** Marks the row not converged in words of the experiment's own: there are numbers, but they say nothing. */
        Row unresolved(String message);

        /** Marks the row failed and says why. */
        Row failed(String message);

        /** Keeps the row. */
        void add();
    }
}

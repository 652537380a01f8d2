package meanfield.core.pairs;

/**
 * A finished rectangle of kernels, to be copied before the sink returns. Of a symmetric problem only entries with column
 * &lt; row count: the others, the diagonal among them, may hold anything, and the diagonal is known anyway.
 */
public interface PairTile {
    /** First row. */
    int rowFrom();

    /** Number of rows. */
    int rows();

    /** First column. */
    int columnFrom();

    /** Number of columns. */
    int columns();

    /**
     * Copies the first {@code count} entries k_ij of a row.
     *
     * @param row counted from {@link #rowFrom}
     */
    void nngp(int row, int count, double[] out, int offset);

    /** The same of t_ij. */
    void ntk(int row, int count, double[] out, int offset);
}

package meanfield.core.pairs;

import meanfield.core.Require;

/**
 * What is wanted of a problem.
 *
 * @param nngp k_ij
 * @param ntk t_ij
 * @param precision numbers to compute with
 */
public record PairOutputs(boolean nngp, boolean ntk, Precision precision) {
    public PairOutputs {
        Require.that(nngp || ntk, "outputs", "name a kernel", "none");
        Require.present("precision", precision);
    }
}

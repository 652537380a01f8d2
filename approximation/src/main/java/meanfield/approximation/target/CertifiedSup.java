package meanfield.approximation.target;

import meanfield.core.Require;
import meanfield.core.parallel.Workers;

/**
 * The sup of |e| on [0,1]^d enclosed: what the grid finds below, and what a Lipschitz constant allows between its points above.
 *
 * <pre>
 *   max_grid |e| ≤ sup |e| ≤ max_grid |e| + Lip(e) (h/2) √d,   h the grid's step                            (1)
 * </pre>
 *
 * Convention: Lip(e) is with respect to the Euclidean norm. For an approximation error it is at most Lip(f) + Lip(network); the
 * second comes from {@link meanfield.approximation.network.GraphBounds} or from the closed form of a gate.
 *
 * @param grid the points, nodes included
 * @param lipschitz Lip(e) ≥ 0
 */
public record CertifiedSup(GridSup grid, double lipschitz) {
    /** Checked; midpoints leave the border uncovered by half a step and are refused. */
    public CertifiedSup {
        Require.present("grid", grid);
        Require.that(!grid.midpoints(), "grid", "include its nodes", grid);
        Require.nonNegative("lipschitz", lipschitz);
    }

    /** Both bounds. */
    public SupEstimate measure(ScalarField e, int dimension, Workers workers) {
        SupEstimate found = grid.measure(e, dimension, workers);
        double upper = found.lower() + lipschitz * 0.5 * grid.step() * Math.sqrt(dimension);
        return new SupEstimate(found.lower(), upper, found.location(), SupEstimate.Method.CERTIFIED);
    }
}

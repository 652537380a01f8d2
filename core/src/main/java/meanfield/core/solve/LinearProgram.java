package meanfield.core.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import meanfield.core.Require;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NoFeasibleSolutionException;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.linear.UnboundedSolutionException;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * The maximum of a linear function over a polyhedron, by the simplex method; for tens of variables and constraints.
 *
 * <pre>
 *   max c·x   subject to   a_k·x ≤ b_k,   x free                                                             (1)
 * </pre>
 *
 * Accuracy: that of the library's tableau, about 1e-12 for well-scaled data. Edge cases: no feasible point gives an empty
 * result, an unbounded maximum +∞.
 *
 * @param rows a_k
 * @param bounds b_k
 */
public record LinearProgram(List<double[]> rows, List<Double> bounds) {
    private static final double FEASIBILITY = 1e-10;
    private static final int ITERATIONS = 10_000;

    /** As many bounds as rows. */
    public LinearProgram {
        Require.that(rows.size() == bounds.size(), "bounds", "be as many as rows, " + rows.size(), bounds.size());
        rows = List.copyOf(rows);
        bounds = List.copyOf(bounds);
    }

    /** max c·x; empty where no point is feasible, +∞ where it is unbounded. */
    public OptionalDouble maximum(double[] objective) {
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int k = 0; k < rows.size(); k++) {
            constraints.add(new LinearConstraint(rows.get(k), Relationship.LEQ, bounds.get(k)));
        }
        try {
            PointValuePair best = new SimplexSolver(FEASIBILITY)
                    .optimize(
                            new MaxIter(ITERATIONS),
                            new LinearObjectiveFunction(objective, 0),
                            new LinearConstraintSet(constraints),
                            GoalType.MAXIMIZE,
                            new NonNegativeConstraint(false));
            return OptionalDouble.of(best.getValue());
        } catch (NoFeasibleSolutionException e) {
            return OptionalDouble.empty();
        } catch (UnboundedSolutionException e) {
            return OptionalDouble.of(Double.POSITIVE_INFINITY);
        }
    }
}

package meanfield.dmft.committee;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.Convergence;
import meanfield.core.Convergence.Status;
import meanfield.core.Require;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.solve.OdeSolution;
import meanfield.core.solve.OdeSolver;
import meanfield.core.solve.TimeGrid;

/**
 * Integrates the order-parameter equations ({@code [Saad1995]}, see the package's chapter) and judges the result: every
 * returned state is checked to be a covariance.
 *
 * <p>Accuracy and cost: local error 1e-10 a step by default; a velocity costs K²(K + M)²/4 inverse sines, a run hundreds to
 * thousands of velocities. Verdicts: {@code DIVERGED} when the equations end in finite time (quadratic units beyond the
 * critical learning rate), {@code ILL_POSED} when the covariance loses positive definiteness.
 *
 * @param ode the integrator
 */
public record CommitteeSolver(OdeSolver ode) {
    /** Checked. */
    public CommitteeSolver {
        Require.present("ode", ode);
    }

    /** Local error 1e-10. */
    public static CommitteeSolver withDefaults() {
        return new CommitteeSolver(OdeSolver.withDefaults());
    }

    /** With this local error. */
    public CommitteeSolver withTolerance(double tolerance) {
        return new CommitteeSolver(ode.withTolerance(tolerance));
    }

    /**
     * The order parameters at these times of the student that starts with {@code start} at time 0.
     *
     * @throws IllegalArgumentException when the start is not admissible or the first time is negative
     */
    public CommitteeSolution solve(
            OnlineLearning learning, OrderParameters start, TimeGrid times, LinearAlgebra algebra) {
        Require.that(times.at(0) >= 0, "times[0]", "be >= 0", times.at(0));
        double smallest = start.smallestEigenvalue(algebra);
        Require.that(
                smallest >= -OrderParameters.ADMISSIBLE,
                "the covariance [[studentOverlap, teacherStudentOverlap], [.., teacherOverlap]]",
                "be positive semidefinite",
                "smallest over largest eigenvalue " + smallest);
        OrderParameterFlow flow = new OrderParameterFlow(learning, start);
        OdeSolution solution = ode.solve(flow, 0, flow.state(start), times);
        List<OrderParameters> states = new ArrayList<>(times.size());
        for (double[] state : solution.states()) {
            states.add(flow.parameters(state));
        }
        Convergence verdict = verdict(solution, states, algebra);
        return new CommitteeSolution(learning, times, List.copyOf(states), verdict);
    }

    static Convergence verdict(OdeSolution solution, List<OrderParameters> states, LinearAlgebra algebra) {
        Convergence ode = solution.convergence();
        for (int i = 0; i < states.size(); i++) {
            double smallest = states.get(i).smallestEigenvalue(algebra);
            if (smallest < -OrderParameters.ADMISSIBLE) {
                String detail = "the order parameters stop being a covariance before t = "
                        + solution.times().at(i) + ": smallest over largest eigenvalue " + smallest;
                return Convergence.failed(Status.ILL_POSED, ode.iterations(), -smallest, detail);
            }
        }
        if (ode.status() == Status.DIVERGED) {
            String detail = "the student's weights grow without bound, the learning rate is above the critical one; "
                    + ode.detail();
            return Convergence.failed(Status.DIVERGED, ode.iterations(), ode.residual(), detail);
        }
        return ode;
    }
}

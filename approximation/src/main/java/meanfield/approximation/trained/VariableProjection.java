package meanfield.approximation.trained;

import meanfield.core.Convergence;
import meanfield.core.Convergence.Status;
import meanfield.core.Require;
import meanfield.core.random.RandomStream;

/**
 * Training of a shallow network by variable projection: the outer weights are eliminated by least squares, the inner ones follow
 * Levenberg and Marquardt.
 *
 * <pre>
 *   min_θ ‖y - Φ(θ) c(θ)‖²,   c(θ) = argmin ‖y - Φ c‖² + (ridge s)² ‖c‖²  (columns scaled to 1, s their largest singular
 *   value, bounded by √K)                                                                                    (1)
 *   J = -P (∂Φ/∂θ) c,  P = I - QQᵀ     (Kaufman)                                                              (2)
 *   (JᵀJ + μ diag JᵀJ) δ = -Jᵀ r;   μ ← 4μ after a failure, μ/3 after a success                               (3)
 * </pre>
 *
 * The ridge enters as K further rows, so that Q is that of the augmented problem. It ends after {@code iterations} steps (verdict
 * {@code ITERATION_LIMIT}, as a rule), or when a step gains less than 1e-12 of the loss or μ exceeds 1e12: a local minimum to working
 * precision. Cost of a step: M K² + M K P operations for M points.
 *
 * <p>Source: [Golub1973], [Kaufman1975].
 *
 * @param iterations steps at most
 * @param ridge relative ridge
 */
public record VariableProjection(int iterations, double ridge) {
    private static final double FIRST_DAMPING = 1e-2;
    private static final double LARGEST_DAMPING = 1e12;
    private static final double SMALLEST_GAIN = 1e-12;

    /** Checked. */
    public VariableProjection {
        Require.atLeast("iterations", iterations, 0);
        Require.that(ridge > 0 && ridge < 1, "ridge", "be in (0, 1)", ridge);
    }

    /** 200 steps, ridge 1e-9. */
    public static VariableProjection withDefaults() {
        return new VariableProjection(200, 1e-9);
    }

    /** With this many steps. */
    public VariableProjection withIterations(int newIterations) {
        return new VariableProjection(newIterations, ridge);
    }

    /**
     * The network trained from a random start.
     *
     * @param inputs points of [-1,1]^d, one a row
     * @param targets y, as many
     */
    public ShallowNetwork train(ShallowModel model, double[][] inputs, double[] targets, RandomStream random) {
        Require.that(inputs.length == targets.length, "targets", "have " + inputs.length + " entries", targets.length);
        Require.that(
                inputs.length >= model.columns(),
                "inputs",
                "be at least " + model.columns() + " points",
                inputs.length);
        return descend(model, inputs, targets, model.start(random));
    }

    private ShallowNetwork descend(ShallowModel model, double[][] inputs, double[] targets, double[] start) {
        double[] theta = start;
        Projected at = Projected.of(model, inputs, targets, theta, ridge);
        double damping = FIRST_DAMPING;
        double gain = 1;
        Jacobian jacobian = null;
        int step = 0;
        while (step < iterations && damping < LARGEST_DAMPING && gain > SMALLEST_GAIN) {
            step++;
            jacobian = jacobian == null ? Jacobian.of(at, model, inputs, theta) : jacobian;
            double[] move = jacobian.step(damping);
            double[] trial = theta.clone();
            for (int p = 0; p < trial.length; p++) {
                trial[p] += move[p];
            }
            Projected next = Projected.of(model, inputs, targets, trial, ridge);
            if (next.squares < at.squares) {
                gain = (at.squares - next.squares) / at.squares;
                theta = trial;
                at = next;
                jacobian = null;
                damping /= 3;
            } else {
                damping *= 4;
            }
        }
        boolean stopped = damping >= LARGEST_DAMPING || gain <= SMALLEST_GAIN;
        Convergence verdict = stopped
                ? Convergence.converged(step, gain, Double.NaN)
                : Convergence.failed(Status.ITERATION_LIMIT, step, gain, "relative gain of the last step");
        return new ShallowNetwork(model, theta, at.outer, at.loss, verdict);
    }

    /** The linear problem solved at one θ. */
    private static final class Projected {
        private final double[][] q;
        private final double[] outer;
        private final double[] residual;
        private final double squares;
        private final double loss;

        private Projected(double[][] q, double[] outer, double[] residual, double loss) {
            this.q = q;
            this.outer = outer;
            this.residual = residual;
            this.squares = ProjectionKernels.dot(residual, residual);
            this.loss = loss;
        }

        static Projected of(ShallowModel model, double[][] inputs, double[] targets, double[] theta, double ridge) {
            int points = inputs.length;
            int columns = model.columns();
            double[][] q = new double[columns][points + columns];
            double[] shared = model.shared(theta);
            double[] row = new double[columns];
            for (int p = 0; p < points; p++) {
                model.features(theta, shared, inputs[p], row);
                for (int j = 0; j < columns; j++) {
                    q[j][p] = row[j];
                }
            }
            double[] scale = new double[columns];
            for (int j = 0; j < columns; j++) {
                double length = Math.sqrt(ProjectionKernels.dot(q[j], q[j]));
                scale[j] = length > 0 ? 1 / length : 0;
                for (int p = 0; p < points; p++) {
                    q[j][p] *= scale[j];
                }
                q[j][points + j] = ridge * Math.sqrt(columns);
            }
            double[][] r = new double[columns][columns];
            ProjectionKernels.orthogonalize(q, r);
            double[] residual = java.util.Arrays.copyOf(targets, points + columns);
            double[] outer = new double[columns];
            for (int j = 0; j < columns; j++) {
                outer[j] = ProjectionKernels.dot(q[j], residual);
                ProjectionKernels.add(-outer[j], q[j], residual);
            }
            ProjectionKernels.solve(r, outer);
            double loss = 0;
            for (int p = 0; p < points; p++) {
                loss += residual[p] * residual[p] / points;
            }
            for (int j = 0; j < columns; j++) {
                outer[j] *= scale[j];
            }
            return new Projected(q, outer, residual, loss);
        }
    }

    /** JᵀJ and Jᵀr at one θ. */
    private record Jacobian(double[][] normal, double[] gradient) {
        static Jacobian of(Projected at, ShallowModel model, double[][] inputs, double[] theta) {
            double[][] columns = columns(at, model, inputs, theta);
            int n = columns.length;
            double[][] normal = new double[n][n];
            double[] gradient = new double[n];
            for (int i = 0; i < n; i++) {
                ProjectionKernels.project(at.q, columns[i]);
                // r falls along +(∂Φ/∂θ) c: J = -P ∂Φ c, so that -Jᵀr is the projected column times r.
                gradient[i] = ProjectionKernels.dot(columns[i], at.residual);
                for (int j = 0; j <= i; j++) {
                    normal[i][j] = ProjectionKernels.dot(columns[i], columns[j]);
                    normal[j][i] = normal[i][j];
                }
            }
            return new Jacobian(normal, gradient);
        }

        /** (∂Φ/∂θ_p) c for every nonlinear parameter. */
        private static double[][] columns(Projected at, ShallowModel model, double[][] inputs, double[] theta) {
            int d = model.dimension();
            double[][] columns = new double[model.nonlinear()][at.residual.length];
            double[] shared = model.shared(theta);
            int first = model.width() * (d + 1);
            for (int p = 0; p < inputs.length; p++) {
                double[] x = inputs[p];
                for (int j = 0; j < model.width(); j++) {
                    double z = model.preactivation(theta, j, x);
                    double weight = weight(at.outer, model, j, x);
                    double slope = weight * model.unit().derivative(z, shared);
                    int place = j * (d + 1);
                    for (int k = 0; k < d; k++) {
                        columns[place + k][p] = slope * x[k];
                    }
                    columns[place + d][p] = slope;
                    double power = weight;
                    for (int i = 0; i < shared.length; i++) {
                        power *= Math.max(z, 0);
                        columns[first + i][p] += power;
                    }
                }
            }
            return columns;
        }

        /** What multiplies σ(z_j): c_j, or v_j·x + c_j. */
        private static double weight(double[] outer, ShallowModel model, int j, double[] x) {
            if (model.unit() != HiddenUnit.SWIGLU) {
                return outer[1 + j];
            }
            int place = 1 + j * (model.dimension() + 1);
            double sum = outer[place];
            for (int k = 0; k < x.length; k++) {
                sum += outer[place + 1 + k] * x[k];
            }
            return sum;
        }

        double[] step(double damping) {
            double[][] copy = new double[normal.length][];
            for (int i = 0; i < copy.length; i++) {
                copy[i] = normal[i].clone();
            }
            double[] move = gradient.clone();
            return ProjectionKernels.solveDamped(copy, damping, move) ? move : new double[move.length];
        }
    }
}

package meanfield.dmft.committee;

import java.util.Arrays;
import meanfield.core.solve.OdeSystem;

/**
 * The equations of motion of the order parameters for N → ∞, [Saad1995].
 *
 * <pre>
 *   dR_in/dt = -η v_i Σ_j s_j I3(i, n, j)                                                                   (1)
 *   dQ_ik/dt = -η [v_i Σ_j s_j I3(i, k, j) + v_k Σ_j s_j I3(k, i, j)]
 *              + η² v_i v_k [Σ_jl s_j s_l I4(i, k, j, l) + σ² J(i, k)]                                      (2)
 *   dv_i/dt  = -η_v Σ_j s_j I2(i, j)                                                                        (3)
 * </pre>
 *
 * i, k students; n teachers; j, l both; s = (v, -ṽ). The state is Q row by row from the diagonal on, then R, then v.
 * Scratch arrays make it an object of one thread. A run-away of quadratic units is a velocity of NaN,
 * which ends the integration.
 */
final class OrderParameterFlow implements OdeSystem {
    /** Quadratic units have then grown beyond return: Q ~ (t* - t)^(-1/2) is close to its end. */
    private static final double RUNAWAY = 1e3;

    private final OnlineLearning learning;
    private final int students;
    private final int size;
    /** Student norms above this end the integration; erf units may grow as they like. */
    private final double largestNorm;

    private final double[] teacherReadout;
    /** C of the state; the teacher's block never changes. */
    private final double[] covariance;
    /** s = (v, -ṽ). */
    private final double[] sign;

    OrderParameterFlow(OnlineLearning learning, OrderParameters start) {
        this.learning = learning;
        this.students = start.students();
        this.size = start.size();
        this.teacherReadout = start.teacherReadouts();
        this.covariance = start.covariance();
        this.sign = new double[size];
        double norm = 1;
        for (int i = 0; i < size; i++) {
            norm = Math.max(norm, covariance[i * size + i]);
        }
        this.largestNorm = learning.unit() == CommitteeUnit.QUADRATIC ? RUNAWAY * norm : Double.POSITIVE_INFINITY;
    }

    double[] state(OrderParameters parameters) {
        double[] state = new double[students * (students + 1) / 2 + students * (size - students) + students];
        int at = 0;
        for (int i = 0; i < students; i++) {
            for (int j = i; j < size; j++) {
                state[at++] = parameters.covariance()[i * size + j];
            }
        }
        for (int i = 0; i < students; i++) {
            state[at++] = parameters.studentReadout(i);
        }
        return state;
    }

    OrderParameters parameters(double[] state) {
        read(state);
        double[] readout = new double[students];
        System.arraycopy(sign, 0, readout, 0, students);
        return new OrderParameters(students, size - students, covariance.clone(), readout, teacherReadout);
    }

    /** Row i of (Q, R) from its diagonal on, for each student; then v. */
    private void read(double[] state) {
        int at = 0;
        for (int i = 0; i < students; i++) {
            for (int j = i; j < size; j++) {
                covariance[i * size + j] = state[at];
                covariance[j * size + i] = state[at++];
            }
        }
        for (int j = 0; j < size; j++) {
            sign[j] = j < students ? state[at++] : -teacherReadout[j - students];
        }
    }

    @Override
    public void velocity(double time, double[] state, double[] velocity) {
        read(state);
        for (int i = 0; i < students; i++) {
            if (!(covariance[i * size + i] <= largestNorm)) {
                Arrays.fill(velocity, Double.NaN);
                return;
            }
        }
        double eta = learning.learningRate();
        int at = 0;
        for (int i = 0; i < students; i++) {
            for (int k = i; k < students; k++) {
                double drift = sign[i] * drift(i, k) + sign[k] * drift(k, i);
                velocity[at++] = -eta * drift + eta * eta * sign[i] * sign[k] * diffusion(i, k);
            }
            for (int n = students; n < size; n++) {
                velocity[at++] = -eta * sign[i] * drift(i, n);
            }
        }
        for (int i = 0; i < students; i++) {
            velocity[at++] = learning.readoutLearningRate() == 0 ? 0 : -learning.readoutLearningRate() * error(i);
        }
    }

    /** Σ_j s_j I3(i, n, j). */
    private double drift(int i, int n) {
        double sum = 0;
        for (int j = 0; j < size; j++) {
            sum += sign[j] * learning.unit().gain(covariance, size, i, n, j);
        }
        return sum;
    }

    /** Σ_jl s_j s_l I4(i, k, j, l) + σ² J(i, k); I4 is symmetric in j, l. */
    private double diffusion(int i, int k) {
        CommitteeUnit unit = learning.unit();
        double sum = 0;
        for (int j = 0; j < size; j++) {
            sum += sign[j] * sign[j] * unit.diffusion(covariance, size, i, k, j, j);
            for (int l = 0; l < j; l++) {
                sum += 2 * sign[j] * sign[l] * unit.diffusion(covariance, size, i, k, j, l);
            }
        }
        return sum + learning.noiseVariance() * unit.noise(covariance, size, i, k);
    }

    /** Σ_j s_j I2(i, j). */
    private double error(int i) {
        double sum = 0;
        for (int j = 0; j < size; j++) {
            sum += sign[j] * learning.unit().pair(covariance, size, i, j);
        }
        return sum;
    }
}

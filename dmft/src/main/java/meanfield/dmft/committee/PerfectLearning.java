package meanfield.dmft.committee;

import java.util.Arrays;
import meanfield.core.Require;
import meanfield.core.solve.Root;
import meanfield.core.solve.RootSearch;
import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Stability of the student that equals its teacher, Q = R = T, v = ṽ, without label noise: where the order-parameter
 * equations, linearised there, grow, perfect learning is out of reach however long one waits.
 *
 * <pre>
 *   growthRate = max Re eigenvalue of ∂(dQ/dt, dR/dt, dv/dt)/∂(Q, R, v);   criticalLearningRate: growthRate(η) = 0   (1)
 * </pre>
 *
 * For one erf unit of unit norm η_c = π √(5/3) ({@code [Biehl1995]}). Accuracy: the Jacobian by central differences, η_c to
 * about 1e-6. Flat directions (quadratic units may be rotated among each other) have rate 0 and do not count.
 */
public final class PerfectLearning {
    private static final double STEP = 1e-5;
    private static final double LARGEST = 1e6;
    /** Growth rates below this are flat directions: rotations of quadratic units among each other. */
    private static final double FLAT = 1e-7;

    private PerfectLearning() {}

    /** The largest growth rate of a deviation from the teacher; negative when perfect learning is stable. */
    public static double growthRate(OnlineLearning learning, OrderParameters teacher) {
        OrderParameters match = match(teacher);
        OrderParameterFlow flow = new OrderParameterFlow(learning.withNoiseVariance(0), match);
        double[] state = flow.state(match);
        int free = learning.readoutLearningRate() > 0 ? state.length : state.length - match.students();
        DMatrixRMaj jacobian = new DMatrixRMaj(free, free);
        double[] forward = new double[state.length];
        double[] backward = new double[state.length];
        for (int j = 0; j < free; j++) {
            double[] shifted = state.clone();
            shifted[j] = state[j] + STEP;
            flow.velocity(0, shifted, forward);
            shifted[j] = state[j] - STEP;
            flow.velocity(0, shifted, backward);
            for (int i = 0; i < free; i++) {
                jacobian.set(i, j, (forward[i] - backward[i]) / (2 * STEP));
            }
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(free, false);
        Require.that(eigen.decompose(jacobian), "the linearised equations", "have eigenvalues", "none found");
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < free; i++) {
            Complex_F64 value = eigen.getEigenvalue(i);
            largest = Math.max(largest, value.getReal());
        }
        return largest;
    }

    /** The learning rate above which perfect learning is unstable, all else as in the rule given. */
    public static Root criticalLearningRate(OnlineLearning learning, OrderParameters teacher) {
        double high = learning.learningRate();
        while (excess(learning, high, teacher) <= 0 && high < LARGEST) {
            high *= 2;
        }
        double low = high;
        while (excess(learning, low, teacher) >= 0 && low > 1 / LARGEST) {
            low /= 2;
        }
        return RootSearch.withDefaults().withTolerance(1e-9).find(eta -> excess(learning, eta, teacher), low, high);
    }

    private static double excess(OnlineLearning learning, double learningRate, OrderParameters teacher) {
        return growthRate(learning.withLearningRate(learningRate), teacher) - FLAT;
    }

    /** The student that equals the teacher of these order parameters. */
    public static OrderParameters match(OrderParameters parameters) {
        int m = parameters.teachers();
        double[] covariance = new double[4 * m * m];
        for (int i = 0; i < 2 * m; i++) {
            for (int j = 0; j < 2 * m; j++) {
                covariance[i * 2 * m + j] = parameters.teacherOverlap(i % m, j % m);
            }
        }
        double[] readout = parameters.teacherReadouts();
        return new OrderParameters(m, m, covariance, readout, Arrays.copyOf(readout, m));
    }
}

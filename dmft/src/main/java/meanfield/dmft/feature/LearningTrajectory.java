package meanfield.dmft.feature;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.Convergence;
import meanfield.core.Convergence.Status;
import meanfield.core.checkpoint.Resumable;
import meanfield.core.checkpoint.StateReader;
import meanfield.core.checkpoint.StateWriter;
import org.ejml.data.DMatrixRMaj;

/**
 * What a network does while it learns, step by step: outputs, loss, tangent kernel, features.
 *
 * <pre>
 *   L(t) = (1/2P) Σ_μ (y_μ - f_μ(t))²                                                                          (1)
 *   featureKernelChange(t) = ‖Φ^L(t,t) - Φ^L(0,0)‖_F/‖Φ^L(0,0)‖_F                                               (2)
 *   kernelTargetAlignment(t) = yᵀ K(t) y/(‖K(t)‖_F |y|²)                                                        (3)
 * </pre>
 *
 * Symbols: K tangent kernel with its learning-rate scale γ₀² N (in gradient flow df/dt = K Δ/P), Φ^L the feature kernel
 * φ(h^L)·φ(h^L)/N of the last hidden layer, both P × P at equal times. Alignment (3) is 1 when K is a multiple of y yᵀ,
 * and NaN for y = 0.
 *
 * <p>A trajectory may be shorter than asked for: it ends before the step whose loss left every bound, and its
 * verdict says so. Steps 0 … {@link #last} are there.
 */
public final class LearningTrajectory {
    /** Growth of the loss that counts as divergence. */
    public static final double DIVERGENCE = 1e8;

    private final LearningProblem problem;
    private final List<Snapshot> snapshots;
    private final Convergence convergence;

    /** One step: f, K row by row, Φ^L row by row. */
    private record Snapshot(double[] outputs, double[] ntk, double[] features) {}

    private LearningTrajectory(LearningProblem problem, List<Snapshot> snapshots, Convergence convergence) {
        this.problem = problem;
        this.snapshots = List.copyOf(snapshots);
        this.convergence = convergence;
    }

    /** Collects a trajectory step by step; for one thread. Its steps can be kept and taken up again. */
    public static final class Recorder implements Resumable {
        private final LearningProblem problem;
        private final List<Snapshot> snapshots = new ArrayList<>();
        private Convergence failure;

        private Recorder(LearningProblem problem) {
            this.problem = problem;
        }

        /**
         * Adds the next step; the arrays are copied.
         *
         * @param outputs centred f, P entries
         * @param ntk K, P × P row by row
         * @param features Φ^L, P × P row by row
         * @return false when the loss has left every bound, and the step was not taken
         */
        public boolean add(double[] outputs, double[] ntk, double[] features) {
            double loss = loss(problem, outputs);
            if (!(loss <= DIVERGENCE * Math.max(loss(problem, new double[outputs.length]), Double.MIN_NORMAL))
                    || !finite(ntk)
                    || !finite(features)) {
                failure = leftEveryBound(loss);
                return false;
            }
            snapshots.add(new Snapshot(outputs.clone(), ntk.clone(), features.clone()));
            return true;
        }

        private Convergence leftEveryBound(double loss) {
            int step = snapshots.size();
            String rate = ": learning rate " + problem.learningRate() + " is too large";
            return Convergence.failed(Status.DIVERGED, step, loss, "the loss left every bound at step " + step + rate);
        }

        @Override
        public void save(StateWriter out) {
            out.write(failure == null ? 0 : 1).write(failure == null ? 0.0 : failure.residual());
            out.write(snapshots.size());
            snapshots.forEach(each -> out.write(each.outputs).write(each.ntk).write(each.features));
        }

        @Override
        public void restore(StateReader in) {
            boolean failed = in.readInt() == 1;
            double loss = in.readDouble();
            snapshots.clear();
            for (int left = in.readInt(); left > 0; left--) {
                snapshots.add(new Snapshot(in.readDoubles(), in.readDoubles(), in.readDoubles()));
            }
            failure = failed ? leftEveryBound(loss) : null;
        }

        /** The trajectory so far, with this verdict unless it diverged. */
        public LearningTrajectory finish(Convergence verdict) {
            return new LearningTrajectory(problem, snapshots, failure == null ? verdict : failure);
        }
    }

    /** An empty record. */
    public static Recorder recorder(LearningProblem problem) {
        return new Recorder(problem);
    }

    /** What was learned. */
    public LearningProblem problem() {
        return problem;
    }

    /** The last step that is here; -1 when there is none. */
    public int last() {
        return snapshots.size() - 1;
    }

    /** The verdict. */
    public Convergence convergence() {
        return convergence;
    }

    /** The same steps with another verdict. */
    public LearningTrajectory withConvergence(Convergence verdict) {
        return new LearningTrajectory(problem, snapshots, verdict);
    }

    /** f_μ at a step. */
    public double output(int step, int mu) {
        return snapshots.get(step).outputs[mu];
    }

    /** f at a step. Fresh. */
    public double[] outputs(int step) {
        return snapshots.get(step).outputs.clone();
    }

    /** K_μν at a step. */
    public double ntk(int step, int mu, int nu) {
        return snapshots.get(step).ntk[mu * problem.samples() + nu];
    }

    /** Φ^L at a step, P × P. Fresh. */
    public DMatrixRMaj featureKernel(int step) {
        int samples = problem.samples();
        return DMatrixRMaj.wrap(samples, samples, snapshots.get(step).features.clone());
    }

    /** Loss (1). */
    public double loss(int step) {
        return loss(problem, snapshots.get(step).outputs);
    }

    /** Motion of the features (2). */
    public double featureKernelChange(int step) {
        double[] start = snapshots.get(0).features;
        double[] now = snapshots.get(step).features;
        double moved = 0;
        double size = 0;
        for (int i = 0; i < start.length; i++) {
            moved += (now[i] - start[i]) * (now[i] - start[i]);
            size += start[i] * start[i];
        }
        return Math.sqrt(moved / size);
    }

    /** Alignment (3). */
    public double kernelTargetAlignment(int step) {
        int samples = problem.samples();
        double[] kernel = snapshots.get(step).ntk;
        double form = 0;
        double size = 0;
        double norm = 0;
        for (int mu = 0; mu < samples; mu++) {
            norm += problem.target(mu) * problem.target(mu);
            for (int nu = 0; nu < samples; nu++) {
                double entry = kernel[mu * samples + nu];
                form += problem.target(mu) * entry * problem.target(nu);
                size += entry * entry;
            }
        }
        return form / (Math.sqrt(size) * norm);
    }

    private static double loss(LearningProblem problem, double[] outputs) {
        double sum = 0;
        for (int mu = 0; mu < outputs.length; mu++) {
            double error = problem.target(mu) - outputs[mu];
            sum += error * error;
        }
        return sum / (2 * outputs.length);
    }

    private static boolean finite(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return convergence + ", steps 0 to " + last() + (last() < 0 ? "" : ", loss " + loss(0) + " to " + loss(last()));
    }
}

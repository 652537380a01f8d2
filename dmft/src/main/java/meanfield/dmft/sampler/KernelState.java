package meanfield.dmft.sampler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import meanfield.dmft.feature.LearningProblem;
import meanfield.dmft.feature.LearningTrajectory;

/**
 * What all sites share: kernels, responses and errors, as far as time has come. Arrays hold entry n · size + m with
 * n = t P + μ, m = s P + ν; feature and gradient kernels for s ≤ t with whole blocks of equal times.
 */
final class KernelState {
    final LearningProblem problem;
    /** T P. */
    final int size;
    /** Φ^0 … Φ^L. */
    final double[][] features;
    /** G^1 … G^{L+1} at 0 … L. */
    final double[][] gradients;
    /** A^0 … A^L; the first and the last stay zero. */
    final double[][] featureResponses;
    /** B^0 … B^L; the first and the last stay zero. */
    final double[][] gradientResponses;
    /** f, not centred. */
    final double[] outputs;
    /** Δ = y - (f - f(0)). */
    final double[] errors;

    KernelState(LearningProblem problem) {
        int samples = problem.samples();
        int depth = problem.hiddenLayers();
        this.problem = problem;
        this.size = (problem.steps() + 1) * samples;
        features = new double[depth + 1][size * size];
        gradients = new double[depth + 1][size * size];
        featureResponses = new double[depth + 1][];
        gradientResponses = new double[depth + 1][];
        for (int l = 1; l < depth; l++) {
            featureResponses[l] = new double[size * size];
            gradientResponses[l] = new double[size * size];
        }
        outputs = new double[size];
        errors = new double[size];
        for (int n = 0; n < size; n++) {
            for (int m = 0; m < size; m++) {
                features[0][n * size + m] = problem.inputKernel(n % samples, m % samples);
            }
        }
        Arrays.fill(gradients[depth], 1);
    }

    /** G^l for l = 1 … L + 1. */
    double[] gradient(int l) {
        return gradients[l - 1];
    }

    /** Whether layer l answers to what stands above (A^l) or below (B^l): 1 … L - 1. */
    boolean responds(int l) {
        return l >= 1 && l < problem.hiddenLayers();
    }

    /** Δ at time t from the outputs there and at the start. */
    void updateErrors(int t) {
        int samples = problem.samples();
        for (int mu = 0; mu < samples; mu++) {
            errors[t * samples + mu] = problem.target(mu) - centred(t, mu);
        }
    }

    /** f_μ(t) - f_μ(0). */
    double centred(int t, int mu) {
        return outputs[t * problem.samples() + mu] - outputs[mu];
    }

    /** Adds time t to a trajectory; false when it diverged. */
    boolean record(int t, LearningTrajectory.Recorder recorder) {
        double[] centred = new double[problem.samples()];
        Arrays.setAll(centred, mu -> centred(t, mu));
        return recorder.add(centred, ntk(t), equalTimes(features[problem.hiddenLayers()], t));
    }

    /** The tangent kernel at equal times, P × P row by row. */
    private double[] ntk(int t) {
        int samples = problem.samples();
        double[] ntk = new double[samples * samples];
        for (int l = 0; l <= problem.hiddenLayers(); l++) {
            double[] feature = equalTimes(features[l], t);
            double[] gradient = equalTimes(gradient(l + 1), t);
            for (int i = 0; i < ntk.length; i++) {
                ntk[i] += feature[i] * gradient[i];
            }
        }
        return ntk;
    }

    private double[] equalTimes(double[] kernel, int t) {
        int samples = problem.samples();
        double[] block = new double[samples * samples];
        for (int mu = 0; mu < samples; mu++) {
            System.arraycopy(kernel, (t * samples + mu) * size + t * samples, block, mu * samples, samples);
        }
        return block;
    }

    /** Continues every function from time t - 1 to time t as if nothing moved: a first guess. */
    void continueTo(int t) {
        int samples = problem.samples();
        int row = t * samples;
        int before = row - samples;
        for (double[] kernel : moving()) {
            if (kernel != null) {
                for (int mu = 0; mu < samples; mu++) {
                    int to = (row + mu) * size;
                    int from = (before + mu) * size;
                    System.arraycopy(kernel, from, kernel, to, row);
                    System.arraycopy(kernel, from + before, kernel, to + row, samples);
                }
            }
        }
        System.arraycopy(outputs, before, outputs, row, samples);
        updateErrors(t);
    }

    /** This ← (1 - weight) this + weight other, for times from … to. */
    void blend(KernelState other, double weight, int from, int to) {
        int first = from * problem.samples();
        int end = (to + 1) * problem.samples();
        List<double[]> here = moving();
        List<double[]> there = other.moving();
        for (int k = 0; k < here.size(); k++) {
            blend(here.get(k), there.get(k), weight, first * size, end * size);
        }
        blend(outputs, other.outputs, weight, first, end);
        for (int t = from; t <= to; t++) {
            updateErrors(t);
        }
    }

    private static void blend(double[] here, double[] there, double weight, int from, int to) {
        for (int i = from; here != null && i < to; i++) {
            here[i] += weight * (there[i] - here[i]);
        }
    }

    /** max |Δ - Δ of the other| over times from … to; infinite where one is no number. */
    double distance(KernelState other, int from, int to) {
        double largest = 0;
        for (int n = from * problem.samples(); n < (to + 1) * problem.samples(); n++) {
            double difference = Math.abs(errors[n] - other.errors[n]);
            largest = Double.isFinite(difference) ? Math.max(largest, difference) : Double.POSITIVE_INFINITY;
        }
        return largest;
    }

    /** Everything that the sites measure; null where there is no response. */
    private List<double[]> moving() {
        List<double[]> all = new ArrayList<>();
        for (int l = 1; l <= problem.hiddenLayers(); l++) {
            all.add(features[l]);
            all.add(gradient(l));
            all.add(featureResponses[l]);
            all.add(gradientResponses[l]);
        }
        return all;
    }
}

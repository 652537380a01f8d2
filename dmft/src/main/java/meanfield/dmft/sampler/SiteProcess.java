package meanfield.dmft.sampler;

import java.util.List;
import java.util.stream.IntStream;
import meanfield.core.Convergence;
import meanfield.core.parallel.Workers;
import meanfield.core.random.RandomStream;
import meanfield.dmft.feature.LearningProblem;

/** The sites of all layers: the single-site process of the theory, moved time by time. */
final class SiteProcess {
    private final List<SiteLayer> layers;
    private final Workers workers;

    SiteProcess(LearningProblem problem, CausalSampler settings, RandomStream random, Workers workers) {
        this.workers = workers;
        this.layers = workers.map(
                problem.hiddenLayers(),
                l -> new SiteLayer(
                        problem, l + 1, settings, random.child("layer").child(l)));
    }

    /**
     * One time: fields forward through the layers, gradients backward, then the error.
     *
     * @param given kernels, responses and errors of the couplings; at time t only what earlier layers and times left
     * @param measured where the averages over the sites go
     */
    void advance(KernelState given, KernelState measured, int t) {
        for (SiteLayer layer : layers) {
            layer.feature(given, measured, t, workers);
        }
        for (int l = layers.size() - 1; l >= 0; l--) {
            layers.get(l).gradient(given, measured, t, workers);
        }
        measured.updateErrors(t);
    }

    /** Goes back to time t, with the couplings of this state before it. */
    void rewind(KernelState state, int t) {
        workers.forEach(layers.size(), l -> layers.get(l).rewind(state, t));
    }

    /** Converged while all kernels are covariances. */
    Convergence convergence() {
        return IntStream.range(0, layers.size())
                .mapToObj(l -> layers.get(l).convergence())
                .filter(each -> !each.isConverged())
                .findFirst()
                .orElse(Convergence.converged(0, 0, Double.NaN));
    }
}

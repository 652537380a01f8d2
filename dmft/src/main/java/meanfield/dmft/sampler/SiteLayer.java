package meanfield.dmft.sampler;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.Convergence;
import meanfield.core.parallel.Workers;
import meanfield.core.random.RandomStream;
import meanfield.dmft.feature.LearningProblem;

/** All sites of one layer, in blocks that move in parallel and are summed in a fixed order. */
final class SiteLayer {
    private static final int BLOCK = 64;

    private final int layer;
    private final int depth;
    private final int samples;
    private final int sites;
    private final boolean responses;
    private final List<SiteBlock> blocks = new ArrayList<>();
    private Couplings couplings;

    SiteLayer(LearningProblem problem, int layer, CausalSampler settings, RandomStream random) {
        this.layer = layer;
        this.depth = problem.hiddenLayers();
        this.samples = problem.samples();
        this.sites = settings.moments() == SourceMoments.EXACT ? (settings.sites() + 1) / 2 * 2 : settings.sites();
        this.responses = settings.responses() == ResponseTerms.INCLUDED;
        int size = (problem.steps() + 1) * samples;
        // the inputs do not move, and neither does the initial readout: their sources are constant in time
        int features = layer == 1 ? samples : size;
        int gradients = layer == depth ? 1 : size;
        SiteSources sources = SiteSources.draw(features, gradients, samples, sites, settings.moments(), random);
        Curvature curvature = new Curvature(problem.activation(), sites);
        for (int from = 0; from < sites; from += BLOCK) {
            int to = Math.min(sites, from + BLOCK);
            blocks.add(new SiteBlock(
                    problem, curvature, sources.feature(from, to), sources.gradient(from, to), to - from));
        }
        this.couplings = new Couplings(layer, size);
    }

    /** Forgets the couplings and takes those of this state up to time t (exclusive). */
    void rewind(KernelState state, int t) {
        couplings = new Couplings(layer, state.size);
        for (int s = 0; s < t; s++) {
            couplings.prepareFeature(state, s);
            couplings.prepareGradient(state, s);
        }
    }

    /** h(t) in the couplings of one state; Φ^l(t, ·) and A^l(t, ·) go to another, which may be the same. */
    void feature(KernelState given, KernelState measured, int t, Workers workers) {
        boolean responds = responses && given.responds(layer);
        couplings.prepareFeature(given, t);
        Couplings c = couplings;
        workers.forEach(blocks.size(), b -> blocks.get(b).feature(c, t, responds));
        average(measured.features[layer], t, (t + 1) * samples, block -> block.kernelSums);
        if (responds) {
            average(measured.featureResponses[layer], t, t * samples, block -> block.responseSums);
        }
    }

    /** z(t) and g(t); G^l(t, ·), B^{l-1}(t, ·) and, from the last layer, f(t). */
    void gradient(KernelState given, KernelState measured, int t, Workers workers) {
        boolean responds = responses && given.responds(layer - 1);
        couplings.prepareGradient(given, t);
        Couplings c = couplings;
        workers.forEach(blocks.size(), b -> blocks.get(b).gradient(c, t, responds));
        average(measured.gradient(layer), t, (t + 1) * samples, block -> block.kernelSums);
        if (responds) {
            average(measured.gradientResponses[layer - 1], t, (t + 1) * samples, block -> block.responseSums);
        }
        if (layer == depth) {
            for (int mu = 0; mu < samples; mu++) {
                double sum = 0;
                for (SiteBlock block : blocks) {
                    sum += block.outputSums[mu];
                }
                measured.outputs[t * samples + mu] = sum / sites / measured.problem.gamma0();
            }
        }
    }

    private interface Share {
        double[] of(SiteBlock block);
    }

    private void average(double[] target, int t, int count, Share share) {
        int size = (int) Math.sqrt(target.length);
        for (int mu = 0; mu < samples; mu++) {
            for (int m = 0; m < count; m++) {
                double sum = 0;
                for (SiteBlock block : blocks) {
                    sum += share.of(block)[mu * size + m];
                }
                target[(t * samples + mu) * size + m] = sum / sites;
            }
        }
    }

    Convergence convergence() {
        return couplings.convergence();
    }
}

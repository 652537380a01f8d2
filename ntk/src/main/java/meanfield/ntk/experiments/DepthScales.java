package meanfield.ntk.experiments;

import java.util.List;
import java.util.function.IntFunction;
import meanfield.core.random.RandomStream;
import meanfield.experiment.RunContext;
import meanfield.ntk.finitewidth.DeepSignals;
import meanfield.ntk.meanfield.SignalPropagation;

/**
 * Depth scales of finite networks, from how fast they forget where they started.
 *
 * <pre>
 *   D_l = E c_l(c* + δ/2) - E c_l(c* - δ/2),   ξ̂_c = s/ln(D_1/D_{1+s});   ξ̂_q alike from lengths q*(1 ± δ/2)     (1)
 * </pre>
 *
 * Both starts see the same random numbers, so that their difference keeps its digits: only the decay is random, by O(1/n) a layer. δ =
 * {@value #STEP}, so small that the decay is exponential from the first layer on; at c* = 1 the upper start is 1 itself. s is where D
 * has fallen by e³, or the last layer. Standard errors are by jackknife over networks. NaN where D does not
 * fall, or so little that the standard error exceeds half of the scale.
 */
final class DepthScales {
    private static final double STEP = 1e-6;
    private static final double FALL = Math.exp(-3);
    private static final Estimate UNKNOWN = new Estimate(Double.NaN, Double.NaN);

    private DepthScales() {}

    /** ξ̂_c around the fixed point of theory; NaN where there is no correlation. */
    static Estimate correlation(
            DeepSignals network, SignalPropagation point, OrderChaos parameters, RunContext context) {
        double c = point.correlation();
        if (!(Math.abs(c) <= 1)) {
            return UNKNOWN;
        }
        double high = Math.min(1, c + STEP / 2);
        RandomStream random = context.random("correlation depth");
        return decay(
                context,
                parameters,
                m -> difference(
                        correlations(network, point.length(), high, parameters, random.child(m)),
                        correlations(network, point.length(), high - STEP, parameters, random.child(m))));
    }

    /** ξ̂_q around the fixed point of theory; NaN where it is 0 or infinite. */
    static Estimate length(DeepSignals network, SignalPropagation point, OrderChaos parameters, RunContext context) {
        double q = point.length();
        if (!(q > 0) || Double.isInfinite(q)) {
            return UNKNOWN;
        }
        RandomStream random = context.random("length depth");
        int depth = parameters.simulationDepth();
        return decay(
                context,
                parameters,
                m -> difference(
                        network.lengths(q * (1 + STEP / 2), depth, random.child(m)),
                        network.lengths(q * (1 - STEP / 2), depth, random.child(m))));
    }

    private static double[] correlations(
            DeepSignals network, double length, double start, OrderChaos parameters, RandomStream random) {
        DeepSignals.Layer[] layers = network.propagate(length, start, parameters.simulationDepth(), random);
        double[] correlations = new double[layers.length];
        for (int l = 0; l < layers.length; l++) {
            correlations[l] = layers[l].correlation();
        }
        return correlations;
    }

    private static double[] difference(double[] high, double[] low) {
        double[] difference = new double[high.length];
        for (int l = 0; l < high.length; l++) {
            difference[l] = high[l] - low[l];
        }
        return difference;
    }

    private static Estimate decay(RunContext context, OrderChaos parameters, IntFunction<double[]> network) {
        List<double[]> differences = context.workers().map(parameters.networks(), m -> {
            context.checkCancelled();
            return network.apply(m);
        });
        double[] sum = new double[parameters.simulationDepth()];
        for (double[] one : differences) {
            for (int l = 0; l < sum.length; l++) {
                sum[l] += one[l];
            }
        }
        int layers = 1;
        while (layers < sum.length - 1 && Math.abs(sum[layers]) > FALL * Math.abs(sum[0])) {
            layers++;
        }
        double value = scale(sum[0], sum[layers], layers);
        double[] leaveOneOut = new double[differences.size()];
        for (int m = 0; m < leaveOneOut.length; m++) {
            double[] one = differences.get(m);
            leaveOneOut[m] = scale(sum[0] - one[0], sum[layers] - one[layers], layers);
        }
        double error = (leaveOneOut.length - 1) * Estimate.mean(leaveOneOut).standardError();
        return Double.isNaN(value) || !(error < 0.5 * value) ? UNKNOWN : new Estimate(value, error);
    }

    /** Layers per factor e; NaN for what does not fall. */
    private static double scale(double first, double last, int layers) {
        double ratio = Math.abs(last / first);
        return ratio > 0 && ratio < 1 ? -layers / Math.log(ratio) : Double.NaN;
    }
}

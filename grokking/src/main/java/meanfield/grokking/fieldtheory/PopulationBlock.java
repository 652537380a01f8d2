package meanfield.grokking.fieldtheory;

import java.util.Arrays;
import meanfield.core.random.RandomStream;

/**
 * A block of samples of the infinite-width theory. Triangular arrays [t][s], s ≤ t, of rows of B samples; modes 0 = mean
 * of the neurons (c), 1 = the informed mode (q).
 */
final class PopulationBlock {
    private static final int MEAN = 0;
    private static final int INFORMED = 1;

    private final FieldModel model;
    private final double overlapVariance;
    private final boolean outlier;
    private final RandomStream random;
    private final int samples;
    private final double[] target;
    private final double[] startOutput;
    /** ∂f(0) to a shift of either mode at time 0. */
    private final double[][] startSlope;

    private final double[][] meanNoise;
    private final double[][] informedNoise;
    private final double[][] mean;
    private final double[][] informed;
    private final double[][] residual;
    private final double[][] meanGradient;
    private final double[][] informedGradient;
    /** E, Γ and K of the class comment of {@link InfiniteWidthTheory}. */
    private final double[][][] propagator;

    private final double[][][] variance;
    private final double[][][] varianceSlope;
    /** Derivatives of both gradients and of Δ to a shift of either mode: [mode][t][s]. */
    private final double[][][][] meanGradientSlope;

    private final double[][][][] informedGradientSlope;
    private final double[][][][] residualSlope;
    private final double[][] rows;
    private final double[] line;
    private final double[] movedMean;
    private final double[] movedInformed;
    private final double[] movedVariance;

    PopulationBlock(
            FieldModel model,
            double overlapVariance,
            boolean outlier,
            int times,
            double[] target,
            RandomStream random) {
        this.model = model;
        this.overlapVariance = overlapVariance;
        this.outlier = outlier;
        this.random = random;
        this.samples = target.length;
        this.target = target;
        this.startOutput = new double[samples];
        this.startSlope = new double[2][samples];
        this.meanNoise = new double[times][samples];
        this.informedNoise = new double[times][samples];
        this.mean = new double[times][samples];
        this.informed = new double[times][samples];
        this.residual = new double[times][samples];
        this.meanGradient = new double[times][samples];
        this.informedGradient = new double[times][samples];
        this.propagator = triangle(times);
        this.variance = triangle(times);
        this.varianceSlope = triangle(times);
        this.meanGradientSlope = new double[][][][] {triangle(times), triangle(times)};
        this.informedGradientSlope = new double[][][][] {triangle(times), triangle(times)};
        this.residualSlope = new double[][][][] {triangle(times), triangle(times)};
        this.rows = new double[times][];
        this.line = new double[times];
        this.movedMean = new double[samples];
        this.movedInformed = new double[samples];
        this.movedVariance = new double[samples];
    }

    private double[][][] triangle(int times) {
        double[][][] result = new double[times][][];
        for (int t = 0; t < times; t++) {
            result[t] = new double[t + 1][samples];
        }
        return result;
    }

    /** What a block adds to the averages of one time; [mode][s], mode 2 = single neurons (d). */
    static final class Sums {
        final double[][] covariance;
        final double[][] response;
        double overlap;
        double loss;

        Sums(int time) {
            covariance = new double[3][time + 1];
            response = new double[3][time + 1];
        }

        void add(Sums other) {
            for (int mode = 0; mode < 3; mode++) {
                FieldKernels.add(1, other.covariance[mode], 0, covariance[mode], 0, covariance[mode].length);
                FieldKernels.add(1, other.response[mode], 0, response[mode], 0, response[mode].length);
            }
            overlap += other.overlap;
            loss += other.loss;
        }
    }

    /** Everything at time t, from rows t of the three processes of the weights. */
    Sums advance(int time, InfiniteWidthTheory.Weights weights) {
        random.fillGaussian(meanNoise[time]);
        random.fillGaussian(informedNoise[time]);
        FieldKernels.combine(weights.meanFactor(), 0, meanNoise, time + 1, mean[time]);
        FieldKernels.combine(weights.mean().responses(), time * weights.mean().size(), meanGradient, time, mean[time]);
        FieldKernels.add(weights.gain(), target, 0, informed[time], 0, samples);
        WeightProcess process = outlier ? weights.informed() : weights.single();
        if (outlier) {
            FieldKernels.combine(weights.informedFactor(), 0, informedNoise, time + 1, informed[time]);
        }
        FieldKernels.combine(process.responses(), time * process.size(), informedGradient, time, informed[time]);
        singleNeurons(time, weights.single());
        measure(time);
        varianceSlopes(time, weights.single());
        Sums sums = new Sums(time);
        for (int s = 0; s <= time; s++) {
            for (int mode = MEAN; mode <= INFORMED; mode++) {
                slopes(mode, time, s, weights);
            }
            collect(time, s, sums);
        }
        sums.loss = FieldKernels.dot(residual[time], residual[time]);
        sums.overlap = FieldKernels.dot(informedGradient[time], target);
        return sums;
    }

    /** E(t,·) = e_t + Σ R_d(t,s) ε Δ(s) E(s,·) and Γ(t,·) by the same recursion from C_v. */
    private void singleNeurons(int time, WeightProcess single) {
        double epsilon = model.epsilon();
        Arrays.fill(propagator[time][time], 1);
        for (int a = 0; a < time; a++) {
            for (int s = a; s < time; s++) {
                FieldKernels.addProduct(
                        epsilon * single.response(time, s), residual[s], propagator[s][a], propagator[time][a]);
            }
        }
        for (int s = 0; s <= time; s++) {
            // Cov(v(s), u(t)) = Σ_b E(s,b) C_v(b,t)
            for (int b = 0; b <= s; b++) {
                line[b] = single.covariance(time, b);
            }
            double[] out = variance[time][s];
            FieldKernels.combine(line, 0, propagator[s], s + 1, out);
            for (int p = 0; p < time; p++) {
                double[] earlier = s == time ? variance[time][p] : p >= s ? variance[p][s] : variance[s][p];
                FieldKernels.addProduct(epsilon * single.response(time, p), residual[p], earlier, out);
            }
        }
    }

    private void measure(int time) {
        double epsilon = model.epsilon();
        for (int b = 0; b < samples; b++) {
            double h = mean[time][b];
            double k = informed[time][b];
            double output =
                    model.alpha() * (h + 0.5 * epsilon * (h * h + variance[time][time][b] + overlapVariance * k * k));
            if (time == 0) {
                startOutput[b] = output;
            }
            double delta = 0.5 * target[b] * target[b] - (output - startOutput[b]);
            residual[time][b] = delta;
            meanGradient[time][b] = delta * (1 + epsilon * h);
            informedGradient[time][b] = epsilon * delta * k;
        }
    }

    /** K(t,s) = 2 χ(t,s) Γ(t,s), χ = ε E R_d: ∂Γ(t,t)/∂Δ(s). */
    private void varianceSlopes(int time, WeightProcess single) {
        for (int s = 0; s < time; s++) {
            for (int p = s + 1; p <= time; p++) {
                line[p - s - 1] = 2 * model.epsilon() * single.response(p, s);
                rows[p - s - 1] = propagator[time][p];
            }
            double[] out = varianceSlope[time][s];
            FieldKernels.combine(line, 0, rows, time - s, out);
            for (int b = 0; b < samples; b++) {
                out[b] *= variance[time][s][b];
            }
        }
    }

    /** Derivatives at time t to a shift of one mode at time s. */
    private void slopes(int mode, int time, int s, InfiniteWidthTheory.Weights weights) {
        Arrays.fill(movedMean, mode == MEAN && s == time ? 1 : 0);
        Arrays.fill(movedInformed, mode == INFORMED && s == time ? 1 : 0);
        Arrays.fill(movedVariance, 0);
        double[][][] meanSlope = meanGradientSlope[mode];
        double[][][] informedSlope = informedGradientSlope[mode];
        double[][][] deltaSlope = residualSlope[mode];
        gather(meanSlope, time, s);
        FieldKernels.combine(weights.mean().responses(), time * weights.mean().size() + s, rows, time - s, movedMean);
        WeightProcess process = outlier ? weights.informed() : weights.single();
        gather(informedSlope, time, s);
        FieldKernels.combine(process.responses(), time * process.size() + s, rows, time - s, movedInformed);
        for (int p = s; p < time; p++) {
            FieldKernels.addProduct(1, varianceSlope[time][p], deltaSlope[p][s], movedVariance);
        }
        double epsilon = model.epsilon();
        for (int b = 0; b < samples; b++) {
            double h = mean[time][b];
            double k = informed[time][b];
            double change = model.alpha()
                    * ((1 + epsilon * h) * movedMean[b]
                            + epsilon * (0.5 * movedVariance[b] + overlapVariance * k * movedInformed[b]));
            if (time == 0) {
                startSlope[mode][b] = change;
            }
            double moved = (s == 0 ? startSlope[mode][b] : 0) - change;
            deltaSlope[time][s][b] = moved;
            meanSlope[time][s][b] = moved * (1 + epsilon * h) + epsilon * residual[time][b] * movedMean[b];
            informedSlope[time][s][b] = epsilon * (moved * k + residual[time][b] * movedInformed[b]);
        }
    }

    private void gather(double[][][] triangle, int time, int s) {
        for (int p = s; p < time; p++) {
            rows[p - s] = triangle[p][s];
        }
    }

    private void collect(int time, int s, Sums sums) {
        double epsilon = model.epsilon();
        sums.covariance[MEAN][s] = FieldKernels.dot(meanGradient[time], meanGradient[s]);
        sums.covariance[INFORMED][s] = FieldKernels.dot(informedGradient[time], informedGradient[s]);
        double single = 0;
        double propagated = 0;
        double meanResponse = 0;
        double informedResponse = 0;
        for (int b = 0; b < samples; b++) {
            // without the outlier the informed mode's noise is taken for independent between neurons
            double common = outlier ? 0 : overlapVariance * informed[time][b] * informed[s][b];
            single += residual[time][b] * residual[s][b] * (variance[time][s][b] + common);
            propagated += residual[time][b] * propagator[time][s][b];
            meanResponse += meanGradientSlope[MEAN][time][s][b];
            informedResponse += informedGradientSlope[INFORMED][time][s][b];
        }
        sums.covariance[2][s] = epsilon * epsilon * single;
        sums.response[2][s] = epsilon * propagated;
        sums.response[MEAN][s] = meanResponse;
        sums.response[INFORMED][s] = informedResponse;
    }
}

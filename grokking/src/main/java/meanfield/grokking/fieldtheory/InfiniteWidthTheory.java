package meanfield.grokking.fieldtheory;

import java.util.Arrays;
import java.util.function.IntConsumer;
import meanfield.core.Convergence;
import meanfield.core.Convergence.Status;
import meanfield.core.Require;
import meanfield.core.parallel.Workers;
import meanfield.core.random.RandomStream;
import meanfield.core.twotime.GrowingCholesky;

/**
 * Dynamical mean-field theory of polynomial regression at infinite width: N → ∞ after P, D → ∞.
 *
 * <p>The start: w̄ = 0, overlaps ±m₀ with equal probability, unit variance otherwise. Within one sample the neurons are Gaussian
 * plus one binary mode, h_i = h̄ + sign_i m₀ κ + v_i, so that no neuron is drawn:
 *
 * <pre>
 *   h̄(t) = u_c(t) + Σ R_c(t,s) ḡ(s),   ḡ = Δ (1 + ε h̄);   κ(t) = a(t) h* + u_q(t) + Σ R_q(t,s) g_κ(s),  g_κ = ε Δ κ   (1)
 *   E(t,·) = e_t + Σ R_d(t,s) ε Δ(s) E(s,·),   Γ = E C_v Eᵀ                                                       (2)
 *   f = α [h̄ + ½ ε (h̄² + Γ(t,t) + m₀² κ²)],   Δ = ½ h*² - (f - f₀)                                               (3)
 *   R_X = [I - c δ Sh R_gX]⁻¹ c Sh,   X = c, q, d                                                                 (4)
 *   R_gd = ⟨ε Δ E⟩,   R_gc = ⟨∂ḡ(t)/∂θ_c(s)⟩,   R_gq = ⟨∂g_κ(t)/∂θ_q(s)⟩                                          (5)
 *   C_v = H_v H_vᵀ + δ R_d ⟨ε² ΔΔΓ⟩ R_dᵀ,   C_c = δ R_c ⟨ḡḡ⟩ R_cᵀ,   C_q = δ R_q ⟨g_κ g_κ⟩ R_qᵀ                     (6)
 *   a(t+1) = a(t) + c δ ⟨g_κ(t) h*⟩                                                                               (7)
 * </pre>
 *
 * C_q is there because the noise that the data put on the informed mode is one vector common to all neurons (an outlier of
 * M) and does not average out over them: without it the late training loss is wrong by half.
 *
 * <p>The derivatives in (5) run through Γ as well. Γ is the variance of v, linear in v, so that ∂Γ(t,t) = Σ K(t,s) ∂Δ(s)
 * with K(t,s) = 2 ε (E R_d)(t,s) Γ(t,s): two indices, not three. Cost: about 2 S T³ products, 72 S T²/2 bytes. Losses are
 * normalized to start at ¾ by whoever compares them with few samples. The same bits for any number of threads. Source:
 * derived here; verified against the exact recursion of the moments.
 *
 * @param model the problem
 * @param initialOverlap m₀
 * @param steps number of updates
 * @param samples S
 * @param terms which terms are kept
 */
public record InfiniteWidthTheory(FieldModel model, double initialOverlap, int steps, int samples, FieldTerms terms) {
    private static final int BLOCK = 150;
    private static final double DIVERGENCE = 1e6;

    /** Checks every value. */
    public InfiniteWidthTheory {
        Require.present("model", model);
        Require.finite("initialOverlap", initialOverlap);
        Require.atLeast("steps", steps, 0);
        Require.atLeast("samples", samples, 2);
        Require.present("terms", terms);
    }

    /** Rows t of the three processes of the weights, as the samples need them. */
    record Weights(
            WeightProcess mean,
            WeightProcess informed,
            WeightProcess single,
            double[] meanFactor,
            double[] informedFactor,
            double gain) {}

    /** The solution with the random numbers of this stream; progress gets the time reached. */
    public FieldSolution solve(RandomStream random, Workers workers, IntConsumer progress) {
        int times = steps + 1;
        double[] target = SampleDraw.stratified(samples, random.child("target"));
        int count = Math.max(1, samples / BLOCK);
        PopulationBlock[] blocks = new PopulationBlock[count];
        boolean outlier = terms != FieldTerms.NO_OUTLIER_NOISE;
        for (int b = 0; b < count; b++) {
            blocks[b] = new PopulationBlock(
                    model,
                    initialOverlap * initialOverlap,
                    outlier,
                    times,
                    SampleDraw.part(target, b, count),
                    random.child("noise").child(b));
        }
        boolean responding = terms != FieldTerms.NO_RESPONSES;
        WeightProcess[] modes = {
            new WeightProcess(1, times, model, 0, responding),
            new WeightProcess(1, times, model, 0, responding),
            new WeightProcess(1, times, model, 1, responding)
        };
        GrowingCholesky meanFactor = GrowingCholesky.empty();
        GrowingCholesky informedFactor = GrowingCholesky.empty();
        double[] train = undefined(times);
        double[] test = undefined(times);
        double[][] overlaps = new double[times][];
        Arrays.setAll(overlaps, t -> new double[] {Double.NaN});
        double gain = 1;
        for (int t = 0; t < times; t++) {
            int time = t;
            Weights weights = new Weights(
                    modes[0],
                    modes[1],
                    modes[2],
                    factorRow(meanFactor, modes[0], t),
                    factorRow(informedFactor, modes[1], t),
                    gain);
            PopulationBlock.Sums sums = new PopulationBlock.Sums(t);
            workers.map(count, b -> blocks[b].advance(time, weights)).forEach(sums::add);
            double loss = sums.loss / samples;
            if (!(loss < DIVERGENCE)) {
                return diverged(train, test, overlaps, t, loss);
            }
            train[t] = loss;
            test[t] = testLoss(modes, gain, t, outlier);
            overlaps[t][0] = initialOverlap * gain;
            if (t + 1 < times) {
                for (int mode = 0; mode < 3; mode++) {
                    for (int s = 0; s <= t; s++) {
                        modes[mode].setSample(
                                t, s, sums.covariance[mode][s] / samples, sums.response[mode][s] / samples);
                    }
                    modes[mode].advance();
                }
                gain += model.step() * model.sampleRatio() * sums.overlap / samples;
            }
            progress.accept(t);
        }
        return new FieldSolution(train, test, overlaps, Convergence.converged(times, 0, Double.NaN));
    }

    private static double[] undefined(int times) {
        double[] values = new double[times];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    private static double[] factorRow(GrowingCholesky cholesky, WeightProcess process, int time) {
        double[] row = new double[time + 1];
        process.copyCovarianceRow(time, row);
        cholesky.append(row);
        cholesky.copyRow(time, row);
        return row;
    }

    private static FieldSolution diverged(double[] train, double[] test, double[][] overlaps, int time, double loss) {
        String detail =
                "the training loss left every bound at step " + time + ": more samples, or a smaller learning rate";
        return new FieldSolution(train, test, overlaps, Convergence.failed(Status.DIVERGED, time, loss, detail));
    }

    /**
     * <pre>
     *   test = α² C_c + ¼ (tr A)² + ½ (|A₂|² + (α ε C_c)²),   tr A = α ε [C_v + C_c + ν(a² + C_q) - 1 - ν] - 1
     *   A₂ = α ε ν [[a² - 1, a √C_q], [a √C_q, C_q]] - diag(1, 0),   ν = m₀²
     * </pre>
     */
    private double testLoss(WeightProcess[] modes, double gain, int time, boolean outlier) {
        double meanVariance = modes[0].covariance(time, time);
        double informedVariance = outlier ? modes[1].covariance(time, time) : 0;
        double singleVariance = modes[2].covariance(time, time);
        double scale = model.alpha() * model.epsilon();
        double nu = initialOverlap * initialOverlap;
        double trace = scale * (singleVariance + meanVariance + nu * (gain * gain + informedVariance) - (1 + nu)) - 1;
        double along = scale * nu * (gain * gain - 1) - 1;
        double across = scale * nu * gain * Math.sqrt(informedVariance);
        double other = scale * nu * informedVariance;
        double squares = along * along + 2 * across * across + other * other;
        return model.alpha() * model.alpha() * meanVariance
                + 0.25 * trace * trace
                + 0.5 * (squares + scale * scale * meanVariance * meanVariance);
    }
}

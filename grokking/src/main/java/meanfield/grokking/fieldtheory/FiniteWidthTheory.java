package meanfield.grokking.fieldtheory;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import meanfield.core.Convergence;
import meanfield.core.Convergence.Status;
import meanfield.core.Require;
import meanfield.core.parallel.Workers;
import meanfield.core.random.RandomStream;
import meanfield.core.twotime.GrowingCholesky;

/**
 * Dynamical mean-field theory of polynomial regression: P, D → ∞ at fixed δ = P/D and a finite number N of neurons.
 *
 * <pre>
 *   h_i(t) = u_i(t) + m_i(t) h* + Σ_{s&lt;t,j} R_w,ij(t,s) g_j(s),   u ~ GP(0, C),   g_i = Δ (1 + ε h_i)              (1)
 *   R_g,ij(t,s) = ⟨∂g_i(t)/∂ζ_j(s)⟩,   C_g,ij(t,s) = ⟨g_i(t) g_j(s)⟩                                             (2)
 *   H_c = [I - c δ Sh R_g]⁻¹,   R_w = c H_c Sh,   C = v H_c 1 1ᵀ H_cᵀ + δ R_w C_g R_wᵀ                            (3)
 *   m_i(t+1) = m_i(t) + c δ ⟨g_i(t) h*⟩                                                                          (4)
 * </pre>
 *
 * Symbols: ζ_j(s) a shift of h_j(s) at fixed label; Sh sums over earlier times; v the variance of w off the target. All is
 * causal, so that one pass over time solves it: every time extends (3), draws u, follows each sample and its derivatives.
 * Exact for discrete gradient descent. h* is stratified and equivalent neurons are averaged ({@code NeuronSymmetry}), which
 * removes most of the noise; what remains is O(S^-1/2), estimate it from a few seeds. A start without overlap stays without.
 *
 * <p>Edge cases: heavy-tailed samples can make runs with few samples diverge: verdict diverged, later entries NaN. Cost: S (N
 * T)³/3 products (the T² N²/2 derivatives of a sample in single precision: 4 S (N T)²/2 bytes). The same bits for any number
 * of threads. Source: the equations are derived here and verified by simulation; [Kumar2024] for the model.
 *
 * @param model the problem
 * @param initialOverlaps m_i(0), one a neuron
 * @param initialVariance v &ge; 0
 * @param steps number of updates, T - 1
 * @param samples S
 * @param terms ALL, or NO_RESPONSES for comparison
 */
public record FiniteWidthTheory(
        FieldModel model,
        List<Double> initialOverlaps,
        double initialVariance,
        int steps,
        int samples,
        FieldTerms terms) {
    private static final int BLOCK = 250;
    private static final double DIVERGENCE = 1e6;

    /** Checks every value. */
    public FiniteWidthTheory {
        Require.present("model", model);
        initialOverlaps = List.copyOf(initialOverlaps);
        Require.that(!initialOverlaps.isEmpty(), "initialOverlaps", "have one entry a neuron", initialOverlaps);
        initialOverlaps.forEach(m -> Require.finite("initialOverlaps", m));
        Require.nonNegative("initialVariance", initialVariance);
        Require.atLeast("steps", steps, 0);
        Require.atLeast("samples", samples, 2);
        Require.that(terms != FieldTerms.NO_OUTLIER_NOISE, "terms", "be ALL or NO_RESPONSES at finite width", terms);
    }

    /** The solution with the random numbers of this stream; progress gets the time reached. */
    public FieldSolution solve(RandomStream random, Workers workers, IntConsumer progress) {
        int neurons = initialOverlaps.size();
        int times = steps + 1;
        double[] target = SampleDraw.stratified(samples, random.child("target"));
        int count = Math.max(1, samples / BLOCK);
        NeuronBlock[] blocks = new NeuronBlock[count];
        for (int b = 0; b < count; b++) {
            blocks[b] = new NeuronBlock(
                    model,
                    neurons,
                    times,
                    SampleDraw.part(target, b, count),
                    terms == FieldTerms.ALL,
                    random.child("noise").child(b));
        }
        WeightProcess weights = new WeightProcess(neurons, times, model, initialVariance, terms == FieldTerms.ALL);
        Record record = new Record(times, neurons, initialOverlaps);
        GrowingCholesky cholesky = GrowingCholesky.empty();
        NeuronSymmetry symmetry = new NeuronSymmetry(initialOverlaps);
        for (int t = 0; t < times; t++) {
            int time = t;
            double[][] factor = factorRows(cholesky, weights, neurons, t);
            double[] overlaps = record.overlaps[t];
            record.test[t] = testLoss(weights, neurons, record, t);
            NeuronBlock.Sums sums = new NeuronBlock.Sums(neurons, t);
            workers.map(count, b -> blocks[b].advance(time, weights, factor, overlaps))
                    .forEach(sums::add);
            record.train[t] = sums.loss / samples;
            if (!(record.train[t] < DIVERGENCE) || !cholesky.convergence().isConverged()) {
                return record.diverged(t);
            }
            if (t + 1 < times) {
                close(weights, symmetry, sums, neurons, t);
                for (int i = 0; i < neurons; i++) {
                    record.overlaps[t + 1][i] =
                            overlaps[i] + model.step() * model.sampleRatio() * sums.overlap[i] / samples;
                }
            }
            progress.accept(t);
        }
        return record.solution();
    }

    private static double[][] factorRows(GrowingCholesky cholesky, WeightProcess weights, int neurons, int time) {
        double[][] rows = new double[neurons][(time + 1) * neurons];
        for (int i = 0; i < neurons; i++) {
            int row = time * neurons + i;
            double[] covariance = new double[row + 1];
            weights.copyCovarianceRow(row, covariance);
            cholesky.append(covariance);
            cholesky.copyRow(row, rows[i]);
        }
        return rows;
    }

    /** Averages of a time, symmetrized, into the weights' process, which goes one step on. */
    private void close(WeightProcess weights, NeuronSymmetry symmetry, NeuronBlock.Sums sums, int neurons, int time) {
        int width = (time + 1) * neurons;
        symmetry.averageOverlaps(sums.overlap);
        double[] covariance = new double[neurons * neurons];
        double[] response = new double[neurons * neurons];
        for (int s = 0; s <= time; s++) {
            for (int i = 0; i < neurons; i++) {
                System.arraycopy(sums.covariance, i * width + s * neurons, covariance, i * neurons, neurons);
                System.arraycopy(sums.response, i * width + s * neurons, response, i * neurons, neurons);
            }
            symmetry.averagePairs(covariance);
            symmetry.averagePairs(response);
            for (int i = 0; i < neurons; i++) {
                for (int j = 0; j < neurons; j++) {
                    weights.setSample(
                            time * neurons + i,
                            s * neurons + j,
                            covariance[i * neurons + j] / samples,
                            response[i * neurons + j] / samples);
                }
            }
        }
        weights.advance();
    }

    private double testLoss(WeightProcess weights, int neurons, Record record, int time) {
        double[][] sigma = new double[2 * neurons + 1][2 * neurons + 1];
        int[] row = new int[2 * neurons];
        double[] m = new double[2 * neurons + 1];
        for (int i = 0; i < neurons; i++) {
            row[i] = time * neurons + i;
            row[neurons + i] = i;
            m[i] = record.overlaps[time][i];
            m[neurons + i] = record.overlaps[0][i];
        }
        m[2 * neurons] = 1;
        for (int a = 0; a <= 2 * neurons; a++) {
            for (int b = 0; b <= 2 * neurons; b++) {
                boolean noise = a < 2 * neurons && b < 2 * neurons;
                sigma[a][b] = m[a] * m[b] + (noise ? weights.covariance(row[a], row[b]) : 0);
            }
        }
        return QuadraticForm.testLoss(model, neurons, sigma);
    }

    /** What is written down on the way. */
    private static final class Record {
        final double[] train;
        final double[] test;
        final double[][] overlaps;

        Record(int times, int neurons, List<Double> start) {
            train = new double[times];
            test = new double[times];
            overlaps = new double[times][neurons];
            Arrays.fill(train, Double.NaN);
            Arrays.fill(test, Double.NaN);
            for (double[] row : overlaps) {
                Arrays.fill(row, Double.NaN);
            }
            for (int i = 0; i < neurons; i++) {
                overlaps[0][i] = start.get(i);
            }
        }

        FieldSolution solution() {
            return new FieldSolution(train, test, overlaps, Convergence.converged(train.length, 0, Double.NaN));
        }

        FieldSolution diverged(int time) {
            double loss = train[time];
            train[time] = Double.NaN;
            test[time] = Double.NaN;
            Arrays.fill(overlaps[time], Double.NaN);
            String detail =
                    "the training loss left every bound at step " + time + ": more samples, or a smaller learning rate";
            return new FieldSolution(train, test, overlaps, Convergence.failed(Status.DIVERGED, time, loss, detail));
        }
    }
}

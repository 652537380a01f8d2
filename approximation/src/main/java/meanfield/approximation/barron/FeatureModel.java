package meanfield.approximation.barron;

import meanfield.core.random.RandomStream;

/**
 * A function as an average of random features, f = E_w a(w)σ(w·x), whose Monte Carlo error is known exactly.
 *
 * <pre>
 *   f_N = (1/N) Σ_j a(w_j) σ(w_j·x),   E‖f_N - f‖²_ρ = variance/N                                            (1)
 * </pre>
 */
public interface FeatureModel {
    /** d. */
    int dimension();

    /** N E‖f_N - f‖² of independent draws. */
    double variance();

    /** ‖f‖²_ρ. */
    double squaredNorm();

    /** ⟨a(w)σ(w·), a(v)σ(v·)⟩_ρ. */
    double inner(double[] w, double[] v);

    /** ⟨a(w)σ(w·), f⟩_ρ. */
    double innerWithTarget(double[] w);

    /**
     * Variance of ‖f_N - f‖² over draws, NaN where it is not known. In high dimension rare pairs of similar features carry it,
     * and a sample of draws that saw none underestimates it.
     */
    default double distanceVariance(int units) {
        return Double.NaN;
    }

    /** Independent feature vectors. */
    Draw draw(int units, RandomStream random);

    /**
     * Feature vectors of one network.
     *
     * @param vectors w_1, …, w_N
     */
    record Draw(double[][] vectors) {}

    /** ‖f_N - f‖²_ρ of one draw, exactly up to rounding (at least 0). */
    default double squaredDistance(Draw draw) {
        double[][] w = draw.vectors();
        int units = w.length;
        double pairs = 0;
        double cross = 0;
        for (int i = 0; i < units; i++) {
            double row = 0.5 * inner(w[i], w[i]);
            for (int j = 0; j < i; j++) {
                row += inner(w[i], w[j]);
            }
            pairs += 2 * row;
            cross += innerWithTarget(w[i]);
        }
        return Math.max(0, pairs / units / units - 2 * cross / units + squaredNorm());
    }
}

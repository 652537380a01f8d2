package meanfield.approximation.sobolev;

import meanfield.approximation.target.MultiIndex;

/**
 * Partitions of unity on a uniform grid, one variable at a time.
 *
 * <pre>
 *   HAT      ψ(t) = (t+1)₊ - 2t₊ + (t-1)₊                     nodes i = 0 … N                               (1)
 *   SPLINE   ½[(t+3/2)₊² - 3(t+½)₊² + 3(t-½)₊² - (t-3/2)₊²]     nodes i = -1 … N+1, centres clipped to [0,1]  (2)
 *   TRAPEZOID ψ(3t), 1 for |3t| &lt; 1, 2 - |3t| up to 2             nodes as HAT, Yarotsky's original
 *   moment_k = max_t Σ_j ψ(t - j) |t - j|^k                                                                (3)
 * </pre>
 *
 * (3) bounds the Taylor remainder: for d = 1 and the hat it is attained, moment_n/n! = 1/2, 1/8, 1/48, 1/288 for n = 1 … 4.
 */
public enum Partition {
    /** Equation (1). */
    HAT(2),
    /** Equation (2). */
    SPLINE(3),
    /** Slope 3N and four units in place of three: the same bound up to n = 3, three times the slope. */
    TRAPEZOID(2);

    private final int support;

    Partition(int support) {
        this.support = support;
    }

    /** Nodes that matter at one point of one variable. */
    public int support() {
        return support;
    }

    /** Nodes of one variable at N cells. */
    public int nodes(int cells) {
        return this == SPLINE ? cells + 3 : cells + 1;
    }

    /** Where the Taylor polynomial of the s-th node (from 0) is centred. */
    public double center(int node, int cells) {
        int i = this == SPLINE ? node - 1 : node;
        return Math.min(1.0, Math.max(0.0, (double) i / cells));
    }

    /** Equation (3), the maximum of a piecewise polynomial: 20,001 points of half a cell, and a parabola through the best three. */
    public double moment(int k) {
        if (k == 0) {
            return 1;
        }
        int steps = 20_000;
        double best = 0;
        for (int i = 0; i <= steps; i++) {
            best = Math.max(best, localMoment(k, 0.5 * i / steps));
        }
        return best;
    }

    private double localMoment(int k, double t) {
        if (this == HAT) {
            return (1 - t) * Math.pow(t, k) + t * Math.pow(1 - t, k);
        }
        if (this == TRAPEZOID) {
            double near = Math.min(1, 2 - 3 * t);
            return near * Math.pow(t, k) + (1 - near) * Math.pow(1 - t, k);
        }
        return 0.5 * (0.5 - t) * (0.5 - t) * Math.pow(1 + t, k)
                + (0.75 - t * t) * Math.pow(t, k)
                + 0.5 * (0.5 + t) * (0.5 + t) * Math.pow(1 - t, k);
    }

    /**
     * A bound of |f - f_N| N^n over F_{n,d}: E(Y_1 + … + Y_d)^n/n! with every moment of the independent Y at its own maximum.
     * Sharp for d = 1, and for the hat with n ≤ 3, where it is (d/2)^n/n!.
     */
    public double remainderConstant(int smoothness, int dimension) {
        double[] moments = new double[smoothness + 1];
        for (int k = 0; k <= smoothness; k++) {
            moments[k] = moment(k);
        }
        double sum = 0;
        for (int[] alpha : MultiIndex.upTo(dimension, smoothness)) {
            if (MultiIndex.order(alpha) == smoothness) {
                double product = 1;
                for (int k : alpha) {
                    product *= moments[k] / MultiIndex.factorial(k);
                }
                sum += product;
            }
        }
        return sum;
    }
}

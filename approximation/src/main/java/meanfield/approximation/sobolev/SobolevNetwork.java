package meanfield.approximation.sobolev;

import meanfield.approximation.network.Graph;
import meanfield.approximation.target.MultiIndex;
import meanfield.approximation.target.ScalarField;
import meanfield.approximation.target.Target;
import meanfield.core.Require;

/**
 * The network that approximates every function of the unit ball of W^{n,∞}([0,1]^d), with explicit weights.
 *
 * <pre>
 *   f_N(x) = Σ_i Π_k ψ(N x_k - i_k) Σ_{|α| &lt; n} D^α f(i/N)/α! (x - i/N)^α                                   (1)
 *   |f - f_N| ≤ C N^-n,   C = E(Σ_k Y_k)^n/n! ≤ d^n/n!,   hat: C = (d/2)^n/n! for n ≤ 3                     (2)
 *   RELU: products by gates of m levels, m the least with 2^d Σ_α (d+|α|-1)/α! 4^-(m+1) ≤ (d^n/n!) N^-n       (3)
 * </pre>
 *
 * Sizes, with A = C(n-1+d, d) and g = Σ_α (d+|α|-1):
 *
 * <pre>
 *   POLYRELU d = 1   W = (N+1)(n+3),  U = N+1,  L = 1                                                       (4)
 *            d = 2   W = 2(N+1)(9n + 3n(n+1)/2) + (N+1)²(2n²+10n),  U = 6n(N+1) + 4n(N+1)²,  L = 2           (5)
 *            d ≥ 3   W = d(N+1)(9n + 3n(n+1)/2) + (N+1)^d A(12d-11),  L = 1 + ⌈log₂ d⌉
 *   RELU             W = d(N+1)(9 + 2[n≥2]) + (N+1)^d (g(14m+12) + A),  L = 1 + (d+n-2)(m+1)                 (6)
 *   REQU             W = d(N+3)(12 + 2[n≥2]) + (N+3)^d (12g + A),  L = d+n-1                                 (7)
 *   QUADRATIC        W = d(N+1)(12 + 2[n≥2]) + (N+1)^d (6g + A),  L = d+n-1                                  (8)
 *   RATIONAL         W = d(N+1)(27 + 12k + 2[n≥2]) + (N+1)^d (6g + A),  L = k + d+n-1                          (9)
 * </pre>
 *
 * Hence W = O(ε^(-d/n)) without a logarithm for all kinds but RELU, which pays log(1/ε). Convention: weights of a node that meet
 * a product are counted once for each product; nothing is shared between chains. Convention of (8): b_g of a conventional unit is
 * counted. In (9) a hat is three rational surrogates of k factors of degree 3, see {@link RationalHat}.
 *
 * <p>Source: [Yarotsky2017], theorem 1, with hats; [Zhuo2025] for POLYRELU.
 *
 * @param kind units
 * @param smoothness n from 1 to 8
 * @param dimension d from 1 to 4
 * @param cells N ≥ 1
 * @param fixedLevels m of the gates for RELU in place of (3); 0 for (3)
 * @param partition the kind's own, or TRAPEZOID for RELU and QUADRATIC (12 and 16 parameters a node and axis in place of 9 and 12)
 */
public record SobolevNetwork(
        NetworkKind kind, int smoothness, int dimension, int cells, int fixedLevels, Partition partition) {
    private static final long LARGEST_TABLE = 1L << 26;

    /** Checked. */
    public SobolevNetwork {
        Require.present("kind", kind);
        Require.that(smoothness >= 1 && smoothness <= 8, "smoothness", "be in [1, 8]", smoothness);
        Require.that(dimension >= 1 && dimension <= 4, "dimension", "be in [1, 4]", dimension);
        Require.that(cells >= 1 && cells <= 1 << 20, "cells", "be in [1, 1048576]", cells);
        Require.that(fixedLevels >= 0 && fixedLevels <= 100, "fixedLevels", "be in [0, 100]", fixedLevels);
        boolean conventional = kind == NetworkKind.RELU || kind == NetworkKind.QUADRATIC;
        Require.that(
                partition == kind.partition() || partition == Partition.TRAPEZOID && conventional,
                "partition",
                "be one that " + kind + " units represent",
                partition);
    }

    /** With the levels of equation (3). */
    public static SobolevNetwork of(NetworkKind kind, int smoothness, int dimension, int cells) {
        return new SobolevNetwork(kind, smoothness, dimension, cells, 0, kind.partition());
    }

    /** With gates of m levels whatever the accuracy needs; 0 for equation (3). */
    public SobolevNetwork withLevels(int levels) {
        return new SobolevNetwork(kind, smoothness, dimension, cells, levels, partition);
    }

    /** With another partition of unity. */
    public SobolevNetwork withPartition(Partition newPartition) {
        return new SobolevNetwork(kind, smoothness, dimension, cells, fixedLevels, newPartition);
    }

    TaylorChains chains() {
        return new TaylorChains(smoothness, dimension);
    }

    /** (N+1)^d, or (N+3)^d for splines. */
    long nodes() {
        return (long) Math.pow(partition.nodes(cells), dimension);
    }

    /** m of equation (3); 0 where there are no gates. */
    public int levels() {
        if (kind != NetworkKind.RELU || smoothness == 1 && dimension == 1) {
            return 0;
        }
        if (fixedLevels > 0) {
            return fixedLevels;
        }
        double ratio = Math.pow(2, dimension)
                * chains().weightedGates(dimension)
                / (Math.pow(dimension, smoothness) / MultiIndex.factorial(smoothness))
                * Math.pow(cells, smoothness);
        int m = 1;
        while (Math.scalb(1.0, 2 * (m + 1)) < ratio * (1 - 1e-12)) {
            m++;
        }
        return m;
    }

    /** Sizes (4) to (8), in closed form. */
    public NetworkSize size() {
        return Sizes.of(this);
    }

    /** A bound of the sup error over the whole unit ball, equation (2), gates and surrogates included. */
    public double errorBound() {
        double taylor = partition.remainderConstant(smoothness, dimension) * Math.pow(cells, -smoothness);
        if (kind == NetworkKind.RELU && levels() > 0) {
            double gates = Math.pow(2, dimension) * chains().weightedGates(dimension);
            return taylor + gates * Math.scalb(1.0, -2 * (levels() + 1));
        }
        return kind == NetworkKind.RATIONAL ? taylor + RationalHat.of(this).networkError(this) : taylor;
    }

    /**
     * A Lipschitz constant of f - f_N (Euclidean norm) for every f of the unit ball, for hats with exact products:
     *
     * <pre>
     *   |∂_k (f - f_N)| ≤ Σ_i |∂_k φ_i| |f - T_i| + Σ_i φ_i |∂_k (f - T_i)| ≤ 2N (d/N)^n/n! + (d/N)^{n-1}/(n-1)!
     * </pre>
     *
     * Infinite for the other kinds, where none is known in closed form.
     */
    public double errorLipschitz() {
        if (partition != Partition.HAT || kind == NetworkKind.RELU || kind == NetworkKind.RATIONAL) {
            return Double.POSITIVE_INFINITY;
        }
        double h = (double) dimension / cells;
        double remainder = Math.pow(h, smoothness) / MultiIndex.factorial(smoothness);
        double slope = Math.pow(h, smoothness - 1) / MultiIndex.factorial(smoothness - 1);
        return Math.sqrt(dimension) * (2 * cells * remainder + slope);
    }

    /**
     * The network as a graph.
     *
     * @throws IllegalArgumentException when it would have more than a million units
     */
    public Graph graph(Target target) {
        Require.that(size().units() <= 1_000_000, "cells", "give at most a million units for a graph", cells);
        return Constructions.graph(this, target, table(target));
    }

    /** The network's function without its graph, equal to it up to rounding; of a large network at little cost. */
    public ScalarField evaluator(Target target) {
        return kind == NetworkKind.RATIONAL
                ? new RationalEvaluator(this, table(target), RationalEvaluator.NO_AXIS)
                : local(target);
    }

    /** ∂f_N/∂x_k; at kinks the derivative from one side. */
    public ScalarField derivative(Target target, int axis) {
        Require.that(axis >= 0 && axis < dimension, "axis", "be in [0, " + (dimension - 1) + "]", axis);
        if (kind == NetworkKind.RATIONAL) {
            return new RationalEvaluator(this, table(target), axis);
        }
        LocalEvaluator local = local(target);
        return x -> local.derivative(axis, x);
    }

    /**
     * The function by locality, with derivatives: only the nodes around a point contribute.
     *
     * @throws IllegalArgumentException for RATIONAL, whose hats do not vanish anywhere
     */
    public LocalEvaluator local(Target target) {
        Require.that(kind != NetworkKind.RATIONAL, "activation", "have hats of bounded support", "rational");
        return new LocalEvaluator(this, table(target));
    }

    /**
     * D^α f(i/N)/α! of all nodes, α fastest.
     *
     * @throws IllegalArgumentException when the target is not smooth enough or the table too large
     */
    double[] table(Target target) {
        Require.that(
                target.dimension() == dimension,
                "target",
                "have dimension " + dimension,
                target.label() + " of dimension " + target.dimension());
        Require.that(
                target.smoothness() >= smoothness,
                "smoothness",
                "be at most " + target.smoothness() + " for target " + target.label()
                        + ", whose derivatives of higher order are not bounded",
                smoothness);
        TaylorChains chains = chains();
        long entries = nodes() * chains.size();
        Require.that(
                entries <= LARGEST_TABLE,
                "cells",
                "give a table of at most " + LARGEST_TABLE + " Taylor coefficients",
                cells + " (" + entries + ")");
        double[] table = new double[(int) entries];
        int perAxis = partition.nodes(cells);
        double[] x = new double[dimension];
        for (int flat = 0; flat < table.length / chains.size(); flat++) {
            int rest = flat;
            for (int k = dimension - 1; k >= 0; k--) {
                x[k] = partition.center(rest % perAxis, cells);
                rest /= perAxis;
            }
            for (int a = 0; a < chains.size(); a++) {
                int[] alpha = chains.index(a);
                table[flat * chains.size() + a] = target.derivative(alpha, x) / MultiIndex.factorial(alpha);
            }
        }
        return table;
    }
}

package meanfield.gpu.pairs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import meanfield.core.pairs.PairFactor;
import meanfield.core.pairs.PairInputs;
import meanfield.core.pairs.PairProblem;
import meanfield.core.pairs.PairStep;
import org.ejml.data.DMatrixRMaj;

/** Problems of every kind of step, on inputs that are hard to keep the digits of. */
final class PairCases {
    private PairCases() {}

    /**
     * A kind of program.
     *
     * @param variance p′(p) of one layer
     * @param layer its steps
     */
    private record Network(int depth, DoubleUnaryOperator variance, LayerOfSteps layer) {}

    private interface LayerOfSteps {
        List<PairStep> steps(double[][] before, double[][] after);
    }

    /** Inputs: random ones, and such that are parallel, opposite, nearly so, zero, or of very different norms. */
    static DMatrixRMaj inputs(int n, int d, long seed) {
        Random random = new Random(seed);
        DMatrixRMaj x = new DMatrixRMaj(n, d);
        for (int i = 0; i < n; i++) {
            int like = i % 8;
            double scale = like == 7 ? Math.pow(10, 12 * random.nextDouble() - 6) : 1;
            for (int c = 0; c < d; c++) {
                double fresh = random.nextGaussian();
                double before = i >= like && like > 0 ? x.get(i - like, c) : fresh;
                double value =
                        switch (like) {
                            case 1 -> 3 * before;
                            case 2 -> -before;
                            case 3 -> before + 1e-9 * fresh;
                            case 4 -> -before + 1e-3 * fresh;
                            case 5 -> 0.7 * before + 0.05 * fresh;
                            default -> scale * fresh;
                        };
                x.set(i, c, like == 6 && i % 16 == 6 ? 0 : value);
            }
        }
        return x;
    }

    /** Without zero inputs and far from vanishing norms: for programs that want some variance. */
    static DMatrixRMaj nonZeroInputs(int n, int d, long seed) {
        DMatrixRMaj x = inputs(n, d, seed);
        for (int i = 0; i < n; i++) {
            double norm = 0;
            for (int c = 0; c < d; c++) {
                norm = Math.max(norm, Math.abs(x.get(i, c)));
            }
            if (norm < 1) {
                x.set(i, 0, x.get(i, 0) + 1);
            }
        }
        return x;
    }

    /** Every program by name, on these inputs; the same object twice for a symmetric problem. */
    static Map<String, PairProblem> all(int rows, int columns, int d, boolean symmetric) {
        Map<String, PairProblem> cases = new LinkedHashMap<>();
        DMatrixRMaj x = inputs(rows, d, 1);
        DMatrixRMaj y = symmetric ? x : inputs(columns, d, 2);
        cases.put("relu", build(x, y, plain(3, 0)));
        cases.put("leaky", build(x, y, plain(10, 0.4)));
        cases.put("absolute", build(x, y, plain(2, 1)));
        cases.put("relu with biases", build(x, y, withBias(4, 0)));
        cases.put("absolute with biases", build(x, y, withBias(3, 1)));
        cases.put("standard parameterization", build(x, y, standard()));
        cases.put("zonal", build(x, y, zonal()));
        DMatrixRMaj some = nonZeroInputs(rows, d, 3);
        cases.put("erf", build(some, symmetric ? some : nonZeroInputs(columns, d, 4), erf()));
        return cases;
    }

    private static PairProblem build(DMatrixRMaj x, DMatrixRMaj y, Network network) {
        double[][] p = new double[][] {squares(x), y == x ? null : squares(y)};
        p[1] = y == x ? p[0] : p[1];
        double[][] first = p;
        List<PairStep> steps = new ArrayList<>();
        for (int l = 0; l < network.depth; l++) {
            double[] rows = Arrays.stream(p[0]).map(network.variance).toArray();
            double[][] after = {
                rows,
                p[1] == p[0] ? rows : Arrays.stream(p[1]).map(network.variance).toArray()
            };
            steps.addAll(network.layer.steps(p, after));
            p = after;
        }
        PairInputs left = side(x, first[0], p[0]);
        return new PairProblem(left, y == x ? left : side(y, first[1], p[1]), steps);
    }

    private static double[] squares(DMatrixRMaj x) {
        double[] squares = new double[x.numRows];
        for (int i = 0; i < x.numRows; i++) {
            for (int c = 0; c < x.numCols; c++) {
                squares[i] += x.get(i, c) * x.get(i, c) / x.numCols;
            }
        }
        return squares;
    }

    private static PairInputs side(DMatrixRMaj x, double[] first, double[] last) {
        double[] inverse = new double[first.length];
        double[] deviation = new double[first.length];
        for (int i = 0; i < first.length; i++) {
            inverse[i] = first[i] == 0 ? 0 : 1 / Math.sqrt(first[i] * x.numCols);
            deviation[i] = Math.sqrt(last[i]);
        }
        return new PairInputs(x, inverse, deviation, deviation);
    }

    private static Network plain(int depth, double mixing) {
        return new Network(
                depth,
                p -> p,
                (before, after) -> List.of(new PairStep.Rectifier(mixing), new PairStep.AddCorrelation()));
    }

    private static Network withBias(int depth, double mixing) {
        double weight = 1.7;
        double bias = 0.3;
        return new Network(
                depth,
                p -> weight * p + bias,
                (before, after) -> List.of(
                        new PairStep.Rectifier(mixing),
                        affine(before, after, weight, bias),
                        new PairStep.Tangent(
                                factor(before, after, (p, q) -> 1),
                                factor(before, after, (p, q) -> Math.sqrt(weight * p / q)),
                                Optional.empty())));
    }

    /** No bias variance, but a trained bias; zero inputs stay without variance. */
    private static Network standard() {
        double weight = 1.3;
        return new Network(
                3,
                p -> weight * p,
                (before, after) -> List.of(
                        new PairStep.Tangent(
                                new PairFactor(
                                        each(before[0], after[0], (p, q) -> 100 * Math.sqrt(p) / deviation(q)),
                                        each(before[1], after[1], (p, q) -> Math.sqrt(p) / deviation(q))),
                                factor(before, after, (p, q) -> 0.8),
                                Optional.of(factor(before, after, (p, q) -> 1 / deviation(q)))),
                        affine(before, after, weight, 0),
                        new PairStep.Rectifier(0)));
    }

    private static double deviation(double variance) {
        return variance > 0 ? Math.sqrt(variance) : 1;
    }

    private static Network zonal() {
        double[] nngp = new double[24];
        double[] ntk = new double[31];
        for (int k = 0; k < ntk.length; k++) {
            ntk[k] = Math.cos(3 * k) * Math.pow(0.4, k);
            if (k < nngp.length) {
                nngp[k] = Math.sin(1 + 2 * k) * Math.pow(0.3, k);
            }
        }
        return new Network(1, p -> p, (before, after) -> List.of(new PairStep.Zonal(nngp, ntk, 3.5)));
    }

    private static Network erf() {
        return new Network(
                3,
                p -> 1.6 * arcsine(p) + 0.3,
                (before, after) -> List.of(
                        new PairStep.ErrorFunction(
                                factor(before, after, (p, q) -> Math.sqrt(2 * p / (1 + 2 * p))),
                                factor(before, after, (p, q) -> 1 / Math.sqrt(1 + 2 * p)),
                                factor(before, after, (p, q) -> Math.sqrt(2 / Math.PI / arcsine(p))),
                                factor(before, after, (p, q) -> Math.sqrt(4 / Math.PI / (1 + 2 * p)))),
                        affine(new double[][] {arcsines(before[0]), arcsines(before[1])}, after, 1.6, 0.3),
                        new PairStep.AddCorrelation()));
    }

    private static double[] arcsines(double[] p) {
        return Arrays.stream(p).map(PairCases::arcsine).toArray();
    }

    private static double arcsine(double p) {
        return 2 / Math.PI * Math.atan2(2 * p, Math.sqrt(1 + 4 * p));
    }

    private static PairStep affine(double[][] before, double[][] after, double weight, double bias) {
        boolean regular = Arrays.stream(after[0]).allMatch(p -> p > 0)
                && Arrays.stream(after[1]).allMatch(p -> p > 0);
        return new PairStep.Affine(
                factor(before, after, (p, q) -> q > 0 ? Math.sqrt(weight * p / q) : 0),
                factor(before, after, (p, q) -> q > 0 ? Math.sqrt(bias / q) : 0),
                regular ? Optional.empty() : Optional.of(factor(before, after, (p, q) -> q > 0 ? 0 : 1)));
    }

    private interface Value {
        double of(double before, double after);
    }

    private static PairFactor factor(double[][] before, double[][] after, Value value) {
        double[] rows = each(before[0], after[0], value);
        return new PairFactor(
                rows, before[0] == before[1] && after[0] == after[1] ? rows : each(before[1], after[1], value));
    }

    private static double[] each(double[] before, double[] after, Value value) {
        double[] values = new double[before.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.of(before[i], after[i]);
        }
        return values;
    }
}

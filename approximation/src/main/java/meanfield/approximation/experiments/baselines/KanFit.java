package meanfield.approximation.experiments.baselines;

import java.util.List;
import meanfield.approximation.classical.StandardFunction;
import meanfield.approximation.experiments.SizeList;
import meanfield.approximation.rational.SafeRational;
import meanfield.approximation.splines.EdgeBases;
import meanfield.approximation.splines.EdgeBasis;
import meanfield.approximation.splines.UniformSplines;
import meanfield.core.Require;
import meanfield.experiment.Parameter;

/**
 * Parameters of {@link KanLayerExperiment}.
 *
 * @param firstFunction g of the first input, taken on [-1, 1]
 * @param secondFunction h of the second input
 * @param bases bases to compare
 * @param sizes parameters wanted on an edge, ascending
 * @param splineDegree k of the splines
 */
public record KanFit(
        @Parameter(meaning = "function of the first input, its interval moved to [-1, 1]")
        StandardFunction firstFunction,

        @Parameter(meaning = "function of the second input, its interval moved to [-1, 1]")
        StandardFunction secondFunction,

        @Parameter(meaning = "bases to compare") List<Basis> bases,

        @Parameter(meaning = "coefficients on an edge, ascending", range = "[4, 100]")
        List<Integer> sizes,

        @Parameter(symbol = "k", meaning = "degree of the splines", range = "[1, 5]")
        int splineDegree) {
    /** Bases of an edge. */
    public enum Basis {
        /** B-splines. */
        SPLINE,
        /** Chebyshev polynomials. */
        CHEBYSHEV,
        /** Powers of max(±x, 0), up to 32. */
        POLYRELU,
        /** Six quotients with one fixed denominator, whatever the size. */
        RATIONAL;

        /** About as many functions as asked for; at least two. */
        EdgeBasis of(int size, int degree) {
            return switch (this) {
                case SPLINE -> UniformSplines.onSymmetricInterval(Math.max(1, size - degree), degree);
                case CHEBYSHEV -> new EdgeBases.Chebyshev(size - 1);
                case POLYRELU -> new EdgeBases.PolyRelu(Math.max(1, Math.min(9, (size - 1) / 2)));
                case RATIONAL ->
                    new EdgeBases.Rational(
                            new SafeRational(List.of(0.0, 0.0, 0.0, 0.0, 0.0, 0.0), List.of(0.0, 4.0, 0.0, 1.0)));
            };
        }
    }

    /** Checks every range. */
    public KanFit {
        Require.present("firstFunction", firstFunction);
        Require.present("secondFunction", secondFunction);
        Require.present("bases", bases);
        Require.that(!bases.isEmpty(), "bases", "have at least one entry", bases);
        Require.that(bases.stream().distinct().count() == bases.size(), "bases", "be distinct", bases);
        bases = List.copyOf(bases);
        sizes = SizeList.ascending("sizes", sizes, 4, 100);
        SizeList.between("splineDegree", splineDegree, 1, 5);
    }

    /** The function on [-1, 1]. */
    static double moved(StandardFunction function, double t) {
        double center = 0.5 * (function.low() + function.high());
        return function.value(center + 0.5 * (function.high() - function.low()) * t);
    }
}

package meanfield.approximation.experiments.operators;

import java.util.List;
import meanfield.core.Require;
import meanfield.experiment.Parameter;

/**
 * Parameters of {@link MultigridOperatorExperiment}.
 *
 * @param dimension d
 * @param damping ω of Jacobi's method
 * @param preSmoothing ν₁
 * @param postSmoothing ν₂
 * @param points n in each direction, ascending
 */
public record MultigridSetting(
        @Parameter(symbol = "d", meaning = "dimension of the grid", range = "[1, 2]")
        int dimension,

        @Parameter(symbol = "\\omega", meaning = "damping of Jacobi smoothing", range = "(0, 2]")
        double damping,

        @Parameter(symbol = "\\nu_1", meaning = "smoothing steps before the coarse grid", range = "[0, 20]")
        int preSmoothing,

        @Parameter(symbol = "\\nu_2", meaning = "smoothing steps after the coarse grid", range = "[0, 20]")
        int postSmoothing,

        @Parameter(symbol = "n", meaning = "interior points in each direction, 2^k - 1, ascending", range = "[3, 255]")
        List<Integer> points) {
    /** Checks every range. */
    public MultigridSetting {
        Require.that(dimension == 1 || dimension == 2, "dimension", "be in [1, 2]", dimension);
        Require.that(damping > 0 && damping <= 2, "damping", "be in (0, 2]", damping);
        Require.that(preSmoothing >= 0 && preSmoothing <= 20, "preSmoothing", "be in [0, 20]", preSmoothing);
        Require.that(postSmoothing >= 0 && postSmoothing <= 20, "postSmoothing", "be in [0, 20]", postSmoothing);
        Require.that(
                preSmoothing + postSmoothing > 0, "preSmoothing", "be positive where postSmoothing is 0", preSmoothing);
        Require.present("points", points);
        Require.that(!points.isEmpty(), "points", "have at least one entry", points);
        for (int i = 0; i < points.size(); i++) {
            int n = Require.present("points", points.get(i));
            Require.that(n >= 3 && n <= 255, "points", "be in [3, 255]", n);
            Require.that((n & (n + 1)) == 0, "points", "be 2^k - 1", n);
            Require.that(i == 0 || n > points.get(i - 1), "points", "ascend", points);
        }
        points = List.copyOf(points);
    }
}

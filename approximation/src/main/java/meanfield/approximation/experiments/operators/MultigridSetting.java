package meanfield.approximation.experiments.operators;

import java.util.List;
import meanfield.approximation.multigrid.MultigridBlock;
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
 * @param residualRestriction whether the block restricts the residual or f itself
 * @param channels of the network whose weights are counted
 * @param networkSteps smoothing steps (ν₁, ν₂) of its levels, finest first
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
        List<Integer> points,

        @Parameter(meaning = "restrict the residual in the block; false restricts f, as published")
        boolean residualRestriction,

        @Parameter(symbol = "c", meaning = "channels of the network whose weights are counted", range = "[1, 1024]")
        int channels,

        @Parameter(meaning = "smoothing steps before and after, by level of that network", range = "[0, 20]")
        List<List<Integer>> networkSteps) {
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
        Require.that(channels >= 1 && channels <= 1024, "channels", "be in [1, 1024]", channels);
        Require.present("networkSteps", networkSteps);
        for (List<Integer> level : networkSteps) {
            Require.present("networkSteps", level);
            Require.that(level.size() == 2, "networkSteps", "have pairs of steps before and after", level);
            for (Integer step : level) {
                int count = Require.present("networkSteps", step);
                Require.that(count >= 0 && count <= 20, "networkSteps", "be in [0, 20]", count);
            }
        }
        networkSteps = networkSteps.stream().map(List::copyOf).toList();
        int levels = networkSteps.size();
        Require.that(levels >= 1 && levels <= 12, "networkSteps", "have 1 to 12 levels", levels);
        Require.that(
                networkSteps.get(0).get(0) >= 1 && networkSteps.get(levels - 1).get(1) == 0,
                "networkSteps",
                "begin with a step on the finest level and end without one after the coarsest",
                networkSteps);
    }

    /** A setting whose network is the published one of five levels with eight channels. */
    static MultigridSetting of(
            int dimension, double damping, int preSmoothing, int postSmoothing, List<Integer> points) {
        List<Integer> once = List.of(1, 0);
        return new MultigridSetting(
                dimension,
                damping,
                preSmoothing,
                postSmoothing,
                points,
                true,
                8,
                List.of(once, once, once, once, List.of(2, 0)));
    }

    /** The steps of the network. */
    List<MultigridBlock.Smoothing> steps() {
        return networkSteps.stream()
                .map(level -> new MultigridBlock.Smoothing(level.get(0), level.get(1)))
                .toList();
    }
}

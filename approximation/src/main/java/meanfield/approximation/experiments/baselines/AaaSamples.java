package meanfield.approximation.experiments.baselines;

import meanfield.approximation.classical.StandardFunction;
import meanfield.approximation.experiments.SizeList;
import meanfield.core.Require;
import meanfield.experiment.Parameter;

/**
 * Parameters of {@link AaaExperiment}.
 *
 * @param function f
 * @param samples points
 * @param spacing where the points lie
 * @param tolerance relative to max |f|
 * @param lawsonDegree degree at which Lawson's iteration is run; 0 for none
 */
public record AaaSamples(
        @Parameter(meaning = "function to approximate, on its interval")
        StandardFunction function,

        @Parameter(symbol = "M", meaning = "sample points", range = "[10, 5000]")
        int samples,

        @Parameter(
                meaning =
                        "equispaced points, Chebyshev points, dense at the ends, or points clustered at the singularity")
        Spacing spacing,

        @Parameter(meaning = "largest error on the samples, relative to the largest value", range = "[0, 1]")
        double tolerance,

        @Parameter(
                meaning = "degree at which the error is levelled by Lawson's iteration; 0 for none",
                range = "[0, 40]")
        int lawsonDegree) {
    /** Where samples lie. */
    public enum Spacing {
        /** low + i h, both ends included. */
        EQUISPACED,
        /** cos(π (i + 1/2)/M), moved to the interval. */
        CHEBYSHEV,
        /** Distances to the kink (to the left end where there is none) fall geometrically by 15 decades. */
        CLUSTERED
    }

    private static final int CLUSTER_DECADES = 15;

    /** Checks every range. */
    public AaaSamples {
        Require.present("function", function);
        SizeList.between("samples", samples, 10, 5000);
        Require.present("spacing", spacing);
        Require.inRange("tolerance", tolerance, 0, 1);
        SizeList.between("lawsonDegree", lawsonDegree, 0, 40);
    }

    double[] points() {
        return spacing == Spacing.CLUSTERED ? clustered() : regular();
    }

    /** Half of the points on either side of a kink; all of them right of the end; the last one is the singularity. */
    private double[] clustered() {
        double[] breaks = function.breaks();
        double singular = breaks.length == 0 ? function.low() : breaks[0];
        double[] x = new double[samples];
        int left = singular > function.low() ? samples / 2 : 0;
        for (int i = 0; i < samples; i++) {
            boolean isLeft = i < left;
            int count = isLeft ? left : samples - left;
            double decades = CLUSTER_DECADES * (isLeft ? i : i - left) / (count - 1.0);
            double end = isLeft ? function.low() : function.high();
            x[i] = decades == 0 ? end : singular + (end - singular) * Math.pow(10, -decades);
        }
        x[samples - 1] = singular;
        return x;
    }

    private double[] regular() {
        double low = function.low();
        double high = function.high();
        double[] x = new double[samples];
        for (int i = 0; i < samples; i++) {
            x[i] = spacing == Spacing.EQUISPACED
                    ? (i == samples - 1 ? high : low + i * ((high - low) / (samples - 1)))
                    : 0.5 * (low + high) + 0.5 * (high - low) * Math.cos(Math.PI * (i + 0.5) / samples);
        }
        return x;
    }
}

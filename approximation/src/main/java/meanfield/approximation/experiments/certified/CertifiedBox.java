package meanfield.approximation.experiments.certified;

import java.util.List;
import meanfield.core.Require;
import meanfield.experiment.Parameter;

/**
 * Parameters of {@link CertifiedBoundsExperiment}.
 *
 * @param inputs input dimension
 * @param hiddenWidths units of the hidden layers
 * @param activation what acts between the layers
 * @param radii ε of the boxes
 * @param samples points drawn in each box
 */
public record CertifiedBox(
        @Parameter(symbol = "d", meaning = "input dimension", range = "[1, 100]")
        int inputs,

        @Parameter(meaning = "units of the hidden layers, at most 2000 in all", range = "[1, 500]")
        List<Integer> hiddenWidths,

        @Parameter(meaning = "ReLU, pairs sorted as (max, min), or pairs reflected at a drawn line")
        Activation activation,

        @Parameter(symbol = "\\epsilon", meaning = "half-widths of the boxes", range = "[0, 10]")
        List<Double> radii,

        @Parameter(meaning = "points drawn in each box", range = "[1, 1000000]")
        int samples) {
    /** What acts between the layers. */
    public enum Activation {
        /** max(z, 0). */
        RELU,
        /** Pairs of units sorted. */
        MAXMIN,
        /** Pairs of units reflected where v·z is negative. */
        HOUSEHOLDER
    }

    /** Checks every range. */
    public CertifiedBox {
        Require.that(inputs >= 1 && inputs <= 100, "inputs", "be in [1, 100]", inputs);
        hiddenWidths = NetworkShape.hidden(hiddenWidths, 2000);
        Require.present("activation", activation);
        for (int width : hiddenWidths) {
            Require.that(
                    activation == Activation.RELU || width % 2 == 0,
                    "hiddenWidths",
                    "be even for pairs of units",
                    width);
        }
        Require.present("radii", radii);
        Require.that(!radii.isEmpty(), "radii", "have at least one entry", radii);
        for (Double radius : radii) {
            Require.inRange("radii", Require.present("radii", radius), 0, 10);
        }
        radii = List.copyOf(radii);
        Require.that(samples >= 1 && samples <= 1_000_000, "samples", "be in [1, 1000000]", samples);
    }
}

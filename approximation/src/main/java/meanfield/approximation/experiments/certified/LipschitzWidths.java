package meanfield.approximation.experiments.certified;

import java.util.List;
import meanfield.core.Require;
import meanfield.experiment.Parameter;

/**
 * Parameters of {@link LipschitzExperiment}.
 *
 * @param inputs input dimension
 * @param widths units of each hidden layer, one network for each entry
 * @param layers hidden layers
 * @param samples pairs of points drawn
 */
public record LipschitzWidths(
        @Parameter(symbol = "d", meaning = "input dimension", range = "[1, 100]")
        int inputs,

        @Parameter(meaning = "units of each hidden layer, one network for each entry", range = "[1, 100]")
        List<Integer> widths,

        @Parameter(symbol = "L", meaning = "hidden layers", range = "[1, 8]")
        int layers,

        @Parameter(meaning = "points at which the slope is taken", range = "[1, 1000000]")
        int samples) {
    /** Checks every range. */
    public LipschitzWidths {
        Require.that(inputs >= 1 && inputs <= 100, "inputs", "be in [1, 100]", inputs);
        Require.present("widths", widths);
        Require.that(!widths.isEmpty(), "widths", "have at least one entry", widths);
        for (Integer width : widths) {
            int each = Require.present("widths", width);
            Require.that(each >= 1 && each <= 100, "widths", "be in [1, 100]", each);
        }
        widths = List.copyOf(widths);
        Require.that(layers >= 1 && layers <= 8, "layers", "be in [1, 8]", layers);
        Require.that(samples >= 1 && samples <= 1_000_000, "samples", "be in [1, 1000000]", samples);
    }
}

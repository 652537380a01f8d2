package meanfield.approximation.rational;

import java.util.List;
import meanfield.core.Require;

/**
 * Safe rational activations on channels, the coefficients shared within groups of neighbouring channels.
 *
 * <pre>
 *   y_c = F_{g(c)}(x_c),   g(c) = ⌊c · groups/channels⌋                                                      (1)
 * </pre>
 *
 * 10 coefficients a group in place of 10 a channel. Source: [Yang2024].
 *
 * @param channels a multiple of the number of groups
 * @param groups one function for each group
 */
public record GroupRational(int channels, List<SafeRational> groups) {
    /** Checked. */
    public GroupRational {
        Require.present("groups", groups);
        Require.that(!groups.isEmpty(), "groups", "have at least one function", groups.size());
        groups = List.copyOf(groups);
        Require.that(
                channels >= groups.size() && channels % groups.size() == 0,
                "channels",
                "be a multiple of the number of groups, " + groups.size(),
                channels);
    }

    /** The function of a channel. */
    public SafeRational function(int channel) {
        Require.that(channel >= 0 && channel < channels, "channel", "be in [0, " + (channels - 1) + "]", channel);
        return groups.get(channel / (channels / groups.size()));
    }

    /** y of one example. */
    public double[] value(double[] x) {
        Require.that(x.length == channels, "x", "have " + channels + " channels", x.length);
        double[] y = new double[channels];
        for (int c = 0; c < channels; c++) {
            y[c] = function(c).value(x[c]);
        }
        return y;
    }

    /** Coefficients of all groups. */
    public int parameters() {
        return groups.size() * (SafeRational.NUMERATORS + SafeRational.DENOMINATORS);
    }
}

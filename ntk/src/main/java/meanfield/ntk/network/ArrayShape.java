package meanfield.ntk.network;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import meanfield.core.Require;

/**
 * Shape of one example between two layers: positions (none for vectors, L for sequences and graphs, H × W for images) and
 * channels, the last axis.
 *
 * @param extents positions along each axis, all &ge; 1; empty for a vector
 * @param channels features at every position; 0 where branches of different widths were added, so that nobody can say
 */
public record ArrayShape(List<Integer> extents, int channels) implements Serializable {
    /** Checks the ranges. */
    public ArrayShape {
        Require.present("extents", extents);
        for (int extent : extents) {
            Require.atLeast("extent", extent, 1);
        }
        extents = List.copyOf(extents);
        Require.atLeast("channels", channels, 0);
        long size = Math.max(1, channels);
        for (int extent : extents) {
            size = Math.multiplyExact(size, (long) extent);
            Require.that(size <= Integer.MAX_VALUE, "input_shape", "have at most 2^31 entries", extents);
        }
    }

    /** Features without positions. */
    public static ArrayShape vector(int channels) {
        return new ArrayShape(List.of(), channels);
    }

    /** All axes, positions first and channels last, as in {@code input_shape}. */
    public static ArrayShape of(List<Integer> axes) {
        Require.that(axes != null && !axes.isEmpty(), "input_shape", "have at least one axis", axes);
        int last = axes.size() - 1;
        Require.atLeast("input_shape channels", axes.get(last), 1);
        return new ArrayShape(axes.subList(0, last), axes.get(last));
    }

    /** Number of positions P, 1 for a vector. */
    public int positions() {
        return extents.stream().mapToInt(Integer::intValue).reduce(1, (a, b) -> a * b);
    }

    /** Numbers in one example. */
    public int size() {
        return positions() * channels;
    }

    /** True without positions. */
    public boolean isVector() {
        return extents.isEmpty();
    }

    /** The same positions with another number of channels. */
    public ArrayShape withChannels(int value) {
        return new ArrayShape(extents, value);
    }

    /** Axes as in {@code input_shape}. */
    @Override
    public String toString() {
        String positions = extents.stream().map(extent -> extent + ", ").collect(Collectors.joining());
        return "[" + positions + (channels == 0 ? "?" : channels) + "]";
    }
}

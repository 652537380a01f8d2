package meanfield.ntk.network;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import meanfield.core.Require;

/**
 * Which positions a convolution or a pool reads.
 *
 * <pre>
 *   position a reads s a + f - c,   f = 0 … |F| - 1 along every axis
 *   SAME, CIRCULAR:   ⌈h/s⌉ positions,   c = ⌊max((⌈h/s⌉ - 1) s + |F| - h, 0)/2⌋;   VALID:   ⌊(h - |F|)/s⌋ + 1,   c = 0
 * </pre>
 *
 * @param extents taps |F| along each axis
 * @param strides s along each axis
 * @param padding what lies beyond the border
 */
public record Window(List<Integer> extents, List<Integer> strides, Padding padding) implements Serializable {
    /** Checks the ranges. */
    public Window {
        Require.that(extents != null && !extents.isEmpty(), "window", "have an extent along every axis", extents);
        Require.present("strides", strides);
        Require.that(
                strides.size() == extents.size(), "strides", "have as many axes as the window " + extents, strides);
        extents.forEach(extent -> Require.atLeast("window extent", extent, 1));
        strides.forEach(stride -> Require.atLeast("stride", stride, 1));
        Require.present("padding", padding);
        extents = List.copyOf(extents);
        strides = List.copyOf(strides);
    }

    /** A window that moves by one position. */
    public static Window of(Padding padding, Integer... extents) {
        return new Window(List.of(extents), Collections.nCopies(extents.length, 1), padding);
    }

    /** The same window with these strides. */
    public Window withStrides(Integer... values) {
        return new Window(extents, List.of(values), padding);
    }

    /** Number of taps. */
    public int size() {
        return extents.stream().mapToInt(Integer::intValue).reduce(1, (a, b) -> a * b);
    }

    /** Positions that leave along every axis. */
    public List<Integer> output(List<Integer> positions) {
        Require.that(
                positions.size() == extents.size(),
                "input",
                "have " + extents.size() + " axes of positions as the window " + extents
                        + " (input_shape gives them, channels last)",
                positions.isEmpty() ? "a vector" : positions);
        List<Integer> output = new ArrayList<>();
        for (int axis = 0; axis < positions.size(); axis++) {
            output.add(output(axis, positions.get(axis)));
        }
        return output;
    }

    private int output(int axis, int extent) {
        int stride = strides.get(axis);
        if (padding != Padding.VALID) {
            return (extent + stride - 1) / stride;
        }
        Require.that(
                extents.get(axis) <= extent, "window", "fit into " + extent + " positions (VALID)", extents.get(axis));
        return (extent - extents.get(axis)) / stride + 1;
    }

    /**
     * For every position that leaves (row-major) and every tap the position that it reads, -1 for a zero beyond the border.
     */
    public int[][] taps(List<Integer> positions) {
        int[][] taps = {{0}};
        for (int axis = 0; axis < positions.size(); axis++) {
            taps = product(taps, taps(axis, positions.get(axis)), positions.get(axis));
        }
        return taps;
    }

    private int[][] taps(int axis, int extent) {
        int count = output(axis, extent);
        int stride = strides.get(axis);
        int width = extents.get(axis);
        int front = padding == Padding.VALID ? 0 : Math.max(0, (count - 1) * stride + width - extent) / 2;
        int[][] taps = new int[count][width];
        for (int a = 0; a < count; a++) {
            for (int f = 0; f < width; f++) {
                int read = a * stride + f - front;
                boolean inside = read >= 0 && read < extent;
                taps[a][f] = inside ? read : padding == Padding.CIRCULAR ? Math.floorMod(read, extent) : -1;
            }
        }
        return taps;
    }

    private static int[][] product(int[][] outer, int[][] inner, int extent) {
        int[][] taps = new int[outer.length * inner.length][outer[0].length * inner[0].length];
        for (int a = 0; a < outer.length; a++) {
            for (int b = 0; b < inner.length; b++) {
                fill(outer[a], inner[b], extent, taps[a * inner.length + b]);
            }
        }
        return taps;
    }

    private static void fill(int[] outer, int[] inner, int extent, int[] row) {
        for (int f = 0; f < outer.length; f++) {
            for (int g = 0; g < inner.length; g++) {
                boolean inside = outer[f] >= 0 && inner[g] >= 0;
                row[f * inner.length + g] = inside ? outer[f] * extent + inner[g] : -1;
            }
        }
    }
}

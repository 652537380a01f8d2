package meanfield.approximation.certified;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import meanfield.core.random.RandomStream;
import org.junit.jupiter.api.Test;

/** Networks of reflected groups: two ways to evaluate them, and bounds that hold. */
class HouseholderTest {
    private static HouseholderNetwork draw(int groupSize, List<Integer> widths, long seed) {
        RandomStream random = RandomStream.of(seed).child("network");
        List<double[][]> weights = new ArrayList<>();
        List<double[]> biases = new ArrayList<>();
        List<double[]> directions = new ArrayList<>();
        for (int k = 1; k < widths.size(); k++) {
            double[][] w = new double[widths.get(k)][widths.get(k - 1)];
            for (double[] row : w) {
                random.fillGaussian(row);
            }
            double[] b = new double[w.length];
            random.fillGaussian(b);
            weights.add(w);
            biases.add(b);
            if (k < widths.size() - 1) {
                double[] v = new double[w.length];
                random.fillGaussian(v);
                for (int start = 0; start < v.length; start += groupSize) {
                    double norm = 0;
                    for (int j = start; j < start + groupSize; j++) {
                        norm = Math.hypot(norm, v[j]);
                    }
                    for (int j = start; j < start + groupSize; j++) {
                        v[j] /= norm;
                    }
                }
                directions.add(v);
            }
        }
        return new HouseholderNetwork(weights, biases, groupSize, directions);
    }

    @Test
    void sortedPairsAndReflections() {
        double[][] identity = {{1, 0}, {0, 1}};
        HouseholderNetwork sort =
                HouseholderNetwork.maxMin(List.of(identity, identity), List.of(new double[2], new double[2]));
        assertArrayEquals(new double[] {3, -1}, sort.value(-1, 3), 1e-15);
        assertArrayEquals(new double[] {3, -1}, sort.value(3, -1), 1e-15);
        HouseholderNetwork network = draw(3, List.of(3, 3, 3), 5);
        double[] x = {0.3, -1.2, 0.8};
        assertArrayEquals(network.value(x), network.asRelu().value(x), 1e-13);
        assertThrows(
                IllegalArgumentException.class,
                () -> new HouseholderNetwork(
                        List.of(identity, identity), List.of(new double[2], new double[2]), 2, List.of(new double[] {
                            1, 1
                        })));
    }

    /** Both bounds hold at drawn points and around the exact range; CROWN is the tighter one on a small box. */
    @Test
    void boundsHold() {
        for (int groupSize : new int[] {1, 2, 3}) {
            HouseholderNetwork network = draw(groupSize, List.of(2, 2 * groupSize, groupSize, 1), 10 + groupSize);
            for (double radius : new double[] {0.01, 0.3, 2}) {
                Bounds.Range box = Bounds.Range.around(new double[] {0.2, -0.4}, radius);
                List<Bounds.Range> intervals = HouseholderBounds.intervals(network, box);
                Bounds.Range plain = intervals.get(intervals.size() - 1);
                Bounds.Linear linear = HouseholderBounds.crown(network, box);
                Bounds.Range exact =
                        LinearRegions.of(network.asRelu(), Optional.of(box)).range();
                String what = groupSize + " " + radius;
                for (Bounds.Range range : List.of(plain, linear.output())) {
                    assertTrue(range.lower()[0] <= exact.lower()[0] + 1e-9, what);
                    assertTrue(range.upper()[0] >= exact.upper()[0] - 1e-9, what);
                }
                RandomStream random = RandomStream.of(3).child("points");
                for (int n = 0; n < 300; n++) {
                    double[] x = {
                        0.2 + radius * (2 * random.nextDouble() - 1), -0.4 + radius * (2 * random.nextDouble() - 1)
                    };
                    double y = network.value(x)[0];
                    double low = linear.lowerC()[0] + linear.lowerA()[0][0] * x[0] + linear.lowerA()[0][1] * x[1];
                    double high = linear.upperC()[0] + linear.upperA()[0][0] * x[0] + linear.upperA()[0][1] * x[1];
                    assertTrue(low <= y + 1e-10 && y <= high + 1e-10, what);
                }
                if (radius == 0.01) {
                    assertTrue(width(linear.output()) <= width(plain) + 1e-12, what);
                    assertEquals(width(exact), width(linear.output()), 0.05 * width(exact), what);
                }
            }
        }
    }

    /** Intervals of a sorted pair are exact: (max, min) of two ranges. */
    @Test
    void intervalsOfASortedPair() {
        double[][] identity = {{1, 0}, {0, 1}};
        HouseholderNetwork sort =
                HouseholderNetwork.maxMin(List.of(identity, identity), List.of(new double[2], new double[2]));
        Bounds.Range box = new Bounds.Range(new double[] {-1, 0}, new double[] {2, 5});
        Bounds.Range out = HouseholderBounds.intervals(sort, box).get(1);
        assertArrayEquals(new double[] {0, -1}, out.lower(), 1e-14);
        assertArrayEquals(new double[] {5, 2}, out.upper(), 1e-14);
    }

    private static double width(Bounds.Range range) {
        return range.upper()[0] - range.lower()[0];
    }
}

package meanfield.grokking.fieldtheory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Permutations of neurons that leave the start as it is: averages over them remove noise of finitely many samples.
 *
 * <p>Neurons with the same overlap may be exchanged. Where every overlap has as many neurons as its negative, exchanging m
 * with -m and h* with -h* is a symmetry too: averages are the same, and those that hold one factor h* change sign.
 */
final class NeuronSymmetry {
    private final int neurons;
    /** orbit[i N + j] is the number of the pair's orbit. */
    private final int[] orbit;

    private final int[] orbitSizes;
    private final int[] kind;
    private final int[] sign;
    private final int[] kindSizes;

    NeuronSymmetry(List<Double> overlaps) {
        neurons = overlaps.size();
        boolean mirrored = isMirrored(overlaps);
        orbit = new int[neurons * neurons];
        kind = new int[neurons];
        sign = new int[neurons];
        Map<String, Integer> numbers = new LinkedHashMap<>();
        Map<String, Integer> kinds = new LinkedHashMap<>();
        for (int i = 0; i < neurons; i++) {
            double m = overlaps.get(i);
            sign[i] = mirrored && m < 0 ? -1 : 1;
            kind[i] = kinds.computeIfAbsent(Double.toString(sign[i] * m), key -> kinds.size());
            for (int j = 0; j < neurons; j++) {
                // the mirror may be used to make the first of the two positive
                double first = sign[i] * m;
                double second = sign[i] * overlaps.get(j);
                String key = first + " " + (second == 0 ? 0.0 : second) + " " + (i == j);
                orbit[i * neurons + j] = numbers.computeIfAbsent(key, unused -> numbers.size());
            }
        }
        orbitSizes = sizes(orbit, numbers.size());
        kindSizes = sizes(kind, kinds.size());
    }

    private static boolean isMirrored(List<Double> overlaps) {
        return overlaps.stream()
                .allMatch(m -> overlaps.stream()
                                .filter(o -> o.doubleValue() == m)
                                .count()
                        == overlaps.stream().filter(o -> o.doubleValue() == -m).count());
    }

    private static int[] sizes(int[] numbers, int count) {
        int[] sizes = new int[count];
        for (int number : numbers) {
            sizes[number]++;
        }
        return sizes;
    }

    /** Replaces every entry [i N + j] of a matrix by the mean over its orbit. */
    void averagePairs(double[] matrix) {
        double[] sums = new double[orbitSizes.length];
        for (int p = 0; p < matrix.length; p++) {
            sums[orbit[p]] += matrix[p];
        }
        for (int p = 0; p < matrix.length; p++) {
            matrix[p] = sums[orbit[p]] / orbitSizes[orbit[p]];
        }
    }

    /** Replaces averages that hold one factor h* by the mean over equivalent neurons, with sign. */
    void averageOverlaps(double[] values) {
        double[] sums = new double[kindSizes.length];
        for (int i = 0; i < neurons; i++) {
            sums[kind[i]] += sign[i] * values[i];
        }
        for (int i = 0; i < neurons; i++) {
            values[i] = sign[i] * sums[kind[i]] / kindSizes[kind[i]];
        }
    }
}

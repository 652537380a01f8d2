package meanfield.grokking.fieldtheory;

import meanfield.core.random.RandomStream;
import meanfield.core.special.StandardNormal;

/** Labels' fields h* of S samples: quantiles (k + ½)/S of the normal law, shuffled, with unit second moment. */
final class SampleDraw {
    private SampleDraw() {}

    static double[] stratified(int samples, RandomStream random) {
        int[] order = random.permutation(samples);
        double[] values = new double[samples];
        double square = 0;
        for (int k = 0; k < samples; k++) {
            double value = StandardNormal.quantile((k + 0.5) / samples);
            values[order[k]] = value;
            square += value * value;
        }
        double scale = Math.sqrt(samples / square);
        for (int k = 0; k < samples; k++) {
            values[k] *= scale;
        }
        return values;
    }

    /** Part number block of blocks of the samples. */
    static double[] part(double[] all, int block, int blocks) {
        int from = (int) ((long) all.length * block / blocks);
        int to = (int) ((long) all.length * (block + 1) / blocks);
        return java.util.Arrays.copyOfRange(all, from, to);
    }
}

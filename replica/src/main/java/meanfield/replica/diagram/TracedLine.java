package meanfield.replica.diagram;

import java.util.Arrays;

/** A line given at ascending temperatures, linear between them, NaN beyond them and next to a NaN. */
record TracedLine(double[] temperatures, double[] values) {
    double at(double temperature) {
        int k = Arrays.binarySearch(temperatures, temperature);
        if (k >= 0) {
            return values[k];
        }
        int above = -k - 1;
        if (above == 0 || above == temperatures.length) {
            return Double.NaN;
        }
        double share = (temperature - temperatures[above - 1]) / (temperatures[above] - temperatures[above - 1]);
        return values[above - 1] + share * (values[above] - values[above - 1]);
    }

    /** The highest temperature at which the line reaches a value; NaN where it is below it everywhere. */
    double lastAbove(double value) {
        for (int k = values.length - 1; k >= 0; k--) {
            if (values[k] >= value) {
                boolean last = k == values.length - 1 || !(values[k + 1] < value);
                double share = last ? 0 : (values[k] - value) / (values[k] - values[k + 1]);
                return last ? temperatures[k] : temperatures[k] + share * (temperatures[k + 1] - temperatures[k]);
            }
        }
        return Double.NaN;
    }
}

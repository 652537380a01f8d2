package meanfield.approximation.experiments.certified;

import java.util.ArrayList;
import java.util.List;
import meanfield.approximation.certified.ReluNetwork;
import meanfield.core.Require;
import meanfield.core.random.RandomStream;

/** Random networks: weights N(0, 2/fan-in), biases N(0, 0.01). */
final class NetworkShape {
    private NetworkShape() {}

    static List<Integer> hidden(List<Integer> widths, int largestSum) {
        Require.present("hiddenWidths", widths);
        int sum = 0;
        for (Integer width : widths) {
            int each = Require.present("hiddenWidths", width);
            Require.that(each >= 1 && each <= 500, "hiddenWidths", "be in [1, 500]", each);
            sum += each;
        }
        Require.that(sum <= largestSum, "hiddenWidths", "add up to at most " + largestSum, sum);
        return List.copyOf(widths);
    }

    static ReluNetwork draw(int inputs, List<Integer> hidden, int outputs, RandomStream random) {
        List<double[][]> weights = new ArrayList<>();
        List<double[]> biases = new ArrayList<>();
        int before = inputs;
        for (int k = 0; k <= hidden.size(); k++) {
            int width = k < hidden.size() ? hidden.get(k) : outputs;
            double[][] w = new double[width][before];
            for (double[] row : w) {
                random.fillGaussian(row);
                for (int j = 0; j < row.length; j++) {
                    row[j] *= Math.sqrt(2.0 / before);
                }
            }
            double[] b = new double[width];
            random.fillGaussian(b);
            for (int i = 0; i < width; i++) {
                b[i] *= 0.1;
            }
            weights.add(w);
            biases.add(b);
            before = width;
        }
        return new ReluNetwork(weights, biases);
    }
}

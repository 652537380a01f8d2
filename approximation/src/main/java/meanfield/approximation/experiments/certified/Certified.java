package meanfield.approximation.experiments.certified;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import meanfield.approximation.certified.Bounds;
import meanfield.approximation.certified.HouseholderBounds;
import meanfield.approximation.certified.HouseholderNetwork;
import meanfield.approximation.certified.ReluNetwork;
import meanfield.core.random.RandomStream;

/**
 * A drawn network of one output with the ways to bound it.
 *
 * @param asRelu the same function with ReLU alone
 * @param layers ranges of all layers by intervals
 * @param linear bounds by CROWN
 * @param mixed bounds by CROWN on intervals
 */
record Certified(
        ReluNetwork asRelu,
        Function<Bounds.Range, List<Bounds.Range>> layers,
        Function<Bounds.Range, Bounds.Linear> linear,
        Function<Bounds.Range, Bounds.Linear> mixed) {

    static Certified draw(CertifiedBox parameters, RandomStream random) {
        ReluNetwork drawn = NetworkShape.draw(parameters.inputs(), parameters.hiddenWidths(), 1, random);
        if (parameters.activation() == CertifiedBox.Activation.RELU) {
            return new Certified(
                    drawn,
                    box -> Bounds.intervals(drawn, box),
                    box -> Bounds.crown(drawn, box),
                    box -> Bounds.crownOnIntervals(drawn, box));
        }
        HouseholderNetwork pairs = parameters.activation() == CertifiedBox.Activation.MAXMIN
                ? HouseholderNetwork.maxMin(drawn.weights(), drawn.biases())
                : new HouseholderNetwork(
                        drawn.weights(), drawn.biases(), 2, directions(parameters.hiddenWidths(), random));
        return new Certified(
                pairs.asRelu(),
                box -> HouseholderBounds.intervals(pairs, box),
                box -> HouseholderBounds.crown(pairs, box),
                box -> HouseholderBounds.crownOnIntervals(pairs, box));
    }

    /** Directions at uniform angles. */
    private static List<double[]> directions(List<Integer> widths, RandomStream random) {
        List<double[]> all = new ArrayList<>();
        for (int width : widths) {
            double[] v = new double[width];
            for (int j = 0; j < width; j += 2) {
                double angle = 2 * Math.PI * random.nextDouble();
                v[j] = Math.cos(angle);
                v[j + 1] = Math.sin(angle);
            }
            all.add(v);
        }
        return all;
    }

    Bounds.Range intervals(Bounds.Range box) {
        List<Bounds.Range> all = layers.apply(box);
        return all.get(all.size() - 1);
    }

    Bounds.Range crown(Bounds.Range box) {
        return linear.apply(box).output();
    }

    Bounds.Range crownOnIntervals(Bounds.Range box) {
        return mixed.apply(box).output();
    }

    double value(double[] x) {
        return asRelu.value(x)[0];
    }
}

package meanfield.grokking.gap;

import java.util.Locale;
import meanfield.core.Require;

/**
 * The delay of generalization in one pair of loss curves.
 *
 * <pre>
 *   t_tr(θ), t_te(θ) = first epoch with loss ≤ θ loss(0),   Γ(θ) = log₁₀(t_te/t_tr)                              (1)
 *   excess = max_t test(t)/test(0),   area = ∫ [log₁₀ test/test(0) - log₁₀ train/train(0)] d log₁₀ t, t ≥ 1        (2)
 * </pre>
 *
 * A run is grokking when Γ ≥ 0.6 and test(t_tr) ≥ 0.3 test(0), tracking when Γ &lt; 0.4, memorising when training crosses
 * and test never does, unfinished when training does not cross, and intermediate otherwise. Losses, not thresholded
 * accuracies: those jump where nothing does. Edge cases: Γ is NaN without both crossings; curves that hold zero losses
 * have a NaN area. Source: [Kumar2024].
 *
 * @param threshold θ in (0, 1)
 * @param trainCrossing t_tr, -1 when never
 * @param testCrossing t_te, -1 when never
 * @param gap Γ in decades of epochs, NaN when undefined
 * @param label the kind of run
 * @param testAtTrainCrossing test loss at t_tr in units of its start, NaN when training never crosses
 * @param memorizationExcess largest test loss in units of its start
 * @param area (2), by the trapezoid rule between epochs
 */
public record GrokkingGap(
        double threshold,
        int trainCrossing,
        int testCrossing,
        double gap,
        GrokkingLabel label,
        double testAtTrainCrossing,
        double memorizationExcess,
        double area) {
    private static final double WIDE = 0.6;
    private static final double NARROW = 0.4;
    private static final double STILL_HIGH = 0.3;

    /**
     * The gap of two curves; entry t is the loss at epoch t.
     *
     * @param threshold θ in (0, 1); 0.1 is the convention of tables
     */
    public static GrokkingGap of(double[] trainLosses, double[] testLosses, double threshold) {
        Require.that(threshold > 0 && threshold < 1, "threshold", "be in (0, 1)", threshold);
        Require.that(
                trainLosses.length == testLosses.length && trainLosses.length >= 1,
                "losses",
                "have one entry an epoch in both curves",
                trainLosses.length + " and " + testLosses.length);
        int train = crossing(trainLosses, threshold);
        int test = crossing(testLosses, threshold);
        double gap = train > 0 && test > 0 ? Math.log10((double) test / train) : Double.NaN;
        double largest = 0;
        for (double loss : testLosses) {
            largest = Math.max(largest, loss);
        }
        double high = train < 0 ? Double.NaN : testLosses[train] / testLosses[0];
        return new GrokkingGap(
                threshold,
                train,
                test,
                gap,
                label(train, test, gap, high),
                high,
                largest / testLosses[0],
                area(trainLosses, testLosses));
    }

    /** First epoch whose loss is at most threshold · loss(0); -1 when there is none. */
    public static int crossing(double[] losses, double threshold) {
        for (int t = 0; t < losses.length; t++) {
            if (losses[t] <= threshold * losses[0]) {
                return t;
            }
        }
        return -1;
    }

    private static GrokkingLabel label(int train, int test, double gap, double testAtTrain) {
        if (train < 0) {
            return GrokkingLabel.UNFINISHED;
        }
        if (test < 0) {
            return GrokkingLabel.MEMORISING;
        }
        if (gap >= WIDE && testAtTrain >= STILL_HIGH) {
            return GrokkingLabel.GROKKING;
        }
        return gap < NARROW ? GrokkingLabel.TRACKING : GrokkingLabel.INTERMEDIATE;
    }

    private static double area(double[] train, double[] test) {
        double sum = 0;
        for (int t = 2; t < train.length; t++) {
            double width = Math.log10((double) t / (t - 1));
            sum += width * 0.5 * (advantage(train, test, t) + advantage(train, test, t - 1));
        }
        return Double.isFinite(sum) ? sum : Double.NaN;
    }

    private static double advantage(double[] train, double[] test, int t) {
        return Math.log10(test[t] / test[0]) - Math.log10(train[t] / train[0]);
    }

    /** The crossings in words: what a threshold that was never met means, and why a wide gap may not be grokking. */
    public String inWords() {
        String level = threshold + " of its start";
        if (trainCrossing < 0) {
            return "the training loss never fell to " + level + (testCrossing < 0 ? "" : ", the test loss did");
        }
        if (testCrossing < 0) {
            return "memorises: the training loss fell to " + level + " at epoch " + trainCrossing
                    + ", the test loss never did";
        }
        String crossings =
                "training loss at " + level + " at epoch " + trainCrossing + ", test loss at epoch " + testCrossing;
        return gap >= WIDE && label == GrokkingLabel.INTERMEDIATE
                ? crossings + "; not grokking, because the test loss was at "
                        + String.format(Locale.ROOT, "%.2f", testAtTrainCrossing)
                        + " of its start already when training crossed"
                : crossings;
    }
}

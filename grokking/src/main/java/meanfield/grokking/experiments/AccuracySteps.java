package meanfield.grokking.experiments;

import meanfield.core.network.TrainedNetwork;
import meanfield.experiment.Rows;
import meanfield.experiment.Source;
import meanfield.experiment.Spelling;
import meanfield.grokking.gap.GrokkingGap;

/** First steps at which accuracies reach a level, and the gap of the losses, for the summary of a run. */
final class AccuracySteps {
    private AccuracySteps() {}

    /** First index with a value of at least this; NaN when there is none. */
    static double first(double[] values, double level) {
        for (int t = 0; t < values.length; t++) {
            if (values[t] >= level) {
                return t;
            }
        }
        return Double.NaN;
    }

    /** {@code memorizationStep}, {@code generalizationStep}, {@code grokkingDelay}, {@code accuracyCrossings}: levels of training and test accuracy. */
    static void summarize(double[] train, double[] test, double trainLevel, double testLevel, Rows rows) {
        double memorized = first(train, trainLevel);
        double generalized = first(test, testLevel);
        rows.summary("memorizationStep", memorized);
        rows.summary("generalizationStep", generalized);
        rows.summary("grokkingDelay", generalized - memorized);
        rows.summary("accuracyCrossings", inWords(memorized, trainLevel, generalized, testLevel));
    }

    /** What was reached and what was not. */
    static String inWords(double memorized, double trainLevel, double generalized, double testLevel) {
        return "training accuracy " + reached(memorized, trainLevel) + ", test accuracy "
                + reached(generalized, testLevel);
    }

    private static String reached(double step, double level) {
        String percent = Math.round(100 * level) + " %";
        return Double.isNaN(step) ? "never reached " + percent : "reached " + percent + " at step " + Math.round(step);
    }

    /** The row of a training that diverged, in terms of the rate that the user gave; nothing when it did not. */
    static void addDivergence(TrainedNetwork trained, double learningRate, String stepColumn, Rows rows) {
        if (!trained.convergence().isConverged()) {
            int step = trained.convergence().iterations();
            rows.row(Source.SIMULATION)
                    .set(stepColumn, step)
                    .failed("the loss left every bound at step " + step + " with learning rate " + learningRate)
                    .add();
        }
    }

    /** {@code grokkingGap}, {@code label} and {@code crossings} of two loss curves. */
    static void summarizeLosses(double[] train, double[] test, double threshold, Rows rows) {
        boolean defined = train.length > 0 && Double.isFinite(test[0]);
        GrokkingGap gap = defined ? GrokkingGap.of(train, test, threshold) : null;
        rows.summary("grokkingGap", defined ? gap.gap() : Double.NaN);
        rows.summary("label", defined ? Spelling.of(gap.label()) : "undefined");
        rows.summary("crossings", defined ? gap.inWords() : "there is no test set");
    }
}

package meanfield.dmft.experiments;

import java.util.List;
import meanfield.core.Require;
import meanfield.core.activation.StandardActivation;
import meanfield.dmft.feature.LearningProblem;
import org.ejml.data.DMatrixRMaj;

/** Rules that the parameters of feature learning share. */
final class LearningChecks {
    /** Samples at most: two digits name a kernel entry. */
    static final int SAMPLES = 9;

    private LearningChecks() {}

    /** Widths of simulated networks, ascending, possibly none. */
    static List<Integer> widths(List<Integer> widths, int high) {
        return widths("simulationWidths", widths, high);
    }

    /** The same for a parameter of this name. */
    static List<Integer> widths(String parameter, List<Integer> widths, int high) {
        Require.present(parameter, widths);
        for (int i = 0; i < widths.size(); i++) {
            String name = parameter + "[" + i + "]";
            ListChecks.between(name, Require.present(name, widths.get(i)), 1, high);
            int width = widths.get(i);
            Require.that(i == 0 || width > widths.get(i - 1), name, "be > the width before", width);
        }
        return List.copyOf(widths);
    }

    /** Ranges of feature learning by sampled neurons. */
    static void sampled(StandardActivation activation, double gamma0, double learningRate, int steps) {
        Require.present("activation", activation);
        Require.that(
                activation != StandardActivation.SIGN && activation != StandardActivation.STEP,
                "activation",
                "be continuous (a jump has no gradient to learn features by)",
                activation.label());
        Require.positive("gamma0", gamma0);
        Require.inRange("gamma0", gamma0, 0, 1000);
        Require.positive("learningRate", learningRate);
        Require.inRange("learningRate", learningRate, 0, 1000);
        ListChecks.between("steps", steps, 0, 2000);
    }

    /** Ranges of the representative neurons. */
    static void sites(int sites, int draws) {
        ListChecks.between("sites", sites, 2, 1_000_000);
        ListChecks.between("draws", draws, 1, 1000);
    }

    /** A training set of linear layers, or the reason why these numbers are none. */
    static LearningProblem problem(List<List<Double>> inputKernel, List<Double> targets) {
        int samples = targets.size();
        Require.that(samples >= 1 && samples <= SAMPLES, "targets", "have 1 to " + SAMPLES + " entries", samples);
        Require.that(
                inputKernel.size() == samples,
                "inputKernel",
                "have " + samples + " rows as there are " + samples + " targets",
                inputKernel.size());
        DMatrixRMaj kernel = new DMatrixRMaj(samples, samples);
        for (int mu = 0; mu < samples; mu++) {
            Require.that(
                    inputKernel.get(mu).size() == samples,
                    "inputKernel[" + mu + "]",
                    "have " + samples + " entries",
                    inputKernel.get(mu).size());
            for (int nu = 0; nu < samples; nu++) {
                kernel.set(mu, nu, inputKernel.get(mu).get(nu));
            }
        }
        return LearningProblem.of(kernel, ListChecks.array(targets));
    }
}

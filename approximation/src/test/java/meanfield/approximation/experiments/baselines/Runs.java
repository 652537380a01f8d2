package meanfield.approximation.experiments.baselines;

import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.parallel.Workers;
import meanfield.experiment.Experiment;
import meanfield.experiment.run.Request;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.run.RunSettings;
import meanfield.experiment.run.Runner;

/** Runs of experiments in memory. */
final class Runs {
    private Runs() {}

    static <P extends Record> RunResult run(Experiment<P> experiment, P parameters) {
        try (Workers workers = Workers.of(2)) {
            return Runner.local()
                    .run(
                            Request.of(experiment).from(parameters).withSeed(7),
                            RunSettings.of(workers, LinearAlgebras.automatic()));
        }
    }

    static double summary(RunResult result, String name) {
        return ((Number) result.summary().get(name)).doubleValue();
    }
}

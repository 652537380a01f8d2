package meanfield.dmft.experiments;

import java.util.Map;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.parallel.Workers;
import meanfield.experiment.Experiment;
import meanfield.experiment.run.Request;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.run.RunSettings;
import meanfield.experiment.run.Runner;
import meanfield.experiment.table.ResultTable;

/** Runs of experiments in memory. */
final class OrderRuns {
    private OrderRuns() {}

    static <P extends Record> RunResult run(Experiment<P> experiment, P parameters, long seed) {
        try (Workers workers = Workers.of(2)) {
            return Runner.local()
                    .run(
                            Request.of(experiment).from(parameters).withSeed(seed),
                            RunSettings.of(workers, LinearAlgebras.automatic()));
        }
    }

    static ResultTable rows(RunResult result, String source) {
        return result.resultTable().where(Map.of("source", source));
    }
}

package meanfield.experiment;

import java.util.Map;
import meanfield.core.checkpoint.Checkpoints;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.parallel.Workers;
import meanfield.core.random.RandomStream;
import meanfield.experiment.run.Request;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.run.RunSettings;
import meanfield.experiment.run.Runner;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Assertions;

/** Runs of experiments in memory. */
public final class Runs {
    private Runs() {}

    public static <P extends Record> RunResult run(Experiment<P> experiment, P parameters) {
        return run(experiment, parameters, 7);
    }

    public static <P extends Record> RunResult run(Experiment<P> experiment, P parameters, long seed) {
        try (Workers workers = Workers.of(2)) {
            return Runner.local()
                    .run(
                            Request.of(experiment).from(parameters).withSeed(seed),
                            RunSettings.of(workers, LinearAlgebras.automatic()));
        }
    }

    public static ResultTable theory(RunResult result) {
        return result.resultTable().where(Map.of("source", "theory"));
    }

    public static ResultTable simulation(RunResult result) {
        return result.resultTable().where(Map.of("source", "simulation"));
    }

    public static <P extends Record> ResultTable theory(Experiment<P> experiment, P parameters) {
        return theory(run(experiment, parameters));
    }

    /** Simulation within 4.5 standard errors and a bias of the theory, in the first row of both. */
    public static void compare(RunResult result, String column, double bias) {
        double error = simulation(result).number(0, column + "StdErr");
        Assertions.assertEquals(
                theory(result).number(0, column), simulation(result).number(0, column), 4.5 * error + bias, column);
    }

    public static double summary(RunResult result, String name) {
        return ((Number) result.summary().get(name)).doubleValue();
    }

    /** What a run gets, on this thread. */
    public static RunContext context() {
        return new RunContext() {
            @Override
            public RandomStream random(String name) {
                return RandomStream.of(7).child(name);
            }

            @Override
            public void progress(double fraction, String text) {}

            @Override
            public void checkCancelled() {}

            @Override
            public LinearAlgebra linearAlgebra() {
                return LinearAlgebras.automatic();
            }

            @Override
            public Workers workers() {
                return Workers.serial();
            }

            @Override
            public Checkpoints checkpoints() {
                return Checkpoints.NONE;
            }

            @Override
            public void input(String name, String sha256) {}
        };
    }
}

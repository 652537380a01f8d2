package meanfield.cluster;

import java.util.List;
import meanfield.experiment.Experiment;
import meanfield.experiment.run.PointTask;
import meanfield.experiment.run.RunSettings;
import meanfield.experiment.run.SweepRunner;

/** Points of a sweep as tasks of Spark; see {@link SweepJob} for what becomes of failures. */
final class SparkSweepRunner implements SweepRunner {
    private final SparkMaster master;

    SparkSweepRunner(SparkMaster master) {
        this.master = master;
    }

    @Override
    public String name() {
        return "spark";
    }

    @Override
    public void run(Experiment<?> experiment, List<PointTask> tasks, RunSettings settings, Sink sink) {
        try (SparkConnection connection = SparkConnection.open(master, experiment.id())) {
            connection.obey(settings.cancellation());
            PointWork work = new PointWork(settings.linearAlgebra().name());
            new SweepJob(connection, work, settings.cancellation(), sink).run(tasks);
        }
    }
}

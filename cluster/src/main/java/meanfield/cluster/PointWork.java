package meanfield.cluster;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import meanfield.core.parallel.Workers;
import meanfield.experiment.Experiment;
import meanfield.experiment.Experiments;
import meanfield.experiment.run.PointRunner;
import meanfield.experiment.run.PointTask;
import meanfield.experiment.run.RunSettings;

/** Points of a sweep on an executor: on one thread, with the linear algebra that the driver has. */
final class PointWork implements PartitionJob.Work<PointTask, String[]> {
    private static final long serialVersionUID = 1;

    private final String backend;

    /** With this {@linkplain meanfield.core.linalg.LinearAlgebra#name() linear algebra}. */
    PointWork(String backend) {
        this.backend = backend;
    }

    @Override
    public String[] apply(Iterator<PointTask> tasks) {
        RunSettings settings = RunSettings.of(Workers.serial(), NamedAlgebra.named(backend));
        List<String> lines = new ArrayList<>();
        while (tasks.hasNext()) {
            PointTask task = tasks.next();
            lines.add(run(Experiments.find(task.experiment()), task, settings));
        }
        return lines.toArray(new String[0]);
    }

    private static <P extends Record> String run(Experiment<P> experiment, PointTask task, RunSettings settings) {
        return PointRunner.run(experiment, task, settings, (fraction, text) -> {});
    }
}

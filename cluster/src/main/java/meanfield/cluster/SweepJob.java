package meanfield.cluster;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import meanfield.experiment.run.Cancellation;
import meanfield.experiment.run.PointRunner;
import meanfield.experiment.run.PointTask;
import meanfield.experiment.run.SweepRunner;

/**
 * The points of one sweep on a cluster. A task that fails, or whose executor dies, is tried {@value SparkMaster#ATTEMPTS}
 * times on whatever executor is there. When one fails for good Spark gives up its whole job; the points it still lacked
 * are then tried one job each, so that only the guilty get failed rows.
 *
 * @param connection to the cluster
 * @param work what is done with a point
 * @param cancellation ends everything
 * @param sink takes results as they come
 */
record SweepJob(SparkConnection connection, PointWork work, Cancellation cancellation, SweepRunner.Sink sink) {
    /** Slices for every task that runs at once: few enough to be cheap, enough to share the work evenly. */
    private static final int SLICES_A_CORE = 16;

    void run(List<PointTask> tasks) {
        Set<PointTask> done = new HashSet<>();
        int slices = Math.min(tasks.size(), SLICES_A_CORE * connection.parallelism());
        String refusal = attempt(tasks, slices, done);
        if (refusal.isEmpty()) {
            return;
        }
        for (PointTask task : tasks) {
            if (!done.contains(task)) {
                String alone = attempt(List.of(task), 1, done);
                if (!alone.isEmpty()) {
                    sink.finished(PointRunner.failed(
                            task, "failed " + SparkMaster.ATTEMPTS + " times on the cluster: " + alone));
                }
            }
        }
    }

    /** One job of Spark; empty when all is done, else why not. */
    private String attempt(List<PointTask> tasks, int slices, Set<PointTask> done) {
        List<List<PointTask>> parts = slices(tasks, slices);
        try {
            PartitionJob.run(
                    connection.context(),
                    connection.context().parallelize(tasks, slices),
                    work,
                    String[].class,
                    (partition, lines) -> {
                        for (String line : lines) {
                            sink.finished(line);
                        }
                        done.addAll(parts.get(partition));
                    });
            return "";
        } catch (PartitionJob.Refused e) {
            cancellation.check();
            return e.getMessage();
        }
    }

    /** As Spark cuts a list into slices. */
    private static List<List<PointTask>> slices(List<PointTask> tasks, int slices) {
        List<List<PointTask>> parts = new ArrayList<>();
        for (long s = 0; s < slices; s++) {
            parts.add(tasks.subList((int) (s * tasks.size() / slices), (int) ((s + 1) * tasks.size() / slices)));
        }
        return parts;
    }
}

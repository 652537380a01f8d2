package meanfield.cluster;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import meanfield.experiment.run.Cancellation;
import org.apache.spark.api.java.JavaSparkContext;

/** Looks at a switch ten times a second and cancels a group of Spark's jobs when it is thrown. */
final class CancellationWatch {
    private static final long PERIOD_MILLISECONDS = 100;

    private final ScheduledExecutorService timer;

    private CancellationWatch(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    static CancellationWatch on(Cancellation cancellation, JavaSparkContext context, String group) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "cancellation of Spark jobs");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleAtFixedRate(
                () -> {
                    if (cancellation.isCancelled()) {
                        context.cancelJobGroup(group);
                    }
                },
                PERIOD_MILLISECONDS,
                PERIOD_MILLISECONDS,
                TimeUnit.MILLISECONDS);
        return new CancellationWatch(timer);
    }

    void close() {
        timer.shutdownNow();
    }
}

package meanfield.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import meanfield.cluster.MisbehavingExperiment.Point;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.parallel.Workers;
import meanfield.experiment.AxisValues;
import meanfield.experiment.run.Cancellation;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.run.RunSettings;
import meanfield.experiment.run.Runner;
import meanfield.experiment.run.Sweep;
import meanfield.experiment.table.CsvTable;
import meanfield.experiment.table.ResultTable;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SparkSweepRunnerTest {
    private static final RunSettings SERIAL = RunSettings.of(Workers.serial(), LinearAlgebras.automatic());

    private static Runner spark() {
        return Runner.on(new SparkRunnerProvider().create("local[2]", 1));
    }

    private static Sweep<Point> sweep(int key) {
        return Sweep.of(new MisbehavingExperiment()).with("key", key);
    }

    @Test
    void bytesAreThoseOfTheLocalRunner() {
        Sweep<Point> sweep = sweep(1).axis("numbers", AxisValues.values(10, 100, 1000))
                .withReplicates(7)
                .withSeed(42);
        RunResult there = spark().run(sweep.request(), SERIAL);
        RunResult here = Runner.local().run(sweep.request(), SERIAL);
        assertEquals(CsvTable.write(here.resultTable()), CsvTable.write(there.resultTable()));
        assertEquals(21, there.resultTable().size());
    }

    @Test
    void failedTaskIsTriedAgain() {
        RunResult result = spark().run(
                        sweep(2).with("manner", "stumbling").withReplicates(2).request(), SERIAL);
        assertEquals(0, result.failed(), result::verdict);
        assertTrue(MisbehavingExperiment.ATTEMPTS.get(2L).get() >= 2);
    }

    @Test
    void killedTaskIsTriedAgain() throws Exception {
        ScheduledExecutorService killer = Executors.newSingleThreadScheduledExecutor();
        AtomicInteger kills = new AtomicInteger();
        try {
            killer.scheduleAtFixedRate(() -> killFirstTask(kills), 100, 100, TimeUnit.MILLISECONDS);
            RunResult result = spark().run(
                            sweep(3).with("manner", "waiting").withReplicates(2).request(), SERIAL);
            assertEquals(1, kills.get());
            assertEquals(0, result.failed(), result::verdict);
        } finally {
            killer.shutdownNow();
        }
    }

    /** Once the first attempt sleeps, kills the task that it belongs to. */
    private static void killFirstTask(AtomicInteger kills) {
        boolean started = MisbehavingExperiment.ATTEMPTS.containsKey(3L);
        if (started && kills.get() == 0) {
            kills.incrementAndGet();
            SparkContext context = SparkContext.getOrCreate();
            context.killTaskAttempt(0, true, "a test");
            context.killTaskAttempt(1, true, "a test");
        }
    }

    @Test
    void pointThatStaysFailedIsARowAndTheOthersAreThere() {
        RunResult result = spark().run(
                        sweep(4).axis("manner", AxisValues.values("good", "broken", "refusing"))
                                .withReplicates(3)
                                .request(),
                        SERIAL);
        ResultTable table = result.resultTable();
        assertEquals(9, table.size());
        for (int i = 0; i < 9; i++) {
            assertEquals(i < 3 ? "ok" : "failed", table.text(i, "status"));
        }
        assertEquals("failed 4 times on the cluster: a library is missing", table.text(3, "message"));
        assertEquals("manner must not be refusing, got refusing", table.text(6, "message"));
    }

    @Test
    void cancellationEndsTheJob() {
        Cancellation cancellation = new Cancellation();
        ScheduledExecutorService user = Executors.newSingleThreadScheduledExecutor();
        try {
            user.scheduleAtFixedRate(
                    () -> {
                        if (MisbehavingExperiment.ATTEMPTS.containsKey(5L)) {
                            cancellation.cancel();
                        }
                    },
                    100,
                    100,
                    TimeUnit.MILLISECONDS);
            assertThrows(CancellationException.class, () -> spark().run(
                            sweep(5).with("manner", "waiting").withReplicates(2).request(),
                            SERIAL.withCancellation(cancellation)));
        } finally {
            user.shutdownNow();
        }
    }

    @Test
    void addressesAreChecked() {
        for (String address : List.of("nonsense", "local[", "spark:host", "local[two]")) {
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> new SparkRunnerProvider().create(address, 1));
            assertEquals(
                    "spark master must be local, local[N], spark://HOST:PORT, yarn or k8s://URL, got " + address,
                    refused.getMessage());
        }
        assertEquals("local[3]", SparkMaster.of("", 3).url());
        assertEquals("local[3,4]", SparkMaster.of("", 3).patientUrl());
        assertEquals("local[*,4]", SparkMaster.of("local[*]", 3).patientUrl());
        assertEquals("local[1,4]", SparkMaster.of("local", 3).patientUrl());
        assertEquals("spark://host:7077", SparkMaster.of("//host:7077", 3).url());
        assertEquals("spark://host:7077", SparkMaster.of("spark://host:7077", 3).patientUrl());
    }
}

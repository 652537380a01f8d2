package meanfield.cluster;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import meanfield.experiment.run.Cancellation;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** A Spark context with this project's settings; one at a time in a process, as Spark wants it. */
final class SparkConnection implements AutoCloseable {
    /** Jars that remote executors are sent, separated as a class path; set by the launcher. */
    static final String JARS = "meanfield.cluster.jars";

    /** What the results of one job may take: a step of a large solve brings a few copies of the targets. */
    private static final String LARGEST_RESULT = "4g";

    /** Jobs that a cancellation ends. */
    private static final String GROUP = "meanfield";

    private final JavaSparkContext context;
    private final List<CancellationWatch> watches = new ArrayList<>();

    private SparkConnection(JavaSparkContext context) {
        this.context = context;
    }

    /**
     * Connects.
     *
     * @throws IllegalStateException with one line when the cluster does not answer
     */
    static SparkConnection open(SparkMaster master, String name) {
        SparkConf conf = new SparkConf().setAppName("meanfield " + name).setMaster(master.patientUrl());
        conf.set("spark.task.maxFailures", Integer.toString(SparkMaster.ATTEMPTS));
        conf.set("spark.driver.maxResultSize", LARGEST_RESULT);
        conf.setExecutorEnv("OPENBLAS_NUM_THREADS", "1");
        setDefault(conf, "spark.ui.enabled", "false");
        setDefault(conf, "spark.locality.wait", "0s");
        if (master.isLocal() || master.url().startsWith("local-cluster")) {
            setDefault(conf, "spark.driver.host", "127.0.0.1");
            setDefault(conf, "spark.driver.bindAddress", "127.0.0.1");
        }
        String jars = System.getProperty(JARS, "");
        if (!master.isLocal() && !jars.isEmpty()) {
            conf.setJars(Arrays.stream(jars.split(File.pathSeparator))
                    .filter(jar -> jar.endsWith(".jar"))
                    .toArray(String[]::new));
        }
        try {
            return new SparkConnection(new JavaSparkContext(conf));
        } catch (RuntimeException e) {
            throw new IllegalStateException("Spark at " + master.url() + " does not start: " + firstLine(e), e);
        }
    }

    private static void setDefault(SparkConf conf, String key, String value) {
        if (!conf.contains(key)) {
            conf.set(key, value);
        }
    }

    JavaSparkContext context() {
        return context;
    }

    /** From now on this switch ends the jobs of this thread. */
    void obey(Cancellation cancellation) {
        context.setJobGroup(GROUP, "meanfield", true);
        watches.add(CancellationWatch.on(cancellation, context, GROUP));
    }

    /** Tasks that run side by side. */
    int parallelism() {
        return Math.max(1, context.defaultParallelism());
    }

    /** The innermost cause in one line. */
    static String firstLine(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String text = cause.getMessage() == null ? "" : cause.getMessage();
        String line = text.lines().findFirst().orElse("").trim();
        return line.isEmpty() ? cause.getClass().getSimpleName() : line;
    }

    @Override
    public void close() {
        watches.forEach(CancellationWatch::close);
        context.close();
    }
}

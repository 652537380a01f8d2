package meanfield.cluster;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import meanfield.core.Require;

/**
 * Address of a Spark cluster.
 *
 * @param url as Spark writes it
 */
record SparkMaster(String url) {
    /** Times a task may fail before its point gets a failed row. */
    static final int ATTEMPTS = 4;

    private static final Pattern LOCAL = Pattern.compile("local(?:\\[(\\d{1,4}|\\*)(?:,\\d{1,4})?])?");
    private static final Pattern REMOTE =
            Pattern.compile("spark://\\S+|yarn|k8s://\\S+|local-cluster\\[\\d+,\\d+,\\d+]");

    SparkMaster {
        Require.that(
                LOCAL.matcher(url).matches() || REMOTE.matcher(url).matches(),
                "spark master",
                "be local, local[N], spark://HOST:PORT, yarn or k8s://URL",
                url);
    }

    /** The address on the command line, {@code //HOST:PORT} for a standalone master; without one that of spark-submit, else this many threads of this machine. */
    static SparkMaster of(String address, int threads) {
        if (address.startsWith("//")) {
            return new SparkMaster("spark:" + address);
        }
        if (!address.isEmpty()) {
            return new SparkMaster(address);
        }
        return new SparkMaster(System.getProperty("spark.master", "local[" + threads + "]"));
    }

    /** True if executors are threads of this process. */
    boolean isLocal() {
        return LOCAL.matcher(url).matches();
    }

    /** What Spark is told: its own local mode would give up at the first failure. */
    String patientUrl() {
        Matcher local = LOCAL.matcher(url);
        if (!local.matches() || url.contains(",")) {
            return url;
        }
        String threads = local.group(1) == null ? "1" : local.group(1);
        return "local[" + threads + "," + ATTEMPTS + "]";
    }
}

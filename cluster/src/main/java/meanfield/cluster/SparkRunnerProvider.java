package meanfield.cluster;

import meanfield.experiment.run.SweepRunner;
import meanfield.experiment.run.SweepRunnerProvider;

/** Offers {@code --runner spark[:MASTER]}. */
public final class SparkRunnerProvider implements SweepRunnerProvider {
    @Override
    public String name() {
        return "spark";
    }

    @Override
    public SweepRunner create(String address, int threads) {
        return new SparkSweepRunner(SparkMaster.of(address, threads));
    }

    @Override
    public String description() {
        return "Apache Spark " + org.apache.spark.package$.MODULE$.SPARK_VERSION();
    }
}

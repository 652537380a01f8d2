package meanfield.cluster;

import java.io.Serializable;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * A Spark job that hands over the result of every partition as soon as it is there; the Java interface of Spark has only
 * jobs that wait for all of them.
 */
final class PartitionJob {
    private PartitionJob() {}

    /** What is done with one partition; travels to the executors. */
    interface Work<T, R> extends Serializable {
        R apply(java.util.Iterator<T> elements);
    }

    /**
     * Runs the work on every partition.
     *
     * @param sink hears partition and result, one call at a time, on a thread of Spark's
     * @throws Refused when Spark gives up
     */
    static <T, R> void run(
            JavaSparkContext context,
            JavaRDD<T> elements,
            Work<T, R> work,
            Class<R> resultType,
            BiConsumer<Integer, R> sink) {
        List<Object> partitions = IntStream.range(0, elements.getNumPartitions())
                .mapToObj(Integer::valueOf)
                .map(Object.class::cast)
                .toList();
        ClassTag<R> tag = ClassTag$.MODULE$.apply(resultType);
        OnDriver<R> driver = new OnDriver<>(sink);
        try {
            context.sc()
                    .runJob(
                            elements.rdd(),
                            new OnExecutor<>(work),
                            CollectionConverters.asScala(partitions).toSeq(),
                            driver,
                            tag);
        } catch (Exception e) { // also checked ones, which Scala does not declare
            if (driver.failure != null) {
                throw driver.failure;
            }
            throw new Refused(e);
        }
    }

    /** Spark has given the job up. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(Exception cause) {
            super(SparkConnection.firstLine(cause), cause);
        }
    }

    private static final class OnExecutor<T, R> extends AbstractFunction2<TaskContext, Iterator<T>, R>
            implements Serializable {
        private final Work<T, R> work;

        OnExecutor(Work<T, R> work) {
            this.work = work;
        }

        @Override
        public R apply(TaskContext task, Iterator<T> elements) {
            return work.apply(CollectionConverters.asJava(elements));
        }
    }

    private static final class OnDriver<R> extends AbstractFunction2<Object, R, BoxedUnit> {
        private final BiConsumer<Integer, R> sink;
        /** What the driver's own code threw, so that it is not taken for a failure of the cluster. */
        private volatile RuntimeException failure;

        OnDriver(BiConsumer<Integer, R> sink) {
            this.sink = sink;
        }

        @Override
        public BoxedUnit apply(Object partition, R result) {
            try {
                sink.accept((Integer) partition, result);
            } catch (RuntimeException e) {
                failure = e;
                throw e;
            }
            return BoxedUnit.UNIT;
        }
    }
}

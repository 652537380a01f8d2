package meanfield.cluster;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.tiles.StoredTiles;
import meanfield.core.tiles.TileEngine;
import meanfield.core.tiles.TileFunction;
import meanfield.core.tiles.TileGrid;
import meanfield.core.tiles.TileSums;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.ejml.data.DMatrixRMaj;

/**
 * Tiles on a cluster: the matrix, which is its network and its inputs, goes to every executor once; each computes the
 * tiles of its groups and keeps them in memory, or on its disk where they do not fit. A product sends X out and one sum of each
 * group back. A group that is lost with its executor is computed again.
 */
final class SparkTileEngine implements TileEngine {
    private final SparkConnection connection;
    private final String backend;

    SparkTileEngine(SparkMaster master, LinearAlgebra linearAlgebra) {
        this.connection = SparkConnection.open(master, "tiles");
        this.backend = linearAlgebra.name();
    }

    @Override
    public StoredTiles store(TileFunction matrix, TileGrid grid, DoubleConsumer progress) {
        TileSums sums = new TileSums(grid);
        JavaSparkContext context = connection.context();
        Broadcast<TileFunction> sent = context.broadcast(matrix);
        String name = backend;
        List<Integer> groups = IntStream.range(0, sums.groups()).boxed().toList();
        JavaRDD<StoredTile> tiles = context.parallelize(groups, groups.size())
                .flatMap(group -> new GroupTiles(sums, sent.value(), name, group))
                .persist(StorageLevel.MEMORY_AND_DISK());
        double[][] squares = new double[groups.size()][];
        progress.accept(0);
        int[] done = new int[1];
        run(tiles, new Squares(), double[].class, (group, values) -> {
            squares[group] = values;
            progress.accept((double) ++done[0] / groups.size());
        });
        double square = 0;
        for (double[] group : squares) {
            for (double each : group) {
                square += each;
            }
        }
        return new OnCluster(sums, tiles, sent, Math.sqrt(square));
    }

    @Override
    public void compute(TileFunction matrix, List<Rectangle> rectangles, BiConsumer<Integer, DMatrixRMaj> sink) {
        Broadcast<TileFunction> sent = connection.context().broadcast(matrix);
        String name = backend;
        JavaRDD<DMatrixRMaj> parts = connection
                .context()
                .parallelize(rectangles, rectangles.size())
                .map(part -> sent.value()
                        .tile(
                                part.rowFrom(),
                                part.rows(),
                                part.columnFrom(),
                                part.columns(),
                                NamedAlgebra.named(name)));
        run(parts, Iterator::next, DMatrixRMaj.class, sink);
        sent.destroy();
    }

    private <T, R> void run(
            JavaRDD<T> elements, PartitionJob.Work<T, R> work, Class<R> type, BiConsumer<Integer, R> sink) {
        try {
            PartitionJob.run(connection.context(), elements, work, type, sink);
        } catch (PartitionJob.Refused e) {
            throw new IllegalStateException("the cluster gave up: " + e.getMessage(), e);
        }
    }

    /** Executors have disks of their own, of which the driver knows nothing. */
    @Override
    public void requireSpace(long bytes) {}

    @Override
    public void close() {
        connection.close();
    }

    /** What a tile contributes to ‖A‖². */
    private static final class Squares implements PartitionJob.Work<StoredTile, double[]> {
        private static final long serialVersionUID = 1;

        @Override
        public double[] apply(Iterator<StoredTile> tiles) {
            List<Double> squares = new ArrayList<>();
            tiles.forEachRemaining(tile -> squares.add(tile.square()));
            return squares.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    /** The sum of a group. */
    private record GroupProduct(TileSums sums, Broadcast<DMatrixRMaj> vectors, String backend)
            implements PartitionJob.Work<StoredTile, DMatrixRMaj> {
        @Override
        public DMatrixRMaj apply(Iterator<StoredTile> tiles) {
            DMatrixRMaj x = vectors.value();
            DMatrixRMaj sum = new DMatrixRMaj(x.numRows, x.numCols);
            LinearAlgebra linearAlgebra = NamedAlgebra.named(backend);
            tiles.forEachRemaining(tile -> sums.add(tile.number(), tile.buffer(), x, linearAlgebra, sum));
            return sum;
        }
    }

    private final class OnCluster implements StoredTiles {
        private final TileSums sums;
        private final JavaRDD<StoredTile> tiles;
        private final Broadcast<TileFunction> matrix;
        private final double frobenius;

        OnCluster(TileSums sums, JavaRDD<StoredTile> tiles, Broadcast<TileFunction> matrix, double frobenius) {
            this.sums = sums;
            this.tiles = tiles;
            this.matrix = matrix;
            this.frobenius = frobenius;
        }

        @Override
        public double frobenius() {
            return frobenius;
        }

        @Override
        public DMatrixRMaj apply(DMatrixRMaj x) {
            Broadcast<DMatrixRMaj> vectors = connection.context().broadcast(x);
            DMatrixRMaj[] parts = new DMatrixRMaj[sums.groups()];
            run(tiles, new GroupProduct(sums, vectors, backend), DMatrixRMaj.class, (group, sum) -> parts[group] = sum);
            vectors.destroy();
            return sums.total(parts);
        }

        @Override
        public void close() {
            tiles.unpersist();
            matrix.destroy();
        }
    }
}

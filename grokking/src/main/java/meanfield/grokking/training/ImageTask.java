package meanfield.grokking.training;

import java.util.Arrays;
import java.util.List;
import meanfield.core.Require;
import meanfield.core.data.DataSet;
import meanfield.core.data.DataSets;
import meanfield.core.data.DataSource;
import meanfield.core.data.TrainTestData;
import meanfield.core.random.PortableRandom;
import org.ejml.data.DMatrixRMaj;

/**
 * Images with one-hot targets (0 and 1, not centred), split into training and test sets.
 *
 * @param train training images
 * @param test test images
 * @param sources the files behind them
 */
public record ImageTask(DataSet train, DataSet test, List<DataSource> sources) {
    /**
     * 8 × 8 digits in the order of the seed's uniforms ({@link PortableRandom#order}): the first trainSize train, of the rest
     * at most testSize test.
     */
    public static ImageTask smallDigits(int trainSize, int testSize, long seed) {
        DataSet all = DataSets.smallDigits();
        Require.that(
                trainSize >= 1 && trainSize < all.size(), "trainSize", "be in 1 ... " + (all.size() - 1), trainSize);
        int[] order = PortableRandom.order(seed, all.size());
        int tests = Math.min(testSize, all.size() - trainSize);
        return new ImageTask(
                rows(all, Arrays.copyOf(order, trainSize)),
                rows(all, Arrays.copyOfRange(order, trainSize, trainSize + tests)),
                all.sources());
    }

    /** The first examples of a data set, pixels as they are. */
    public static ImageTask of(TrainTestData data, int trainSize, int testSize) {
        DataSet train = data.train().first(trainSize);
        DataSet test = data.test().first(Math.min(testSize, data.test().size()));
        java.util.ArrayList<DataSource> sources =
                new java.util.ArrayList<>(data.train().sources());
        sources.addAll(data.test().sources());
        return new ImageTask(rows(train, range(train.size())), rows(test, range(test.size())), List.copyOf(sources));
    }

    private static int[] range(int size) {
        int[] indices = new int[size];
        Arrays.setAll(indices, i -> i);
        return indices;
    }

    private static DataSet rows(DataSet from, int[] indices) {
        int columns = from.inputDimension();
        int classes = from.classCount();
        DMatrixRMaj inputs = new DMatrixRMaj(indices.length, columns);
        DMatrixRMaj targets = new DMatrixRMaj(indices.length, classes);
        int[] labels = from.labels();
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(from.inputs().data, indices[i] * columns, inputs.data, i * columns, columns);
            targets.set(i, labels[indices[i]], 1);
        }
        return DataSet.of(from.name(), inputs, targets, from.sources());
    }
}

package meanfield.core.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import meanfield.core.Require;
import org.ejml.data.DMatrixRMaj;

/**
 * Where data comes from: the embedded subsets, or a folder that the user names.
 *
 * <p>A folder holds one of these, found by name in this order:
 * <ol>
 *   <li>IDX files, plain or gzip: names that begin with {@code train} and with {@code t10k} or {@code test}, one of each
 *       with {@code images} and one with {@code labels} in it, such as {@code train-images-idx3-ubyte.gz}. Classes are 0 …
 *       the largest training label.
 *   <li>{@code train-inputs.csv}, {@code train-targets.csv}, {@code test-inputs.csv}, {@code test-targets.csv}: matrices
 *       without header, targets used as they stand.
 *   <li>{@code train.csv}, {@code test.csv}: the class label 0, 1, … first, then the inputs; centred one-hot targets.
 * </ol>
 */
public final class DataSets {
    private static final int ALL = Integer.MAX_VALUE;

    private DataSets() {}

    /** The first 2,000 training and 500 test images in file order, pixels in [0, 1]. */
    public static TrainTestData embedded(EmbeddedDataSet which) {
        Require.present("data set", which);
        LabelledImages train = embedded(which, "train");
        LabelledImages test = embedded(which, "test");
        return new TrainTestData(train.read(which.id(), ALL, 10), test.read(which.id(), ALL, 10));
    }

    /**
     * 1797 handwritten digits of 8 × 8 pixels in [0, 1] (sixteenths), all in one set, in the order of the file: small enough to
     * train on in seconds. [Alpaydin1998]
     */
    public static DataSet smallDigits() {
        FileBytes packed = FileBytes.ofResource("digits-8x8.csv.gz");
        byte[] bytes;
        try (InputStream stream = new GZIPInputStream(packed.open())) {
            bytes = stream.readAllBytes();
        } catch (IOException e) {
            throw FileErrors.reading(packed.name(), e);
        }
        FileBytes file = new FileBytes("digits-8x8.csv", bytes);
        DMatrixRMaj table = CsvMatrix.parse(file);
        DMatrixRMaj images = new DMatrixRMaj(table.numRows, 64);
        int[] labels = new int[table.numRows];
        for (int i = 0; i < table.numRows; i++) {
            for (int j = 0; j < 64; j++) {
                images.set(i, j, table.get(i, j) / 16);
            }
            labels[i] = (int) table.get(i, 64);
        }
        return DataSet.ofImages("digits", images, DataSet.oneHotTargets(labels, 10), 8, List.of(file.source()));
    }

    private static LabelledImages embedded(EmbeddedDataSet which, String part) {
        String stem = which.id() + "-" + part;
        return new LabelledImages(
                FileBytes.ofResource(stem + "-images-idx3-ubyte.gz"),
                FileBytes.ofResource(stem + "-labels-idx1-ubyte.gz"));
    }

    /** Everything in the folder. */
    public static TrainTestData read(Path folder) {
        return readFirst(folder, ALL, ALL);
    }

    /**
     * The first examples of each kind; of images only these are unpacked (60,000 images of 28 × 28 are 376 MB).
     *
     * @throws IllegalArgumentException when the folder holds fewer, or is not one of the forms above
     */
    public static TrainTestData read(Path folder, int trainCount, int testCount) {
        Require.atLeast("trainCount", trainCount, 1);
        Require.atLeast("testCount", testCount, 1);
        return readFirst(folder, trainCount, testCount);
    }

    private static TrainTestData readFirst(Path folder, int trainCount, int testCount) {
        Require.present("folder", folder);
        List<String> names = fileNames(folder);
        if (names.stream().anyMatch(DataSets::looksLikeIdx)) {
            return readIdx(folder, names, trainCount, testCount);
        }
        if (names.contains("train-inputs.csv")) {
            CsvData train = CsvData.split(folder, "train");
            return csv(folder, train, CsvData.split(folder, "test"), trainCount, testCount);
        }
        if (names.contains("train.csv")) {
            CsvData train = CsvData.labelled(folder.resolve("train.csv"), 0);
            CsvData test = CsvData.labelled(folder.resolve("test.csv"), train.targets().numCols);
            return csv(folder, train, test, trainCount, testCount);
        }
        throw nothingFound(folder, names);
    }

    private static TrainTestData csv(Path folder, CsvData train, CsvData test, int trainCount, int testCount) {
        String name = nameOf(folder);
        return new TrainTestData(limited(train.toDataSet(name), trainCount), limited(test.toDataSet(name), testCount));
    }

    private static DataSet limited(DataSet data, int count) {
        return count == ALL ? data : data.first(count);
    }

    private static TrainTestData readIdx(Path folder, List<String> names, int trainCount, int testCount) {
        LabelledImages train = labelledImages(folder, names, "train");
        LabelledImages test = labelledImages(folder, names, "t10k", "test");
        int classCount = Math.max(2, 1 + Arrays.stream(train.allLabels()).max().orElse(0));
        String name = nameOf(folder);
        return new TrainTestData(train.read(name, trainCount, classCount), test.read(name, testCount, classCount));
    }

    private static LabelledImages labelledImages(Path folder, List<String> names, String... prefixes) {
        return new LabelledImages(
                FileBytes.of(folder.resolve(only(folder, names, "images", prefixes))),
                FileBytes.of(folder.resolve(only(folder, names, "labels", prefixes))));
    }

    private static String only(Path folder, List<String> names, String kind, String... prefixes) {
        List<String> found = names.stream()
                .filter(name -> looksLikeIdx(name)
                        && name.contains(kind)
                        && Arrays.stream(prefixes).anyMatch(name::startsWith))
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        String wanted = "exactly one IDX file of " + kind + " whose name begins with " + String.join(" or ", prefixes);
        throw new IllegalArgumentException(folder + ": expected " + wanted + ", got "
                + (found.isEmpty() ? "none among " + listed(names) : String.join(", ", found)));
    }

    private static boolean looksLikeIdx(String name) {
        boolean kind = name.contains("images") || name.contains("labels");
        boolean part = name.startsWith("train") || name.startsWith("t10k") || name.startsWith("test");
        return kind && part && name.contains("idx");
    }

    private static List<String> fileNames(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(folder + ": no such folder; expected the name of an embedded data set ("
                    + String.join(
                            ", ",
                            Arrays.stream(EmbeddedDataSet.values())
                                    .map(EmbeddedDataSet::id)
                                    .toList())
                    + ") or a folder of IDX or CSV files");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(DataSets::nameOf).sorted().toList();
        } catch (IOException e) {
            throw FileErrors.reading(folder.toString(), e);
        }
    }

    private static IllegalArgumentException nothingFound(Path folder, List<String> names) {
        return new IllegalArgumentException(folder + ": no data set found: expected IDX files"
                + " (train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz, t10k-images-idx3-ubyte.gz,"
                + " t10k-labels-idx1-ubyte.gz; MNIST: yann.lecun.com/exdb/mnist or any mirror of these four files,"
                + " Fashion-MNIST: github.com/zalandoresearch/fashion-mnist, folder data/fashion)"
                + " or CSV files (train-inputs.csv, train-targets.csv, test-inputs.csv, test-targets.csv;"
                + " or train.csv and test.csv with the class label first), got " + listed(names));
    }

    private static String listed(List<String> names) {
        if (names.isEmpty()) {
            return "an empty folder";
        }
        String shown = String.join(", ", names.subList(0, Math.min(8, names.size())));
        return names.size() <= 8 ? shown : shown + " and " + (names.size() - 8) + " more";
    }

    private static String nameOf(Path path) {
        Path last = path.toAbsolutePath().normalize().getFileName();
        return last == null ? path.toString() : last.toString();
    }
}

package meanfield.ntk.position;

import java.util.Arrays;
import meanfield.ntk.layer.InputKernels;
import meanfield.ntk.layer.InputRows;
import meanfield.ntk.layer.PairChunk;

/** From inputs to gaps of pairs of positions. */
interface InputPairs {
    /** The pairs of position a of the frame's row input with position b of its column inputs. */
    void fill(Frame frame, int a, int b, PairChunk chunk);

    /** The formula for these inputs. */
    static InputPairs of(Tile tile) {
        return tile.rows().inputs().shape().isVector() ? Products.of(tile) : Differences.of(tile);
    }

    /**
     * Vectors: inner products from one matrix product, nearly parallel pairs from differences.
     *
     * @param products x·x′, rows × columns of the tile
     * @param rows all row inputs
     * @param columns all column inputs
     * @param inverseNorms 1/|x′| of the tile's columns
     */
    record Products(double[] products, InputRows rows, InputRows columns, double[] inverseNorms) implements InputPairs {
        static Products of(Tile tile) {
            Block rows = tile.rows();
            Block columns = tile.columns();
            double[] products = new double[rows.size() * columns.size()];
            int rowTo = rows.from() + rows.size();
            int columnTo = columns.from() + columns.size();
            tile.gram().tile(rows.from(), rowTo, columns.from(), columnTo, products);
            InputRows columnRows = columns.inputs().vectors();
            double[] inverse = Arrays.copyOfRange(columnRows.inverseNorm(), columns.from(), columnTo);
            return new Products(products, rows.inputs().vectors(), columnRows, inverse);
        }

        @Override
        public void fill(Frame frame, int a, int b, PairChunk chunk) {
            int count = frame.count();
            int row = frame.tile().rows().from() + frame.row();
            double inverse = rows.inverseNorm()[row];
            System.arraycopy(products, frame.row() * inverseNorms.length, chunk.angle, 0, count);
            InputKernels.gaps(count, chunk.angle, inverse, inverseNorms, chunk.gap, chunk.antigap);
            if (inverse == 0) {
                InputKernels.alike(count, inverseNorms, chunk);
            } else {
                InputKernels.refine(
                        count, rows, row, columns, frame.tile().columns().from(), chunk);
            }
            Arrays.fill(chunk.tangent, 0, count, 0);
        }
    }

    /**
     * Arrays of positions, with few channels: u = 1 - x̂·x̂′, v = 1 + x̂·x̂′ with normalized x̂; ½|x̂ ∓ x̂′|² where one of
     * them is small, so that nearly parallel positions keep their digits.
     *
     * @param rows x̂ of all positions of the row inputs, input by input
     * @param columns x̂′, one array over the column inputs for every position and channel
     * @param missing 1 where a column input is zero at a position
     * @param channels C
     */
    record Differences(double[][] rows, double[][] columns, double[][] missing, int channels) implements InputPairs {
        /** Below this gap the rounding of the inner product is seen in the angle. */
        private static final double NEARLY_PARALLEL = 1e-3;

        static Differences of(Tile tile) {
            Block rows = tile.rows();
            Block columns = tile.columns();
            int channels = rows.inputs().shape().channels();
            int positions = rows.inputs().shape().positions();
            double[][] left = new double[rows.size()][];
            for (int e = 0; e < left.length; e++) {
                left[e] = rows.inputs().unit(rows.from() + e);
            }
            double[][] right = new double[positions * channels][columns.size()];
            double[][] missing = new double[positions][columns.size()];
            for (int e = 0; e < columns.size(); e++) {
                double[] unit = columns.inputs().unit(columns.from() + e);
                for (int i = 0; i < unit.length; i++) {
                    right[i][e] = unit[i];
                }
                for (int b = 0; b < positions; b++) {
                    missing[b][e] = isZero(unit, b * channels, channels) ? 1 : 0;
                }
            }
            return new Differences(left, right, missing, channels);
        }

        private static boolean isZero(double[] data, int offset, int length) {
            for (int c = 0; c < length; c++) {
                if (data[offset + c] != 0) {
                    return false;
                }
            }
            return true;
        }

        /** One input with itself, whose columns are its positions. */
        static Differences ofPositions(double[] unit, int channels) {
            int positions = unit.length / channels;
            double[][] columns = new double[channels][positions];
            double[][] missing = new double[1][positions];
            for (int b = 0; b < positions; b++) {
                for (int c = 0; c < channels; c++) {
                    columns[c][b] = unit[b * channels + c];
                }
                missing[0][b] = isZero(unit, b * channels, channels) ? 1 : 0;
            }
            return new Differences(new double[][] {unit}, columns, missing, channels);
        }

        @Override
        public void fill(Frame frame, int a, int b, PairChunk chunk) {
            fill(rows[frame.row()], a, b, frame.count(), chunk);
        }

        /** The smaller of gap and antigap from differences, the larger from it: u + v = 2 to the last bit. */
        private void refine(double[] row, int a, int b, int j, PairChunk chunk) {
            double sign = chunk.gap[j] < chunk.antigap[j] ? 1 : -1;
            double sum = 0;
            for (int c = 0; c < channels; c++) {
                double difference = row[a * channels + c] - sign * columns[b * channels + c][j];
                sum += 0.5 * difference * difference;
            }
            chunk.gap[j] = sign > 0 ? sum : 2 - sum;
            chunk.antigap[j] = sign > 0 ? 2 - sum : sum;
        }

        void fill(double[] row, int a, int b, int count, PairChunk chunk) {
            Arrays.fill(chunk.antigap, 0, count, 0);
            Arrays.fill(chunk.tangent, 0, count, 0);
            for (int c = 0; c < channels; c++) {
                MixKernels.addScaled(count, row[a * channels + c], columns[b * channels + c], chunk.antigap);
            }
            MixKernels.gaps(count, chunk.antigap, chunk.gap);
            for (int j = 0; j < count; j++) {
                if (Math.min(chunk.gap[j], chunk.antigap[j]) < NEARLY_PARALLEL) {
                    refine(row, a, b, j, chunk);
                }
            }
            double zero = isZero(row, a * channels, channels) ? 1 : 0;
            MixKernels.markMissing(count, zero, missing[b], chunk.gap, chunk.antigap);
        }
    }
}

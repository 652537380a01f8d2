package meanfield.core.check;

import meanfield.core.random.RandomStream;
import org.ejml.data.DMatrixRMaj;

/** Matrices that checks compute with: random ones, and ones on which careless arithmetic shows. */
public enum CheckInputs {
    /** Independent Gaussian entries. */
    RANDOM("random") {
        @Override
        public DMatrixRMaj matrix(int rows, int columns, RandomStream random) {
            DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
            random.fillGaussian(matrix.data);
            return matrix;
        }
    },
    /**
     * Rows of lengths between 1e-6 and 1e6; every third one repeats its predecessor, its opposite, or either but for 1e-8 of
     * it; every eleventh is zero.
     */
    ILL_CONDITIONED("ill-conditioned") {
        @Override
        public DMatrixRMaj matrix(int rows, int columns, RandomStream random) {
            DMatrixRMaj matrix = RANDOM.matrix(rows, columns, random);
            for (int i = 0; i < rows; i++) {
                double scale = i % 11 == 10 ? 0 : Math.pow(10, 12 * random.nextDouble() - 6);
                boolean copy = i % 3 == 2;
                double sign = i % 2 == 0 ? 1 : -1;
                double apart = i % 4 < 2 ? 0 : 1e-8;
                for (int j = 0; j < columns; j++) {
                    double fresh = matrix.get(i, j);
                    matrix.set(i, j, copy ? matrix.get(i - 1, j) * (sign + apart * fresh) : scale * fresh);
                }
            }
            return matrix;
        }
    };

    private final String label;

    CheckInputs(String label) {
        this.label = label;
    }

    /** The words of reports. */
    public String label() {
        return label;
    }

    /** A matrix of this kind. */
    public abstract DMatrixRMaj matrix(int rows, int columns, RandomStream random);

    /** Euclidean lengths of the rows. */
    static double[] rowNorms(DMatrixRMaj matrix) {
        double[] norms = new double[matrix.numRows];
        for (int i = 0; i < norms.length; i++) {
            double sum = 0;
            for (int j = 0; j < matrix.numCols; j++) {
                sum = Math.hypot(sum, matrix.get(i, j));
            }
            norms[i] = sum;
        }
        return norms;
    }

    static DMatrixRMaj transpose(DMatrixRMaj matrix) {
        DMatrixRMaj out = new DMatrixRMaj(matrix.numCols, matrix.numRows);
        for (int i = 0; i < matrix.numRows; i++) {
            for (int j = 0; j < matrix.numCols; j++) {
                out.set(j, i, matrix.get(i, j));
            }
        }
        return out;
    }
}

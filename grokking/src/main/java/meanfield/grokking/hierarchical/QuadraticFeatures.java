package meanfield.grokking.hierarchical;

import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.random.PortableRandom;
import org.ejml.data.DMatrixRMaj;

/** Features in which polynomials of degree two are linear. */
sealed interface QuadraticFeatures {
    /** The features of every row, n × q. */
    DMatrixRMaj of(DMatrixRMaj inputs, LinearAlgebra algebra);

    /** Orthonormal Hermite polynomials of degree 1 and 2: x_i, (x_i² - 1)/√2, x_i x_j. */
    record Hermite() implements QuadraticFeatures {
        @Override
        public DMatrixRMaj of(DMatrixRMaj inputs, LinearAlgebra algebra) {
            int d = inputs.numCols;
            DMatrixRMaj features = new DMatrixRMaj(inputs.numRows, d + d * (d + 1) / 2);
            double root = Math.sqrt(0.5);
            for (int i = 0; i < inputs.numRows; i++) {
                int at = i * features.numCols;
                for (int j = 0; j < d; j++) {
                    features.data[at++] = inputs.data[i * d + j];
                }
                for (int j = 0; j < d; j++) {
                    double x = inputs.data[i * d + j];
                    features.data[at++] = root * (x * x - 1);
                }
                for (int j = 0; j < d; j++) {
                    for (int k = j + 1; k < d; k++) {
                        features.data[at++] = inputs.data[i * d + j] * inputs.data[i * d + k];
                    }
                }
            }
            return features;
        }
    }

    /**
     * A random first layer: ((v_j·x)² - 1)/√(2 N₂) with v_j uniform on the unit sphere.
     *
     * @param directions v_j, N₂ × d
     */
    record RandomLayer(DMatrixRMaj directions) implements QuadraticFeatures {
        /** Normals of a published stream, divided by their norms. */
        static RandomLayer portable(int count, int dimension, long seed) {
            DMatrixRMaj v = DMatrixRMaj.wrap(count, dimension, PortableRandom.gaussians(seed, count * dimension));
            for (int j = 0; j < count; j++) {
                double square = 0;
                for (int k = 0; k < dimension; k++) {
                    square += v.data[j * dimension + k] * v.data[j * dimension + k];
                }
                double norm = Math.sqrt(square);
                for (int k = 0; k < dimension; k++) {
                    v.data[j * dimension + k] /= norm;
                }
            }
            return new RandomLayer(v);
        }

        @Override
        public DMatrixRMaj of(DMatrixRMaj inputs, LinearAlgebra algebra) {
            DMatrixRMaj features = algebra.multiplyTransB(inputs, directions);
            double scale = 1 / Math.sqrt(2.0 * directions.numRows);
            for (int i = 0; i < features.data.length; i++) {
                features.data[i] = scale * (features.data[i] * features.data[i] - 1);
            }
            return features;
        }
    }
}

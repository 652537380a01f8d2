package meanfield.dmft.committee;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.Require;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.linalg.SymmetricEigen;
import meanfield.core.random.RandomStream;
import meanfield.core.solve.TimeGrid;

/**
 * The learning rule itself at a finite input dimension N, from weights that have the given overlaps exactly.
 *
 * <pre>
 *   (w, B) = √N C^{1/2} Z,   Z Zᵀ = 1, Z random of K + M rows                                                (1)
 * </pre>
 *
 * then {@link OnlineLearning} (1) for every fresh sample; a time t is read after round(t N) samples. Deviations from the
 * limit are O(N^-1/2) and grow at the exit of a plateau. Cost: N (2K + M + 1) multiplications and N normal numbers a sample.
 */
public final class CommitteeSimulation {
    private final OnlineLearning learning;
    private final OrderParameters start;
    private final int dimension;
    /** C^{1/2}, row-major. */
    private final double[] root;

    private CommitteeSimulation(OnlineLearning learning, OrderParameters start, int dimension, double[] root) {
        this.learning = learning;
        this.start = start;
        this.dimension = dimension;
        this.root = root;
    }

    /** Networks of input dimension N ≥ K + M that start with these overlaps. */
    public static CommitteeSimulation of(
            OnlineLearning learning, OrderParameters start, int dimension, LinearAlgebra algebra) {
        Require.atLeast("simulationDimension", dimension, start.size());
        Require.that(start.isAdmissible(algebra), "the covariance of the start", "be positive semidefinite", start);
        SymmetricEigen eigen = algebra.symmetricEigen(start.covarianceMatrix());
        int size = start.size();
        double[] root = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                for (int k = 0; k < size; k++) {
                    double scale = Math.sqrt(Math.max(0, eigen.values()[k]));
                    root[i * size + j] +=
                            eigen.vectors().get(i, k) * scale * eigen.vectors().get(j, k);
                }
            }
        }
        return new CommitteeSimulation(learning, start, dimension, root);
    }

    /** One network: its order parameters at each time. */
    public List<OrderParameters> run(TimeGrid times, RandomStream random) {
        double[] rows = weights(random.child("weights"));
        RandomStream samples = random.child("samples");
        RandomStream noise = random.child("noise");
        double[] readout = start.studentReadouts();
        double[] x = new double[dimension];
        double[] fields = new double[start.size()];
        double[] factors = new double[start.students()];
        List<OrderParameters> result = new ArrayList<>(times.size());
        long done = 0;
        for (int t = 0; t < times.size(); t++) {
            for (long target = Math.round(times.at(t) * dimension); done < target; done++) {
                samples.fillGaussian(x);
                CommitteeKernels.fields(rows, x, 1 / Math.sqrt(dimension), fields);
                double label =
                        learning.noiseVariance() == 0 ? 0 : Math.sqrt(learning.noiseVariance()) * noise.nextGaussian();
                learn(fields, readout, label, factors);
                CommitteeKernels.move(rows, x, factors, start.students());
            }
            result.add(measure(rows, readout));
        }
        return result;
    }

    /** The factors of x in (1) of the rule, with the old readouts, and the new readouts. */
    private void learn(double[] fields, double[] readout, double label, double[] factors) {
        CommitteeUnit unit = learning.unit();
        double delta = -label;
        for (int j = 0; j < fields.length; j++) {
            double weight = j < readout.length ? readout[j] : -start.teacherReadout(j - readout.length);
            delta += weight * unit.value(fields[j]);
        }
        for (int i = 0; i < readout.length; i++) {
            factors[i] =
                    -learning.learningRate() / Math.sqrt(dimension) * readout[i] * delta * unit.derivative(fields[i]);
        }
        for (int i = 0; i < readout.length; i++) {
            readout[i] -= learning.readoutLearningRate() / dimension * delta * unit.value(fields[i]);
        }
    }

    private double[] weights(RandomStream random) {
        int size = start.size();
        double[][] basis = new double[size][dimension];
        for (int i = 0; i < size; i++) {
            random.fillGaussian(basis[i]);
            for (int pass = 0; pass < 2; pass++) { // the second removes what rounding left
                for (int j = 0; j < i; j++) {
                    subtractProjection(basis[i], basis[j]);
                }
            }
            double norm = 0;
            for (double entry : basis[i]) {
                norm += entry * entry;
            }
            for (int a = 0; a < dimension; a++) {
                basis[i][a] *= Math.sqrt(dimension / norm);
            }
        }
        double[] rows = new double[size * dimension];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                for (int a = 0; a < dimension; a++) {
                    rows[i * dimension + a] += root[i * size + j] * basis[j][a];
                }
            }
        }
        return rows;
    }

    /** vector -= (vector·direction/N) direction, where |direction|² = N. */
    private static void subtractProjection(double[] vector, double[] direction) {
        double product = 0;
        for (int a = 0; a < vector.length; a++) {
            product += vector[a] * direction[a];
        }
        for (int a = 0; a < vector.length; a++) {
            vector[a] -= product / vector.length * direction[a];
        }
    }

    private OrderParameters measure(double[] rows, double[] readout) {
        int size = start.size();
        double[] covariance = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double overlap = CommitteeKernels.overlap(rows, dimension, i, j);
                covariance[i * size + j] = overlap;
                covariance[j * size + i] = overlap;
            }
        }
        return new OrderParameters(
                start.students(), start.teachers(), covariance, readout.clone(), start.teacherReadouts());
    }
}

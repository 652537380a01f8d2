package meanfield.ntk.experiments;

import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * Size of a kernel's deviations over networks, in units of ‖K‖_F.
 *
 * <pre>
 *   relativeError = √((1/M) Σ_m ‖K̂_m - K‖_F²)/‖K‖_F                                                             (1)
 *   bias²         = ‖(1/M) Σ_m D_m‖_F² - (1/M) tr Ĉ,   all over ‖K‖_F²                                          (2)
 *   Var bias²     = (4 d̄ᵀĈ d̄)/M + 2 tr Ĉ²/M²                                                                    (3)
 * </pre>
 *
 * D_m are the quiet deviations with mean d̄ and sample covariance Ĉ; the second term of (2) removes the sampling noise
 * from the square, so that (2) is unbiased. Where the square comes out negative the bias is 0: not resolved.
 */
public final class DeviationStatistics {
    private DeviationStatistics() {}

    /** Entries of the lower triangle over ‖K‖_F, off-diagonal ones times √2: a vector of the same norm. */
    public static double[] vector(DMatrixRMaj matrix, double norm) {
        int p = matrix.numRows;
        double[] result = new double[p * (p + 1) / 2];
        int at = 0;
        for (int i = 0; i < p; i++) {
            for (int j = 0; j <= i; j++) {
                result[at++] = matrix.get(i, j) * (i == j ? 1 : Math.sqrt(2)) / norm;
            }
        }
        return result;
    }

    /** (1) from the raw deviations. */
    public static Estimate relativeError(List<double[]> deviations) {
        double[] squares =
                deviations.stream().mapToDouble(DeviationStatistics::square).toArray();
        Estimate mean = Estimate.mean(squares);
        double root = Math.sqrt(mean.value());
        return new Estimate(root, mean.standardError() / (2 * root));
    }

    /** (2) with the error of (3) from the quiet deviations. */
    public static Estimate bias(List<double[]> deviations) {
        int count = deviations.size();
        int size = deviations.get(0).length;
        double[] mean = new double[size];
        for (double[] deviation : deviations) {
            for (int v = 0; v < size; v++) {
                mean[v] += deviation[v] / count;
            }
        }
        double[][] covariance = covariance(deviations, mean);
        double trace = 0;
        double traceOfSquare = 0;
        double quadratic = 0;
        for (int v = 0; v < size; v++) {
            trace += covariance[v][v];
            for (int w = 0; w < size; w++) {
                traceOfSquare += covariance[v][w] * covariance[v][w];
                quadratic += mean[v] * covariance[v][w] * mean[w];
            }
        }
        double squared = square(mean) - trace / count;
        double error = Math.sqrt(4 * quadratic / count + 2 * traceOfSquare / ((double) count * count));
        double bias = Math.sqrt(Math.max(0, squared));
        return new Estimate(bias, Math.min(Math.sqrt(error), error / (2 * bias)));
    }

    private static double[][] covariance(List<double[]> deviations, double[] mean) {
        int size = mean.length;
        double[][] covariance = new double[size][size];
        for (double[] deviation : deviations) {
            for (int v = 0; v < size; v++) {
                for (int w = 0; w < size; w++) {
                    covariance[v][w] += (deviation[v] - mean[v]) * (deviation[w] - mean[w]) / (deviations.size() - 1.0);
                }
            }
        }
        return covariance;
    }

    private static double square(double[] vector) {
        double sum = 0;
        for (double value : vector) {
            sum += value * value;
        }
        return sum;
    }
}

package meanfield.core.check;

import org.ejml.data.DMatrixRMaj;

/** The worst error so far and how many cases were looked at. A missing number is the worst of all. */
final class Worst {
    private double error;
    private long cases;

    void add(double value) {
        cases++;
        error = Double.isNaN(value) || Double.isNaN(error) ? Double.NaN : Math.max(error, value);
    }

    /** max |A - B| ij / (r_i c_j): errors of products in units of the lengths that were multiplied. */
    void addProduct(DMatrixRMaj actual, DMatrixRMaj expected, double[] rows, double[] columns) {
        if (actual.numRows != expected.numRows || actual.numCols != expected.numCols) {
            add(Double.NaN);
            return;
        }
        double worst = 0;
        for (int i = 0; i < actual.numRows; i++) {
            for (int j = 0; j < actual.numCols; j++) {
                double difference = Math.abs(actual.get(i, j) - expected.get(i, j));
                double unit = rows[i] * columns[j];
                double relative = difference == 0 ? 0 : difference / unit;
                worst = Double.isNaN(relative) ? Double.NaN : Math.max(worst, relative);
                if (Double.isNaN(worst)) {
                    add(Double.NaN);
                    return;
                }
            }
        }
        add(worst);
    }

    CheckResult against(String subject, double bound) {
        return CheckResult.error(subject, cases, error, bound);
    }
}

package meanfield.approximation.trained;

import java.util.function.DoubleUnaryOperator;
import meanfield.approximation.splines.UniformSplines;
import meanfield.approximation.target.ScalarField;
import meanfield.core.Require;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The functions of one variable that trained networks are compared on, on [-1, 1]: training points, test points, second derivative.
 *
 * <pre>
 *   SIN3PI sin 3πx · RUNGE 1/(1+25x²) · STEPISH tanh 20x                                                     (1)
 *   train at the 400 midpoints of equal cells, test at 4,001 equispaced points; L² = √(2 mean e²) there
 * </pre>
 */
public enum FitProblem {
    /** sin 3πx. */
    SIN3PI(x -> Math.sin(3 * Math.PI * x), x -> -9 * Math.PI * Math.PI * Math.sin(3 * Math.PI * x)),
    /** 1/(1 + 25x²). */
    RUNGE(x -> 1 / (1 + 25 * x * x), x -> (3750 * x * x - 50) / Math.pow(1 + 25 * x * x, 3)),
    /** tanh 20x. */
    STEPISH(x -> Math.tanh(20 * x), x -> {
        double t = Math.tanh(20 * x);
        return -800 * t * (1 - t * t);
    });

    private static final int TRAINING = 400;
    private static final int TESTS = 4000;

    private final DoubleUnaryOperator function;
    private final DoubleUnaryOperator secondDerivative;

    FitProblem(DoubleUnaryOperator function, DoubleUnaryOperator secondDerivative) {
        this.function = function;
        this.secondDerivative = secondDerivative;
    }

    /** f(x). */
    public double value(double x) {
        return function.applyAsDouble(x);
    }

    /** The training points, one a row. */
    public double[][] inputs() {
        double[][] x = new double[TRAINING][1];
        for (int i = 0; i < TRAINING; i++) {
            x[i][0] = -1 + (2 * i + 1.0) / TRAINING;
        }
        return x;
    }

    /** f at the training points. */
    public double[] targets() {
        double[] y = new double[TRAINING];
        for (int i = 0; i < TRAINING; i++) {
            y[i] = value(-1 + (2 * i + 1.0) / TRAINING);
        }
        return y;
    }

    /** Best free-knot lines. */
    public FreeKnotLine freeKnots() {
        return FreeKnotLine.of(secondDerivative, -1, 1);
    }

    /** L² and sup error at the test points. */
    public double[] errors(ScalarField network) {
        Require.present("network", network);
        double squares = 0;
        double largest = 0;
        double[] x = new double[1];
        for (int i = 0; i <= TESTS; i++) {
            x[0] = -1 + 2.0 * i / TESTS;
            double error = Math.abs(network.value(x) - value(x[0]));
            squares += 2 * error * error / (TESTS + 1);
            largest = Math.max(largest, error);
            if (Double.isNaN(error)) {
                return new double[] {Double.NaN, Double.NaN};
            }
        }
        return new double[] {Math.sqrt(squares), largest};
    }

    /**
     * L² and sup error of the cubic spline of P coefficients on equal cells, fitted to the test points by least squares: a linear
     * baseline with as many parameters.
     */
    public double[] splineErrors(int parameters) {
        Require.that(parameters >= 5 && parameters <= 400, "parameters", "be in [5, 400]", parameters);
        UniformSplines splines = UniformSplines.onSymmetricInterval(parameters - 3, 3);
        DMatrixRMaj design = new DMatrixRMaj(TESTS + 1, parameters);
        DMatrixRMaj values = new DMatrixRMaj(TESTS + 1, 1);
        for (int i = 0; i <= TESTS; i++) {
            double x = -1 + 2.0 * i / TESTS;
            double[] basis = splines.values(x);
            for (int j = 0; j < parameters; j++) {
                design.set(i, j, basis[j]);
            }
            values.set(i, 0, value(x));
        }
        DMatrixRMaj coefficients = new DMatrixRMaj(parameters, 1);
        Require.that(CommonOps_DDRM.solve(design, values, coefficients), "spline", "be determined", parameters);
        return errors(x -> {
            double[] basis = splines.values(x[0]);
            double sum = 0;
            for (int j = 0; j < parameters; j++) {
                sum += coefficients.get(j, 0) * basis[j];
            }
            return sum;
        });
    }

    /** Sup error of the interpolant that is linear between P equispaced points, at the test points. */
    public double uniformInterpolation(int points) {
        Require.atLeast("points", points, 2);
        int cells = points - 1;
        return errors(x -> {
            double u = 0.5 * (x[0] + 1) * cells;
            int j = Math.max(0, Math.min(cells - 1, (int) u));
            double left = value(-1 + 2.0 * j / cells);
            double right = value(-1 + 2.0 * (j + 1) / cells);
            return left + (u - j) * (right - left);
        })[1];
    }
}

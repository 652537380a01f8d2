package meanfield.core.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import meanfield.core.pairs.PairFactor;
import meanfield.core.pairs.PairInputs;
import meanfield.core.pairs.PairProblem;
import meanfield.core.pairs.PairStep;
import meanfield.core.random.RandomStream;
import org.ejml.data.DMatrixRMaj;

/** Programs of every kind of step, with values of single inputs drawn from the ranges that networks give them. */
enum PairPrograms {
    /** Depth 10 without biases. */
    RELU("ReLU, depth 10") {
        @Override
        List<PairStep> steps(Draw draw) {
            return deep(10, 0);
        }
    },
    /** Slope on both sides, and the absolute value. */
    LEAKY("leaky ReLU and |x|, depth 6") {
        @Override
        List<PairStep> steps(Draw draw) {
            List<PairStep> steps = new ArrayList<>(deep(3, 0.3));
            steps.addAll(deep(3, -1));
            return steps;
        }
    },
    /** Depth 4 with biases, in the general form of dense layers. */
    BIASED("ReLU with biases, depth 4") {
        @Override
        List<PairStep> steps(Draw draw) {
            List<PairStep> steps = new ArrayList<>();
            for (int l = 0; l < 4; l++) {
                steps.add(new PairStep.Rectifier(0));
                steps.addAll(dense(draw));
            }
            return steps;
        }
    },
    /** The error function, twice. */
    ERF("erf, depth 2") {
        @Override
        List<PairStep> steps(Draw draw) {
            List<PairStep> steps = new ArrayList<>();
            for (int l = 0; l < 2; l++) {
                PairFactor weight = draw.factor(0.4, 0.95);
                PairFactor bias = map(weight, a -> Math.sqrt((1 - a) * (1 + a)));
                PairFactor value = map(weight, a -> 1 / Math.sqrt(Math.asin(a * a)));
                steps.add(new PairStep.ErrorFunction(weight, bias, value, draw.factor(0.3, 0.8)));
                steps.addAll(dense(draw));
            }
            return steps;
        }
    },
    /** One step in the angle. */
    ZONAL("zonal, 31 coefficients") {
        @Override
        List<PairStep> steps(Draw draw) {
            double[] nngp = arcCosine(31, true);
            return List.of(new PairStep.Zonal(nngp, arcCosine(31, false), 3));
        }
    };

    private final String label;

    PairPrograms(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    abstract List<PairStep> steps(Draw draw);

    /** Values of single inputs; those of a symmetric problem are the same on both sides. */
    record Draw(int rows, int columns, boolean symmetric, RandomStream random) {
        PairFactor factor(double low, double high) {
            double[] left = values(rows, low, high);
            return new PairFactor(left, symmetric ? left : values(columns, low, high));
        }

        double[] values(int size, double low, double high) {
            double[] values = new double[size];
            for (int i = 0; i < size; i++) {
                values[i] = low + (high - low) * random.nextDouble();
            }
            return values;
        }

        PairInputs inputs(DMatrixRMaj matrix) {
            double[] inverse = CheckInputs.rowNorms(matrix);
            for (int i = 0; i < inverse.length; i++) {
                inverse[i] = inverse[i] == 0 ? 0 : 1 / inverse[i];
            }
            return new PairInputs(matrix, inverse, values(matrix.numRows, 0.5, 2), values(matrix.numRows, 0.5, 2));
        }
    }

    /** This program for a matrix with itself. */
    PairProblem symmetric(DMatrixRMaj x, RandomStream random) {
        Draw draw = new Draw(x.numRows, x.numRows, true, random);
        PairInputs inputs = draw.inputs(x);
        return new PairProblem(inputs, inputs, steps(draw));
    }

    /** This program for two matrices. */
    PairProblem rectangular(DMatrixRMaj x, DMatrixRMaj y, RandomStream random) {
        Draw draw = new Draw(x.numRows, y.numRows, false, random);
        return new PairProblem(draw.inputs(x), draw.inputs(y), steps(draw));
    }

    /** Layers of a homogeneous activation without biases. */
    static List<PairStep> deep(int depth, double mixing) {
        List<PairStep> steps = new ArrayList<>();
        for (int l = 0; l < depth; l++) {
            steps.add(new PairStep.Rectifier(mixing));
            steps.add(new PairStep.AddCorrelation());
        }
        return steps;
    }

    private static List<PairStep> dense(Draw draw) {
        PairFactor weight = draw.factor(0.7, 0.99);
        PairFactor bias = map(weight, a -> Math.sqrt((1 - a) * (1 + a)));
        return List.of(
                new PairStep.Affine(weight, bias, Optional.empty()),
                new PairStep.Tangent(draw.factor(0.8, 1.2), draw.factor(0.5, 0.9), Optional.of(draw.factor(0.1, 0.3))));
    }

    private static PairFactor map(PairFactor factor, java.util.function.DoubleUnaryOperator function) {
        double[] rows = java.util.Arrays.stream(factor.rows()).map(function).toArray();
        return new PairFactor(
                rows,
                factor.columns() == factor.rows()
                        ? rows
                        : java.util.Arrays.stream(factor.columns())
                                .map(function)
                                .toArray());
    }

    /** Chebyshev coefficients in 2θ/π - 1 of (sin θ + (π - θ) cos θ)/π, or of (π - θ)/π. */
    private static double[] arcCosine(int size, boolean value) {
        int nodes = 4 * size;
        double[] coefficients = new double[size];
        for (int j = 0; j < nodes; j++) {
            double phase = Math.PI * (j + 0.5) / nodes;
            double theta = 0.5 * Math.PI * (Math.cos(phase) + 1);
            double rest = (Math.PI - theta) / Math.PI;
            double f = value ? Math.sin(theta) / Math.PI + rest * Math.cos(theta) : rest;
            for (int k = 0; k < size; k++) {
                coefficients[k] += (k == 0 ? 1.0 : 2.0) / nodes * f * Math.cos(k * phase);
            }
        }
        return coefficients;
    }
}

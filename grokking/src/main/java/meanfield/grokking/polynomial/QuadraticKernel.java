package meanfield.grokking.polynomial;

import org.ejml.data.DMatrixRMaj;

/**
 * Tangent kernel of the quadratic network, and what of it changes in training, over all inputs in closed form.
 *
 * <pre>
 *   K(x, x') = (N/α²) ∂f(x)·∂f(x') = u [1 + ε w̄·(x + x') + ε² xᵀ M x'],   u = x·x'                               (1)
 *   E k² = a²/D + 2 ε² |v|² (D+2)/D³ + ε⁴ [(D+6)|A|_F² + 2 (tr A)²]/D⁴,   k = u [a + ε v·(x + x') + ε² xᵀ A x']    (2)
 *   distance² = E (K_t - K_0)²/E K_0²,   (2) with (a, v, A) = (0, δw̄, δM) over (1, w̄_0, M_0)                     (3)
 *   targetAlignment = E y_c K y_c'/(√(E K_c²) E y_c²),   E y_c K y_c' = ε² |β|² βᵀMβ/D⁴                           (4)
 *   featureAlignment = βᵀ δM β/(|δM|_F |β|²)                                                                     (5)
 * </pre>
 *
 * E is over independent x, x' ~ N(0, I/D): the limit of many test inputs, in which diagonal entries carry no weight.
 * (4) is the centred kernel-target alignment; K_c subtracts the means over either argument. (5) asks only how much of what
 * was <em>learned</em> points along the target; it is 0 where nothing was learned. (1) is of α = any: the kernel of f
 * itself is α²/N times it. Costs D² operations. Sources: [Kumar2024], [Cortes2012] for (4); (2) and (4) derived here.
 */
public final class QuadraticKernel {
    private final double epsilon;
    private final WeightMoments moments;

    private QuadraticKernel(double epsilon, WeightMoments moments) {
        this.epsilon = epsilon;
        this.moments = moments;
    }

    /** The kernel at these moments. */
    public static QuadraticKernel of(QuadraticNetwork network, WeightMoments moments) {
        return new QuadraticKernel(network.epsilon(), moments);
    }

    /** (1) between the data's inputs, P × P. */
    public DMatrixRMaj gram(PolynomialData data) {
        int dimension = data.inputDimension();
        DMatrixRMaj gram = new DMatrixRMaj(data.size(), data.size());
        for (int m = 0; m < data.size(); m++) {
            for (int n = 0; n <= m; n++) {
                double value = value(data.inputs(), m * dimension, n * dimension);
                gram.set(m, n, value);
                gram.set(n, m, value);
            }
        }
        return gram;
    }

    private double value(double[] inputs, int first, int second) {
        int dimension = moments.inputDimension();
        double u = 0;
        double linear = 0;
        double form = 0;
        for (int a = 0; a < dimension; a++) {
            double x = inputs[first + a];
            u += x * inputs[second + a];
            linear += moments.mean()[a] * (x + inputs[second + a]);
            double row = 0;
            for (int b = 0; b < dimension; b++) {
                row += moments.second()[a * dimension + b] * inputs[second + b];
            }
            form += x * row;
        }
        return u * (1 + epsilon * linear + epsilon * epsilon * form);
    }

    /** (2) for the kernel itself: E K². */
    public double meanSquare() {
        return meanSquare(1, moments);
    }

    private double meanSquare(double constant, WeightMoments part) {
        double d = part.inputDimension();
        double e2 = epsilon * epsilon;
        double trace = part.trace();
        return constant * constant / d
                + 2 * e2 * part.squaredMean() * (d + 2) / (d * d * d)
                + e2 * e2 * ((d + 6) * part.squaredNorm() + 2 * trace * trace) / (d * d * d * d);
    }

    /** (3) to the kernel at the start. */
    public double distance(QuadraticKernel start) {
        return distance(start.meanSquare(), moments.minus(start.moments));
    }

    /** (3) where the difference of the moments is known already. */
    double distance(double startMeanSquare, WeightMoments change) {
        return Math.sqrt(meanSquare(0, change) / startMeanSquare);
    }

    /** (4); target is β. */
    public double targetAlignment(double[] target) {
        return targetAlignment(target, moments.form(target));
    }

    /** (4) where βᵀMβ is known already. */
    double targetAlignment(double[] target, double form) {
        double d = moments.inputDimension();
        double e2 = epsilon * epsilon;
        double trace = moments.trace();
        double norm = squared(target);
        double rowMean = e2 * moments.squaredMean() / (d * d * d)
                + e2 * e2 * (trace * trace + 2 * moments.squaredNorm()) / (d * d * d * d);
        double grandMean = e2 * trace / (d * d);
        double centred = meanSquare() - 2 * rowMean + grandMean * grandMean;
        double labelVariance = 0.5 * norm * norm / (d * d);
        return e2 * norm * form / (d * d * d * d) / (Math.sqrt(centred) * labelVariance);
    }

    /** (5) of a change of the moments; 0 where nothing changed. */
    public static double featureAlignment(WeightMoments change, double[] target) {
        double norm = Math.sqrt(change.squaredNorm());
        return norm == 0 ? 0 : change.form(target) / (norm * squared(target));
    }

    private static double squared(double[] vector) {
        double sum = 0;
        for (double value : vector) {
            sum += value * value;
        }
        return sum;
    }
}

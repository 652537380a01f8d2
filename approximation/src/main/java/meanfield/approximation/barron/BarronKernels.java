package meanfield.approximation.barron;

/** Inner products of features: primitives in and out, nothing allocated, nothing checked. */
final class BarronKernels {
    private BarronKernels() {}

    /** ½ (exp(-|w-v|²/2) + exp(-|w+v|²/2)). */
    static double gaussianCosines(double[] w, double[] v) {
        double minus = 0;
        double plus = 0;
        for (int k = 0; k < w.length; k++) {
            double difference = w[k] - v[k];
            double sum = w[k] + v[k];
            minus += difference * difference;
            plus += sum * sum;
        }
        return 0.5 * (Math.exp(-0.5 * minus) + Math.exp(-0.5 * plus));
    }

    /** ½ Re(Π χ(w_k - v_k) + Π χ(w_k + v_k)), χ(u) = ∫_0^1 e^{iux} dx = e^{iu/2} sinc(u/2). */
    static double cubeCosines(double[] w, double[] v) {
        double minusSize = 1;
        double minusPhase = 0;
        double plusSize = 1;
        double plusPhase = 0;
        for (int k = 0; k < w.length; k++) {
            double difference = 0.5 * (w[k] - v[k]);
            double sum = 0.5 * (w[k] + v[k]);
            minusSize *= sinc(difference);
            plusSize *= sinc(sum);
            minusPhase += difference;
            plusPhase += sum;
        }
        return 0.5 * (minusSize * Math.cos(minusPhase) + plusSize * Math.cos(plusPhase));
    }

    private static double sinc(double u) {
        return Math.abs(u) < 1e-4 ? 1 - u * u / 6 : Math.sin(u) / u;
    }

    /** E (w·x)₊(v·x)₊ over the sphere S^{d-1}, |w| = |v| = 1: (sin θ + (π-θ) cos θ)/(2πd). */
    static double sphereRamps(double[] w, double[] v) {
        double c = 0;
        double gap = 0;
        for (int k = 0; k < w.length; k++) {
            c += w[k] * v[k];
            gap += (w[k] - v[k]) * (w[k] - v[k]);
        }
        double half = Math.asin(Math.min(1, 0.5 * Math.sqrt(gap)));
        double angle = 2 * half;
        return (Math.sin(angle) + (Math.PI - angle) * c) / (2 * Math.PI * w.length);
    }

    /** P_k(t), the Gegenbauer polynomial of S^{d-1} with P_k(1) = 1: (j+d-2) P_{j+1} = (2j+d-2) t P_j - j P_{j-1}. */
    static double gegenbauer(int degree, int dimension, double t) {
        double before = 0;
        double value = 1;
        for (int j = 0; j < degree; j++) {
            // d = 2 starts with P_1 = t: the recurrence has 0/0 there.
            double next = j == 0 ? t : ((2 * j + dimension - 2) * t * value - j * before) / (j + dimension - 2);
            before = value;
            value = next;
        }
        return value;
    }
}

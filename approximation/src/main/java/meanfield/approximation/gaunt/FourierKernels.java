package meanfield.approximation.gaunt;

/** The fast Fourier transform of power-of-two length. */
final class FourierKernels {
    private FourierKernels() {}

    /** The smallest power of two that is not below n. */
    static int powerOfTwo(int n) {
        int power = 1;
        while (power < n) {
            power *= 2;
        }
        return power;
    }

    /** X_k = Σ_j x_j e^{sign 2πi jk/n} in place, sign = ±1, without a factor. */
    static void transform(double[] re, double[] im, int sign) {
        int n = re.length;
        for (int i = 1, j = 0; i < n; i++) { // bits reversed
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                double r = re[i];
                re[i] = re[j];
                re[j] = r;
                double s = im[i];
                im[i] = im[j];
                im[j] = s;
            }
        }
        for (int half = 1; half < n; half *= 2) {
            for (int k = 0; k < half; k++) {
                double angle = sign * Math.PI * k / half;
                double c = Math.cos(angle);
                double s = Math.sin(angle);
                for (int top = k; top < n; top += 2 * half) {
                    int low = top + half;
                    double r = re[low] * c - im[low] * s;
                    double t = re[low] * s + im[low] * c;
                    re[low] = re[top] - r;
                    im[low] = im[top] - t;
                    re[top] += r;
                    im[top] += t;
                }
            }
        }
    }

    /** The transform of both indices of a square array. */
    static void transform(double[][] re, double[][] im, int sign) {
        int n = re.length;
        for (int i = 0; i < n; i++) {
            transform(re[i], im[i], sign);
        }
        double[] r = new double[n];
        double[] s = new double[n];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                r[i] = re[i][j];
                s[i] = im[i][j];
            }
            transform(r, s, sign);
            for (int i = 0; i < n; i++) {
                re[i][j] = r[i];
                im[i][j] = s[i];
            }
        }
    }

    /** P̄_{lm}(θ) for m ≤ l ≤ L at [l][m], orthonormal on the sphere, sin^m θ with its sign, no Condon-Shortley sign. */
    static double[][] legendre(int degree, double theta) {
        double[][] p = new double[degree + 1][degree + 1];
        double c = Math.cos(theta);
        double s = Math.sin(theta);
        p[0][0] = Math.sqrt(1 / (4 * Math.PI));
        for (int m = 1; m <= degree; m++) {
            p[m][m] = Math.sqrt((2.0 * m + 1) / (2.0 * m)) * s * p[m - 1][m - 1];
        }
        for (int m = 0; m < degree; m++) {
            p[m + 1][m] = Math.sqrt(2.0 * m + 3) * c * p[m][m];
            for (int l = m + 2; l <= degree; l++) {
                double square = (double) l * l;
                double a = Math.sqrt((4 * square - 1) / (square - (double) m * m));
                double before = l - 1.0;
                double b = Math.sqrt((before * before - (double) m * m) / (4 * before * before - 1));
                p[l][m] = a * (c * p[l - 1][m] - b * p[l - 2][m]);
            }
        }
        return p;
    }
}

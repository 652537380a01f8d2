package meanfield.core.activation;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import meanfield.core.Require;
import meanfield.core.activation.dual.HomogeneousDuals;
import meanfield.core.activation.dual.PolynomialDuals;
import meanfield.core.activation.dual.SmoothDuals;

/** The activations with parameters, one record each; all but {@link Swish}, {@link Elu} and {@link Clipped} have closed-form duals. */
public sealed interface ParameterizedActivation extends Activation, Serializable {
    /** a min(x, 0) + b max(x, 0): ReLU (0, 1), leaky ReLU (α, 1), |x| (-1, 1), identity (1, 1). */
    record PiecewiseLinear(double negativeSlope, double positiveSlope) implements ParameterizedActivation {
        /** Both slopes finite. */
        public PiecewiseLinear {
            Require.finite("negativeSlope", negativeSlope);
            Require.finite("positiveSlope", positiveSlope);
        }

        @Override
        public String label() {
            return "piecewise-linear(" + negativeSlope + ", " + positiveSlope + ")";
        }

        @Override
        public double value(double x) {
            return x < 0 ? negativeSlope * x : positiveSlope * x;
        }

        @Override
        public double derivative(double x) {
            return x < 0 ? negativeSlope : x > 0 ? positiveSlope : 0.5 * (negativeSlope + positiveSlope);
        }

        @Override
        public double secondDerivative(double x) {
            return 0;
        }

        @Override
        public double[] kinks() {
            return negativeSlope == positiveSlope ? new double[0] : new double[] {0};
        }

        @Override
        public OptionalDouble homogeneity() {
            return OptionalDouble.of(1);
        }

        @Override
        public Optional<DualActivation> closedFormDual() {
            return Optional.of(new HomogeneousDuals.PiecewiseLinear(negativeSlope, positiveSlope));
        }
    }

    /**
     * [x ≥ 0] x^n.
     *
     * @param degree n from 0 (a step, whose derivative is taken as 0) to 100
     */
    record RectifiedMonomial(int degree) implements ParameterizedActivation {
        /** Degree in [0, 100]. */
        public RectifiedMonomial {
            Require.inRange("degree", degree, 0, 100);
        }

        @Override
        public String label() {
            return "rectified-monomial(" + degree + ")";
        }

        @Override
        public double value(double x) {
            return x >= 0 ? Math.pow(x, degree) : 0;
        }

        @Override
        public double derivative(double x) {
            if (degree == 0) {
                return 0;
            }
            return x > 0 ? degree * Math.pow(x, degree - 1) : x == 0 && degree == 1 ? 0.5 : 0;
        }

        @Override
        public double secondDerivative(double x) {
            if (degree < 2) {
                return 0;
            }
            double power = degree * (degree - 1.0);
            return x > 0 ? power * Math.pow(x, degree - 2) : x == 0 && degree == 2 ? 0.5 * power : 0;
        }

        @Override
        public double thirdDerivative(double x) {
            if (degree < 3) {
                return 0;
            }
            double power = degree * (degree - 1.0) * (degree - 2.0);
            return x > 0 ? power * Math.pow(x, degree - 3) : x == 0 && degree == 3 ? 0.5 * power : 0;
        }

        @Override
        public double[] kinks() {
            return new double[] {0};
        }

        @Override
        public OptionalDouble homogeneity() {
            return OptionalDouble.of(degree);
        }

        @Override
        public Optional<DualActivation> closedFormDual() {
            return Optional.of(new HomogeneousDuals.RectifiedMonomial(degree));
        }
    }

    /** a erf(bx) + c. */
    record ScaledErf(double amplitude, double frequency, double offset)
            implements ParameterizedActivation, SmoothFormulas.ScaledErf {
        /** All finite. */
        public ScaledErf {
            Require.finite("amplitude", amplitude);
            Require.finite("frequency", frequency);
            Require.finite("offset", offset);
        }

        @Override
        public String label() {
            return "erf(" + amplitude + ", " + frequency + ", " + offset + ")";
        }

        @Override
        public Optional<DualActivation> closedFormDual() {
            return Optional.of(new SmoothDuals.Erf(amplitude, frequency, offset));
        }
    }

    /** a sin(bx + c). */
    record Sine(double amplitude, double frequency, double phase)
            implements ParameterizedActivation, SmoothFormulas.Sine {
        /** All finite. */
        public Sine {
            Require.finite("amplitude", amplitude);
            Require.finite("frequency", frequency);
            Require.finite("phase", phase);
        }

        @Override
        public String label() {
            return "sin(" + amplitude + ", " + frequency + ", " + phase + ")";
        }

        @Override
        public Optional<DualActivation> closedFormDual() {
            double c = Math.cos(phase);
            double s = Math.sin(phase);
            return Optional.of(new SmoothDuals.Sinusoid(amplitude, frequency, c * c, s * s));
        }
    }

    /** a cos(bx + c). */
    record Cosine(double amplitude, double frequency, double phase)
            implements ParameterizedActivation, SmoothFormulas.Cosine {
        /** All finite. */
        public Cosine {
            Require.finite("amplitude", amplitude);
            Require.finite("frequency", frequency);
            Require.finite("phase", phase);
        }

        @Override
        public String label() {
            return "cos(" + amplitude + ", " + frequency + ", " + phase + ")";
        }

        @Override
        public Optional<DualActivation> closedFormDual() {
            double c = Math.cos(phase);
            double s = Math.sin(phase);
            return Optional.of(new SmoothDuals.Sinusoid(amplitude, frequency, s * s, c * c));
        }
    }

    /** √2 sin(√(2γ) x + π/4), whose dual is the Gaussian kernel exp(-γ|x - x′|²). */
    record Rbf(double gamma) implements ParameterizedActivation, SmoothFormulas.Rbf {
        /** γ &gt; 0. */
        public Rbf {
            Require.positive("gamma", gamma);
        }

        @Override
        public String label() {
            return "rbf(" + gamma + ")";
        }

        @Override
        public Optional<DualActivation> closedFormDual() {
            return Optional.of(new SmoothDuals.Rbf(gamma));
        }
    }

    /** a exp(bx²), b &lt; 0. */
    record Gaussian(double amplitude, double exponent) implements ParameterizedActivation, SmoothFormulas.Gaussian {
        /** Exponent negative: otherwise the average over a wide Gaussian diverges. */
        public Gaussian {
            Require.finite("amplitude", amplitude);
            Require.that(Double.isFinite(exponent) && exponent < 0, "exponent", "be finite and < 0", exponent);
        }

        @Override
        public String label() {
            return "gaussian(" + amplitude + ", " + exponent + ")";
        }

        @Override
        public Optional<DualActivation> closedFormDual() {
            return Optional.of(new SmoothDuals.Gaussian(amplitude, exponent));
        }
    }

    /** a exp(bx). */
    record Exponential(double amplitude, double rate) implements ParameterizedActivation, SmoothFormulas.Exponential {
        /** Both finite. */
        public Exponential {
            Require.finite("amplitude", amplitude);
            Require.finite("rate", rate);
        }

        @Override
        public String label() {
            return "exp(" + amplitude + ", " + rate + ")";
        }

        @Override
        public Optional<DualActivation> closedFormDual() {
            return Optional.of(new SmoothDuals.Exponential(amplitude, rate));
        }
    }

    /**
     * Σ_i a_i x^i.
     *
     * @param coefficients a_0, a_1, …, at most 60 of them; copied in and out
     */
    record Polynomial(double... coefficients) implements ParameterizedActivation {
        /** At least one coefficient, all finite. */
        public Polynomial {
            Require.present("coefficients", coefficients);
            Require.inRange("number of coefficients", coefficients.length, 1, 60);
            coefficients = coefficients.clone();
            for (double coefficient : coefficients) {
                Require.finite("coefficient", coefficient);
            }
        }

        /** x^n, n in [0, 59]. */
        public static Polynomial monomial(int degree) {
            Require.inRange("degree", degree, 0, 59);
            double[] coefficients = new double[degree + 1];
            coefficients[degree] = 1;
            return new Polynomial(coefficients);
        }

        @Override
        public double[] coefficients() {
            return coefficients.clone();
        }

        @Override
        public String label() {
            return "polynomial"
                    + Arrays.toString(coefficients).replace('[', '(').replace(']', ')');
        }

        @Override
        public double value(double x) {
            return PolynomialDuals.horner(coefficients, x);
        }

        @Override
        public double derivative(double x) {
            return PolynomialDuals.hornerDerivative(coefficients, x);
        }

        @Override
        public double secondDerivative(double x) {
            double sum = 0;
            for (int i = coefficients.length - 1; i >= 2; i--) {
                sum = sum * x + i * (i - 1.0) * coefficients[i];
            }
            return sum;
        }

        @Override
        public double thirdDerivative(double x) {
            double sum = 0;
            for (int i = coefficients.length - 1; i >= 3; i--) {
                sum = sum * x + i * (i - 1.0) * (i - 2.0) * coefficients[i];
            }
            return sum;
        }

        @Override
        public OptionalDouble homogeneity() {
            int degree = coefficients.length - 1;
            for (int i = 0; i < degree; i++) {
                if (coefficients[i] != 0) {
                    return OptionalDouble.empty();
                }
            }
            return OptionalDouble.of(degree);
        }

        @Override
        public Optional<DualActivation> closedFormDual() {
            return Optional.of(new PolynomialDuals.Power(coefficients));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Polynomial that && Arrays.equals(coefficients, that.coefficients);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(coefficients);
        }
    }

    /**
     * He_n(x)/√(n!), the orthonormal probabilists' Hermite polynomial. Its dual is k^n at p = q = 1, the textbook form;
     * at other variances it is a polynomial in p, q and k, which {@link DualActivation#of} evaluates exactly.
     *
     * @param degree n in [0, 100]
     */
    record Hermite(int degree) implements ParameterizedActivation {
        /** Degree in [0, 100]. */
        public Hermite {
            Require.inRange("degree", degree, 0, 100);
        }

        @Override
        public String label() {
            return "hermite(" + degree + ")";
        }

        @Override
        public double value(double x) {
            return PolynomialDuals.orthonormalHermite(degree, x);
        }

        @Override
        public double derivative(double x) {
            return degree == 0 ? 0 : Math.sqrt(degree) * PolynomialDuals.orthonormalHermite(degree - 1, x);
        }

        @Override
        public double secondDerivative(double x) {
            return degree < 2
                    ? 0
                    : Math.sqrt(degree * (degree - 1.0)) * PolynomialDuals.orthonormalHermite(degree - 2, x);
        }

        @Override
        public double thirdDerivative(double x) {
            double power = degree * (degree - 1.0) * (degree - 2.0);
            return degree < 3 ? 0 : Math.sqrt(power) * PolynomialDuals.orthonormalHermite(degree - 3, x);
        }

        @Override
        public Optional<DualActivation> closedFormDual() {
            return Optional.of(new PolynomialDuals.Hermite(degree));
        }
    }

    /** x/(1 + e^(-βx)): SiLU at β = 1, ReLU for β → ∞. */
    record Swish(double beta) implements ParameterizedActivation, SmoothFormulas.Swish {
        /** β &gt; 0. */
        public Swish {
            Require.positive("beta", beta);
        }

        @Override
        public String label() {
            return "swish(" + beta + ")";
        }

        @Override
        public double analyticStrip() {
            return Math.PI / beta;
        }

        @Override
        public Optional<Asymptotes> asymptotes() {
            return Optional.of(new Asymptotes(0, 0, 1, 0, beta));
        }
    }

    /** λx for x ≥ 0, λα(e^x - 1) below. */
    record Elu(double alpha, double scale) implements ParameterizedActivation, SmoothedActivation {
        /** Both positive. */
        public Elu {
            Require.positive("alpha", alpha);
            Require.positive("scale", scale);
        }

        @Override
        public String label() {
            return "elu(" + alpha + ", " + scale + ")";
        }

        @Override
        public double value(double x) {
            return scale * (x >= 0 ? x : alpha * Math.expm1(x));
        }

        @Override
        public double derivative(double x) {
            return scale * (x > 0 ? 1 : x < 0 ? alpha * Math.exp(x) : 0.5 * (1 + alpha));
        }

        @Override
        public double secondDerivative(double x) {
            return x > 0 ? 0 : (x < 0 ? 1 : 0.5) * scale * alpha * Math.exp(x);
        }

        @Override
        public double thirdDerivative(double x) {
            return secondDerivative(x);
        }

        @Override
        public double[] kinks() {
            return new double[] {0};
        }

        @Override
        public double smoothedValue(double mean, double width) {
            return scale * GaussianSmoothing.elu(mean, width, alpha);
        }

        @Override
        public double smoothedDerivative(double mean, double width) {
            return scale
                    * (GaussianSmoothing.step(mean, width) + alpha * GaussianSmoothing.leftExponential(mean, width));
        }
    }

    /** min(max(x, low), high): hard tanh (-1, 1), ReLU6 (0, 6). */
    record Clipped(double low, double high) implements ParameterizedActivation, SmoothedActivation {
        /** low &lt; high, both finite. */
        public Clipped {
            Require.finite("low", low);
            Require.finite("high", high);
            Require.that(low < high, "high", "be above low = " + low, high);
        }

        @Override
        public String label() {
            return "clipped(" + low + ", " + high + ")";
        }

        @Override
        public double value(double x) {
            return Math.min(Math.max(x, low), high);
        }

        @Override
        public double derivative(double x) {
            return x == low || x == high ? 0.5 : x > low && x < high ? 1 : 0;
        }

        @Override
        public double secondDerivative(double x) {
            return 0;
        }

        @Override
        public double[] kinks() {
            return new double[] {low, high};
        }

        @Override
        public double smoothedValue(double mean, double width) {
            return GaussianSmoothing.clipped(mean, width, low, high);
        }

        @Override
        public double smoothedDerivative(double mean, double width) {
            return GaussianSmoothing.step(mean - low, width) - GaussianSmoothing.step(mean - high, width);
        }
    }
}

package meanfield.core.activation;

import org.apache.commons.numbers.gamma.Erf;

/** φ, φ′, φ″ and φ‴ of the smooth records of {@link ParameterizedActivation}, from their parameters. */
final class SmoothFormulas {
    private SmoothFormulas() {}

    /** a erf(bx) + c. */
    interface ScaledErf extends Activation {
        double amplitude();

        double frequency();

        double offset();

        @Override
        default double value(double x) {
            return amplitude() * Erf.value(frequency() * x) + offset();
        }

        @Override
        default double derivative(double x) {
            double t = frequency() * x;
            return 2 / Math.sqrt(Math.PI) * amplitude() * frequency() * Math.exp(-t * t);
        }

        @Override
        default double secondDerivative(double x) {
            return -2 * frequency() * frequency() * x * derivative(x);
        }

        @Override
        default double thirdDerivative(double x) {
            return -2 * frequency() * frequency() * (derivative(x) + x * secondDerivative(x));
        }
    }

    /** a sin(bx + c). */
    interface Sine extends Activation {
        double amplitude();

        double frequency();

        double phase();

        @Override
        default double value(double x) {
            return amplitude() * Math.sin(frequency() * x + phase());
        }

        @Override
        default double derivative(double x) {
            return amplitude() * frequency() * Math.cos(frequency() * x + phase());
        }

        @Override
        default double secondDerivative(double x) {
            return -amplitude() * frequency() * frequency() * Math.sin(frequency() * x + phase());
        }

        @Override
        default double thirdDerivative(double x) {
            return -frequency() * frequency() * derivative(x);
        }
    }

    /** a cos(bx + c). */
    interface Cosine extends Activation {
        double amplitude();

        double frequency();

        double phase();

        @Override
        default double value(double x) {
            return amplitude() * Math.cos(frequency() * x + phase());
        }

        @Override
        default double derivative(double x) {
            return -amplitude() * frequency() * Math.sin(frequency() * x + phase());
        }

        @Override
        default double secondDerivative(double x) {
            return -amplitude() * frequency() * frequency() * Math.cos(frequency() * x + phase());
        }

        @Override
        default double thirdDerivative(double x) {
            return -frequency() * frequency() * derivative(x);
        }
    }

    /** √2 sin(√(2γ) x + π/4), whose dual is the Gaussian kernel exp(-γ|x - x′|²). */
    interface Rbf extends Activation {
        double gamma();

        @Override
        default double value(double x) {
            return Math.sqrt(2) * Math.sin(Math.sqrt(2 * gamma()) * x + 0.25 * Math.PI);
        }

        @Override
        default double derivative(double x) {
            return 2 * Math.sqrt(gamma()) * Math.cos(Math.sqrt(2 * gamma()) * x + 0.25 * Math.PI);
        }

        @Override
        default double secondDerivative(double x) {
            return -2 * gamma() * value(x);
        }

        @Override
        default double thirdDerivative(double x) {
            return -2 * gamma() * derivative(x);
        }
    }

    /** a exp(bx²), b &lt; 0. */
    interface Gaussian extends Activation {
        double amplitude();

        double exponent();

        @Override
        default double value(double x) {
            return amplitude() * Math.exp(exponent() * x * x);
        }

        @Override
        default double derivative(double x) {
            return 2 * amplitude() * exponent() * x * Math.exp(exponent() * x * x);
        }

        @Override
        default double secondDerivative(double x) {
            return (2 * exponent() + 4 * exponent() * exponent() * x * x) * value(x);
        }

        @Override
        default double thirdDerivative(double x) {
            return 2 * exponent() * (2 * derivative(x) + x * secondDerivative(x));
        }
    }

    /** a exp(bx). */
    interface Exponential extends Activation {
        double amplitude();

        double rate();

        @Override
        default double value(double x) {
            return amplitude() * Math.exp(rate() * x);
        }

        @Override
        default double derivative(double x) {
            return amplitude() * rate() * Math.exp(rate() * x);
        }

        @Override
        default double secondDerivative(double x) {
            return amplitude() * rate() * rate() * Math.exp(rate() * x);
        }

        @Override
        default double thirdDerivative(double x) {
            return rate() * secondDerivative(x);
        }
    }

    /** x/(1 + e^(-βx)). */
    interface Swish extends Activation {
        double beta();

        @Override
        default double value(double x) {
            return x * StandardActivation.logistic(beta() * x);
        }

        @Override
        default double derivative(double x) {
            double t = beta() * x;
            double s = StandardActivation.logistic(t);
            return s * (1 + t * StandardActivation.logistic(-t));
        }

        @Override
        default double secondDerivative(double x) {
            double t = beta() * x;
            double slope = StandardActivation.logistic(t) * StandardActivation.logistic(-t);
            return beta() * slope * (2 - t * Math.tanh(0.5 * t));
        }

        @Override
        default double thirdDerivative(double x) {
            double t = beta() * x;
            double slope = StandardActivation.logistic(t) * StandardActivation.logistic(-t);
            return beta() * beta() * slope * (t * (1 - 6 * slope) - 3 * Math.tanh(0.5 * t));
        }
    }
}

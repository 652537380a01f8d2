package meanfield.core.activation;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import meanfield.core.activation.dual.HomogeneousDuals;
import meanfield.core.activation.dual.SmoothDuals;
import org.apache.commons.numbers.gamma.Erfc;

/**
 * The activations without free parameters; those with parameters are {@link ParameterizedActivation}.
 *
 * <p>Spelled in lower case with hyphens outside Java ({@code leaky-relu}).
 */
public enum StandardActivation implements Activation {
    /** max(x, 0). */
    RELU(new ParameterizedActivation.PiecewiseLinear(0, 1)),
    /** 0.01 min(x, 0) + max(x, 0). */
    LEAKY_RELU(new ParameterizedActivation.PiecewiseLinear(0.01, 1)),
    /** |x|. */
    ABS(new ParameterizedActivation.PiecewiseLinear(-1, 1)),
    /** x. */
    LINEAR(new ParameterizedActivation.PiecewiseLinear(1, 1)),
    /** sign x, 0 at 0; derivative 0. */
    SIGN(Math::signum, x -> 0, x -> 0, x -> 0, Shape.sign()),
    /** [x ≥ 0]; derivative 0. */
    STEP(new ParameterizedActivation.RectifiedMonomial(0)),
    /** x². */
    SQUARE(ParameterizedActivation.Polynomial.monomial(2)),
    /** erf x. */
    ERF(new ParameterizedActivation.ScaledErf(1, 1, 0)),
    /** x Φ(x), Φ the normal distribution function (no tanh approximation). */
    GELU(
            x -> x * normalDistribution(x),
            x -> normalDistribution(x) + x * normalDensity(x),
            x -> (2 - x * x) * normalDensity(x),
            x -> (x * x - 4) * x * normalDensity(x),
            Shape.of(new SmoothDuals.Gelu())),
    /** sin x. */
    SIN(new ParameterizedActivation.Sine(1, 1, 0)),
    /** cos x. */
    COS(new ParameterizedActivation.Cosine(1, 1, 0)),
    /** exp(-x²) sin x. */
    GABOR(
            x -> Math.exp(-x * x) * Math.sin(x),
            x -> Math.exp(-x * x) * (Math.cos(x) - 2 * x * Math.sin(x)),
            x -> Math.exp(-x * x) * ((4 * x * x - 3) * Math.sin(x) - 4 * x * Math.cos(x)),
            x -> Math.exp(-x * x) * ((18 - 8 * x * x) * x * Math.sin(x) + (12 * x * x - 7) * Math.cos(x)),
            Shape.of(new SmoothDuals.Gabor())),
    /** tanh x. */
    TANH(
            Math::tanh,
            StandardActivation::hyperbolicSecantSquared,
            x -> -2 * Math.tanh(x) * hyperbolicSecantSquared(x),
            x -> 2 * hyperbolicSecantSquared(x) * (2 - 3 * hyperbolicSecantSquared(x)),
            Shape.analytic(0.5 * Math.PI, new Asymptotes(0, -1, 0, 1, 2))),
    /** 1/(1 + e^(-x)). */
    SIGMOID(
            StandardActivation::logistic,
            x -> logistic(x) * logistic(-x),
            StandardActivation::logisticCurvature,
            x -> logistic(x) * logistic(-x) * (1 - 6 * logistic(x) * logistic(-x)),
            Shape.analytic(Math.PI, new Asymptotes(0, 0, 0, 1, 1))),
    /** ln(1 + e^x). */
    SOFTPLUS(
            x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
            StandardActivation::logistic,
            x -> logistic(x) * logistic(-x),
            StandardActivation::logisticCurvature,
            Shape.analytic(Math.PI, new Asymptotes(0, 0, 1, 0, 1))),
    /** x/(1 + e^(-x)), also called swish. */
    SILU(new ParameterizedActivation.Swish(1)),
    /** x for x ≥ 0, e^x - 1 below. */
    ELU(new ParameterizedActivation.Elu(1, 1)),
    /** The scaled ELU with the constants of self-normalizing networks ([Klambauer2017]). */
    SELU(new ParameterizedActivation.Elu(1.6732632423543772848170429916717, 1.0507009873554804934193349852946)),
    /** x cut off at -1 and 1. */
    HARD_TANH(new ParameterizedActivation.Clipped(-1, 1)),
    /** x cut off at 0 and 6. */
    RELU6(new ParameterizedActivation.Clipped(0, 6));

    private static final double ROOT_HALF = Math.sqrt(0.5);
    private static final double DENSITY_AT_ZERO = 1 / Math.sqrt(2 * Math.PI);

    private final DoubleUnaryOperator value;
    private final DoubleUnaryOperator derivative;
    private final DoubleUnaryOperator secondDerivative;
    private final DoubleUnaryOperator thirdDerivative;
    private final Shape shape;

    StandardActivation(
            DoubleUnaryOperator value,
            DoubleUnaryOperator derivative,
            DoubleUnaryOperator secondDerivative,
            DoubleUnaryOperator thirdDerivative,
            Shape shape) {
        this.value = value;
        this.derivative = derivative;
        this.secondDerivative = secondDerivative;
        this.thirdDerivative = thirdDerivative;
        this.shape = shape;
    }

    StandardActivation(Activation same) {
        this(
                same::value,
                same::derivative,
                same::secondDerivative,
                same::thirdDerivative,
                new Shape(
                        same.closedFormDual(),
                        same.kinks(),
                        same.homogeneity(),
                        same.analyticStrip(),
                        same.asymptotes(),
                        Optional.of(same)));
    }

    /**
     * What an activation knows of itself beside its values.
     *
     * @param same the activation with parameters that this one is an instance of
     */
    private record Shape(
            Optional<DualActivation> dual,
            double[] kinks,
            OptionalDouble homogeneity,
            double strip,
            Optional<Asymptotes> asymptotes,
            Optional<Activation> same) {
        static Shape of(DualActivation dual) {
            return new Shape(
                    Optional.of(dual), new double[0], OptionalDouble.empty(), 0, Optional.empty(), Optional.empty());
        }

        static Shape analytic(double strip, Asymptotes asymptotes) {
            return new Shape(
                    Optional.empty(),
                    new double[0],
                    OptionalDouble.empty(),
                    strip,
                    Optional.of(asymptotes),
                    Optional.empty());
        }

        static Shape sign() {
            return new Shape(
                    Optional.of(new HomogeneousDuals.Sign()),
                    new double[] {0},
                    OptionalDouble.of(0),
                    0,
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /** The activation with parameters that this one is an instance of, itself where there is none. */
    Activation parameterized() {
        return shape.same.orElse(this);
    }

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public double value(double x) {
        return value.applyAsDouble(x);
    }

    @Override
    public double derivative(double x) {
        return derivative.applyAsDouble(x);
    }

    @Override
    public double secondDerivative(double x) {
        return secondDerivative.applyAsDouble(x);
    }

    @Override
    public double thirdDerivative(double x) {
        return thirdDerivative.applyAsDouble(x);
    }

    @Override
    public double[] kinks() {
        return shape.kinks.clone();
    }

    @Override
    public OptionalDouble homogeneity() {
        return shape.homogeneity;
    }

    @Override
    public double analyticStrip() {
        return shape.strip;
    }

    @Override
    public Optional<Asymptotes> asymptotes() {
        return shape.asymptotes;
    }

    @Override
    public Optional<DualActivation> closedFormDual() {
        return shape.dual;
    }

    /** 1/(1 + e^(-x)), without overflow and with full relative accuracy at both ends. */
    static double logistic(double x) {
        if (x >= 0) {
            return 1 / (1 + Math.exp(-x));
        }
        double e = Math.exp(x);
        return e / (1 + e);
    }

    /** Φ(x). */
    static double normalDistribution(double x) {
        return 0.5 * Erfc.value(-x * ROOT_HALF);
    }

    /** exp(-x²/2)/√(2π). */
    static double normalDensity(double x) {
        return DENSITY_AT_ZERO * Math.exp(-0.5 * x * x);
    }

    /** Second derivative of the logistic function. */
    private static double logisticCurvature(double x) {
        return -Math.tanh(0.5 * x) * logistic(x) * logistic(-x);
    }

    private static double hyperbolicSecantSquared(double x) {
        double e = Math.exp(-2 * Math.abs(x));
        return 4 * e / ((1 + e) * (1 + e));
    }
}

package meanfield.core.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import meanfield.core.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SecondDerivativeTest {
    /** Of the five-point difference, for functions that vary on the scale of one. */
    private static final double DIFFERENCE = 2e-9;

    static List<Activation> withParameters() {
        return List.of(
                new ParameterizedActivation.PiecewiseLinear(-0.3, 1.7),
                new ParameterizedActivation.RectifiedMonomial(1),
                new ParameterizedActivation.RectifiedMonomial(2),
                new ParameterizedActivation.RectifiedMonomial(3),
                new ParameterizedActivation.ScaledErf(1.4, 0.6, 0.2),
                new ParameterizedActivation.Sine(0.7, 1.3, 0.4),
                new ParameterizedActivation.Cosine(0.7, 1.3, 0.4),
                new ParameterizedActivation.Rbf(0.8),
                new ParameterizedActivation.Gaussian(1.2, -0.7),
                new ParameterizedActivation.Exponential(0.9, -0.5),
                new ParameterizedActivation.Polynomial(0.3, -1, 0.5, 0.25),
                ActivationTable.activation("Hermite", Map.of("degree", new double[] {4})),
                new ParameterizedActivation.Swish(1.7),
                new ParameterizedActivation.Elu(0.6, 1.2),
                new ParameterizedActivation.Clipped(-0.4, 1.1));
    }

    @ParameterizedTest
    @MethodSource("withParameters")
    void closedFormIsTheDifference(Activation activation) {
        agree(activation);
    }

    @ParameterizedTest
    @EnumSource(StandardActivation.class)
    void standardOnesAsWell(StandardActivation activation) {
        agree(activation);
    }

    private static void agree(Activation activation) {
        RandomStream random = RandomStream.of(3);
        for (int i = 0; i < 200; i++) {
            double x = 2 * random.nextGaussian();
            boolean near = false;
            for (double kink : activation.kinks()) {
                near |= Math.abs(x - kink) < 0.02;
            }
            if (!near) {
                double exact = activation.secondDerivative(x);
                double scale = 1 + Math.abs(exact) + Math.abs(activation.derivative(x));
                assertEquals(exact, difference(activation, x), DIFFERENCE * scale, activation + " " + x);
                double third = activation.thirdDerivative(x);
                scale = 1 + Math.abs(third) + Math.abs(exact);
                assertEquals(third, differenceOfSecond(activation, x), DIFFERENCE * scale, activation + " " + x);
            }
        }
    }

    /** At a kink the mean of both sides, near one the side that x is on. */
    @Test
    void kinks() {
        Activation square = new ParameterizedActivation.RectifiedMonomial(2);
        assertEquals(1, square.secondDerivative(0));
        assertEquals(1, difference(square, 0), DIFFERENCE);
        assertEquals(2, difference(square, 1e-9), DIFFERENCE);
        assertEquals(0, difference(square, -1e-9), DIFFERENCE);
        assertEquals(0, StandardActivation.RELU.secondDerivative(0));
        assertEquals(0.5, StandardActivation.ELU.secondDerivative(0));
        assertEquals(0.5, StandardActivation.ELU.thirdDerivative(0));
        assertEquals(0, StandardActivation.RELU.thirdDerivative(0));
        assertEquals(3, new ParameterizedActivation.RectifiedMonomial(3).thirdDerivative(0));
    }

    /** The default of the interface, from φ′ alone. */
    private static double difference(Activation activation, double x) {
        return plain(activation).secondDerivative(x);
    }

    /** The default of the third derivative, from the second in closed form. */
    private static double differenceOfSecond(Activation activation, double x) {
        Activation plain = plain(activation);
        return new Activation() {
            @Override
            public String label() {
                return plain.label();
            }

            @Override
            public double value(double at) {
                return plain.value(at);
            }

            @Override
            public double derivative(double at) {
                return plain.derivative(at);
            }

            @Override
            public double secondDerivative(double at) {
                return activation.secondDerivative(at);
            }

            @Override
            public double[] kinks() {
                return plain.kinks();
            }
        }.thirdDerivative(x);
    }

    private static Activation plain(Activation activation) {
        return new Activation() {
            @Override
            public String label() {
                return activation.label();
            }

            @Override
            public double value(double at) {
                return activation.value(at);
            }

            @Override
            public double derivative(double at) {
                return activation.derivative(at);
            }

            @Override
            public double[] kinks() {
                return activation.kinks();
            }
        };
    }
}

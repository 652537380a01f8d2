package meanfield.approximation.target;

import java.util.List;
import meanfield.core.Require;

/** Functions of one variable with closed-form derivatives. */
public final class Profiles {
    private static final int SMOOTH = Integer.MAX_VALUE;

    private Profiles() {}

    /**
     * sin(ωx + quarters π/2).
     *
     * @param frequency ω &gt; 0
     * @param quarters 0 for the sine, 1 for the cosine
     */
    public record Wave(double frequency, int quarters) implements Profile {
        /** Checked. */
        public Wave {
            Require.positive("frequency", frequency);
        }

        @Override
        public double derivative(int order, double x) {
            double scale = Math.pow(frequency, order);
            return switch (Math.floorMod(quarters + order, 4)) {
                case 0 -> scale * Math.sin(frequency * x);
                case 1 -> scale * Math.cos(frequency * x);
                case 2 -> -scale * Math.sin(frequency * x);
                default -> -scale * Math.cos(frequency * x);
            };
        }

        @Override
        public int smoothness() {
            return SMOOTH;
        }

        @Override
        public double supremum(int order, double low, double high) {
            boolean wholePeriod = frequency * (high - low) >= 2 * Math.PI;
            return wholePeriod ? Math.pow(frequency, order) : Profile.super.supremum(order, low, high);
        }
    }

    /**
     * (x - c)₊^n/n!, in W^{n,∞} and in no smoother space.
     *
     * @param center c
     * @param power n ≥ 1
     */
    public record Kink(double center, int power) implements Profile {
        /** Checked. */
        public Kink {
            Require.finite("center", center);
            Require.atLeast("power", power, 1);
        }

        @Override
        public double derivative(int order, double x) {
            double t = x - center;
            if (order > power || t < 0) {
                return 0;
            }
            if (order == power) {
                return t > 0 ? 1 : 0.5;
            }
            double product = 1;
            for (int i = 1; i <= power - order; i++) {
                product *= t / i;
            }
            return product;
        }

        @Override
        public int smoothness() {
            return power;
        }

        @Override
        public List<Double> breaks() {
            return List.of(center);
        }

        @Override
        public double supremum(int order, double low, double high) {
            return high <= center ? 0 : order == power ? 1 : derivative(order, high);
        }
    }

    /**
     * |x - c|^n/n!; smooth when n is even, otherwise in W^{n,∞} and no smoother.
     *
     * @param center c
     * @param power n ≥ 1
     */
    public record Modulus(double center, int power) implements Profile {
        /** Checked. */
        public Modulus {
            Require.finite("center", center);
            Require.atLeast("power", power, 1);
        }

        @Override
        public double derivative(int order, double x) {
            double t = x - center;
            if (order > power) {
                return 0;
            }
            double product = order % 2 == 0 ? 1 : Math.signum(t);
            for (int i = 1; i <= power - order; i++) {
                product *= Math.abs(t) / i;
            }
            return product;
        }

        @Override
        public int smoothness() {
            return power % 2 == 0 ? SMOOTH : power;
        }

        @Override
        public List<Double> breaks() {
            return List.of(center);
        }

        @Override
        public double supremum(int order, double low, double high) {
            double far = Math.abs(low - center) > Math.abs(high - center) ? low : high;
            return Math.abs(derivative(order, far));
        }
    }

    /**
     * Re 1/(1 + i a (2x - 1)) = 1/(1 + a²(2x-1)²); a = 5 is Runge's function.
     *
     * @param steepness a
     */
    public record Runge(double steepness) implements Profile {
        /** Checked. */
        public Runge {
            Require.positive("steepness", steepness);
        }

        /** k! (-2ia)^k/(1 + i a t)^{k+1}: modulus and argument. */
        @Override
        public double derivative(int order, double x) {
            double t = steepness * (2 * x - 1);
            if (order == 0) {
                return 1 / (1 + t * t);
            }
            double modulus = MultiIndex.factorial(order)
                    * Math.pow(2 * steepness, order)
                    * Math.pow(1 + t * t, -0.5 * (order + 1));
            return modulus * Math.cos(-0.5 * Math.PI * order - (order + 1) * Math.atan(t));
        }

        @Override
        public int smoothness() {
            return SMOOTH;
        }
    }

    /**
     * exp(-a (x - c)²).
     *
     * @param rate a &gt; 0
     * @param center c
     */
    public record Bell(double rate, double center) implements Profile {
        /** Checked. */
        public Bell {
            Require.positive("rate", rate);
            Require.finite("center", center);
        }

        /** (-√a)^k H_k(√a (x-c)) exp(-a(x-c)²), H_k the physicists' Hermite polynomial. */
        @Override
        public double derivative(int order, double x) {
            double root = Math.sqrt(rate);
            double z = root * (x - center);
            double before = 0;
            double hermite = 1;
            for (int k = 0; k < order; k++) {
                double next = 2 * z * hermite - 2 * k * before;
                before = hermite;
                hermite = next;
            }
            return Math.pow(-root, order) * hermite * Math.exp(-z * z);
        }

        @Override
        public int smoothness() {
            return SMOOTH;
        }
    }

    /**
     * Re exp((a + iω)x) = e^{ax} cos ωx.
     *
     * @param rate a
     * @param frequency ω
     */
    public record Damped(double rate, double frequency) implements Profile {
        /** Checked. */
        public Damped {
            Require.finite("rate", rate);
            Require.finite("frequency", frequency);
        }

        /** |a + iω|^k e^{ax} cos(ωx + k arg(a + iω)), by powers of the complex number. */
        @Override
        public double derivative(int order, double x) {
            double re = 1;
            double im = 0;
            for (int k = 0; k < order; k++) {
                double next = re * rate - im * frequency;
                im = re * frequency + im * rate;
                re = next;
            }
            return Math.exp(rate * x) * (re * Math.cos(frequency * x) - im * Math.sin(frequency * x));
        }

        @Override
        public int smoothness() {
            return SMOOTH;
        }
    }

    /**
     * Σ_k c_k x^k.
     *
     * @param coefficients c₀, c₁, …
     */
    public record Polynomial(List<Double> coefficients) implements Profile {
        /** Finite coefficients. */
        public Polynomial {
            coefficients = List.copyOf(coefficients);
            coefficients.forEach(c -> Require.finite("coefficients", c));
        }

        @Override
        public double derivative(int order, double x) {
            double sum = 0;
            for (int k = coefficients.size() - 1; k >= order; k--) {
                double falling = 1;
                for (int j = 0; j < order; j++) {
                    falling *= k - j;
                }
                sum = sum * x + falling * coefficients.get(k);
            }
            return sum;
        }

        @Override
        public int smoothness() {
            return SMOOTH;
        }
    }
}

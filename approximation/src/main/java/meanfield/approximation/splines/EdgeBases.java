package meanfield.approximation.splines;

import meanfield.approximation.rational.SafeRational;
import meanfield.core.Require;

/** Bases of edges other than splines. */
public final class EdgeBases {
    private EdgeBases() {}

    /** T_0, …, T_n of the clipped argument. */
    public record Chebyshev(int degree) implements EdgeBasis {
        /** n in [0, 200]. */
        public Chebyshev {
            Require.that(degree >= 0 && degree <= 200, "degree", "be in [0, 200]", degree);
        }

        @Override
        public int size() {
            return degree + 1;
        }

        @Override
        public double[] values(double x) {
            double t = Math.min(1, Math.max(-1, x));
            double[] values = new double[degree + 1];
            values[0] = 1;
            for (int k = 1; k <= degree; k++) {
                values[k] = k == 1 ? t : 2 * t * values[k - 1] - values[k - 2];
            }
            return values;
        }
    }

    /** 1, x₊, x₊², …, x₊^r and (-x)₊, …, (-x)₊^r: a pair of PolyReLU units with free coefficients. */
    public record PolyRelu(int degree) implements EdgeBasis {
        /** r in [1, 32]. */
        public PolyRelu {
            Require.that(degree >= 1 && degree <= 32, "degree", "be in [1, 32]", degree);
        }

        @Override
        public int size() {
            return 2 * degree + 1;
        }

        @Override
        public double[] values(double x) {
            double[] values = new double[size()];
            values[0] = 1;
            double right = 1;
            double left = 1;
            for (int i = 1; i <= degree; i++) {
                right *= Math.max(x, 0);
                left *= Math.max(-x, 0);
                values[i] = right;
                values[degree + i] = left;
            }
            return values;
        }

        @Override
        public double[] breaks() {
            return new double[] {0};
        }
    }

    /** x^i/(1 + |Σ_j b_j x^j|), i = 0 … 5: a safe rational function whose denominator is fixed. */
    public record Rational(SafeRational function) implements EdgeBasis {
        /** Checked. */
        public Rational {
            Require.present("function", function);
        }

        @Override
        public int size() {
            return SafeRational.NUMERATORS;
        }

        @Override
        public double[] values(double x) {
            return function.numeratorGradient(x);
        }
    }
}

package meanfield.approximation.classical;

import java.util.Optional;
import java.util.OptionalDouble;
import meanfield.core.special.DoubleDouble;
import meanfield.core.special.StandardNormal;

/** The functions on which approximations are compared; all but the tanh form of GELU are known to 30 digits as well. */
public enum StandardFunction implements RealFunction {
    /** |x| on [-1, 1]. */
    ABS("|x|", -1, 1, Symmetry.EVEN) {
        @Override
        public double value(double x) {
            return Math.abs(x);
        }

        @Override
        DoubleDouble exact(DoubleDouble x) {
            return x.absolute();
        }

        /** c₀ = 2/π, c_{2k} = (4/π)(-1)^{k+1}/(4k² - 1). */
        @Override
        public OptionalDouble chebyshevCoefficient(int k) {
            if (k % 2 == 1) {
                return OptionalDouble.of(0);
            }
            double sign = k % 4 == 0 ? -1 : 1;
            return OptionalDouble.of(k == 0 ? 2 / Math.PI : sign * 4 / (Math.PI * ((double) k * k - 1)));
        }
    },
    /** |x|³ on [-1, 1]. */
    ABS_CUBED("|x|^3", -1, 1, Symmetry.EVEN) {
        @Override
        public double value(double x) {
            return Math.abs(x * x * x);
        }

        @Override
        DoubleDouble exact(DoubleDouble x) {
            return x.absolute().power(3);
        }

        /** c₀ = 4/(3π), c_{2k} = (24/π) (-1)^k/((4k² - 1)(4k² - 9)). */
        @Override
        public OptionalDouble chebyshevCoefficient(int k) {
            if (k % 2 == 1) {
                return OptionalDouble.of(0);
            }
            double square = (double) k * k;
            double sign = k % 4 == 0 ? 1 : -1;
            return OptionalDouble.of((k == 0 ? 12 : 24) * sign / (Math.PI * (square - 1) * (square - 9)));
        }
    },
    /** 1/(1 + 25x²) on [-1, 1]. */
    RUNGE("1/(1+25x^2)", -1, 1, Symmetry.EVEN) {
        @Override
        public double value(double x) {
            return 1 / (1 + 25 * x * x);
        }

        @Override
        DoubleDouble exact(DoubleDouble x) {
            return DoubleDouble.of(1).dividedBy(x.times(x).times(25).plus(1));
        }

        /** c_{2k} = (2 - δ_{k0}) (-1)^k/√26 ((√26 - 1)/5)^{2k}. */
        @Override
        public OptionalDouble chebyshevCoefficient(int k) {
            if (k % 2 == 1) {
                return OptionalDouble.of(0);
            }
            double root = Math.sqrt(26);
            double sign = k % 4 == 0 ? 1 : -1;
            return OptionalDouble.of((k == 0 ? 1 : 2) * sign / root * Math.pow(5 / (root + 1), k));
        }
    },
    /** e^x on [-1, 1]. */
    EXP("e^x", -1, 1, Symmetry.NONE) {
        @Override
        public double value(double x) {
            return Math.exp(x);
        }

        @Override
        DoubleDouble exact(DoubleDouble x) {
            return x.exponential();
        }

        /** c₀ = I₀(1), c_k = 2 I_k(1), I_k(1) = Σ_m (1/2)^{2m+k}/(m! (m+k)!). */
        @Override
        public OptionalDouble chebyshevCoefficient(int k) {
            double term = 1;
            for (int i = 1; i <= k; i++) {
                term *= 0.5 / i;
            }
            double sum = term;
            for (int m = 1; m < 16; m++) {
                term *= 0.25 / (m * (m + (double) k));
                sum += term;
            }
            return OptionalDouble.of(k == 0 ? sum : 2 * sum);
        }
    },
    /** √x on [0, 1]. */
    SQRT("\\sqrt{x}", 0, 1, Symmetry.NONE) {
        @Override
        public double value(double x) {
            return Math.sqrt(x);
        }

        @Override
        DoubleDouble exact(DoubleDouble x) {
            return x.squareRoot();
        }

        /** √((1 + cos θ)/2) = |cos θ/2|: c_k is c_{2k} of |x|. */
        @Override
        public OptionalDouble chebyshevCoefficient(int k) {
            return ABS.chebyshevCoefficient(2 * k);
        }
    },
    /** x Φ(x) on [-4, 4]. */
    GELU("GELU(x)", -4, 4, Symmetry.EVEN_PLUS_LINEAR) {
        @Override
        public double value(double x) {
            return x * StandardNormal.cdf(x);
        }

        @Override
        DoubleDouble exact(DoubleDouble x) {
            DoubleDouble erf = x.dividedBy(DoubleDouble.of(2).squareRoot()).errorFunction();
            return x.times(erf.plus(1)).times(0.5);
        }
    },
    /** x/(1 + e^{-x}) on [-4, 4]. */
    SILU("SiLU(x)", -4, 4, Symmetry.EVEN_PLUS_LINEAR) {
        @Override
        public double value(double x) {
            return x / (1 + Math.exp(-x));
        }

        @Override
        DoubleDouble exact(DoubleDouble x) {
            return x.times(x.logistic());
        }
    },
    /** max(x, 0) on [-1, 1]. */
    RELU("ReLU(x)", -1, 1, Symmetry.EVEN_PLUS_LINEAR) {
        @Override
        public double value(double x) {
            return Math.max(x, 0);
        }

        @Override
        DoubleDouble exact(DoubleDouble x) {
            return x.value() > 0 ? x : DoubleDouble.of(0);
        }

        /** (|x| + x)/2. */
        @Override
        public OptionalDouble chebyshevCoefficient(int k) {
            double even = 0.5 * ABS.chebyshevCoefficient(k).orElseThrow();
            return OptionalDouble.of(k == 1 ? 0.5 : even);
        }
    },
    /** tanh x on [-4, 4]. */
    TANH("tanh(x)", -4, 4, Symmetry.ODD) {
        @Override
        public double value(double x) {
            return Math.tanh(x);
        }

        @Override
        DoubleDouble exact(DoubleDouble x) {
            return x.hyperbolicTangent();
        }
    },
    /** 1/(1 + e^{-x}) on [-4, 4]. */
    SIGMOID("sigmoid(x)", -4, 4, Symmetry.ODD) {
        @Override
        public double value(double x) {
            return 1 / (1 + Math.exp(-x));
        }

        @Override
        DoubleDouble exact(DoubleDouble x) {
            return x.logistic();
        }
    },
    /** sin πx on [-1, 1]. */
    SINE("sin(\\pi x)", -1, 1, Symmetry.ODD) {
        @Override
        public double value(double x) {
            return Math.sin(Math.PI * x);
        }

        @Override
        DoubleDouble exact(DoubleDouble x) {
            return DoubleDouble.pi().times(x).sine();
        }
    },
    /** sin 4x on [-1, 1]. */
    SIN4("sin(4x)", -1, 1, Symmetry.ODD) {
        @Override
        public double value(double x) {
            return Math.sin(4 * x);
        }

        @Override
        DoubleDouble exact(DoubleDouble x) {
            return x.times(4).sine();
        }
    },
    /** 1/(x - 2) on [-1, 1]. */
    POLE("1/(x-2)", -1, 1, Symmetry.NONE) {
        @Override
        public double value(double x) {
            return 1 / (x - 2);
        }

        @Override
        DoubleDouble exact(DoubleDouble x) {
            return DoubleDouble.of(1).dividedBy(x.minus(2));
        }
    },
    /** e^y on (-∞, 0] in the variable x of y = 4(x-1)/(x+1), -1 ≤ x ≤ 1: the same for rational functions of type (n, n). */
    HALF_LINE_EXP("e^{4(x-1)/(x+1)}", -1, 1, Symmetry.NONE) {
        @Override
        public double value(double x) {
            return x <= -1 ? 0 : Math.exp(4 * (x - 1) / (x + 1));
        }

        @Override
        DoubleDouble exact(DoubleDouble x) {
            if (x.value() < -0.99) { // below e^{-796}
                return DoubleDouble.of(0);
            }
            return x.minus(1).times(4).dividedBy(x.plus(1)).exponential();
        }
    };

    private final String formula;
    private final double low;
    private final double high;
    private final Symmetry symmetry;

    StandardFunction(String formula, double low, double high, Symmetry symmetry) {
        this.formula = formula;
        this.low = low;
        this.high = high;
        this.symmetry = symmetry;
    }

    abstract DoubleDouble exact(DoubleDouble x);

    @Override
    public double low() {
        return low;
    }

    @Override
    public double high() {
        return high;
    }

    @Override
    public Symmetry symmetry() {
        return symmetry;
    }

    @Override
    public double[] breaks() {
        return switch (this) {
            case ABS, ABS_CUBED, RELU, SQRT -> new double[] {0};
            default -> new double[0];
        };
    }

    @Override
    public Optional<DoubleDouble> extended(DoubleDouble x) {
        return Optional.of(exact(x));
    }

    /** The k-th Chebyshev coefficient in closed form, where it is known. */
    public OptionalDouble chebyshevCoefficient(int k) {
        return OptionalDouble.empty();
    }

    /** The formula, with the markup of the figures. */
    public String formula() {
        return formula;
    }
}

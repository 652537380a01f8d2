package meanfield.approximation.barron;

import meanfield.core.Require;
import meanfield.core.quadrature.QuadratureRule;
import meanfield.core.random.RandomStream;

/**
 * exp(-|x|²/2) as an average of cosines with Gaussian frequencies.
 *
 * <pre>
 *   f(x) = E cos(w·x),  w ~ N(0, I_d);   N E‖f_N - f‖² = E_w‖cos(w·)‖²_ρ - ‖f‖²_ρ                             (1)
 *   ρ = N(0, I):        ½(1 + 5^{-d/2}) - 3^{-d/2}                                                          (2)
 *   ρ = uniform [0,1]^d: ½(1 + (√(π/8) erf √2)^d) - (½√π erf 1)^d                                           (3)
 * </pre>
 *
 * Squared distances ‖f_N - f‖²_ρ of a draw are closed forms in its frequencies, with no sampling of x: with ρ̂ the characteristic
 * function of ρ, ⟨cos w, cos v⟩ = ½ Re(ρ̂(w-v) + ρ̂(w+v)), and ⟨cos w, f⟩ is a Gaussian integral (ρ normal) or a product of
 * 24-point Gauss–Legendre integrals (ρ uniform). Accuracy: 1e-14 of 1; cost N² d a draw.
 *
 * <p>Source: [Barron1993]; (1) is elementary, (2) and (3) by Gaussian integrals.
 *
 * @param dimension d
 * @param measure ρ
 */
public record CosineFeatures(int dimension, Measure measure) implements FeatureModel {
    private static final int NODES = 24;

    /** Where the distance is measured. */
    public enum Measure {
        /** N(0, I_d). */
        GAUSSIAN,
        /** Uniform on [0,1]^d. */
        CUBE
    }

    /** Checked. */
    public CosineFeatures {
        Require.that(dimension >= 1 && dimension <= 1000, "dimension", "be in [1, 1000]", dimension);
        Require.present("measure", measure);
    }

    @Override
    public double variance() {
        double d = dimension;
        if (measure == Measure.GAUSSIAN) {
            return 0.5 * (1 + Math.pow(5, -0.5 * d)) - Math.pow(3, -0.5 * d);
        }
        double erfRootTwo = meanfield.core.special.StandardNormal.within(2);
        double erfOne = meanfield.core.special.StandardNormal.within(Math.sqrt(2));
        return 0.5 * (1 + Math.pow(Math.sqrt(Math.PI / 8) * erfRootTwo, d))
                - Math.pow(0.5 * Math.sqrt(Math.PI) * erfOne, d);
    }

    @Override
    public double squaredNorm() {
        if (measure == Measure.GAUSSIAN) {
            return Math.pow(3, -0.5 * dimension);
        }
        double erfOne = meanfield.core.special.StandardNormal.within(Math.sqrt(2));
        return Math.pow(0.5 * Math.sqrt(Math.PI) * erfOne, dimension);
    }

    /**
     * The off-diagonal part of the V-statistic, for normal inputs; its diagonal part is smaller by a factor N:
     *
     * <pre>
     *   2(N-1)/N³ (E k² - 2 E g² + ‖f‖⁴),  E k² = ½(5^{-d/2} + 3^{-d}),  E g² = 2^{-3d/2},  ‖f‖⁴ = 3^{-d}
     * </pre>
     */
    @Override
    public double distanceVariance(int units) {
        if (measure == Measure.CUBE) {
            return Double.NaN;
        }
        double d = dimension;
        double centred = 0.5 * (Math.pow(5, -0.5 * d) + Math.pow(3, -d)) - 2 * Math.pow(2, -1.5 * d) + Math.pow(3, -d);
        return 2 * (units - 1.0) * centred / ((double) units * units * units);
    }

    @Override
    public Draw draw(int units, RandomStream random) {
        double[][] w = new double[units][dimension];
        for (double[] row : w) {
            random.fillGaussian(row);
        }
        return new Draw(w);
    }

    /** ⟨a σ(w·), a σ(v·)⟩ = ½ (ρ̂(w-v) + ρ̂(w+v)), real parts. */
    @Override
    public double inner(double[] w, double[] v) {
        return measure == Measure.GAUSSIAN ? BarronKernels.gaussianCosines(w, v) : BarronKernels.cubeCosines(w, v);
    }

    @Override
    public double innerWithTarget(double[] w) {
        if (measure == Measure.GAUSSIAN) {
            double square = 0;
            for (double entry : w) {
                square += entry * entry;
            }
            return Math.pow(2, -0.5 * dimension) * Math.exp(-0.25 * square);
        }
        QuadratureRule rule = QuadratureRule.gaussLegendre(NODES);
        double re = 1;
        double im = 0;
        for (double entry : w) {
            double c = rule.integrate(x -> Math.cos(entry * x) * Math.exp(-0.5 * x * x), 0, 1);
            double s = rule.integrate(x -> Math.sin(entry * x) * Math.exp(-0.5 * x * x), 0, 1);
            double next = re * c - im * s;
            im = re * s + im * c;
            re = next;
        }
        return re;
    }
}

package meanfield.approximation.pde;

import meanfield.core.Require;

/**
 * The Galerkin equation of a convex energy on the torus.
 *
 * <pre>
 *   E(u) = ⟨½|∇u|² + ½u² + (λ/4)u⁴ - f u⟩,   E'(u) = (I - Δ)u + λu³ - f = 0 on the modes |k_i| ≤ K                  (1)
 *   ‖uv‖_B ≤ ‖u‖_B ‖v‖_B,   ‖(I - Δ)⁻¹‖_B ≤ 1
 * </pre>
 *
 * E is strictly convex, so that (1) has one solution. Cubes are exact before they are cut to the modes. Source: [Marwah2023].
 */
public final class CubicEquation {
    private final TorusModes modes;
    private final double coupling;
    private final double[] forcing;

    /** The equation with this λ &gt; 0 and these coefficients of f. */
    public CubicEquation(TorusModes modes, double coupling, double[] forcing) {
        this.modes = Require.present("modes", modes);
        this.coupling = Require.positive("coupling", coupling);
        Require.that(forcing.length == modes.size(), "forcing", "have " + modes.size() + " values", forcing.length);
        this.forcing = forcing.clone();
    }

    /** The modes. */
    public TorusModes modes() {
        return modes;
    }

    /** λ. */
    public double coupling() {
        return coupling;
    }

    /** The same equation with s f. */
    public CubicEquation scaled(double s) {
        double[] scaled = new double[forcing.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = s * forcing[i];
        }
        return new CubicEquation(modes, coupling, scaled);
    }

    /** F = ‖(I - Δ)⁻¹ f‖_B. */
    public double forcingNorm() {
        return modes.barronNorm(modes.smoothed(forcing, -1));
    }

    /** The largest F for which b = λb³ + F has a root, 2/(3√(3λ)). */
    public double threshold() {
        return 2 / (3 * Math.sqrt(3 * coupling));
    }

    /**
     * Smallest root of b = λb³ + F, the limit of the bounds; infinity beyond the {@link #threshold}.
     */
    public double boundLimit() {
        double sine = forcingNorm() / threshold();
        return sine > 1 ? Double.POSITIVE_INFINITY : 2 / Math.sqrt(3 * coupling) * Math.sin(Math.asin(sine) / 3);
    }

    /** E(u). */
    public double energy(double[] u) {
        return energy(u, modes.square(u));
    }

    private double energy(double[] u, double[] square) {
        double h1 = modes.sobolevNorm(u, 1);
        double fourth = 0;
        for (double each : square) {
            fourth += each * each;
        }
        double work = 0;
        for (int i = 0; i < u.length; i++) {
            work += forcing[i] * u[i];
        }
        return 0.5 * h1 * h1 + 0.25 * coupling * fourth - work;
    }

    /** A point of a descent with what costs a cube. */
    Point at(double[] u) {
        double[] square = modes.square(u);
        double[] gradient = modes.cube(square, u);
        double[] linear = modes.smoothed(u, 1);
        for (int i = 0; i < u.length; i++) {
            gradient[i] = linear[i] + coupling * gradient[i] - forcing[i];
        }
        return new Point(u, energy(u, square), gradient);
    }

    /** Coefficients, E and E'. */
    record Point(double[] u, double energy, double[] gradient) {}
}

package meanfield.dmft.sampler;

import meanfield.core.activation.Activation;

/**
 * φ″ for averages over sites, with the Dirac part that a kink leaves.
 *
 * <pre>
 *   φ″(h) = φ″(h) away from kinks + Σ_κ J_κ δ(h - κ),   J_κ = φ′(κ+) - φ′(κ-)                                    (1)
 *   δ(h) → (3 - x²)/2 · e^{-x²/2}/(√(2π) ε),   x = h/ε                                                          (2)
 * </pre>
 *
 * (2) is a kernel of fourth order: the average of δ over sites of density p has a bias of order ε⁴ p⁗/8, below one
 * percent of p for the bandwidth {@code 0.75 σ S^(-1/9)}, σ the deviation of the field.
 */
final class Curvature {
    private static final double BANDWIDTH = 0.75;
    private static final double REACH = 8;

    private final Activation activation;
    private final double[] kinks;
    private final double[] jumps;
    private final double relativeBandwidth;

    Curvature(Activation activation, int sites) {
        this.activation = activation;
        this.kinks = activation.kinks();
        this.jumps = new double[kinks.length];
        for (int k = 0; k < kinks.length; k++) {
            double step = 1e-9 * Math.max(1, Math.abs(kinks[k]));
            jumps[k] = activation.derivative(kinks[k] + step) - activation.derivative(kinks[k] - step);
        }
        this.relativeBandwidth = BANDWIDTH * Math.pow(sites, -1.0 / 9);
    }

    /** φ″(h), the Dirac parts smeared for a field of this deviation. */
    double at(double h, double deviation) {
        double curvature = activation.secondDerivative(h);
        for (int k = 0; k < kinks.length; k++) {
            double width = relativeBandwidth * deviation;
            double x = (h - kinks[k]) / width;
            if (Math.abs(x) < REACH) {
                double bump = 0.5 * (3 - x * x) * Math.exp(-0.5 * x * x) / (Math.sqrt(2 * Math.PI) * width);
                curvature += jumps[k] * bump;
            }
        }
        return curvature;
    }
}

package meanfield.core.activation.dual;

import meanfield.core.quadrature.QuadratureRule;

/** A_ij(q) = ∫_0^q sin^i x sin^j(q - x) dx and the sums over pairs of powers, see {@link PolyReluDual}. */
final class AngleIntegralKernels {
    /** Above it the closed forms lose no digit that matters. */
    private static final double CLOSED_FROM = 1.2;

    private static final int CLOSED_POWER = 3;

    private AngleIntegralKernels() {}

    /** E z₊^j = 2^{j/2-1} Γ((j+1)/2)/√π: 1/2, 1/√(2π), 1/2, … by E z₊^j = (j-1) E z₊^{j-2}. */
    static double oneSidedMoment(int j) {
        double moment = j % 2 == 0 ? 0.5 : 1 / Math.sqrt(2 * Math.PI);
        for (int k = j; k > 1; k -= 2) {
            moment *= k - 1;
        }
        return moment;
    }

    /** 2^{n/2} Γ(n/2 + 1)/(2π), n = i + j: E R^n/(2π) of a Rayleigh radius, by Γ(x + 1) = x Γ(x). */
    static double radialFactor(int n) {
        double factor = n % 2 == 0 ? 1 : Math.sqrt(0.5 * Math.PI);
        for (int k = n; k > 1; k -= 2) {
            factor *= k;
        }
        return factor / (2 * Math.PI);
    }

    /** Σ_{i,j≥1} (ij)^{order} a_i a_j E u₊^{i-order} v₊^{j-order}, order 0 or 1. */
    static double pairSum(double[] a, double sigmaU, double sigmaV, double q, int order) {
        int r = a.length - 1;
        double[][] integrals = all(r - order, q);
        double sum = 0;
        for (int i = r; i >= 1; i--) {
            if (a[i] == 0) {
                continue;
            }
            double inner = 0;
            for (int j = r; j >= 1; j--) {
                double factor = order == 0 ? 1 : (double) i * j;
                inner += factor
                        * a[j]
                        * HomogeneousKernels.power(sigmaV, j - order)
                        * radialFactor(i + j - 2 * order)
                        * integrals[i - order][j - order];
            }
            sum += a[i] * HomogeneousKernels.power(sigmaU, i - order) * inner;
        }
        return sum;
    }

    /** A_ij for i, j ≤ highest. */
    static double[][] all(int highest, double q) {
        double[][] a = new double[highest + 1][highest + 1];
        if (highest <= CLOSED_POWER && q > CLOSED_FROM) {
            for (int i = 0; i <= highest; i++) {
                for (int j = 0; j <= i; j++) {
                    a[i][j] = closed(j, i, q);
                    a[j][i] = a[i][j];
                }
            }
            return a;
        }
        // the integrand is entire, of exponential type i + j: 24 nodes reach 3e-15 to powers of 6
        QuadratureRule rule = QuadratureRule.gaussLegendre(24 + 2 * Math.max(0, highest - 6));
        double[] left = new double[highest + 1];
        double[] right = new double[highest + 1];
        for (int node = 0; node < rule.size(); node++) {
            double x = 0.5 * q * (1 + rule.node(node));
            double y = 0.5 * q * (1 - rule.node(node));
            left[0] = 0.5 * q * rule.weight(node);
            right[0] = 1;
            for (int i = 1; i <= highest; i++) {
                left[i] = left[i - 1] * Math.sin(x);
                right[i] = right[i - 1] * Math.sin(y);
            }
            for (int i = 0; i <= highest; i++) {
                for (int j = 0; j <= highest; j++) {
                    a[i][j] += left[i] * right[j];
                }
            }
        }
        return a;
    }

    /** Closed forms for i ≤ j ≤ 3, with c = cos(π - q), s = sin q. */
    private static double closed(int i, int j, double q) {
        double c = -Math.cos(q);
        double s = Math.sin(q);
        double one = 1 + c;
        return switch (4 * i + j) {
            case 0 -> q;
            case 1 -> one;
            case 2 -> 0.5 * (q + s * c);
            case 3 -> one * one * (2 - c) / 3;
            case 5 -> 0.5 * (s + q * c);
            case 6 -> one * one / 3;
            case 7 -> (3 * q * c + s * (2 + c * c)) / 8;
            case 10 -> (3 * s * c + q * (1 + 2 * c * c)) / 8;
            case 11 -> 2 * one * one * one / 15;
            default -> (q * (9 * c + 6 * c * c * c) + s * (4 + 11 * c * c)) / 48;
        };
    }
}

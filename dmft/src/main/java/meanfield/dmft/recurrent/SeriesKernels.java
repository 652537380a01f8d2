package meanfield.dmft.recurrent;

/**
 * Sums over odd orders n = 2i + 1 of a Hermite series, q_i = c_n²; ρ in [0, 1] is the correlation. Powers of ρ only fall, so
 * that a sum may end where they vanish.
 */
final class SeriesKernels {
    private static final double NEGLIGIBLE = 1e-19;

    private SeriesKernels() {}

    /** Σ_n c_n² ρ^n. */
    static double value(double[] q, double rho) {
        double sum = 0;
        double power = rho;
        for (int i = 0; i < q.length && power > NEGLIGIBLE; i++) {
            sum += q[i] * power;
            power *= rho * rho;
        }
        return sum;
    }

    /** Σ_n n c_n² ρ^{n-1}. */
    static double derivative(double[] q, double rho) {
        double sum = 0;
        double power = 1;
        for (int i = 0; i < q.length && power > NEGLIGIBLE; i++) {
            sum += (2 * i + 1) * q[i] * power;
            power *= rho * rho;
        }
        return sum;
    }

    /** Σ_n c_n² ρ^{n-1}/(n+1). */
    static double integral(double[] q, double rho) {
        double sum = 0;
        double power = 1;
        for (int i = 0; i < q.length && power > NEGLIGIBLE; i++) {
            sum += q[i] * power / (2 * i + 2);
            power *= rho * rho;
        }
        return sum;
    }

    /**
     * Σ_n c_n² (1 - ρ^{n+1})/[(n+1)(1-ρ)], finite at ρ = 1: the powers obey 1 - ρ^{k+2} = 1 - ρ^k + ρ^k (1 - ρ)(1 + ρ), all
     * terms positive.
     */
    static double missing(double[] q, double rho) {
        double sum = 0;
        double quotient = 1 + rho; // (1 - ρ^{n+1})/(1 - ρ)
        double power = rho * rho;
        for (int i = 0; i < q.length; i++) {
            sum += q[i] * quotient / (2 * i + 2);
            quotient += power * (1 + rho);
            power *= rho * rho;
        }
        return sum;
    }
}

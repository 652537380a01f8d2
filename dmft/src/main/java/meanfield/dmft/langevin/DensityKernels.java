package meanfield.dmft.langevin;

/** Loops over a grid of weights θ_i; {@code features} holds tanh(θ_i x_μ) at μ n + i. */
final class DensityKernels {
    private DensityKernels() {}

    /** f_μ = dx Σ_i ρ_i tanh(θ_i x_μ). */
    static void outputs(double[] features, double[] density, double spacing, double[] out) {
        int n = density.length;
        for (int mu = 0; mu < out.length; mu++) {
            int row = mu * n;
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += density[i] * features[row + i];
            }
            out[mu] = spacing * sum;
        }
    }

    /** Ψ_i = Σ_μ errors_μ tanh(θ_i x_μ) + λ θ_i²/2, errors_μ = (f_μ - y_μ)/P. */
    static void potential(double[] features, double[] errors, double[] theta, double ridge, double[] out) {
        int n = out.length;
        for (int i = 0; i < n; i++) {
            out[i] = 0.5 * ridge * theta[i] * theta[i];
        }
        for (int mu = 0; mu < errors.length; mu++) {
            int row = mu * n;
            double factor = errors[mu];
            for (int i = 0; i < n; i++) {
                out[i] += factor * features[row + i];
            }
        }
    }

    /** z/(e^z - 1). */
    static double bernoulli(double z) {
        return z == 0 ? 1 : z / Math.expm1(z);
    }

    /**
     * One implicit step of the Scharfetter-Gummel scheme with a frozen potential.
     *
     * <pre>
     *   J_{i+1/2} = (τ/dx²)[Bern(dΨ/τ) ρ_i - Bern(-dΨ/τ) ρ_{i+1}],   dΨ = Ψ_{i+1} - Ψ_i,   no flux at the ends
     *   ρ_i(t+dt) + dt (J_{i+1/2} - J_{i-1/2})(t+dt) = ρ_i(t)
     * </pre>
     *
     * Solved by the elimination of Thomas: an M-matrix with column sums 1, hence positive and of constant mass.
     *
     * @param mobility dt τ/dx²
     * @param upper scratch, n
     */
    static void implicitStep(
            double[] potential, double temperature, double mobility, double[] density, double[] upper, double[] out) {
        int n = density.length;
        double rightOfLast = 0; // Bern(-dΨ) of the face to the left of cell i
        double leftOfLast = 0; // Bern(dΨ) of that face
        double pivot = 1;
        for (int i = 0; i < n; i++) {
            double z = i + 1 < n ? (potential[i + 1] - potential[i]) / temperature : 0;
            double leave = i + 1 < n ? mobility * bernoulli(z) : 0; // ρ_i to the right
            double arrive = i + 1 < n ? mobility * bernoulli(-z) : 0; // ρ_{i+1} to the left
            double diagonal = 1 + leave + rightOfLast;
            double below = -leftOfLast;
            pivot = i == 0 ? diagonal : diagonal - below * upper[i - 1];
            upper[i] = -arrive / pivot;
            out[i] = (density[i] - (i == 0 ? 0 : below * out[i - 1])) / pivot;
            leftOfLast = leave;
            rightOfLast = arrive;
        }
        for (int i = n - 2; i >= 0; i--) {
            out[i] -= upper[i] * out[i + 1];
        }
    }

    /** dx Σ_i ρ_i ln ρ_i. */
    static double entropyIntegral(double[] density, double spacing) {
        double sum = 0;
        for (double each : density) {
            sum += each > 0 ? each * Math.log(each) : 0;
        }
        return spacing * sum;
    }

    /** dx Σ_i ρ_i θ_i^power for power 0, 1, 2. */
    static double moment(double[] density, double[] theta, double spacing, int power) {
        double sum = 0;
        for (int i = 0; i < density.length; i++) {
            sum += density[i] * (power == 0 ? 1 : power == 1 ? theta[i] : theta[i] * theta[i]);
        }
        return spacing * sum;
    }

    /** Drift of particles: -Σ_μ errors_μ x_μ (1 - tanh²(θ x_μ)) - λ θ. */
    static double drift(double theta, double[] inputs, double[] errors, double ridge) {
        double sum = -ridge * theta;
        for (int mu = 0; mu < inputs.length; mu++) {
            double rate = Math.tanh(theta * inputs[mu]);
            sum -= errors[mu] * inputs[mu] * (1 - rate * rate);
        }
        return sum;
    }
}

package meanfield.dmft.langevin;

/** A density on cells of equal width, and what it makes of a learning problem. Holds scratch arrays: one thread. */
final class DensityGrid {
    final TanhNeurons neurons;
    final double spacing;
    final double[] theta;
    final double[] density;
    private final double[] features;
    private final double[] outputs;
    private final double[] errors;
    private final double[] potential;
    private final double[] upper;
    private final double[] half;
    private final double[] next;

    DensityGrid(TanhNeurons neurons, double center, double halfWidth, int cells) {
        this.neurons = neurons;
        spacing = 2 * halfWidth / cells;
        theta = new double[cells];
        density = new double[cells];
        features = new double[neurons.examples() * cells];
        for (int i = 0; i < cells; i++) {
            theta[i] = center - halfWidth + (i + 0.5) * spacing;
            for (int mu = 0; mu < neurons.examples(); mu++) {
                features[mu * cells + i] = Math.tanh(theta[i] * neurons.input(mu));
            }
        }
        outputs = new double[neurons.examples()];
        errors = new double[neurons.examples()];
        potential = new double[cells];
        upper = new double[cells];
        half = new double[cells];
        next = new double[cells];
    }

    /** Gaussian of this mean and variance, of mass 1 on the grid. */
    void startGaussian(double mean, double variance) {
        for (int i = 0; i < theta.length; i++) {
            density[i] = Math.exp(-0.5 * (theta[i] - mean) * (theta[i] - mean) / variance);
        }
        normalize();
    }

    private void normalize() {
        double mass = DensityKernels.moment(density, theta, spacing, 0);
        for (int i = 0; i < density.length; i++) {
            density[i] /= mass;
        }
    }

    /** exp(-Ψ/τ) for the potential that these outputs make, of mass 1; returns ln Z. */
    double becomeGibbs(double[] givenOutputs) {
        potentialOf(givenOutputs);
        double lowest = Double.POSITIVE_INFINITY;
        for (double each : potential) {
            lowest = Math.min(lowest, each);
        }
        for (int i = 0; i < density.length; i++) {
            density[i] = Math.exp(-(potential[i] - lowest) / neurons.temperature());
        }
        double mass = DensityKernels.moment(density, theta, spacing, 0);
        normalize();
        return Math.log(mass) - lowest / neurons.temperature();
    }

    private void potentialOf(double[] givenOutputs) {
        for (int mu = 0; mu < errors.length; mu++) {
            errors[mu] = (givenOutputs[mu] - neurons.target(mu)) / errors.length;
        }
        DensityKernels.potential(features, errors, theta, neurons.ridge(), potential);
    }

    /** A step of size dt: half an implicit step predicts the outputs that make the potential of the whole one. */
    void advance(double dt) {
        double mobility = neurons.temperature() * dt / (spacing * spacing);
        DensityKernels.outputs(features, density, spacing, outputs);
        potentialOf(outputs);
        DensityKernels.implicitStep(potential, neurons.temperature(), 0.5 * mobility, density, upper, half);
        DensityKernels.outputs(features, half, spacing, outputs);
        potentialOf(outputs);
        DensityKernels.implicitStep(potential, neurons.temperature(), mobility, density, upper, next);
        System.arraycopy(next, 0, density, 0, density.length);
    }

    NeuronState state(double time) {
        double[] f = new double[errors.length];
        DensityKernels.outputs(features, density, spacing, f);
        double mean = DensityKernels.moment(density, theta, spacing, 1);
        double square = DensityKernels.moment(density, theta, spacing, 2);
        double risk = neurons.risk(f);
        double free = risk
                + 0.5 * neurons.ridge() * square
                + neurons.temperature() * DensityKernels.entropyIntegral(density, spacing);
        return new NeuronState(time, f, risk, square - mean * mean, free);
    }

    double mass() {
        return DensityKernels.moment(density, theta, spacing, 0);
    }

    /** Mass in the outermost cells, a hundredth of the grid on either side. */
    double edgeMass() {
        int rim = Math.max(1, density.length / 100);
        double sum = 0;
        for (int i = 0; i < rim; i++) {
            sum += density[i] + density[density.length - 1 - i];
        }
        return sum * spacing;
    }
}

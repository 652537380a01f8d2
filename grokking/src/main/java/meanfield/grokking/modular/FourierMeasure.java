package meanfield.grokking.modular;

import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.network.FiniteNetwork;
import org.ejml.data.DMatrixRMaj;

/**
 * How much a network that adds modulo p computes with single frequencies.
 *
 * <pre>
 *   P_s = |Σ_a w_a e^{-2πi s a/p}|²,  s = 0 … ⌊p/2⌋ (s and p - s folded together)
 *   IPR = Σ_s P_s²/(Σ_s P_s)²                                                                                    (1)
 * </pre>
 *
 * Mean over neurons and over both halves of their input weights: 1 when every one is a single cosine, as in
 * {@link FourierSolution}; about 4/p for independent Gaussian weights when p is large. Source: [Gromov2023]; folding is ours.
 */
public final class FourierMeasure {
    private final int modulus;
    private final DMatrixRMaj waves;

    private FourierMeasure(int modulus, DMatrixRMaj waves) {
        this.modulus = modulus;
        this.waves = waves;
    }

    /** For a modulus. */
    public static FourierMeasure of(int modulus) {
        int frequencies = modulus / 2 + 1;
        DMatrixRMaj waves = new DMatrixRMaj(modulus, 2 * frequencies);
        for (int a = 0; a < modulus; a++) {
            for (int s = 0; s < frequencies; s++) {
                double angle = 2 * Math.PI * s * a / modulus;
                // s and p - s hold the same power: folded, they count twice
                double weight = s == 0 || 2 * s == modulus ? 1 : Math.sqrt(2);
                waves.set(a, 2 * s, weight * Math.cos(angle));
                waves.set(a, 2 * s + 1, weight * Math.sin(angle));
            }
        }
        return new FourierMeasure(modulus, waves);
    }

    /** (1) for the first layer of a network of {@link ModularAddition#shape}. */
    public double inverseParticipationRatio(FiniteNetwork network, LinearAlgebra algebra) {
        DMatrixRMaj weights = network.parameters().weight(0);
        int width = weights.numCols;
        double sum = 0;
        for (int half = 0; half < 2; half++) {
            DMatrixRMaj part = new DMatrixRMaj(modulus, width);
            System.arraycopy(weights.data, half * modulus * width, part.data, 0, modulus * width);
            DMatrixRMaj spectrum = algebra.multiplyTransA(part, waves);
            for (int k = 0; k < width; k++) {
                sum += ratio(spectrum, k);
            }
        }
        return sum / (2 * width);
    }

    private static double ratio(DMatrixRMaj spectrum, int row) {
        double total = 0;
        double squares = 0;
        for (int s = 0; s < spectrum.numCols; s += 2) {
            double re = spectrum.get(row, s);
            double im = spectrum.get(row, s + 1);
            double power = re * re + im * im;
            total += power;
            squares += power * power;
        }
        return total == 0 ? 0 : squares / (total * total);
    }
}

package meanfield.grokking.modular;

import meanfield.core.Require;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.network.FiniteNetwork;
import meanfield.core.random.PortableRandom;
import org.ejml.data.DMatrixRMaj;

/**
 * The closed-form network that adds modulo a prime p.
 *
 * <pre>
 *   s_k = 1 + (k mod (p-1)/2),   ω = 2π s_k/p,   phases u_k, v_k uniform on [0, 2π)
 *   W₁[k, a] = cos(ω a + u),   W₁[k, p+b] = cos(ω b + v),   W₂[c, k] = cos(ω c + u + v)                           (1)
 *   Σ_k W₂[c,k] (W₁ x)_k² → (N/4)·(1 if c = a+b mod p, else -1/(p-1))·2 + O(√N)                                   (2)
 * </pre>
 *
 * One cosine a neuron: the cross term of the square holds cos(ω(a+b) + u + v), which W₂ picks out; all else averages out over
 * phases, so that accuracy is 1 once N is a few times p. Accuracies do not depend on the scale of (1); losses are quoted at
 * the output scale that fits best. Source: [Gromov2023].
 */
public final class FourierSolution {
    private final ModularAddition task;
    private final FiniteNetwork network;

    private FourierSolution(ModularAddition task, FiniteNetwork network) {
        this.task = task;
        this.network = network;
    }

    /** (1) with phases 2π × uniforms of seed and seed + 1; the modulus must be a prime &ge; 3. */
    public static FourierSolution portable(ModularAddition task, int width, long seed, LinearAlgebra algebra) {
        int p = task.modulus();
        Require.atLeast("width", width, 1);
        Require.that(task.isPrime() && p >= 3, "modulus", "be a prime >= 3 for the closed-form solution", p);
        double[] u = PortableRandom.uniforms(seed, width);
        double[] v = PortableRandom.uniforms(seed + 1, width);
        double[] first = new double[width * 2 * p];
        double[] second = new double[p * width];
        for (int k = 0; k < width; k++) {
            double omega = 2 * Math.PI * (1 + k % ((p - 1) / 2)) / p;
            double phaseU = 2 * Math.PI * u[k];
            double phaseV = 2 * Math.PI * v[k];
            for (int a = 0; a < p; a++) {
                first[k * 2 * p + a] = StrictMath.cos(omega * a + phaseU);
                first[k * 2 * p + p + a] = StrictMath.cos(omega * a + phaseV);
                second[a * width + k] = StrictMath.cos(omega * a + phaseU + phaseV);
            }
        }
        return new FourierSolution(task, task.network(width, 1, first, second, algebra));
    }

    /** The network of (1). */
    public FiniteNetwork network() {
        return network;
    }

    /** Share of all p² sums that are right. */
    public double accuracy() {
        double right = task.train().accuracy(network.outputs(task.train().inputs()))
                * task.train().size();
        if (task.test() != null) {
            right += task.test().accuracy(network.outputs(task.test().inputs()))
                    * task.test().size();
        }
        return right / (task.modulus() * (double) task.modulus());
    }

    /** Mean square of y - c f over all pairs for the best c: 1/p - (Σ f y)²/(Σ f² p³). */
    public double bestLoss() {
        double product = 0;
        double square = 0;
        for (var data :
                task.test() == null ? java.util.List.of(task.train()) : java.util.List.of(task.train(), task.test())) {
            DMatrixRMaj outputs = network.outputs(data.inputs());
            for (int i = 0; i < outputs.data.length; i++) {
                product += outputs.data[i] * data.targets().data[i];
                square += outputs.data[i] * outputs.data[i];
            }
        }
        double p = task.modulus();
        return 1 / p - product * product / (square * p * p * p);
    }
}

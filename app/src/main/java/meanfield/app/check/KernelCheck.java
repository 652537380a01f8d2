package meanfield.app.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import meanfield.core.activation.StandardActivation;
import meanfield.core.check.CheckInputs;
import meanfield.core.check.CheckPlan;
import meanfield.core.check.CheckResult;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.network.Parameterization;
import meanfield.core.random.RandomStream;
import meanfield.ntk.kernel.KernelKind;
import meanfield.ntk.kernel.KernelPair;
import meanfield.ntk.kernel.KernelRecursion;
import meanfield.ntk.network.WideNetwork;
import org.ejml.data.DMatrixRMaj;

/** Kernels of networks through a backend, from the architecture to the matrix, against another backend. */
final class KernelCheck {
    private static final double BOUND = 1e-12;

    /** From 224 inputs on all layers are one step where the angle alone counts. */
    private static final int[] SIZES = {1, 2, 17, 130, 300};

    private final LinearAlgebra candidate;
    private final LinearAlgebra trusted;
    private final CheckPlan plan;

    KernelCheck(LinearAlgebra candidate, LinearAlgebra trusted, CheckPlan plan) {
        this.candidate = candidate;
        this.trusted = trusted;
        this.plan = plan;
    }

    void run(Consumer<CheckResult> results) {
        networks().forEach((name, network) -> {
            double worst = 0;
            int cases = 0;
            for (CheckInputs inputs : CheckInputs.values()) {
                RandomStream random = RandomStream.of(plan.seed()).child(name).child(inputs.label());
                for (int n : SIZES) {
                    DMatrixRMaj x = inputs.matrix(n, 24, random);
                    DMatrixRMaj y = inputs.matrix(n / 2 + 1, 24, random);
                    worst = larger(worst, error(network, x, null));
                    worst = larger(worst, error(network, x, y));
                    cases += 2;
                }
            }
            results.accept(CheckResult.error("networks, " + name, cases, worst, BOUND));
        });
    }

    private static Map<String, WideNetwork> networks() {
        WideNetwork relu = WideNetwork.of(StandardActivation.RELU).withWeightVariance(2);
        WideNetwork erf = WideNetwork.of(StandardActivation.ERF).withWeightVariance(1.5);
        Map<String, WideNetwork> networks = new LinkedHashMap<>();
        networks.put("ReLU, depth 10", relu.withDepth(10));
        networks.put("ReLU with biases, depth 4", relu.withDepth(4).withBiasVariance(0.1));
        networks.put(
                "ReLU in standard parameterization, depth 2",
                relu.withDepth(2).withBiasVariance(0.3).withParameterization(Parameterization.STANDARD));
        networks.put("erf with biases, depth 3", erf.withDepth(3).withBiasVariance(0.1));
        networks.put("GELU, depth 2", WideNetwork.of(StandardActivation.GELU).withDepth(2));
        return networks;
    }

    /** max |k - k'| / √(k_ii k_jj) over both kernels; others may be null. */
    private double error(WideNetwork network, DMatrixRMaj x, DMatrixRMaj y) {
        KernelPair actual = kernels(network, candidate, x, y);
        KernelPair expected = kernels(network, trusted, x, y);
        KernelRecursion recursion = KernelRecursion.of(network).withLinearAlgebra(trusted);
        double worst = 0;
        for (KernelKind kind : KernelKind.values()) {
            double[] rows = diagonal(recursion.kernels(x).get(kind));
            double[] columns = y == null ? rows : diagonal(recursion.kernels(y).get(kind));
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < columns.length; j++) {
                    double difference = Math.abs(
                            actual.get(kind).get(i, j) - expected.get(kind).get(i, j));
                    worst = larger(worst, difference == 0 ? 0 : difference / Math.sqrt(rows[i] * columns[j]));
                }
            }
        }
        return worst;
    }

    private static KernelPair kernels(WideNetwork network, LinearAlgebra algebra, DMatrixRMaj x, DMatrixRMaj y) {
        KernelRecursion recursion = KernelRecursion.of(network).withLinearAlgebra(algebra);
        return y == null ? recursion.kernels(x) : recursion.kernels(x, y);
    }

    private static double[] diagonal(DMatrixRMaj square) {
        double[] diagonal = new double[square.numRows];
        for (int i = 0; i < diagonal.length; i++) {
            diagonal[i] = square.get(i, i);
        }
        return diagonal;
    }

    /** The larger; a missing number is the largest of all. */
    private static double larger(double a, double b) {
        return Double.isNaN(a) || Double.isNaN(b) ? Double.NaN : Math.max(a, b);
    }
}

package meanfield.ntk.finitewidth;

import java.util.List;
import java.util.Optional;
import meanfield.core.Require;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.network.EmpiricalKernels;
import meanfield.core.network.FiniteNetwork;
import meanfield.core.network.NetworkShape;
import meanfield.core.parallel.Workers;
import meanfield.core.random.RandomStream;
import meanfield.ntk.empirical.ArrayNetwork;
import meanfield.ntk.empirical.ArrayNetworkKernels;
import meanfield.ntk.network.Architecture;
import org.ejml.data.DMatrixRMaj;

/**
 * Kernels as means over random networks, with standard errors: for networks whose limit is not known, and to see whether a
 * width is wide enough.
 *
 * <pre>
 *   mean = (1/M) Σ_m K̂_m,   stdErr = √(Σ_m (K̂_m - mean)²/(M(M-1)))   entry by entry                             (1)
 * </pre>
 *
 * K̂ is the output covariance given the hidden layers, {@link EmpiricalKernels#conditionalNngp}, whose mean is that of
 * f fᵀ with the readout's noise taken out; Θ̂ is {@link EmpiricalKernels#ntk}, averaged over outputs.
 *
 * <p>The mean over networks is the kernel of this width: its distance to the infinite-width limit is O(1/n) and no standard
 * error knows of it, see {@link KernelFluctuations}. Shapes: inputs P × D, kernels P × P or P × Q. Dense networks of any
 * parameterization, and architectures with convolutions and branches.
 *
 * <p>Cost: M forward and backward passes; P Q numbers a network in flight. Networks are drawn from children 0 … M - 1 of the
 * stream and summed in that order: the bits do not depend on the workers. Source: [Novak2020].
 */
public final class MonteCarloKernel {
    private static final int BATCH = 16;

    private final Ensemble ensemble;
    private final int networks;
    private final Workers workers;
    private final LinearAlgebra linearAlgebra;

    /** How one network is drawn and measured; without other inputs the kernels are of the inputs with themselves. */
    private interface Ensemble {
        EmpiricalKernels draw(
                RandomStream random, LinearAlgebra algebra, DMatrixRMaj inputs, Optional<DMatrixRMaj> others);
    }

    private MonteCarloKernel(Ensemble ensemble, int networks, Workers workers, LinearAlgebra linearAlgebra) {
        this.ensemble = ensemble;
        this.networks = networks;
        this.workers = workers;
        this.linearAlgebra = linearAlgebra;
    }

    /** A hundred networks of this shape, on the caller's thread. */
    public static MonteCarloKernel of(NetworkShape shape) {
        Require.present("shape", shape);
        return of((random, algebra, inputs, others) -> {
            FiniteNetwork network = FiniteNetwork.draw(shape, random, algebra);
            return others.isPresent()
                    ? EmpiricalKernels.of(network, inputs, others.get())
                    : EmpiricalKernels.of(network, inputs);
        });
    }

    /** A hundred networks of this architecture at the widths that it names, on the caller's thread. */
    public static MonteCarloKernel of(Architecture architecture) {
        Require.present("architecture", architecture);
        return of((random, algebra, inputs, others) -> {
            ArrayNetwork network = ArrayNetwork.draw(architecture, inputs.numCols, random, algebra);
            return others.isPresent()
                    ? ArrayNetworkKernels.of(network, inputs, others.get())
                    : ArrayNetworkKernels.of(network, inputs);
        });
    }

    private static MonteCarloKernel of(Ensemble ensemble) {
        return new MonteCarloKernel(ensemble, 100, Workers.serial(), LinearAlgebras.automatic());
    }

    /** The same with this many networks, at least 2. */
    public MonteCarloKernel withNetworks(int value) {
        return new MonteCarloKernel(ensemble, Require.atLeast("networks", value, 2), workers, linearAlgebra);
    }

    /** The same with networks in parallel. */
    public MonteCarloKernel withWorkers(Workers value) {
        return new MonteCarloKernel(ensemble, networks, Require.present("workers", value), linearAlgebra);
    }

    /** The same with this library. */
    public MonteCarloKernel withLinearAlgebra(LinearAlgebra value) {
        return new MonteCarloKernel(ensemble, networks, workers, Require.present("linearAlgebra", value));
    }

    /**
     * Both kernels.
     *
     * @param nngp mean of K̂
     * @param nngpStdErr its standard error
     * @param ntk mean of Θ̂
     * @param ntkStdErr its standard error
     * @param networks M
     */
    public record Estimate(
            DMatrixRMaj nngp, DMatrixRMaj nngpStdErr, DMatrixRMaj ntk, DMatrixRMaj ntkStdErr, int networks) {}

    /** Kernels of the inputs with themselves. */
    public Estimate estimate(DMatrixRMaj inputs, RandomStream random) {
        Require.present("inputs", inputs);
        return average(inputs, inputs.numRows, Optional.empty(), random);
    }

    /** Kernels of the inputs (rows) with other inputs (columns). */
    public Estimate estimate(DMatrixRMaj inputs, DMatrixRMaj others, RandomStream random) {
        Require.present("inputs", inputs);
        Require.present("others", others);
        return average(inputs, others.numRows, Optional.of(others), random);
    }

    private Estimate average(DMatrixRMaj inputs, int columns, Optional<DMatrixRMaj> others, RandomStream random) {
        Require.present("random", random);
        RunningMean nngp = new RunningMean(inputs.numRows, columns);
        RunningMean ntk = new RunningMean(inputs.numRows, columns);
        for (int from = 0; from < networks; from += BATCH) {
            int first = from;
            List<EmpiricalKernels> drawn = workers.map(
                    Math.min(BATCH, networks - from),
                    m -> ensemble.draw(random.child(first + m), linearAlgebra, inputs, others));
            for (EmpiricalKernels kernels : drawn) {
                nngp.add(kernels.conditionalNngp());
                ntk.add(kernels.ntk());
            }
        }
        return new Estimate(nngp.mean(), nngp.standardError(), ntk.mean(), ntk.standardError(), networks);
    }
}

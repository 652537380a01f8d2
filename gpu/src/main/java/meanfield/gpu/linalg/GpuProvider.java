package meanfield.gpu.linalg;

import java.util.Optional;
import meanfield.core.linalg.Backend;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.linalg.LinearAlgebraProvider;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.gpu.library.GpuLibraries;

/** The GPU as a backend, found by {@link java.util.ServiceLoader}. */
public final class GpuProvider implements LinearAlgebraProvider {
    @Override
    public String name() {
        return Backend.GPU.spelling();
    }

    @Override
    public Optional<String> unavailableReason() {
        return GpuLibraries.unavailableReason();
    }

    @Override
    public LinearAlgebra create(int threads) {
        LinearAlgebra cpu = LinearAlgebras.select(Backend.AUTO, threads).linearAlgebra();
        return GpuLinearAlgebra.open(cpu, GpuLibraries.probe().description());
    }
}

package meanfield.gpu.check;

import java.util.Optional;
import java.util.function.Consumer;
import meanfield.core.check.BackendCheck;
import meanfield.core.check.CheckPlan;
import meanfield.core.check.CheckResult;
import meanfield.core.check.LinearAlgebraCheck;
import meanfield.core.check.PairCheck;
import meanfield.core.linalg.Backend;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.pairs.Precision;
import meanfield.gpu.device.Device;
import meanfield.gpu.library.GpuLibraries;
import meanfield.gpu.linalg.GpuLinearAlgebra;
import meanfield.gpu.pairs.DevicePairs;
import meanfield.gpu.pairs.Limits;

/** The GPU examines itself: every operation on the device, whatever its size, then again in blocks as if its memory were small. */
public final class GpuCheck implements BackendCheck {
    /** Tiles of 48 rows, 4 MB of memory: every block and every tile end, at sizes that a CPU checks quickly. */
    private static final Limits SMALL = new Limits(48, 4_000_000);

    @Override
    public Backend backend() {
        return Backend.GPU;
    }

    @Override
    public Optional<String> unavailableReason() {
        return GpuLibraries.unavailableReason();
    }

    @Override
    public String description() {
        return GpuLibraries.probe().description();
    }

    @Override
    public void correctness(CheckPlan plan, Consumer<CheckResult> results) {
        int threads = Runtime.getRuntime().availableProcessors();
        LinearAlgebra cpu = LinearAlgebras.select(Backend.AUTO, threads).linearAlgebra();
        CheckPlan choice = new CheckPlan(true, plan.seed());
        new LinearAlgebraCheck(GpuLinearAlgebra.open(cpu, description(), 0, Limits.NONE), cpu, plan).run(results);
        new LinearAlgebraCheck(GpuLinearAlgebra.open(cpu, description(), 0, SMALL), cpu, choice)
                .run(result -> results.accept(inBlocks(result)));
        Device device = Device.open(0);
        try {
            try (DevicePairs pairs = DevicePairs.on(device)) {
                new PairCheck(pairs, plan, Precision.DOUBLE).run(results);
                new PairCheck(pairs, plan, Precision.SINGLE).run(results);
            }
            try (DevicePairs pairs = DevicePairs.on(device, SMALL)) {
                new PairCheck(pairs, choice, Precision.DOUBLE).run(result -> results.accept(inBlocks(result)));
            }
            new SinglePrecision(device, plan).run(results);
        } finally {
            device.close();
        }
    }

    @Override
    public void speed(CheckPlan plan, int size, int dimension, Consumer<CheckResult> results) {
        Device device = Device.open(0);
        try {
            new Rates(device, plan, results).run(size, dimension);
        } finally {
            device.close();
        }
    }

    private static CheckResult inBlocks(CheckResult result) {
        return new CheckResult(
                result.group(),
                result.subject() + ", in blocks of 48",
                result.cases(),
                result.measured(),
                result.unit(),
                result.bound(),
                result.rule());
    }
}

package meanfield.app.check;

import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import meanfield.app.command.CommandPlugin;
import meanfield.app.console.Console;
import meanfield.core.Require;
import meanfield.core.check.BackendCheck;
import meanfield.core.check.CheckPlan;
import meanfield.core.check.CheckResult;
import meanfield.core.linalg.Backend;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.experiment.store.AtomicFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gpu-check}: whether the GPU of this machine computes what it should, and how fast. */
@Command(
        name = "gpu-check",
        description = "Check the GPU of this machine: every operation against the CPU, then its speed. Prints one table"
                + " and writes it as JSON; exit 0 all passed, 1 some failed, 2 no GPU.")
public final class GpuCheckCommand implements CommandPlugin, Callable<Integer> {
    private static final int DIMENSION = 784;
    private static final int QUICK_SIZE = 1_000;

    private Supplier<Console> console;

    @Option(names = "--quick", description = "A choice of sizes and a small kernel, in seconds.")
    private boolean quick;

    @Option(
            names = "--size",
            paramLabel = "N",
            defaultValue = "50000",
            description = "Inputs of the kernel that is timed; fewer where Java has too little memory (default:"
                    + " ${DEFAULT-VALUE}; 1000 with --quick).")
    private int size;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the inputs (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "out/gpu-check.json",
            description = "Where the JSON goes (default: ${DEFAULT-VALUE}).")
    private Path out;

    /** For the service loader. */
    public GpuCheckCommand() {}

    @Override
    public void attach(Supplier<Console> value) {
        this.console = value;
    }

    @Override
    public Integer call() {
        Require.atLeast("--size", size, 2);
        Console output = console.get();
        LinearAlgebra device = LinearAlgebras.select(Backend.GPU, 1).linearAlgebra();
        AtomicFiles.requireWritable(out.toAbsolutePath().getParent());
        int threads = Runtime.getRuntime().availableProcessors();
        LinearAlgebra host = LinearAlgebras.select(Backend.AUTO, threads).linearAlgebra();
        LinearAlgebra hostTile = LinearAlgebras.select(Backend.AUTO, 1).linearAlgebra();
        output.note("device: " + device.description());
        output.note("host: " + host.description());
        CheckPlan plan = new CheckPlan(quick, seed);
        CheckReport report = new CheckReport(device.description(), host.description(), quick, seed);
        Listener listener = new Listener(report, output);

        int wanted = quick ? Math.min(size, QUICK_SIZE) : size;
        int affordable = EndToEnd.affordable(wanted, Runtime.getRuntime().maxMemory());
        if (affordable < wanted) {
            output.note("timed with " + affordable + " inputs in place of " + wanted
                    + ": Java's memory holds no more (MEANFIELD_JAVA_OPTS=-Xmx... gives it more)");
        }
        Optional<BackendCheck> own = ServiceLoader.load(BackendCheck.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(check -> check.backend() == Backend.GPU)
                .findFirst();
        own.ifPresent(check -> {
            check.correctness(plan, listener::accept);
            check.speed(plan, affordable, DIMENSION, listener::accept);
        });
        new KernelCheck(device, hostTile, plan).run(listener::accept);
        new EndToEnd(device, hostTile, threads).run(affordable, DIMENSION, seed, listener::accept);

        AtomicFiles.write(out, report.json());
        report.table(output.width()).forEach(output::result);
        output.result(report.verdict() + " (" + out + ")");
        return report.passed() ? 0 : 1;
    }

    /** Notes what failed as soon as it is known. */
    private record Listener(CheckReport report, Console console) {
        void accept(CheckResult result) {
            report.add(result);
            console.note((result.passed() ? "  " : "  FAILED ") + result.subject());
        }
    }
}

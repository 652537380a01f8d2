package meanfield.app.check;

import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
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
        LinearAlgebra host = LinearAlgebras.select(Backend.AUTO, 1).linearAlgebra();
        output.note("device: " + device.description());
        output.note("host: " + host.description());
        CheckReport report = new CheckReport(device.description(), host.description(), quick, seed);
        examine(device, host, new Listener(report, output));
        AtomicFiles.write(out, report.json());
        report.table(output.width()).forEach(output::result);
        output.result(report.verdict() + " (" + out + ")");
        return report.passed() ? 0 : 1;
    }

    private void examine(LinearAlgebra device, LinearAlgebra host, Listener results) {
        CheckPlan plan = new CheckPlan(quick, seed);
        int wanted = quick ? Math.min(size, QUICK_SIZE) : size;
        int affordable = EndToEnd.affordable(wanted, Runtime.getRuntime().maxMemory());
        if (affordable < wanted) {
            results.console()
                    .note("timed with " + affordable + " inputs in place of " + wanted
                            + ": Java's memory holds no more (MEANFIELD_JAVA_OPTS=-Xmx... gives it more)");
        }
        ServiceLoader.load(BackendCheck.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(check -> check.backend() == Backend.GPU)
                .forEach(check -> {
                    results.attempt("operations on the device", () -> check.correctness(plan, results));
                    results.attempt("rates of the device", () -> check.speed(plan, affordable, DIMENSION, results));
                });
        results.attempt("networks", () -> new KernelCheck(device, host, plan).run(results));
        int threads = Runtime.getRuntime().availableProcessors();
        results.attempt(
                "end to end", () -> new EndToEnd(device, host, threads).run(affordable, DIMENSION, seed, results));
    }

    /** Takes results as they come and notes them; a failure in the midst of a part is a result too. */
    private record Listener(CheckReport report, Console console) implements Consumer<CheckResult> {
        @Override
        public void accept(CheckResult result) {
            report.add(result);
            console.note((result.passed() ? "  " : "  FAILED ") + result.subject());
        }

        void attempt(String part, Runnable work) {
            try {
                work.run();
            } catch (RuntimeException e) {
                accept(CheckResult.error(part + " ended with: " + e.getMessage(), 1, Double.NaN, 0));
            }
        }
    }
}

package meanfield.app.doctor;

import java.awt.GraphicsEnvironment;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import meanfield.app.console.Words;
import meanfield.app.session.Session;
import meanfield.core.linalg.Backend;
import meanfield.core.linalg.BackendChoice;
import meanfield.core.linalg.BackendStatus;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.experiment.Experiments;
import meanfield.experiment.chart.text.ChartFonts;
import meanfield.experiment.store.AtomicFiles;

/** Looks at the machine and says what will be used and why. Every finding is tried, not guessed. */
public final class Doctor {
    private Doctor() {}

    /**
     * Everything worth knowing, in the order a reader asks.
     *
     * @param requested the backend that the user asked for
     * @param threads threads that a command would compute with
     * @param output folder that results would go to
     */
    public static List<Finding> examine(Backend requested, int threads, Path output) {
        List<Finding> findings = new ArrayList<>();
        findings.add(java());
        findings.add(cores(threads));
        findings.add(memory());
        LinearAlgebras.statuses().forEach(status -> findings.add(backend(status)));
        findings.add(chosen(requested));
        findings.add(spark());
        findings.add(fonts());
        findings.add(display());
        findings.add(maven());
        findings.add(output(output));
        findings.add(experiments());
        return findings;
    }

    private static Finding java() {
        return Finding.ok(
                "Java",
                System.getProperty("java.version") + ", " + System.getProperty("java.vendor") + ", "
                        + System.getProperty("java.vm.name") + " on " + System.getProperty("os.name") + " "
                        + System.getProperty("os.arch"));
    }

    private static Finding cores(int threads) {
        int cores = Runtime.getRuntime().availableProcessors();
        return Finding.ok("Cores", Words.count(cores, "core") + "; commands use " + Words.count(threads, "thread"));
    }

    private static Finding memory() {
        String heap = Words.bytes(Runtime.getRuntime().maxMemory());
        String machine =
                ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                        ? Words.bytes(system.getTotalMemorySize())
                        : "unknown";
        return Finding.ok(
                "Memory",
                "machine " + machine + ", of which Java may use " + heap + " (MEANFIELD_JAVA_OPTS=-Xmx… changes it)");
    }

    private static Finding backend(BackendStatus status) {
        String subject =
                switch (status.backend()) {
                    case NATIVE -> "Native BLAS";
                    case GPU -> "GPU";
                    default -> "EJML";
                };
        boolean gpu = status.backend() == Backend.GPU;
        if (status.available()) {
            return Finding.ok(subject, status.detail() + (gpu ? "; used with --backend gpu" : ""));
        }
        String reason = status.detail().replaceFirst("^backend \\w+ is not available: ", "");
        return Finding.absent(
                subject,
                "not used: " + reason + (gpu ? "; kernels are computed on the CPU" : "; EJML takes its place"));
    }

    private static Finding chosen(Backend requested) {
        try {
            BackendChoice choice = LinearAlgebras.select(requested, 1);
            return Finding.ok(
                    "Linear algebra",
                    "--backend " + requested.spelling() + " uses "
                            + choice.linearAlgebra().description() + " (" + choice.reason()
                            + "); one thread inside experiments, so that results are the same on any number of cores");
        } catch (IllegalArgumentException e) {
            return Finding.problem("Linear algebra", e.getMessage());
        }
    }

    private static Finding spark() {
        return Session.runners()
                .map(runner -> Finding.ok("Spark", runner.description() + "; --runner spark computes sweeps there"))
                .findFirst()
                .orElseGet(() -> Finding.absent(
                        "Spark", "not part of this build; sweeps run on the local cores (--runner spark builds it)"));
    }

    private static Finding fonts() {
        String report = ChartFonts.report();
        return report.startsWith("figures cannot be drawn")
                ? Finding.problem("Fonts", report)
                : Finding.ok("Fonts", report);
    }

    private static Finding display() {
        return GraphicsEnvironment.isHeadless()
                ? Finding.absent("Display", "not needed: figures are written to files")
                : Finding.ok("Display", "present; figures are written to files all the same");
    }

    private static Finding maven() {
        return onPath("mvn")
                .map(file -> Finding.ok("Maven", file + " (needed only to build)"))
                .orElse(Finding.absent("Maven", "not on the PATH; needed only to build again after sources change"));
    }

    private static Finding output(Path folder) {
        try {
            AtomicFiles.requireWritable(folder);
            return Finding.ok("Output", folder.toAbsolutePath().normalize() + " can be written");
        } catch (IllegalArgumentException e) {
            return Finding.problem("Output", e.getMessage());
        }
    }

    private static Finding experiments() {
        int count = Experiments.all().size();
        return count > 0
                ? Finding.ok("Experiments", count + " found")
                : Finding.problem("Experiments", "none found on the class path; build again");
    }

    private static Optional<Path> onPath(String program) {
        String path = System.getenv("PATH");
        return path == null
                ? Optional.empty()
                : Stream.of(path.split(File.pathSeparator))
                        .filter(folder -> !folder.isEmpty())
                        .map(folder -> Path.of(folder, program))
                        .filter(file -> file.toFile().canExecute())
                        .findFirst();
    }
}

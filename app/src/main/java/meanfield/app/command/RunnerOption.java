package meanfield.app.command;

import java.util.Optional;
import meanfield.app.session.Session;
import meanfield.core.tiles.TileEngine;
import picocli.CommandLine.Option;

/** {@code --runner} of the commands that compute kernels. */
final class RunnerOption {
    @Option(
            names = "--runner",
            paramLabel = "NAME",
            defaultValue = "local",
            description = "Where the kernel is computed: local, or spark[:MASTER] (default: ${DEFAULT-VALUE}).")
    private String runner;

    /** Whether the kernel is computed on this machine. */
    boolean isLocal() {
        return runner.equals("local");
    }

    /** The engine elsewhere, for the caller to close; empty for this machine. */
    Optional<TileEngine> open(Session session) {
        return session.tileEngine(runner);
    }
}

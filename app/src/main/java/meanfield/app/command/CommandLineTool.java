package meanfield.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CancellationException;
import meanfield.app.console.Console;
import meanfield.app.console.Interruption;
import meanfield.app.console.UserError;
import meanfield.app.console.Words;
import meanfield.core.NonConvergenceException;
import meanfield.core.linalg.BackendException;
import meanfield.experiment.BuildInfo;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The whole command line as a function from arguments to an exit code; {@code main} and the tests call it. */
public final class CommandLineTool {
    private final Console console;
    private final Interruption interruption;

    /** A tool that speaks to this console and stops when asked. */
    public CommandLineTool(Console console, Interruption interruption) {
        this.console = console;
        this.interruption = interruption;
    }

    /** Runs one command. */
    public int run(String... arguments) {
        MeanfieldCommand root = new MeanfieldCommand(console, interruption);
        CommandLine line = new CommandLine(root)
                .setOut(console.out())
                .setErr(console.err())
                .setUsageHelpWidth(Math.max(80, console.width()))
                .setUsageHelpAutoWidth(false)
                .setParameterExceptionHandler((e, args) -> usageError(e))
                .setExecutionExceptionHandler((e, command, result) -> failure(e, root.debug()));
        for (CommandPlugin plugin : ServiceLoader.load(CommandPlugin.class)) {
            plugin.attach(root::console);
            line.addSubcommand(plugin);
        }
        String version = "meanfield " + BuildInfo.version();
        line.getCommandSpec().version(version);
        line.getSubcommands().values().forEach(sub -> sub.getCommandSpec().version(version));
        int code = execute(line, arguments);
        console.out().flush();
        console.err().flush();
        return code;
    }

    /** Errors are told like exceptions, so that the user sees one line there too. */
    private int execute(CommandLine line, String[] arguments) {
        try {
            return line.execute(arguments);
        } catch (OutOfMemoryError e) {
            console.error("out of memory; Java has "
                    + Words.bytes(Runtime.getRuntime().maxMemory()) + ", MEANFIELD_JAVA_OPTS=-Xmx... gives it more");
            return ExitCode.INCOMPLETE;
        } catch (LinkageError | StackOverflowError e) {
            console.error("internal error: " + e);
            return ExitCode.INCOMPLETE;
        }
    }

    private int usageError(ParameterException e) {
        CommandLine command = e.getCommandLine();
        String hint = " (see " + command.getCommandSpec().qualifiedName() + " --help)";
        if (e instanceof UnmatchedArgumentException unmatched) {
            console.error(unmatched(unmatched) + hint);
        } else {
            console.error(e.getMessage() + hint);
        }
        return ExitCode.BAD_INPUT;
    }

    private static String unmatched(UnmatchedArgumentException e) {
        String word = e.getUnmatched().get(0);
        CommandLine command = e.getCommandLine();
        boolean isOption = word.startsWith("-");
        List<String> options = new ArrayList<>();
        if (isOption) {
            command.getCommandSpec().options().stream()
                    .filter(option -> !option.hidden())
                    .forEach(option -> options.add(option.longestName()));
        } else {
            options.addAll(command.getSubcommands().keySet());
        }
        if (!isOption && options.isEmpty()) {
            return command.getCommandName() + " takes no argument " + word;
        }
        return Choice.unknown(isOption ? "option" : "command", word, options);
    }

    private int failure(Exception e, boolean debug) {
        if (debug) {
            e.printStackTrace(console.err());
        }
        if (e instanceof CancellationException) {
            console.error(e.getMessage() == null ? "interrupted" : e.getMessage());
            return ExitCode.INTERRUPTED;
        }
        if (e instanceof NonConvergenceException || e instanceof BackendException) {
            console.error(e.getMessage());
            return ExitCode.INCOMPLETE;
        }
        if (e instanceof UserError || e instanceof IllegalArgumentException) {
            console.error(e.getMessage());
            return ExitCode.BAD_INPUT;
        }
        console.error("internal error: " + e + (debug ? "" : " (run the same command with --debug for the trace)"));
        return ExitCode.INCOMPLETE;
    }
}

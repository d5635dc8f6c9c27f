package io.epochdesk.cli;

import io.epochdesk.diagnostics.Diagnostics;
import io.epochdesk.fault.FaultException;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The command line as a whole: arguments in, exit code out.
 *
 * <p>What a command understands is read from its annotations, and reading those of all commands
 * takes longer than most commands do: where the first argument names one, only that one is made.
 */
public final class HeadlessCommands {

    private static final Set<String> VERSION = Set.of("--version", "-V");

    private final Surroundings surroundings;
    private final FaultReport faults;
    private final Map<String, Supplier<Object>> commands = new LinkedHashMap<>();

    /**
     * Commands that work in these surroundings.
     *
     * @param rehearsals keeps rehearsals running
     */
    public HeadlessCommands(Surroundings surroundings, RehearsalHost rehearsals) {
        this.surroundings = surroundings;
        faults = new FaultReport(surroundings);
        commands.put("status", () -> new StatusCommand(surroundings));
        commands.put("verify", () -> new VerifyCommand(surroundings));
        commands.put("doctor", () -> new DoctorCommand(surroundings));
        commands.put("nodes", () -> NodesCommand.of(surroundings));
        commands.put("plan", () -> new PlanCommand(surroundings));
        commands.put("build", () -> new BuildCommand(surroundings));
        commands.put("send", () -> new SendCommand(surroundings));
        commands.put("keys", () -> KeysCommand.of(surroundings));
        commands.put("rehearse", () -> new RehearseCommand(surroundings, rehearsals));
    }

    /** Adds the command that tells about the console itself. */
    public HeadlessCommands diagnosing(Diagnostics diagnostics, Streams streams) {
        commands.put("diagnostics", () -> new DiagnosticsCommand(diagnostics, streams));
        return this;
    }

    /** Runs a command and answers its exit code; nothing is thrown. */
    public int run(String... arguments) {
        return line(arguments.length == 0 ? "" : arguments[0]).execute(arguments);
    }

    private CommandLine line(String first) {
        CommandLine line = new CommandLine(new RootCommand());
        commands.forEach(
                (name, make) -> {
                    boolean meant = name.equals(first) || !commands.containsKey(first);
                    if (meant && !VERSION.contains(first)) {
                        line.addSubcommand(name, make.get());
                    }
                });
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(surroundings.streams().out())
                .setErr(surroundings.streams().err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpWidth(100)
                .setUsageHelpAutoWidth(false)
                .setParameterExceptionHandler(this::wrongUsage)
                .setExecutionExceptionHandler((failure, command, _) -> failed(failure, command));
    }

    private int wrongUsage(CommandLine.ParameterException complaint, String[] arguments) {
        PrintWriter err = surroundings.streams().err();
        err.println(complaint.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(complaint, err)) {
            complaint.getCommandLine().usage(err, Ansi.OFF);
        }
        err.flush();
        return ExitCode.USAGE.code();
    }

    private int failed(Exception failure, CommandLine command) {
        boolean json = command.getCommand() instanceof StatusCommand status && status.json();
        return (failure instanceof FaultException told
                        ? faults.tell(told.fault(), json)
                        : faults.tellUnexpected(failure, json))
                .code();
    }
}

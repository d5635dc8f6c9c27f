package io.epochdesk.cli;

import io.epochdesk.diagnostics.Diagnostics;
import io.epochdesk.fault.FaultException;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The command line as a whole: arguments in, exit code out. */
public final class HeadlessCommands {

    private final CommandLine line;
    private final FaultReport faults;

    /**
     * Commands that work in these surroundings.
     *
     * @param rehearsals keeps rehearsals running
     */
    public HeadlessCommands(Surroundings surroundings, RehearsalHost rehearsals) {
        faults = new FaultReport(surroundings);
        line =
                new CommandLine(new RootCommand())
                        .addSubcommand("status", new StatusCommand(surroundings))
                        .addSubcommand("verify", new VerifyCommand(surroundings))
                        .addSubcommand("doctor", new DoctorCommand(surroundings))
                        .addSubcommand("keys", KeysCommand.of(surroundings))
                        .addSubcommand("rehearse", new RehearseCommand(surroundings, rehearsals))
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setOut(surroundings.streams().out())
                        .setErr(surroundings.streams().err())
                        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                        .setUsageHelpWidth(100)
                        .setUsageHelpAutoWidth(false)
                        .setParameterExceptionHandler(this::wrongUsage)
                        .setExecutionExceptionHandler(
                                (failure, command, _) -> failed(failure, command));
    }

    /** Adds the command that tells about the console itself. */
    public HeadlessCommands diagnosing(Diagnostics diagnostics, Streams streams) {
        line.addSubcommand("diagnostics", new DiagnosticsCommand(diagnostics, streams));
        return this;
    }

    /** Runs a command and answers its exit code; nothing is thrown. */
    public int run(String... arguments) {
        return line.execute(arguments);
    }

    private int wrongUsage(CommandLine.ParameterException complaint, String[] arguments) {
        line.getErr().println(complaint.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(complaint, line.getErr())) {
            complaint.getCommandLine().usage(line.getErr(), Ansi.OFF);
        }
        line.getErr().flush();
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

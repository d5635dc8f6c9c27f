package io.epochdesk.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code keys}: names what can be done with the vault. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = RootCommand.Version.class,
        resourceBundle = "io.epochdesk.text.cli")
final class KeysCommand implements Runnable {

    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), spec.resourceBundle().getString("missingCommand"));
        }
    }

    /** The command with everything below it. */
    static CommandLine of(Surroundings surroundings) {
        VaultDesk desk = new VaultDesk(surroundings);
        return new CommandLine(new KeysCommand())
                .addSubcommand("list", new KeysListCommand(desk))
                .addSubcommand("make", new KeysMakeCommand(desk))
                .addSubcommand("add", new KeysAddCommand(desk))
                .addSubcommand("import", new KeysImportCommand(desk))
                .addSubcommand("export", new KeysExportCommand(desk))
                .addSubcommand("rename", new KeysRenameCommand(desk))
                .addSubcommand("assign", new KeysAssignCommand(desk))
                .addSubcommand("destroy", new KeysDestroyCommand(desk))
                .addSubcommand("backup", new KeysBackupCommand(desk))
                .addSubcommand("restore-drill", new KeysDrillCommand(desk))
                .addSubcommand("restore", new KeysRestoreCommand(desk))
                .addSubcommand("passwd", new KeysPasswdCommand(desk))
                .addSubcommand("narrow", new KeysNarrowCommand(desk));
    }
}

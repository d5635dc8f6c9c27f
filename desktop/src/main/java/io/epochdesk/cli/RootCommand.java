package io.epochdesk.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** {@code epochdesk} itself: names the commands. */
@Command(
        name = "epochdesk",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = RootCommand.Version.class,
        resourceBundle = "io.epochdesk.text.cli")
final class RootCommand implements Runnable {

    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), spec.resourceBundle().getString("missingCommand"));
        }
    }

    /** The version that the build wrote beside the classes. */
    static final class Version implements IVersionProvider {

        private static final String FILE = "/io/epochdesk/version.txt";

        @Override
        public String[] getVersion() throws IOException {
            try (InputStream file = RootCommand.class.getResourceAsStream(FILE)) {
                if (file == null) {
                    throw new IllegalStateException("the console ships without " + FILE);
                }
                String version = new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
                return new String[] {"epochdesk " + version};
            }
        }
    }
}

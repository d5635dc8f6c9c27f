package io.epochdesk.cli;

import io.epochdesk.diagnostics.Diagnostics;
import io.epochdesk.keys.bootstrap.NodeFiles;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code diagnostics}: shows what the console tells about itself, and saves it if asked to. */
@Command(
        name = "diagnostics",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class,
        resourceBundle = "io.epochdesk.text.cli")
final class DiagnosticsCommand implements Callable<Integer> {

    private final Diagnostics diagnostics;
    private final Streams streams;

    @Option(names = "--output", paramLabel = "FILE", descriptionKey = "diagnosticsOutput")
    private @Nullable Path output;

    DiagnosticsCommand(Diagnostics diagnostics, Streams streams) {
        this.diagnostics = diagnostics;
        this.streams = streams;
    }

    @Override
    public Integer call() {
        String text = diagnostics.gather();
        streams.out().print(text);
        streams.out().flush();
        if (output != null) {
            new NodeFiles().write(output, text.getBytes(StandardCharsets.UTF_8), false);
        }
        return ExitCode.FINE.code();
    }
}

package io.epochdesk.app;

import io.epochdesk.diagnostics.Diagnostics;
import io.epochdesk.keys.bootstrap.NodeFiles;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * What the console tells about itself, for the window: gathered, and kept in a file of its owner's.
 *
 * @param diagnostics gathers it
 * @param folder where it is kept
 * @param clock names the file
 */
record SelfTold(Diagnostics diagnostics, Path folder, InstantSource clock) {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /** The text. Reads files, so not on the FX thread. */
    String gather() {
        return diagnostics.gather();
    }

    /**
     * Keeps a text that was shown.
     *
     * @return the file it is in
     * @throws io.epochdesk.fault.FaultException when it cannot be written
     */
    Path save(String text) {
        Path file =
                folder.resolve("epochdesk-diagnostics-" + STAMP.format(clock.instant()) + ".txt");
        new NodeFiles().write(file, text.getBytes(StandardCharsets.UTF_8), false);
        return file;
    }
}

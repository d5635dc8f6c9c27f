package io.epochdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicBoolean;

final class DesktopNoticesTest {

    @TempDir Path folder;

    private final AtomicBoolean inWindow = new AtomicBoolean();

    @Test
    void aNoticeIsHandedOverAsTextWhateverItSays() throws IOException {
        Path told = folder.resolve("told");
        Path command = script("printf '%s\\n' \"$@\" > " + told);

        show(command.toString(), "--not-an-option", "0.31 < 0.4 & <b>falling</b>; $(touch oops)");

        assertThat(told)
                .content()
                .isEqualTo(
                        """
                        --app-name=Epoch Desk
                        --urgency=critical
                        --
                        --not-an-option
                        0.31 &lt; 0.4 &amp; &lt;b&gt;falling&lt;/b&gt;; $(touch oops)
                        """);
        assertThat(inWindow).isFalse();
    }

    @Test
    void whatTheDesktopDoesNotTakeIsShownInTheWindow() throws IOException {
        show(folder.resolve("no such command").toString(), "title", "body");
        assertThat(inWindow).isTrue();

        inWindow.set(false);
        show(script("exit 1").toString(), "title", "body");
        assertThat(inWindow).isTrue();
    }

    private void show(String command, String title, String body) {
        new DesktopNotices(command, Runnable::run)
                .show(title, body, true, () -> inWindow.set(true));
    }

    private Path script(String line) throws IOException {
        Path script = folder.resolve("send");
        Files.writeString(script, "#!/bin/sh\n" + line + "\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }
}

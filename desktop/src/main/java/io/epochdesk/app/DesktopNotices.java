package io.epochdesk.app;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Shows a notice by the desktop's own means: {@code notify-send} of the freedesktop notifications,
 * where it is there.
 */
final class DesktopNotices {

    /** A notice that is on its way for longer is given up: the desktop does not answer. */
    private static final long PATIENCE_SECONDS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(DesktopNotices.class);

    private final List<String> command;
    private final Executor background;

    /**
     * Notices by this command.
     *
     * @param command its name, usually {@code notify-send}
     */
    DesktopNotices(String command, Executor background) {
        this.command = List.of(command);
        this.background = background;
    }

    /**
     * Shows a notice in the background.
     *
     * @param urgent whether it stays until it is seen
     * @param otherwise run when the desktop did not take it
     */
    void show(String title, String body, boolean urgent, Runnable otherwise) {
        background.execute(
                () -> {
                    if (!sent(title, body, urgent)) {
                        otherwise.run();
                    }
                });
    }

    private boolean sent(String title, String body, boolean urgent) {
        // Arguments, never a shell; what a notice says is text, and the body would take markup.
        ProcessBuilder process =
                new ProcessBuilder(
                        command.getFirst(),
                        "--app-name=Epoch Desk",
                        "--urgency=" + (urgent ? "critical" : "normal"),
                        "--",
                        title,
                        escaped(body));
        process.redirectErrorStream(true);
        process.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Optional<Process> running = started(process);
        try {
            if (running.isEmpty()) {
                return false;
            }
            if (!running.get().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                running.get().destroy();
                return false;
            }
            return running.get().exitValue() == 0;
        } catch (InterruptedException e) {
            running.get().destroy();
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Optional<Process> started(ProcessBuilder process) {
        try {
            return Optional.of(process.start());
        } catch (IOException e) {
            LOG.debug("{} is not there", command.getFirst(), e);
            return Optional.empty();
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

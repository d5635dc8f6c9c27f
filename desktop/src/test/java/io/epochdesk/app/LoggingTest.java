package io.epochdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogManager;

/** What the console's own set-up of the logs does; the tests' is put back afterwards. */
final class LoggingTest {

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final java.util.logging.Logger julRoot = LogManager.getLogManager().getLogger("");
    private final List<Appender<ILoggingEvent>> before = new ArrayList<>();
    private final List<Handler> handlers = List.of(julRoot.getHandlers());
    private final Logger own = context.getLogger("io.epochdesk");
    private final Level level = root.getLevel();
    private final @Nullable Level ownLevel = own.getLevel();

    @TempDir private Path folder;

    @BeforeEach
    void putAside() {
        appenders().forEachRemaining(before::add);
        before.forEach(root::detachAppender);
    }

    @AfterEach
    void putBack() {
        root.detachAndStopAllAppenders();
        before.forEach(root::addAppender);
        root.setLevel(level);
        own.setLevel(ownLevel);
        SLF4JBridgeHandler.uninstall();
        handlers.forEach(julRoot::addHandler);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void onlyTheOwnerCanReadTheLog() throws IOException {
        Logging.forWindow(folder.resolve("log"));
        LoggerFactory.getLogger("io.epochdesk.test").info("a line");

        assertThat(permissions("log")).isEqualTo("rwx------");
        assertThat(permissions("log/window.log")).isEqualTo("rw-------");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aLogOfAnOlderVersionIsItsOwnersFromNowOn() throws IOException {
        Files.writeString(folder.resolve("window.log"), "an older line\n");
        Files.setPosixFilePermissions(
                folder.resolve("window.log"), PosixFilePermissions.fromString("rw-r--r--"));

        Logging.forWindow(folder);
        LoggerFactory.getLogger("io.epochdesk.test").info("a line");

        assertThat(permissions("window.log")).isEqualTo("rw-------");
        assertThat(folder.resolve("window.log"))
                .content()
                .contains("an older line")
                .contains("a line");
    }

    @Test
    void whatTheTransportSaysInPassingIsNotLogged() throws IOException {
        Logging.forWindow(folder);
        java.util.logging.Logger transport =
                java.util.logging.Logger.getLogger("io.grpc.internal.AbstractClientStream");

        transport.info("Received data on closed stream");
        transport.warning("something is wrong");

        assertThat(Files.readString(folder.resolve("window.log")))
                .contains("something is wrong")
                .doesNotContain("closed stream");
    }

    private Iterator<Appender<ILoggingEvent>> appenders() {
        return root.iteratorForAppenders();
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
    }
}

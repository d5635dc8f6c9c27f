package io.epochdesk.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;

import io.epochdesk.files.OwnerAccess;

import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where log lines go: into a file for their owner only, and with headless commands warnings also to
 * standard error, in one line each.
 */
final class Logging {

    private static final String FILE_LINE =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX, UTC} %-5level %logger{20} [%thread] %msg%n";
    private static final String CONSOLE_LINE = "%-5level %msg%n%nopex";
    private static final String REHEARSAL_SERVER =
            "io.grpc.netty.shaded.io.grpc.netty.NettyServerHandler";
    private static final int OLD_FILES = 5;
    private static final long FILE_SIZE = 5L * FileSize.MB_COEFFICIENT;

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();

    private Logging() {}

    /** The window logs to {@code window.log}. */
    static void forWindow(Path folder) {
        new Logging().start(folder, "window", false);
    }

    /** Headless commands log to {@code headless.log} and to standard error. */
    static void forHeadless(Path folder) {
        new Logging().start(folder, "headless", true);
    }

    private void start(Path folder, String name, boolean console) {
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        context.getLogger("io.epochdesk").setLevel(Level.INFO);
        // Warns of every client that goes away while it is being answered, as a command may.
        context.getLogger(REHEARSAL_SERVER).setLevel(Level.ERROR);
        if (console) {
            root.addAppender(console());
        }
        if (isThere(folder)) {
            root.addAppender(file(folder.resolve(name)));
        }
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    private ConsoleAppender<ILoggingEvent> console() {
        ThresholdFilter warnings = new ThresholdFilter();
        warnings.setLevel(Level.WARN.toString());
        warnings.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder(CONSOLE_LINE));
        appender.addFilter(warnings);
        appender.start();
        return appender;
    }

    private OwnerLog file(Path withoutEnding) {
        OwnerLog appender = new OwnerLog();
        FixedWindowRollingPolicy policy = new FixedWindowRollingPolicy();
        policy.setContext(context);
        policy.setParent(appender);
        policy.setFileNamePattern(withoutEnding + ".%i.log");
        policy.setMinIndex(1);
        policy.setMaxIndex(OLD_FILES);
        SizeBasedTriggeringPolicy<ILoggingEvent> trigger = new SizeBasedTriggeringPolicy<>();
        trigger.setContext(context);
        trigger.setMaxFileSize(new FileSize(FILE_SIZE));
        appender.setContext(context);
        appender.setFile(withoutEnding + ".log");
        appender.setEncoder(encoder(FILE_LINE));
        appender.setRollingPolicy(policy);
        appender.setTriggeringPolicy(trigger);
        policy.start();
        trigger.start();
        appender.start();
        return appender;
    }

    private PatternLayoutEncoder encoder(String pattern) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(pattern);
        encoder.start();
        return encoder;
    }

    /**
     * Makes the folder; without it there is no log file, which must not keep a command from
     * working.
     */
    private static boolean isThere(Path folder) {
        try {
            Files.createDirectories(folder, OwnerAccess.toFolder());
            return Files.isWritable(folder);
        } catch (IOException e) {
            return false;
        }
    }
}

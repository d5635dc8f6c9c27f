package io.epochdesk.app;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.spi.ContextAwareBase;

/**
 * Found by logback at its start: says that nothing is to be configured, because {@link Logging}
 * does it in code. Reading an XML file for it costs more than everything else a short command does.
 * Where a test brings a file, that file counts.
 */
public final class LogConfigurator extends ContextAwareBase implements Configurator {

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        return getClass().getResource("/logback-test.xml") == null
                ? ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY
                : ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
}

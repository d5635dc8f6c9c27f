package io.epochdesk.app;

import io.epochdesk.fault.Fault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.InternalFault;
import io.epochdesk.ui.FaultDialog;

import javafx.application.Platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** What nobody caught ends here: once in the log, and once on the screen. */
final class UncaughtFaults implements Thread.UncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UncaughtFaults.class);

    private final FaultDialog dialog;
    private final AtomicBoolean showing = new AtomicBoolean();

    UncaughtFaults(FaultDialog dialog) {
        this.dialog = dialog;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        LOG.error("uncaught in {}", thread.getName(), thrown);
        // One is enough: a defect in painting would throw sixty times a second.
        if (showing.compareAndSet(false, true)) {
            Platform.runLater(() -> show(faultOf(thrown)));
        }
    }

    private void show(Fault fault) {
        try {
            dialog.show(fault);
        } finally {
            showing.set(false);
        }
    }

    private static Fault faultOf(Throwable thrown) {
        return thrown instanceof FaultException known
                ? known.fault()
                : new InternalFault(
                        InternalFault.Kind.UNEXPECTED,
                        Map.of("what", thrown.getClass().getSimpleName()),
                        String.valueOf(thrown.getMessage()));
    }
}

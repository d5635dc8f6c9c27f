package io.epochdesk.fleet;

/** Tells the operator something: by the desktop, the window, or whatever else is there. */
@FunctionalInterface
public interface Notifier {

    /** Tells it and returns at once. */
    void tell(Notification notification);
}

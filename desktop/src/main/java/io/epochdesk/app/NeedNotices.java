package io.epochdesk.app;

import io.epochdesk.fleet.FleetSnapshot;
import io.epochdesk.fleet.Notification;
import io.epochdesk.fleet.Notifier;
import io.epochdesk.fleet.words.NeedText;
import io.epochdesk.text.Formats;

import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tells of needs by the desktop, and in the window where the desktop does not take them.
 *
 * @param desktop the desktop
 * @param window shows a sentence in the window; called on any thread
 * @param formats language and zone, as they are when something is told
 * @param fleet the newest snapshot
 * @param clock what distances are told by
 */
record NeedNotices(
        DesktopNotices desktop,
        Consumer<String> window,
        Supplier<Formats> formats,
        Supplier<FleetSnapshot> fleet,
        InstantSource clock)
        implements Notifier {

    @Override
    public void tell(Notification notification) {
        NeedText text = NeedText.of(formats.get(), notification, fleet.get(), clock.instant());
        desktop.show(
                text.title(),
                String.join("\n", text.body()),
                !notification.resolved(),
                () -> window.accept(text.line()));
    }
}

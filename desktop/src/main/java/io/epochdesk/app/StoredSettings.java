package io.epochdesk.app;

import io.epochdesk.fault.Fault;
import io.epochdesk.live.LatestValue;
import io.epochdesk.settings.Settings;
import io.epochdesk.settings.SettingsStore;
import io.epochdesk.settings.view.SettingsKeeper;

import org.jspecify.annotations.Nullable;

import java.util.function.UnaryOperator;

/** The settings in force, kept in their file. */
final class StoredSettings implements SettingsKeeper {

    private final SettingsStore store;
    private final LatestValue<Settings> latest;
    private final @Nullable Fault unreadable;

    StoredSettings(SettingsStore store) {
        this.store = store;
        SettingsStore.Loaded loaded = store.load();
        latest = new LatestValue<>(loaded.settings());
        unreadable = loaded.fault();
    }

    /** Why the file could not be read at start, or null. */
    @Nullable Fault unreadable() {
        return unreadable;
    }

    /** The settings in force, to be listened to. */
    LatestValue<Settings> latest() {
        return latest;
    }

    @Override
    public Settings current() {
        return latest.current();
    }

    @Override
    public synchronized Settings change(UnaryOperator<Settings> how) {
        Settings next = how.apply(latest.current());
        store.save(next);
        latest.publish(next);
        return next;
    }
}

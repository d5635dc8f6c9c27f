package io.epochdesk.settings.view;

import io.epochdesk.fault.SettingsFault;
import io.epochdesk.settings.Settings;

import java.util.function.UnaryOperator;

/** Settings kept in memory; saving can be made to fail. */
final class HeldSettings implements SettingsKeeper {

    private Settings held = Settings.defaults();
    private boolean broken;

    @Override
    public synchronized Settings current() {
        return held;
    }

    @Override
    public synchronized Settings change(UnaryOperator<Settings> how) {
        if (broken) {
            throw SettingsFault.of(
                    SettingsFault.Kind.NOT_WRITABLE,
                    "",
                    "file",
                    "settings.json",
                    "reason",
                    "disk full");
        }
        held = how.apply(held);
        return held;
    }

    synchronized void breakDown() {
        broken = true;
    }
}

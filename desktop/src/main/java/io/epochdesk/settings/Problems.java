package io.epochdesk.settings;

import io.epochdesk.fault.SettingsFault;
import io.epochdesk.fault.SettingsFault.Reason;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a draft, in the order found. */
final class Problems {

    private final List<SettingsFault> found = new ArrayList<>();

    void add(String setting, String value, Reason reason) {
        found.add(SettingsFault.invalid(setting, value, reason));
    }

    void outside(String setting, String value, long least, long most) {
        found.add(SettingsFault.outside(setting, value, least, most));
    }

    List<SettingsFault> found() {
        return List.copyOf(found);
    }
}

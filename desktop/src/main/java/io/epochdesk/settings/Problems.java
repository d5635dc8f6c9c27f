package io.epochdesk.settings;

import io.epochdesk.fault.Fault;
import io.epochdesk.fault.SettingsFault;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a draft, in the order found. */
final class Problems {

    private final List<SettingsFault> found = new ArrayList<>();

    void add(String setting, String value, String reason) {
        found.add(
                new SettingsFault(
                        SettingsFault.Kind.INVALID,
                        Fault.facts(
                                "setting", setting, "value", "“" + value + "”", "reason", reason),
                        ""));
    }

    List<SettingsFault> found() {
        return List.copyOf(found);
    }
}

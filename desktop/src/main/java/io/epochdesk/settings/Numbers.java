package io.epochdesk.settings;

import io.epochdesk.fault.SettingsFault.Reason;

/** Whole numbers as people type them. */
final class Numbers {

    private Numbers() {}

    static void check(Problems problems, String setting, String text, long least, long most) {
        try {
            long value = Long.parseLong(text.strip());
            if (value < least || value > most) {
                problems.outside(setting, text, least, most);
            }
        } catch (NumberFormatException e) {
            problems.add(setting, text, Reason.NUMBER);
        }
    }
}

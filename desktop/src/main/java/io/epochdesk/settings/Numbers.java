package io.epochdesk.settings;

/** Whole numbers as people type them. */
final class Numbers {

    private Numbers() {}

    static void check(Problems problems, String setting, String text, long least, long most) {
        try {
            long value = Long.parseLong(text.strip());
            if (value < least || value > most) {
                problems.add(setting, text, "it lies between " + least + " and " + most);
            }
        } catch (NumberFormatException e) {
            problems.add(setting, text, "it is a whole number");
        }
    }
}

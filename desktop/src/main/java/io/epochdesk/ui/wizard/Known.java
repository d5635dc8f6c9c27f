package io.epochdesk.ui.wizard;

/**
 * Something known so far.
 *
 * @param name what it is
 * @param value as it is shown, an ID shortened
 * @param whole as it is copied
 */
public record Known(String name, String value, String whole) {

    /** Something that is shown as it is. */
    public static Known of(String name, String value) {
        return new Known(name, value, value);
    }
}

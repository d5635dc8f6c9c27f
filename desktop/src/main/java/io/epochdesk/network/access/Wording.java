package io.epochdesk.network.access;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts what machines say to a length that people and logs can take. */
final class Wording {

    private static final int LONGEST_DETAIL = 2_000;
    private static final int LONGEST_REASON = 300;
    private static final int MEBIBYTE = 1 << 20;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");
    private static final Pattern CADENCE_ERROR = Pattern.compile("(?m)^\\s*error: (.+)$");

    private Wording() {}

    /** For the log: without control characters, at most 2,000 characters. */
    static String detail(String text) {
        return cut(CONTROL.matcher(text).replaceAll(" "), LONGEST_DETAIL);
    }

    /** For a sentence: one line of at most 300 characters. */
    static String reason(String text) {
        return cut(
                CONTROL.matcher(text).replaceAll(" ").strip().replaceAll("\\s+", " "),
                LONGEST_REASON);
    }

    /**
     * The line of a Cadence error that says what happened; the whole text, shortened, where there
     * is none.
     */
    static String cadenceReason(String text) {
        Matcher line = CADENCE_ERROR.matcher(text);
        return reason(line.find() ? line.group(1) : text);
    }

    /** A size in bytes as people write it. */
    static String size(int bytes) {
        return bytes >= MEBIBYTE && bytes % MEBIBYTE == 0
                ? bytes / MEBIBYTE + " MiB"
                : bytes + " bytes";
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}

package io.epochdesk.rehearsal.model;

/**
 * Cadence source without comments and blank space, so that two texts that a compiler cannot tell
 * apart are equal. Text in quotation marks is kept as it is.
 */
final class NormalText {

    private NormalText() {}

    static String of(String source) {
        StringBuilder text = new StringBuilder(source.length());
        int at = 0;
        while (at < source.length()) {
            char c = source.charAt(at);
            if (source.startsWith("//", at)) {
                int end = source.indexOf('\n', at);
                at = end < 0 ? source.length() : end;
            } else if (source.startsWith("/*", at)) {
                at = afterComment(source, at);
            } else if (c == '"') {
                int end = afterText(source, at);
                text.append(source, at, end);
                at = end;
            } else {
                if (!Character.isWhitespace(c)) {
                    separate(source, at, text);
                    text.append(c);
                }
                at++;
            }
        }
        return text.toString();
    }

    /** Keeps one blank between two words that would otherwise become one. */
    private static void separate(String source, int at, StringBuilder text) {
        boolean apart =
                at > 0
                        && !isWord(source.charAt(at - 1))
                        && isWord(source.charAt(at))
                        && !text.isEmpty()
                        && isWord(text.charAt(text.length() - 1));
        if (apart) {
            text.append(' ');
        }
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private static int afterComment(String source, int from) {
        int depth = 0;
        int at = from;
        while (at < source.length()) {
            if (source.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (source.startsWith("*/", at)) {
                depth--;
                at += 2;
                if (depth == 0) {
                    return at;
                }
            } else {
                at++;
            }
        }
        return at;
    }

    private static int afterText(String source, int from) {
        int at = from + 1;
        while (at < source.length() && source.charAt(at) != '"') {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(source.length(), at + 1);
    }
}

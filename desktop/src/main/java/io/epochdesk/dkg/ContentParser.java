package io.epochdesk.dkg;

import org.jspecify.annotations.Nullable;

/**
 * Parses the content of one whiteboard message: a JSON object with {@code Data} and {@code
 * Signature} (base64) and {@code DKGInstanceID}. As in Go's decoder names match without regard to
 * case, unknown fields are skipped and the last of equal names wins. Anything else is unparsable;
 * nothing ever throws.
 *
 * <p>Written by hand because a whole board passes through it and only a few bytes of each message
 * matter.
 */
final class ContentParser {

    private static final int MAX_DEPTH = 32;

    private final String text;
    private int at;
    private @Nullable Base64Measure data;
    private @Nullable Base64Measure signature;
    private @Nullable String instanceId;

    private ContentParser(String text) {
        this.text = text;
    }

    /** What the content says, or null when it is not what flow-go writes. */
    static @Nullable DkgContent parse(String content) {
        return new ContentParser(content).content();
    }

    private @Nullable DkgContent content() {
        if (!object() || !atEnd()) {
            return null;
        }
        Base64Measure measured = data;
        String instance = instanceId;
        if (measured == null || signature == null || instance == null) {
            return null;
        }
        return new DkgContent(
                kindOf(measured.first()), measured.second(), measured.size(), instance);
    }

    private static MessageKind kindOf(int firstByte) {
        return switch (firstByte) {
            case 0 -> MessageKind.PRIVATE_SHARE;
            case 1 -> MessageKind.VERIFICATION_VECTOR;
            case 2 -> MessageKind.COMPLAINT;
            case 3 -> MessageKind.COMPLAINT_ANSWER;
            default -> MessageKind.UNKNOWN;
        };
    }

    private boolean object() {
        if (!accept('{')) {
            return false;
        }
        if (accept('}')) {
            return true;
        }
        do {
            String name = string();
            if (name == null || !accept(':') || !field(name)) {
                return false;
            }
        } while (accept(','));
        return accept('}');
    }

    private boolean field(String name) {
        if (name.equalsIgnoreCase("Data")) {
            data = base64();
            return data != null;
        }
        if (name.equalsIgnoreCase("Signature")) {
            signature = base64();
            return signature != null;
        }
        if (name.equalsIgnoreCase("DKGInstanceID")) {
            instanceId = string();
            return instanceId != null;
        }
        return skipValue(0);
    }

    private @Nullable Base64Measure base64() {
        if (!accept('"')) {
            return null;
        }
        int start = at;
        int end = text.indexOf('"', start);
        if (end < 0) {
            return null;
        }
        Base64Measure plain = Base64Measure.of(text, start, end);
        if (plain.valid()) {
            at = end + 1;
            return plain;
        }
        // escapes are legal, if unusual
        at = start - 1;
        String unescaped = string();
        if (unescaped == null) {
            return null;
        }
        Base64Measure measured = Base64Measure.of(unescaped, 0, unescaped.length());
        return measured.valid() ? measured : null;
    }

    private @Nullable String string() {
        if (!accept('"')) {
            return null;
        }
        int start = at;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                return text.substring(start, at++);
            }
            if (c == '\\') {
                return escapedString(start);
            }
            if (c < ' ') {
                return null;
            }
        }
        return null;
    }

    private @Nullable String escapedString(int start) {
        // grows as needed: room for the rest of the text, once a string, would be quadratic in a
        // content of many escaped strings
        StringBuilder unescaped = new StringBuilder().append(text, start, at);
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return unescaped.toString();
            }
            if (c < ' ') {
                return null;
            }
            if (c == '\\') {
                int escaped = escape();
                if (escaped < 0) {
                    return null;
                }
                unescaped.append((char) escaped);
            } else {
                unescaped.append(c);
            }
        }
        return null;
    }

    /** The character an escape stands for, or -1. */
    private int escape() {
        if (at >= text.length()) {
            return -1;
        }
        char c = text.charAt(at++);
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hexEscape();
            default -> -1;
        };
    }

    private int hexEscape() {
        if (at + 4 > text.length()) {
            return -1;
        }
        int value = 0;
        for (int end = at + 4; at < end; at++) {
            int digit = Character.digit(text.charAt(at), 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private boolean skipValue(int depth) {
        skipSpace();
        if (at >= text.length() || depth > MAX_DEPTH) {
            return false;
        }
        return switch (text.charAt(at)) {
            case '"' -> string() != null;
            case '{' -> skipMembers('{', '}', depth);
            case '[' -> skipMembers('[', ']', depth);
            default -> skipLiteral();
        };
    }

    private boolean skipMembers(char open, char close, int depth) {
        accept(open);
        if (accept(close)) {
            return true;
        }
        do {
            if (open == '{' && (string() == null || !accept(':'))) {
                return false;
            }
            if (!skipValue(depth + 1)) {
                return false;
            }
        } while (accept(','));
        return accept(close);
    }

    private boolean skipLiteral() {
        int start = at;
        while (at < text.length() && isLiteral(text.charAt(at))) {
            at++;
        }
        String literal = text.substring(start, at);
        return switch (literal) {
            case "true", "false", "null" -> true;
            default -> isNumber(literal);
        };
    }

    private static boolean isLiteral(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || "E-+.".indexOf(c) >= 0;
    }

    private static boolean isNumber(String literal) {
        return literal.length() < 64
                && literal.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
    }

    private boolean accept(char wanted) {
        skipSpace();
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private boolean atEnd() {
        skipSpace();
        return at == text.length();
    }

    private void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}

package io.epochdesk.dkg;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

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

    /** The names that matter, as flow-go writes them. */
    private static final List<Name> NAMES =
            List.of(new Name("Data"), new Name("DKGInstanceID"), new Name("Signature"));

    private final byte[] text;
    private int at;
    private @Nullable Base64Measure data;
    private @Nullable Base64Measure signature;
    private @Nullable String instanceId;

    private ContentParser(byte[] text) {
        this.text = text;
    }

    /** What the content, in UTF-8, says, or null when it is not what flow-go writes. */
    static @Nullable DkgContent parse(byte[] content) {
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
            String name = name();
            if (name == null || !accept(':') || !field(name)) {
                return false;
            }
        } while (accept(','));
        return accept('}');
    }

    private @Nullable String name() {
        skipSpace();
        for (Name known : NAMES) {
            if (known.isAt(text, at)) {
                at += known.quoted().length;
                return known.text();
            }
        }
        return string();
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
        skipSpace();
        int start = at;
        if (accept('"')) {
            Base64Measure plain = Base64Measure.upToQuote(text, at);
            if (plain != null) {
                at += plain.length() + 1;
                return plain.valid() ? plain : null;
            }
        }
        // escapes are legal, if unusual
        at = start;
        String unescaped = string();
        if (unescaped == null) {
            return null;
        }
        Base64Measure measured = Base64Measure.of(unescaped);
        return measured.valid() ? measured : null;
    }

    private @Nullable String string() {
        if (!accept('"')) {
            return null;
        }
        int start = at;
        boolean escaped = false;
        while (at < text.length) {
            byte c = text[at++];
            if (c == '"') {
                String raw = new String(text, start, at - 1 - start, StandardCharsets.UTF_8);
                return escaped ? JsonEscapes.replaced(raw) : raw;
            }
            if (c == '\\') {
                escaped = true;
                at++;
            } else if (c >= 0 && c < ' ') {
                return null;
            }
        }
        return null;
    }

    private boolean skipValue(int depth) {
        skipSpace();
        if (at >= text.length || depth > MAX_DEPTH) {
            return false;
        }
        return switch (text[at]) {
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
        while (at < text.length && isLiteral(text[at])) {
            at++;
        }
        String literal = new String(text, start, at - start, StandardCharsets.US_ASCII);
        return switch (literal) {
            case "true", "false", "null" -> true;
            default -> isNumber(literal);
        };
    }

    private static boolean isLiteral(byte c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || "E-+.".indexOf(c) >= 0;
    }

    private static boolean isNumber(String literal) {
        return literal.length() < 64
                && literal.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
    }

    private boolean accept(char wanted) {
        skipSpace();
        if (at < text.length && text[at] == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private boolean atEnd() {
        skipSpace();
        return at == text.length;
    }

    private void skipSpace() {
        while (at < text.length
                && (text[at] == ' ' || text[at] == '\n' || text[at] == '\t' || text[at] == '\r')) {
            at++;
        }
    }

    /** A name with its quotes, in bytes. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    private record Name(String text, byte[] quoted) {

        Name(String text) {
            this(text, ('"' + text + '"').getBytes(StandardCharsets.US_ASCII));
        }

        boolean isAt(byte[] content, int at) {
            return content.length - at >= quoted.length
                    && Arrays.equals(content, at, at + quoted.length, quoted, 0, quoted.length);
        }
    }
}

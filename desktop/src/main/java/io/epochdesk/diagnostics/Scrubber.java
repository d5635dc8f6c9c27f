package io.epochdesk.diagnostics;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Takes out of a text whatever could be a secret. The console never logs one; this is for the day
 * when something else did.
 *
 * <p>Long numbers become {@code #} and eight digits of their SHA-256, so that the same ID can still
 * be followed through a log, and an ID one knows can be found. Nobody gets from there to a key.
 */
final class Scrubber {

    /** What stands in place of text that is taken out. */
    static final String TAKEN_OUT = "[taken out]";

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN [^-]*-----.*?(-----END [^-]*-----|\\z)", Pattern.DOTALL);

    /** A name that says secret, and all that follows it on the line. */
    private static final Pattern NAMED =
            Pattern.compile(
                    "(?i)((?:pass(?:word|phrase|wd)?|secret|mnemonic|private[ _-]?key|seed|token"
                        + "|authorization|bearer|credential)s?[\"']?\\s*(?:[:=]|\\bis\\b)\\s*).+");

    private static final Pattern IN_ADDRESS = Pattern.compile("(?<=://)[^/\\s@]+@");

    /** Twelve or more short words in a row, as phrases that stand for keys are. */
    private static final Pattern PHRASE =
            Pattern.compile("\\b(?:[a-z]{3,8}[ ,]+){11,}[a-z]{3,8}\\b");

    /** Hex digits of 16 bytes or more. */
    private static final Pattern HEX = Pattern.compile("(?:0x)?\\b[0-9a-fA-F]{32,}\\b");

    /** Base64 of 24 bytes or more; no number, name or word is so long. */
    private static final Pattern LONG = Pattern.compile("[A-Za-z0-9+/_-]{32,}={0,2}");

    private Scrubber() {}

    /** The text without anything that could be a secret. */
    static String scrub(String text) {
        String without = PEM.matcher(text).replaceAll(TAKEN_OUT);
        without = NAMED.matcher(without).replaceAll("$1" + TAKEN_OUT);
        without = IN_ADDRESS.matcher(without).replaceAll("");
        without = PHRASE.matcher(without).replaceAll(TAKEN_OUT);
        without = HEX.matcher(without).replaceAll(Scrubber::sum);
        return LONG.matcher(without).replaceAll(Scrubber::sum);
    }

    private static String sum(MatchResult found) {
        try {
            byte[] sum =
                    MessageDigest.getInstance("SHA-256")
                            .digest(found.group().getBytes(StandardCharsets.UTF_8));
            return "#" + HexFormat.of().formatHex(sum, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.epochdesk.quorum;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A vote message, decoded as far as its form is known. flow-go ({@code model/verification},
 * MakeVoteMessage) signs the view as eight bytes big-endian and the 32 bytes of the cluster's root
 * block ID; the contract takes any text.
 *
 * @param form what it looks like
 * @param view the view of the root block as an unsigned decimal number, or null when the form is
 *     another
 * @param rootBlockId the cluster's root block, 64 hex digits in lower case, or null when the form
 *     is another
 * @param bytes number of bytes, or -1 when it is not hex
 */
public record VoteMessage(
        Form form, @Nullable String view, @Nullable String rootBlockId, int bytes) {

    private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2})+");
    private static final int FLOW_GO_DIGITS = 80;
    private static final int VIEW_DIGITS = 16;

    /** What a message looks like. */
    public enum Form {
        /** View and root block ID, as flow-go writes it. */
        VIEW_AND_BLOCK,
        /** Hex of another length. */
        OTHER_HEX,
        /** No hex at all. */
        NOT_HEX
    }

    /** Looks at a message as stored. */
    public static VoteMessage of(String message) {
        if (!HEX.matcher(message).matches()) {
            return new VoteMessage(Form.NOT_HEX, null, null, -1);
        }
        if (message.length() != FLOW_GO_DIGITS) {
            return new VoteMessage(Form.OTHER_HEX, null, null, message.length() / 2);
        }
        long view = Long.parseUnsignedLong(message.substring(0, VIEW_DIGITS), 16);
        return new VoteMessage(
                Form.VIEW_AND_BLOCK,
                Long.toUnsignedString(view),
                message.substring(VIEW_DIGITS).toLowerCase(Locale.ROOT),
                FLOW_GO_DIGITS / 2);
    }
}

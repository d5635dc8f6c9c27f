package io.epochdesk.dkg;

/**
 * Kinds of DKG messages, by the first byte of their data (flow-go {@code model/messages/dkg.go},
 * onflow/crypto dkg).
 */
public enum MessageKind {
    /** A private share: never belongs on the board. */
    PRIVATE_SHARE,
    /** The dealer's verification vector. */
    VERIFICATION_VECTOR,
    /** A complaint about a dealer. */
    COMPLAINT,
    /** A dealer's answer to a complaint. */
    COMPLAINT_ANSWER,
    /** A first byte this console does not know. */
    UNKNOWN,
    /** Content that is not the JSON flow-go writes. */
    UNPARSABLE
}

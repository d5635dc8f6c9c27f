package io.epochdesk.keys.bootstrap;

/** What was unusual about a file that can be used all the same. */
public enum FileNote {
    /** Lines end as on Windows. */
    CARRIAGE_RETURNS,
    /** A field's name is in another case than the node writes it. */
    OTHER_CASE,
    /** There are fields the node does not know; they are kept when the file is written again. */
    UNKNOWN_FIELDS,
    /** The proof of possession is in base64, as older versions wrote it. */
    BASE64_PROOF,
    /** The weight is called Stake, as older versions called it. */
    CALLED_STAKE,
    /** Others than the owner can read a file with a secret. */
    OPEN_TO_OTHERS,
    /** The signature or hash algorithm or the key index is not what the node software makes. */
    NOT_STANDARD
}

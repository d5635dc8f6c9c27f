package io.epochdesk.bls;

/**
 * Bytes that are no point or scalar as Flow writes them. Checked, since such bytes come from others
 * and are to be expected; it never holds the bytes themselves, which may be secret.
 */
public final class BadEncodingException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why the bytes are refused. */
    public enum Reason {
        /** Not the length such a thing has. */
        WRONG_LENGTH,
        /** Header bits that do not fit together, or a text that is neither hex nor base64. */
        BAD_FORM,
        /** A coordinate not below the field's modulus, or padding that is not zero. */
        NOT_CANONICAL,
        /** The point at infinity, where a key or a signature must not be it. */
        INFINITY,
        /** No point of the curve has this x. */
        NOT_ON_CURVE,
        /** A point of the curve outside the group of prime order. */
        NOT_IN_GROUP,
        /** A scalar that is zero, or not below the order of the group. */
        SCALAR_OUT_OF_RANGE
    }

    private final Reason reason;

    BadEncodingException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    /** Why the bytes are refused. */
    public Reason reason() {
        return reason;
    }
}

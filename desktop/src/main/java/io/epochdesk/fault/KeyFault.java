package io.epochdesk.fault;

import java.util.Map;

/**
 * Key material that cannot be used. Its facts never say anything about a private key's content.
 *
 * @param kind what happened; decides the code and the sentence
 * @param facts the facts for the sentence, by placeholder name
 * @param detail what the machine said, for the log; may be empty, never a secret
 */
public record KeyFault(Kind kind, Map<String, String> facts, String detail) implements Fault {

    /** The kinds with their stable codes. */
    public enum Kind {
        /** A public key has not 64 bytes. Facts: bytes. */
        PUBLIC_KEY_LENGTH("KEY-501"),
        /** A public key is not hexadecimal. Facts: none. */
        NOT_HEX("KEY-502"),
        /** A public key is no point of its curve. Facts: algorithm. */
        NOT_ON_CURVE("KEY-503"),
        /** A private key has not 32 bytes. Facts: bytes. */
        PRIVATE_KEY_LENGTH("KEY-504"),
        /** A private key is zero. Facts: none. */
        PRIVATE_KEY_ZERO("KEY-505"),
        /** A private key is not below the order of its curve. Facts: algorithm. */
        PRIVATE_KEY_TOO_LARGE("KEY-506"),
        /** No signature algorithm has this number. Facts: number. */
        UNKNOWN_SIGNATURE_ALGORITHM("KEY-507"),
        /** No hash algorithm of accounts has this number. Facts: number. */
        UNKNOWN_HASH_ALGORITHM("KEY-508"),
        /** The algorithm is none that account keys can use. Facts: algorithm. */
        NOT_AN_ACCOUNT_ALGORITHM("KEY-509"),
        /** A signature just made does not verify. Facts: none. */
        SIGNATURE_WRONG("KEY-510"),
        /** A private key is not hexadecimal. Facts: none. */
        PRIVATE_KEY_NOT_HEX("KEY-511"),
        /** A private key has not 64 hex digits. Facts: digits. */
        PRIVATE_KEY_DIGITS("KEY-512");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The stable code. */
        public String code() {
            return code;
        }
    }

    public KeyFault {
        facts = Map.copyOf(facts);
    }

    @Override
    public String code() {
        return kind.code();
    }

    /** A fault of this kind as an exception, with facts as name, value, name, value … */
    public static FaultException of(Kind kind, String detail, String... facts) {
        return new FaultException(new KeyFault(kind, Fault.facts(facts), detail));
    }
}

package io.epochdesk.fault;

import java.util.Map;

/**
 * A file of the node software that cannot be used. Its facts never quote from a file with secrets.
 *
 * @param kind what happened; decides the code and the sentence
 * @param facts the facts for the sentence, by placeholder name
 * @param detail what the machine said, for the log; may be empty, never a secret
 */
public record BootstrapFault(Kind kind, Map<String, String> facts, String detail) implements Fault {

    /** The kinds with their stable codes. */
    public enum Kind {
        /** The file cannot be read. Facts: file, reason. */
        CANNOT_READ("FIL-701"),
        /** The file is larger than such a file can be. Facts: file, limit. */
        TOO_LARGE("FIL-702"),
        /** The file is empty. Facts: file. */
        EMPTY("FIL-703"),
        /** The file is not JSON. Facts: file, position, reason. */
        NOT_JSON("FIL-704"),
        /** The file begins with a byte order mark. Facts: file. */
        BYTE_ORDER_MARK("FIL-705"),
        /** A field is missing. Facts: file, field. */
        FIELD_MISSING("FIL-706"),
        /** A field is there twice. Facts: file, field. */
        FIELD_TWICE("FIL-707"),
        /** A field is something else than it should be. Facts: file, field, expected. */
        FIELD_WRONG("FIL-708"),
        /** The file holds no node ID. Facts: file, reason. */
        NODE_ID_INVALID("FIL-709"),
        /** Two places name different nodes. Facts: file, one, other. */
        IDS_CONFLICT("FIL-710"),
        /** The role is none that Flow knows. Facts: file, role. */
        ROLE_UNKNOWN("FIL-711"),
        /** Stake and Weight are both there and not zero. Facts: file. */
        STAKE_AND_WEIGHT("FIL-712"),
        /** The account's address is none. Facts: file, digits. */
        ADDRESS_INVALID("FIL-713"),
        /** The private key is not encoded as it should be. Facts: file, field, expected. */
        KEY_ENCODING("FIL-714"),
        /** Two files of one node hold different keys. Facts: file, other. */
        KEYS_DIFFER("FIL-715"),
        /** There is nothing of a node in this folder. Facts: folder. */
        NOTHING_THERE("FIL-716"),
        /** There is a file already. Facts: file. */
        EXISTS("FIL-717"),
        /** The file cannot be written. Facts: file, reason. */
        CANNOT_WRITE("FIL-718"),
        /** A line is no public key as printed for Flow Port. Facts: reason. */
        LINE_INVALID("FIL-719"),
        /** The file is no plain file. Facts: file. */
        NOT_A_FILE("FIL-720"),
        /** The file can hold a key on P-256 only. Facts: file, algorithm. */
        P256_ONLY("FIL-721"),
        /** The file names the account of its key, and none is noted. Facts: file. */
        ACCOUNT_UNKNOWN("FIL-722"),
        /** The file leads to another one that is never opened. Facts: file, other. */
        NEVER_OPENED("FIL-723");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The stable code. */
        public String code() {
            return code;
        }
    }

    public BootstrapFault {
        facts = Map.copyOf(facts);
    }

    @Override
    public String code() {
        return kind.code();
    }

    /** A fault of this kind as an exception, with facts as name, value, name, value … */
    public static FaultException of(Kind kind, String detail, String... facts) {
        return new FaultException(new BootstrapFault(kind, Fault.facts(facts), detail));
    }
}

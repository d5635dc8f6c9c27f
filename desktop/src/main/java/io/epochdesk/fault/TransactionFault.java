package io.epochdesk.fault;

import java.util.Map;

/**
 * Why a transaction is not made, signed or sent. Nothing has left this machine when one is thrown
 * before sending; no fact of it is a secret.
 *
 * @param kind what happened; decides the code and the sentence
 * @param facts the facts for the sentence, by placeholder name
 * @param detail what the machine said, for the log; may be empty
 */
public record TransactionFault(Kind kind, Map<String, String> facts, String detail)
        implements Fault {

    /** The kinds with their stable codes. */
    public enum Kind {
        /** A file is no transaction in canonical form. Facts: reason. */
        NOT_CANONICAL("TXN-801"),
        /** It was made for another network. Facts: made, open. */
        OTHER_NETWORK("TXN-802"),
        /** A signed file is another transaction than the one that was to be signed. Facts: what. */
        OTHER_TRANSACTION("TXN-803"),
        /** Too few blocks are left to have it signed elsewhere. Facts: left, least. */
        TOO_LITTLE_TIME("TXN-804"),
        /** Its time has run out. Facts: height, last. */
        EXPIRED("TXN-805"),
        /** The account has no such key. Facts: account, key. */
        NO_SUCH_KEY("TXN-806"),
        /** The account's key was revoked. Facts: account, key. */
        KEY_REVOKED("TXN-807"),
        /** The key at hand is not the account's. Facts: account, key. */
        KEY_DIFFERS("TXN-808"),
        /** The signatures do not weigh enough. Facts: account, weight. */
        TOO_LITTLE_WEIGHT("TXN-809"),
        /** A signature does not fit the transaction. Facts: account, key. */
        SIGNATURE_WRONG("TXN-810"),
        /** One sent before may still be carried out. Facts: id, height, last. */
        UNDECIDED("TXN-811"),
        /** Something has to be done first. Facts: step. */
        NOT_READY("TXN-812"),
        /** The script is none of the console's. Facts: hash. */
        FOREIGN_SCRIPT("TXN-813"),
        /** The reference block is none of this network's. Facts: block. */
        UNKNOWN_REFERENCE("TXN-814"),
        /** A value cannot be used. Facts: field, reason. */
        VALUE_UNUSABLE("TXN-815"),
        /** The text in a manifest is not the audited one. Facts: file, template. */
        NOT_AUDITED("TXN-816"),
        /** A manifest cannot be read. Facts: file, reason. */
        MANIFEST_UNREADABLE("TXN-817"),
        /** The console does not do this on a network of consequence. Facts: network. */
        FORBIDDEN_HERE("TXN-818"),
        /** The node ID was not typed as it is. Facts: none. */
        NOT_CONFIRMED("TXN-819"),
        /** Something found by the checks stops the flow. Facts: check. */
        UNFIT("TXN-820"),
        /** A transaction has signers or arguments it should not have. Facts: reason. */
        UNEXPECTED_SHAPE("TXN-821"),
        /** A flow that was kept cannot be read. Facts: flow, reason. */
        DRAFT_UNREADABLE("TXN-822"),
        /** A file was not built by this console. Facts: none. */
        NOT_BUILT_HERE("TXN-823");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The stable code. */
        public String code() {
            return code;
        }
    }

    public TransactionFault {
        facts = Map.copyOf(facts);
    }

    @Override
    public String code() {
        return kind.code();
    }

    /** A fault of this kind as an exception, with facts as name, value, name, value … */
    public static FaultException of(Kind kind, String detail, String... facts) {
        return new FaultException(new TransactionFault(kind, Fault.facts(facts), detail));
    }
}

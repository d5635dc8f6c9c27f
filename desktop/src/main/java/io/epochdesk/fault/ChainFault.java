package io.epochdesk.fault;

import java.util.Map;

/**
 * Something about the chain that a node serves.
 *
 * @param kind what happened; decides the code and the sentence
 * @param facts the facts for the sentence, by placeholder name
 * @param detail what the machine said, for the log; may be empty
 */
public record ChainFault(Kind kind, Map<String, String> facts, String detail) implements Fault {

    /** The kinds with their stable codes. */
    public enum Kind {
        /** The node serves another chain than the profile names. Facts: node, expected, found. */
        WRONG_CHAIN("CHN-301"),
        /** The node serves another history than the one seen so far. Facts: node, height. */
        OTHER_HISTORY("CHN-302"),
        /**
         * The node's newest sealed height lies before the one seen so far. Facts: node, seen, now.
         */
        HEIGHT_WENT_BACK("CHN-303"),
        /** The chain refused a script. Facts: script, reason. */
        SCRIPT_FAILED("CHN-311"),
        /** A script touched more storage than allowed. Facts: script. */
        STORAGE_LIMIT("CHN-312"),
        /** A contract is not at the configured address. Facts: contract, address. */
        CONTRACT_MISSING("CHN-313"),
        /** The network's settings give a contract no address. Facts: script, contract. */
        CONTRACT_UNPLACED("CHN-314"),
        /** The chain refused a transaction. Facts: reason. */
        TRANSACTION_REFUSED("CHN-321");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The stable code. */
        public String code() {
            return code;
        }
    }

    public ChainFault {
        facts = Map.copyOf(facts);
    }

    @Override
    public String code() {
        return kind.code();
    }

    /** A fault of this kind as an exception, with facts as name, value, name, value … */
    public static FaultException of(Kind kind, String detail, String... facts) {
        return new FaultException(new ChainFault(kind, Fault.facts(facts), detail));
    }
}

package io.epochdesk.fault;

import java.util.Map;

/**
 * Own nodes cannot be found or kept.
 *
 * @param kind what happened; decides the code and the sentence
 * @param facts the facts for the sentence, by placeholder name
 * @param detail what the machine said, for the log; may be empty
 */
public record FleetFault(Kind kind, Map<String, String> facts, String detail) implements Fault {

    /** The kinds with their stable codes. */
    public enum Kind {
        /** What was typed is neither a node ID nor an address. Facts: text. */
        NEITHER_ID_NOR_ADDRESS("FLT-101"),
        /** There is no account at the address. Facts: address. */
        NO_ACCOUNT("FLT-102"),
        /** The account holds no node's object and no staking collection. Facts: address. */
        NO_NODE_AT_ADDRESS("FLT-103"),
        /** Files of the node software were found, but none that names a node. Facts: folder. */
        NO_NODE_IN_FOLDER("FLT-104"),
        /**
         * The network has not answered yet, so it is not known whose nodes they are. Facts: none.
         */
        NO_NETWORK_YET("FLT-105"),
        /** No own node has this ID or name. Facts: name. */
        NO_SUCH_NODE("FLT-106");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The stable code. */
        public String code() {
            return code;
        }
    }

    public FleetFault {
        facts = Map.copyOf(facts);
    }

    @Override
    public String code() {
        return kind.code();
    }

    /** A fault of this kind as an exception, with facts as name, value, name, value … */
    public static FaultException of(Kind kind, String detail, String... facts) {
        return new FaultException(new FleetFault(kind, Fault.facts(facts), detail));
    }
}

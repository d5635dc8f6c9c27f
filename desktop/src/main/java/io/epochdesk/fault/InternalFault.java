package io.epochdesk.fault;

import java.util.Map;

/**
 * A defect of the console itself.
 *
 * @param kind what happened; decides the code and the sentence
 * @param facts the facts for the sentence, by placeholder name
 * @param detail what the machine said, for the log; may be empty
 */
public record InternalFault(Kind kind, Map<String, String> facts, String detail) implements Fault {

    /** The kinds with their stable codes. */
    public enum Kind {
        /** Something happened that the console was not prepared for. Facts: what. */
        UNEXPECTED("INT-901"),
        /** A temporary file cannot be written. Facts: folder, reason. */
        TEMPORARY_FILE("INT-911");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The stable code. */
        public String code() {
            return code;
        }
    }

    public InternalFault {
        facts = Map.copyOf(facts);
    }

    @Override
    public String code() {
        return kind.code();
    }

    /** A fault of this kind as an exception, with facts as name, value, name, value … */
    public static FaultException of(Kind kind, String detail, String... facts) {
        return new FaultException(new InternalFault(kind, Fault.facts(facts), detail));
    }
}

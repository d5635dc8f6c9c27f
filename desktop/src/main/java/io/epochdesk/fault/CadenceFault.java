package io.epochdesk.fault;

import java.util.Map;

/**
 * A Cadence value that is not what it should be.
 *
 * @param kind what happened; decides the code and the sentence
 * @param facts the facts for the sentence, by placeholder name
 * @param detail what the machine said, for the log; may be empty
 */
public record CadenceFault(Kind kind, Map<String, String> facts, String detail) implements Fault {

    /** The kinds with their stable codes. */
    public enum Kind {
        /** What was sent is neither valid JSON-Cadence nor valid CCF. Facts: position, reason. */
        MALFORMED("CDC-201"),
        /** The value is nested deeper than allowed. Facts: limit. */
        TOO_DEEP("CDC-202"),
        /** The value has more elements than allowed. Facts: limit. */
        TOO_MANY_ELEMENTS("CDC-203"),
        /** A number has more digits than its type can have. Facts: limit. */
        TOO_MANY_DIGITS("CDC-204"),
        /** A number does not fit its type. Facts: type, value. */
        OUT_OF_RANGE("CDC-205"),
        /** A value has another shape than the contract declares. Facts: expected, found. */
        UNEXPECTED_SHAPE("CDC-211");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The stable code. */
        public String code() {
            return code;
        }
    }

    public CadenceFault {
        facts = Map.copyOf(facts);
    }

    @Override
    public String code() {
        return kind.code();
    }

    /** A fault of this kind as an exception, with facts as name, value, name, value … */
    public static FaultException of(Kind kind, String detail, String... facts) {
        return new FaultException(new CadenceFault(kind, Fault.facts(facts), detail));
    }
}

package io.epochdesk.fault;

import java.util.Map;

/**
 * What a past epoch cannot be verified for: its evidence is not to be had.
 *
 * @param kind what happened; decides the code and the sentence
 * @param facts the facts for the sentence, by placeholder name
 * @param detail what the machine said, for the log; may be empty
 */
public record EvidenceFault(Kind kind, Map<String, String> facts, String detail) implements Fault {

    /** The kinds with their stable codes. */
    public enum Kind {
        /** The contract knows no epoch of this counter. Facts: epoch. */
        EPOCH_UNKNOWN("EVD-861"),
        /** The epoch was not prepared on this chain: it is the first one. Facts: epoch. */
        NEVER_PREPARED("EVD-862"),
        /** No node has the event that announced the epoch any more. Facts: epoch. */
        ANNOUNCEMENT_GONE("EVD-863"),
        /** The file cannot be read. Facts: file, reason. */
        CANNOT_READ("EVD-871"),
        /** The file is no evidence as this console writes it. Facts: file, reason. */
        NOT_EVIDENCE("EVD-872"),
        /** The file cannot be written. Facts: file, reason. */
        CANNOT_WRITE("EVD-873"),
        /** There is a file already. Facts: file. */
        EXISTS("EVD-874");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The stable code. */
        public String code() {
            return code;
        }
    }

    public EvidenceFault {
        facts = Map.copyOf(facts);
    }

    @Override
    public String code() {
        return kind.code();
    }

    /** A fault of this kind as an exception, with facts as name, value, name, value … */
    public static FaultException of(Kind kind, String detail, String... facts) {
        return new FaultException(new EvidenceFault(kind, Fault.facts(facts), detail));
    }
}

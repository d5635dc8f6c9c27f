package io.epochdesk.fault;

import java.util.Map;

/**
 * What the console keeps of a network cannot be read or written. Nothing was changed then.
 *
 * @param kind what happened; decides the code and the sentence
 * @param facts the facts for the sentence, by placeholder name
 * @param detail what the machine said, for the log; may be empty
 */
public record HistoryFault(Kind kind, Map<String, String> facts, String detail) implements Fault {

    /** The kinds with their stable codes. */
    public enum Kind {
        /** The file cannot be opened. Facts: file, reason. */
        NOT_OPENED("HIS-801"),
        /** The file was written by a newer console. Facts: file, version. */
        NEWER_SCHEMA("HIS-802"),
        /**
         * The file was damaged, is kept under another name, and a new one begun. Facts: file,
         * aside.
         */
        SET_ASIDE("HIS-803"),
        /** The file was found damaged while it was in use. Facts: file, reason. */
        DAMAGED("HIS-804"),
        /** The file is damaged, and another console has it open. Facts: file. */
        DAMAGED_IN_USE("HIS-805"),
        /** The disk is full. Facts: file, reason. */
        DISK_FULL("HIS-806"),
        /** The file or its disk can only be read. Facts: file, reason. */
        READ_ONLY("HIS-807"),
        /** Another console is writing and does not come to an end. Facts: file, reason. */
        BUSY("HIS-808"),
        /** The disk does not do as asked. Facts: file, reason. */
        DISK_FAILED("HIS-809"),
        /** The history was closed. Facts: file. */
        CLOSED("HIS-810");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The stable code. */
        public String code() {
            return code;
        }
    }

    public HistoryFault {
        facts = Map.copyOf(facts);
    }

    @Override
    public String code() {
        return kind.code();
    }

    /** A fault of this kind as an exception, with facts as name, value, name, value … */
    public static FaultException of(Kind kind, String detail, String... facts) {
        return new FaultException(new HistoryFault(kind, Fault.facts(facts), detail));
    }
}

package io.epochdesk.fault;

import java.util.Map;

/**
 * A setting or an argument that cannot be used.
 *
 * @param kind what happened; decides the code and the sentence
 * @param facts the facts for the sentence, by placeholder name
 * @param detail what the machine said, for the log; may be empty
 */
public record SettingsFault(Kind kind, Map<String, String> facts, String detail) implements Fault {

    /** The kinds with their stable codes. */
    public enum Kind {
        /** The settings file cannot be read. Facts: file, reason. */
        UNREADABLE("SET-401"),
        /** A setting has a value that cannot be used. Facts: setting, value, reason. */
        INVALID("SET-402"),
        /** The settings cannot be saved. Facts: file, reason. */
        NOT_WRITABLE("SET-403"),
        /** There is no network of this name. Facts: name, known. */
        UNKNOWN_NETWORK("SET-404");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The stable code. */
        public String code() {
            return code;
        }
    }

    public SettingsFault {
        facts = Map.copyOf(facts);
    }

    @Override
    public String code() {
        return kind.code();
    }

    /** A fault of this kind as an exception, with facts as name, value, name, value … */
    public static FaultException of(Kind kind, String detail, String... facts) {
        return new FaultException(new SettingsFault(kind, Fault.facts(facts), detail));
    }
}

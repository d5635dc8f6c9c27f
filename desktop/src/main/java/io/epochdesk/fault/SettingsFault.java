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
        /**
         * The settings file cannot be read. Facts: file, reason; where one setting in it is wrong,
         * the reason is a {@link Reason} and the facts of INVALID are there, too.
         */
        UNREADABLE("SET-401"),
        /**
         * A setting has a value that cannot be used. Facts: setting, value, reason (a {@link
         * Reason}); with {@link Reason#RANGE} also least and most.
         */
        INVALID("SET-402"),
        /** The settings cannot be saved. Facts: file, reason. */
        NOT_WRITABLE("SET-403"),
        /** There is no network of this name. Facts: name, known. */
        UNKNOWN_NETWORK("SET-404"),
        /**
         * The rehearsal is chosen, which is no network that can be asked from here. Facts: known.
         */
        REHEARSAL_CHOSEN("SET-405");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The stable code. */
        public String code() {
            return code;
        }
    }

    /** Why a value cannot be used; each has words of its own. */
    public enum Reason {
        ADDRESS,
        CHAIN,
        CONTRACT_MISSING,
        EMPTY,
        HOST,
        ID,
        IPV6,
        KEY,
        NO_NODE,
        NO_PORT,
        NUMBER,
        /** Facts: least, most. */
        RANGE
    }

    public SettingsFault {
        facts = Map.copyOf(facts);
    }

    @Override
    public String code() {
        return kind.code();
    }

    /** A setting with a value that cannot be used. */
    public static SettingsFault invalid(String setting, String value, Reason reason) {
        return new SettingsFault(
                Kind.INVALID,
                Fault.facts("setting", setting, "value", value, "reason", reason.name()),
                "");
    }

    /** A setting whose number lies outside of what is allowed. */
    public static SettingsFault outside(String setting, String value, long least, long most) {
        return new SettingsFault(
                Kind.INVALID,
                Fault.facts(
                        "setting",
                        setting,
                        "value",
                        value,
                        "reason",
                        Reason.RANGE.name(),
                        "least",
                        Long.toString(least),
                        "most",
                        Long.toString(most)),
                "");
    }

    /** A fault of this kind as an exception, with facts as name, value, name, value … */
    public static FaultException of(Kind kind, String detail, String... facts) {
        return new FaultException(new SettingsFault(kind, Fault.facts(facts), detail));
    }
}

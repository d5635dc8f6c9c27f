package io.epochdesk.fault;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that went wrong, told as data: a stable code, the facts for the sentence people read,
 * and a technical detail for the log. It never holds a secret.
 *
 * <p>The sentence and the next step for each code stand in {@code text/fault.properties} as {@code
 * <code>.sentence} and {@code <code>.advice}, with the facts as named placeholders.
 */
public sealed interface Fault
        permits NetworkFault,
                CadenceFault,
                ChainFault,
                SettingsFault,
                KeyFault,
                VaultFault,
                BootstrapFault,
                HistoryFault,
                TransactionFault,
                EvidenceFault,
                FleetFault,
                InternalFault {

    /** The stable, searchable code, such as {@code NET-101}. It never changes its meaning. */
    String code();

    /** The facts that fill the sentence, by placeholder name; never null, never a secret. */
    Map<String, String> facts();

    /** What the machine said, for the log and the details pane; may be empty. */
    String detail();

    /** A map of facts that keeps the order given: name, value, name, value … */
    static Map<String, String> facts(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("facts come in pairs of name and value");
        }
        Map<String, String> facts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Map.copyOf(facts);
    }
}

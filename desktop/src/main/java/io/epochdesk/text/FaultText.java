package io.epochdesk.text;

import io.epochdesk.fault.Fault;
import io.epochdesk.fault.SettingsFault;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A fault in people's words: what happened, and what to do now.
 *
 * @param code the stable code, for searching and for reports
 * @param sentence what happened
 * @param advice the next step
 */
public record FaultText(String code, String sentence, String advice) {

    /**
     * The words for a fault ({@code fault.<code>.sentence} and {@code fault.<code>.advice}), filled
     * with its facts.
     *
     * @throws IllegalArgumentException when its code has no words
     */
    public static FaultText of(Words words, Fault fault) {
        String code = fault.code();
        Map<String, String> facts = facts(words, fault);
        return new FaultText(
                code,
                words.sayFacts("fault." + code + ".sentence", facts),
                words.sayFacts("fault." + code + ".advice", facts));
    }

    /** Why a setting cannot be used, without naming the setting. */
    public static String reason(Words words, SettingsFault fault) {
        return facts(words, fault).getOrDefault("reason", "");
    }

    /** The facts, with a reason that is a constant put in words. */
    private static Map<String, String> facts(Words words, Fault fault) {
        String reason = fault.facts().get("reason");
        if (!(fault instanceof SettingsFault) || reason == null || !isConstant(reason)) {
            return fault.facts();
        }
        Map<String, String> facts = new HashMap<>(fault.facts());
        facts.put("reason", words.sayFacts("fault.reason." + reason, fault.facts()));
        if (facts.containsKey("file")) {
            facts.put("reason", words.sayFacts("fault.reasonInFile", facts));
        }
        return facts;
    }

    private static boolean isConstant(String reason) {
        return Arrays.stream(SettingsFault.Reason.values())
                .anyMatch(known -> known.name().equals(reason));
    }
}

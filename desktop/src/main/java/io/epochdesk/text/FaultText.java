package io.epochdesk.text;

import io.epochdesk.fault.Fault;

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
        return new FaultText(
                code,
                words.sayFacts("fault." + code + ".sentence", fault.facts()),
                words.sayFacts("fault." + code + ".advice", fault.facts()));
    }
}

package io.epochdesk.text;

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
     * The words for a fault's code ({@code fault.<code>.sentence} and {@code fault.<code>.advice}),
     * filled with its facts.
     *
     * @throws IllegalArgumentException when the code has no words
     */
    public static FaultText of(Words words, String code, Map<String, String> facts) {
        return new FaultText(
                code,
                words.sayFacts("fault." + code + ".sentence", facts),
                words.sayFacts("fault." + code + ".advice", facts));
    }
}

package io.epochdesk.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.util.Locale;
import java.util.Map;

class WordsTest {

    private final Words words = new Words(Locale.ENGLISH);

    @Test
    void fillsNamedPlaceholders() {
        assertThat(words.say("trial.greeting", "name", "Ada", "day", "Monday"))
                .isEqualTo("Monday, Ada: $1 is no group");
    }

    @Test
    void writesWholeNumbersWithThinSeparators() {
        assertThat(words.say("trial.height", "height", 131_402_118L))
                .isEqualTo("at 131\u202f402\u202f118");
    }

    @Test
    void refusesAnUnknownKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> words.say("trial.nowhere"))
                .withMessageContaining("trial.nowhere");
    }

    @Test
    void refusesAnUnknownArea() {
        assertThatIllegalArgumentException().isThrownBy(() -> words.say("nowhere.at.all"));
    }

    @Test
    void refusesAMissingValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> words.say("trial.height"))
                .withMessageContaining("{height}");
    }

    @Test
    void writesAMissingFactAsAQuestionMark() {
        assertThat(words.sayFacts("trial.greeting", Map.of("name", "Ada")))
                .isEqualTo("?, Ada: $1 is no group");
    }

    @Test
    void choosesTheSentenceByCount() {
        assertThat(words.count("trial.votes", 0)).isEqualTo("no votes");
        assertThat(words.count("trial.votes", 1)).isEqualTo("1 vote");
        assertThat(words.count("trial.votes", 1_200)).isEqualTo("1\u202f200 votes");
    }

    @Test
    void readsUtf8() {
        assertThat(words.say("trial.dots")).isEqualTo("3f8a…77e0");
    }

    @Test
    void takesTheLanguagesOwnSentenceAndFallsBackToTheCommonOne() {
        Words german = new Words(Locale.GERMAN);
        assertThat(german.count("trial.votes", 1)).isEqualTo("1 Stimme");
        assertThat(german.say("trial.dots")).isEqualTo("3f8a…77e0");
    }
}

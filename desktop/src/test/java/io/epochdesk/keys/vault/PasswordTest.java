package io.epochdesk.keys.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

class PasswordTest {

    @Test
    void isTheSameHoweverItsCharactersAreComposed() {
        assertThat(password("Zu\u0308rich ﬁre").bytes())
                .isEqualTo(password("Z\u00fcrich fire").bytes())
                .isEqualTo("Zu\u0308rich fire".getBytes(StandardCharsets.UTF_8));
        assertThat(password("\ud83d\udd11").bytes())
                .isEqualTo("\ud83d\udd11".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void countsCharactersAndNotUnits() {
        assertThatThrownBy(() -> password("\ud83d\udd11".repeat(7)).requireUsable())
                .hasMessageStartingWith("VLT-615");
        password("\ud83d\udd11".repeat(8)).requireUsable();
    }

    @Test
    void refusesHalfACharacter() {
        assertThatThrownBy(() -> password("12345678\ud83d").bytes())
                .hasMessageStartingWith("VLT-616")
                .hasMessageNotContaining("1234");
    }

    @Test
    void isWipedWhenClosed() {
        char[] typed = "correct horse".toCharArray();
        new Password(typed).close();
        assertThat(typed).containsOnly('\0');
    }

    @Test
    void printsNothingOfItself() {
        assertThat(password("correct horse")).hasToString("password");
    }

    private static Password password(String text) {
        return new Password(text.toCharArray());
    }
}

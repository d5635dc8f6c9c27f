package io.epochdesk.quorum;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.quorum.VoteMessage.Form;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;

final class VoteMessageTest {

    @Test
    void eightyDigitsAreViewAndRootBlock() {
        assertThat(VoteMessage.of("00000000003D0900" + "Ab".repeat(32)))
                .isEqualTo(new VoteMessage(Form.VIEW_AND_BLOCK, "4000000", "ab".repeat(32), 40));
    }

    @Test
    void aViewBeyondSignedNumbersStaysPositive() {
        assertThat(VoteMessage.of("f".repeat(16) + "00".repeat(32)).view())
                .isEqualTo("18446744073709551615");
    }

    @Test
    void hexOfAnotherLengthIsCounted() {
        assertThat(VoteMessage.of("abcd"))
                .isEqualTo(new VoteMessage(Form.OTHER_HEX, null, null, 2));
    }

    @Test
    void anOddNumberOfDigitsIsNoHex() {
        assertThat(VoteMessage.of("abc").form()).isEqualTo(Form.NOT_HEX);
    }

    @Property(tries = 500)
    void anyTextIsTakenWithoutComplaint(@ForAll String text) {
        assertThat(VoteMessage.of(text).form()).isNotNull();
    }
}

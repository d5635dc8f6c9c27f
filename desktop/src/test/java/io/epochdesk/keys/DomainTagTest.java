package io.epochdesk.keys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

class DomainTagTest {

    @Test
    void tagsAreTheSdksOwn() {
        assertThat(DomainTag.TRANSACTION.bytes())
                .isEqualTo(org.onflow.sdk.DomainTag.getTRANSACTION_DOMAIN_TAG());
        assertThat(DomainTag.USER.bytes()).isEqualTo(org.onflow.sdk.DomainTag.getUSER_DOMAIN_TAG());
    }

    @Test
    void aTagIsPaddedWithZerosToThirtyTwoBytes() {
        assertThat(new String(DomainTag.TRANSACTION.bytes(), StandardCharsets.US_ASCII))
                .isEqualTo("FLOW-V0.0-transaction" + "\0".repeat(11));
        assertThat(new String(DomainTag.USER.bytes(), StandardCharsets.US_ASCII))
                .isEqualTo("FLOW-V0.0-user" + "\0".repeat(18));
    }

    @Test
    void aTaggedMessageBeginsWithItsTagOnly() {
        byte[] tagged = DomainTag.USER.before(new byte[] {1, 2, 3});
        assertThat(tagged).hasSize(35).endsWith(1, 2, 3);
        assertThat(DomainTag.USER.begins(tagged)).isTrue();
        assertThat(DomainTag.TRANSACTION.begins(tagged)).isFalse();
        assertThat(DomainTag.USER.begins(new byte[31])).isFalse();
        assertThat(DomainTag.USER.begins(DomainTag.USER.bytes())).isTrue();
    }
}

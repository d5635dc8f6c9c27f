package io.epochdesk.keys.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

class VaultSessionTest {

    private Instant now = Vaults.NOW;
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final VaultSession session = new VaultSession(clock, Duration.ofMinutes(5));
    private Vault vault = Vaults.create(new VaultStore(new CrashingFiles()));

    @BeforeEach
    void unlock() {
        session.opened(vault);
    }

    @Test
    void locksWhenNobodyUsedItForAWhile() {
        for (int i = 0; i < 29; i++) {
            now = now.plusSeconds(10);
            assertThat(session.look()).isTrue();
        }
        now = now.plusSeconds(10);
        assertThat(session.look()).isFalse();
        assertThat(vault.isLocked()).isTrue();
        assertThatThrownBy(session::use).hasMessageStartingWith("VLT-614");
    }

    @Test
    void staysUnlockedWhileItIsUsed() {
        for (int i = 0; i < 60; i++) {
            now = now.plusSeconds(30);
            assertThat(session.use()).isSameAs(vault);
        }
    }

    @Test
    void locksWhenTheMachineSlept() {
        now = now.plus(VaultSession.LONGEST_GAP).plusSeconds(1);
        assertThatThrownBy(session::use).hasMessageStartingWith("VLT-614");
        assertThat(vault.isLocked()).isTrue();
    }

    @Test
    void locksWhenTheClockWentBack() {
        now = now.minusSeconds(1);
        assertThat(session.look()).isFalse();
    }

    @Test
    void locksTheOneBeforeWhenAnotherIsOpened() {
        Vault other = Vaults.create(new VaultStore(new CrashingFiles()));
        session.opened(other);
        assertThat(vault.isLocked()).isTrue();
        assertThat(session.use()).isSameAs(other);
        session.close();
        assertThat(other.isLocked()).isTrue();
        assertThat(session.look()).isFalse();
    }
}

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
    private Duration asleep = Duration.ZERO;
    private final VaultSession session =
            new VaultSession(
                    clock,
                    () -> Duration.between(Vaults.NOW, now).minus(asleep).toNanos(),
                    Duration.ofMinutes(5));
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
    void locksAfterASleepOfSeconds() {
        now = now.plusSeconds(2);
        asleep = Duration.ofSeconds(2);
        assertThat(session.look()).isTrue();
        now = now.plusSeconds(4);
        asleep = asleep.plusSeconds(4);
        assertThatThrownBy(session::use).hasMessageStartingWith("VLT-614");
        assertThat(vault.isLocked()).isTrue();
    }

    @Test
    void saysUntilWhenItStaysUnlocked() {
        assertThat(session.until()).contains(now.plus(Duration.ofMinutes(5)));
        now = now.plusSeconds(20);
        session.use();
        assertThat(session.until()).contains(now.plus(Duration.ofMinutes(5)));
        session.close();
        assertThat(session.until()).isEmpty();
    }

    @Test
    void asksForThePasswordAgainAndUnlocksWhatWasLocked() {
        VaultStore store = new VaultStore(new CrashingFiles());
        Vaults.create(store).close();
        VaultDoor door =
                new VaultDoor(
                        store, new QuickDerivation(), () -> KdfParameters.LEAST, Vaults.random());
        session.close();
        assertThatThrownBy(() -> session.confirm(door, Vaults.password("something else")))
                .hasMessageStartingWith("VLT-606");
        assertThat(session.look()).isFalse();
        Vault opened = session.confirm(door, Vaults.password(Vaults.PASSWORD));
        assertThat(session.use()).isSameAs(opened);
        assertThatThrownBy(() -> session.confirm(door, Vaults.password("something else")))
                .hasMessageStartingWith("VLT-606");
        assertThat(session.confirm(door, Vaults.password(Vaults.PASSWORD))).isSameAs(opened);
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

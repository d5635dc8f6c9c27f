package io.epochdesk.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.epochdesk.network.LoopbackPorts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

class EmulatorProcessTest {

    @Test
    @RequiresEmulator
    void answersOnItsPortsAndIsGoneAfterClose() throws Exception {
        int port;
        try (EmulatorProcess emulator = EmulatorProcess.start()) {
            port = emulator.grpcPort();
            assertThat(LoopbackPorts.isOpen(port)).isTrue();
        }
        assertThat(LoopbackPorts.isOpen(port)).isFalse();
    }

    @Test
    @RequiresEmulator
    void comesBackOnTheSamePortsAfterAKill() {
        try (EmulatorProcess emulator = EmulatorProcess.start(EmulatorOptions.fresh().kept())) {
            int port = emulator.grpcPort();
            emulator.kill();
            assertThat(emulator.isAlive()).isFalse();
            emulator.restart(EmulatorProcess.Chain.KEPT);
            assertThat(emulator.isAlive()).isTrue();
            assertThat(emulator.grpcPort()).isEqualTo(port);
        }
    }

    @Test
    void skipsWithTheWayToGetItWhereThereIsNone() {
        assertThat(EmulatorCondition.decide(false, false).isDisabled()).isTrue();
        assertThat(EmulatorCondition.decide(false, false).getReason())
                .hasValueSatisfying(reason -> assertThat(reason).contains(".ci/emulator"));
    }

    @Test
    void failsWhereThereIsNoneButOneIsRequired() {
        assertThatThrownBy(() -> EmulatorCondition.decide(false, true))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining(".ci/emulator");
    }
}

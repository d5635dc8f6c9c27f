package io.epochdesk.conformance;

import io.epochdesk.emulator.EmulatorOptions;
import io.epochdesk.emulator.EmulatorProcess;
import io.epochdesk.emulator.EpochDriver;

/** A real emulator. */
final class EmulatorStage implements Stage {

    private final EmulatorProcess emulator;
    private final EpochDriver driver;

    private EmulatorStage(EmulatorProcess emulator) {
        this.emulator = emulator;
        this.driver = new EpochDriver(emulator);
    }

    static Stage open(Circumstances circumstances) {
        return new EmulatorStage(
                EmulatorProcess.start(
                        new EmulatorOptions(
                                circumstances.fees(), null, circumstances.expiry(), null, false)));
    }

    @Override
    public int port() {
        return emulator.grpcPort();
    }

    @Override
    public void emptyBlock() {
        driver.emptyBlock();
    }

    @Override
    public void close() {
        driver.close();
        emulator.close();
    }
}

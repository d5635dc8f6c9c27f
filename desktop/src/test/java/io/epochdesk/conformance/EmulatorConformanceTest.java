package io.epochdesk.conformance;

import io.epochdesk.emulator.RequiresEmulator;
import io.epochdesk.parallel.BesideOthers;

import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

import java.util.stream.Stream;

/** What is recorded is what a real emulator answers. */
@RequiresEmulator
@BesideOthers
final class EmulatorConformanceTest {

    @TestFactory
    Stream<DynamicContainer> aRealEmulatorAnswersAsRecorded() {
        return Conformance.on(EmulatorStage::open);
    }
}

package io.epochdesk.conformance;

import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

import java.util.stream.Stream;

/** The rehearsal network answers what a real emulator was recorded to answer. */
final class RehearsalConformanceTest {

    @TestFactory
    Stream<DynamicContainer> theRehearsalAnswersAsRecorded() {
        return Conformance.on(RehearsalStage::open);
    }
}

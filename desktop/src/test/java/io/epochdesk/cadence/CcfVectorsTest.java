package io.epochdesk.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.stream.Stream;

/**
 * What Cadence's own encoder (v1.10.2) writes as CCF, and as JSON-Cadence after reading it back,
 * comes to the same value: for a value of every kind, every simple type and every form of type.
 */
class CcfVectorsTest {

    private final CadenceDecoder decoder = new CadenceDecoder();

    @TestFactory
    Stream<DynamicTest> bothFormsComeToTheSameValue() {
        return CcfSample.vectors().stream()
                .map(
                        sample ->
                                DynamicTest.dynamicTest(
                                        sample.name(),
                                        () ->
                                                assertThat(decoder.decode(sample.ccf()))
                                                        .isEqualTo(decoder.decode(sample.json()))));
    }
}

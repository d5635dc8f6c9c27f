package io.epochdesk.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.cadence.CadenceValue.CompositeValue;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Events as an emulator told them in both forms. */
class CcfEventsTest {

    private final CadenceDecoder decoder = new CadenceDecoder();

    @TestFactory
    Stream<DynamicTest> bothFormsOfAnEventComeToTheSameValue() {
        return CcfSample.events().stream()
                .map(
                        sample ->
                                DynamicTest.dynamicTest(
                                        sample.name(),
                                        () ->
                                                assertThat(decoder.decode(sample.ccf()))
                                                        .isEqualTo(decoder.decode(sample.json()))));
    }

    @Test
    void aTypeThatWasReadBeforeIsReadTheSame() {
        for (CcfSample sample : CcfSample.all()) {
            CadenceValue first = decoder.decode(sample.ccf());
            assertThat(decoder.decode(sample.ccf())).as(sample.name()).isEqualTo(first);
        }
    }

    @Test
    void aDecoderIsSharedByManyThreads() throws Exception {
        List<CcfSample> samples = CcfSample.all();
        List<CadenceValue> expected =
                samples.stream().map(each -> decoder.decode(each.json())).toList();
        Callable<Boolean> all =
                () ->
                        IntStream.range(0, samples.size())
                                .allMatch(
                                        i ->
                                                decoder.decode(samples.get(i).ccf())
                                                        .equals(expected.get(i)));
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Boolean> same :
                    threads.invokeAll(IntStream.range(0, 40).mapToObj(_ -> all).toList())) {
                assertThat(same.get()).isTrue();
            }
        }
    }

    @Test
    void fieldsAreInTheOrderOfTheirDeclaration() {
        CcfSample setup =
                CcfSample.events().stream()
                        .filter(each -> each.name().equals("FlowEpoch.EpochSetup"))
                        .findFirst()
                        .orElseThrow();
        CompositeValue event = (CompositeValue) decoder.decode(setup.ccf());

        assertThat(event.typeId()).isEqualTo("A.f8d6e0586b0a20c7.FlowEpoch.EpochSetup");
        assertThat(event.fields().stream().map(CadenceValue.Field::name))
                .startsWith("counter", "nodeInfo", "firstView", "finalView");
    }

    @Test
    void whatWasSentCanBeReadByPeople() {
        assertThat(CadenceDecoder.legible(new byte[] {(byte) 0xD8, 0x01})).isEqualTo("d801");
        assertThat(CadenceDecoder.legible("{é".getBytes(StandardCharsets.UTF_8))).isEqualTo("{é");
    }
}

package io.epochdesk.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One decoder serves many threads, and holds little between two texts. */
class SharedDecoderTest {

    @Test
    void readsTheSameOnManyThreadsAtOnce() throws InterruptedException, ExecutionException {
        CadenceDecoder shared = new CadenceDecoder();
        List<Callable<Boolean>> readings = new ArrayList<>();
        for (int round = 0; round < 40; round++) {
            for (Sample sample : Sample.recorded()) {
                byte[] json = sample.json();
                CadenceValue expected = new CadenceDecoder().decode(json);
                readings.add(() -> shared.decode(json).equals(expected));
            }
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> reading : threads.invokeAll(readings)) {
                assertThat(reading.get()).isTrue();
            }
        }
    }

    @Test
    void makesTheNamesOfOneContractOnce() {
        CadenceDecoder decoder = new CadenceDecoder();
        byte[] json = Sample.named(Sample.events(), "BroadcastMessage").json();
        Shape one = Shape.of(decoder.decode(json));
        Shape other = Shape.of(decoder.decode(json));
        assertThat(one.typeId()).isSameAs(other.typeId());
    }

    @Test
    void tellsNamesApartThatShareAPlace() {
        Names names = new Names();
        for (int i = 0; i < 10_000; i++) {
            byte[] name = ("field" + i).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            assertThat(names.of(name, 0, name.length).text()).isEqualTo("field" + i);
        }
    }
}

package io.epochdesk.cadence;

import org.onflow.sdk.Flow;
import org.onflow.sdk.cadence.Field;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.concurrent.TimeUnit;

/**
 * Decoding of JSON-Cadence beside flow-jvm-sdk's decoder, on events recorded from a real chain and
 * on an epoch setup of the size of mainnet's (240 nodes). One operation is one event.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"})
public class DecodingBenchmark {

    /** Which event is decoded. */
    @Param({"EpochSetup", "EpochCommit", "NewNodeCreated", "BroadcastMessage", "EpochSetup240"})
    public String event = "EpochSetup";

    private final CadenceDecoder decoder = new CadenceDecoder();
    private byte[] json = new byte[0];

    /** Loads or makes the event. */
    @Setup
    public void prepare() {
        json =
                event.equals("EpochSetup240")
                        ? EpochSetupSample.json(240)
                        : Sample.named(Sample.events(), event).json();
    }

    /** The console's decoder. */
    @Benchmark
    public CadenceValue console() {
        return decoder.decode(json);
    }

    /** The SDK's decoder. */
    @Benchmark
    public Field<?> sdk() {
        return Flow.decodeJsonCadence(json);
    }
}

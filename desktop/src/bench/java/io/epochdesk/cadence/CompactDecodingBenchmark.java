package io.epochdesk.cadence;

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
 * Decoding of CCF beside JSON-Cadence, of the same events, recorded from a real chain in both
 * forms. One operation is one event.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"})
public class CompactDecodingBenchmark {

    /** Which event is decoded. */
    @Param({
        "FlowEpoch.EpochSetup",
        "FlowEpoch.EpochCommit",
        "FlowIDTableStaking.NewNodeCreated",
        "FlowDKG.BroadcastMessage"
    })
    public String recorded = "FlowEpoch.EpochSetup";

    private final CadenceDecoder decoder = new CadenceDecoder();
    private byte[] ccfBytes = new byte[0];
    private byte[] jsonBytes = new byte[0];

    /** Loads the event in both forms. */
    @Setup
    public void prepare() {
        CcfSample sample =
                CcfSample.events().stream()
                        .filter(each -> each.name().equals(recorded))
                        .findFirst()
                        .orElseThrow();
        ccfBytes = sample.ccf();
        jsonBytes = sample.json();
    }

    /** As CCF. */
    @Benchmark
    public CadenceValue ccf() {
        return decoder.decode(ccfBytes);
    }

    /** As JSON-Cadence. */
    @Benchmark
    public CadenceValue json() {
        return decoder.decode(jsonBytes);
    }
}

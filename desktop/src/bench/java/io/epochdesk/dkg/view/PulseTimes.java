package io.epochdesk.dkg.view;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads JavaFX's pulse events from a flight recording: work of the FX thread per pulse, and the
 * gaps between pulses.
 */
final class PulseTimes {

    /** The FX thread is renamed after its start, the renderer is not. */
    private static final String RENDERER = "QuantumRenderer";

    private static final String WAITING = "Waiting for previous rendering";

    private final Map<Long, Pulse> pulses = new TreeMap<>();

    PulseTimes(Path recording) throws IOException {
        for (RecordedEvent event : RecordingFile.readAllEvents(recording)) {
            if (event.getEventType().getName().equals("javafx.PulsePhase")
                    && event.getThread() != null
                    && !event.getThread().getJavaName().startsWith(RENDERER)) {
                pulses.merge(event.getLong("pulseId"), Pulse.of(event), Pulse::plus);
            }
        }
    }

    /** What one pulse cost the FX thread; waiting for the renderer is no work. */
    record Pulse(Instant start, Duration work, Duration waiting) {
        static Pulse of(RecordedEvent event) {
            boolean waits = event.getString("phaseName").equals(WAITING);
            return new Pulse(
                    event.getStartTime(),
                    waits ? Duration.ZERO : event.getDuration(),
                    waits ? event.getDuration() : Duration.ZERO);
        }

        Pulse plus(Pulse other) {
            return new Pulse(
                    start.isBefore(other.start) ? start : other.start,
                    work.plus(other.work),
                    waiting.plus(other.waiting));
        }
    }

    /** Pulses that began between two instants, in order. */
    List<Pulse> between(Instant from, Instant to) {
        return pulses.values().stream()
                .filter(pulse -> !pulse.start().isBefore(from) && pulse.start().isBefore(to))
                .sorted((a, b) -> a.start().compareTo(b.start()))
                .toList();
    }

    /** Milliseconds of FX-thread work per pulse, ascending. */
    static List<Double> work(List<Pulse> pulses) {
        return pulses.stream().map(pulse -> millis(pulse.work())).sorted().toList();
    }

    /** Milliseconds from the beginning of each pulse to that of the next, ascending. */
    static List<Double> gaps(List<Pulse> pulses) {
        List<Double> gaps = new ArrayList<>();
        for (int i = 1; i < pulses.size(); i++) {
            gaps.add(millis(Duration.between(pulses.get(i - 1).start(), pulses.get(i).start())));
        }
        return gaps.stream().sorted().toList();
    }

    /** The value below which so large a share of them lies. */
    static double quantile(List<Double> ascending, double share) {
        return ascending.isEmpty()
                ? Double.NaN
                : ascending.get(
                        (int) Math.min(ascending.size() - 1, Math.ceil(share * ascending.size())));
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}

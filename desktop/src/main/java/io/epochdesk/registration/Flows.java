package io.epochdesk.registration;

import io.epochdesk.fault.Fault;

import java.util.List;
import java.util.UUID;

/** Begins flows on a network, and takes up those that were begun before. */
public final class Flows {

    private final Workplace place;
    private final FlowRecords records;

    public Flows(Workplace place) {
        this.place = place;
        this.records = new FlowRecords(place.history().drafts(), place.clock());
    }

    /**
     * Begins a flow. It is kept from now on, and offered again until it is closed.
     *
     * @throws io.epochdesk.fault.FaultException when there is no connection yet
     */
    public Flow begin(FlowKind kind) {
        FlowRecord record =
                FlowRecord.begun(
                        UUID.randomUUID().toString(),
                        kind,
                        Binding.of(place.identity()),
                        place.clock().instant());
        records.keep(record);
        return new Flow(place, records, record);
    }

    /** The flows of this network that were begun and not closed, the one touched last first. */
    public Unfinished unfinished() {
        return records.all();
    }

    /**
     * Takes a flow up where it was. One whose transaction may have been sent goes on by following
     * it.
     *
     * @throws io.epochdesk.fault.FaultException with {@code TXN-802} when it belongs to another
     *     network
     */
    public Flow resume(FlowRecord record) {
        record.network().require(place.identity());
        return new Flow(place, records, record);
    }

    /**
     * Flows that were begun.
     *
     * @param flows those that can be taken up
     * @param unreadable what is wrong with others; they are kept as they are
     */
    public record Unfinished(List<FlowRecord> flows, List<Fault> unreadable) {
        public Unfinished {
            flows = List.copyOf(flows);
            unreadable = List.copyOf(unreadable);
        }
    }
}

package io.epochdesk.cli;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.fault.Fault;
import io.epochdesk.live.Part;

import java.util.LinkedHashMap;
import java.util.Map;

/** The faults of a snapshot by the part they keep from being renewed. */
final class PartFaults {

    private PartFaults() {}

    static Map<String, Fault> of(BoardSnapshot snapshot) {
        Map<String, Fault> faults = new LinkedHashMap<>();
        Fault connection = snapshot.connection().fault();
        if (connection != null) {
            faults.put("connection", connection);
        }
        put(faults, "epoch", snapshot.epoch());
        put(faults, "deadlines", snapshot.deadlines());
        put(faults, "outlook", snapshot.outlook());
        put(faults, "voting", snapshot.voting());
        put(faults, "dkg", snapshot.dkg());
        put(faults, "whiteboard", snapshot.whiteboard());
        put(faults, "matrix", snapshot.matrix());
        return faults;
    }

    private static void put(Map<String, Fault> faults, String name, Part<?> part) {
        part.fault().ifPresent(fault -> faults.put(name, fault));
    }
}

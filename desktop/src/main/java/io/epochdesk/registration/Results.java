package io.epochdesk.registration;

import io.epochdesk.cadence.CadenceDecoder;
import io.epochdesk.cadence.Shape;
import io.epochdesk.network.ChainEvent;
import io.epochdesk.registration.FlowRecord.Result;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a transaction's events tell of what came of it. */
final class Results {

    private Results() {}

    static Map<Result, String> of(List<ChainEvent> events) {
        CadenceDecoder decoder = new CadenceDecoder();
        Map<Result, String> results = new EnumMap<>(Result.class);
        for (ChainEvent event : events) {
            if (event.type().endsWith(".FlowStakingCollection.MachineAccountCreated")) {
                results.put(
                        Result.MACHINE_ACCOUNT,
                        Shape.of(decoder.decode(event.payload()), "MachineAccountCreated")
                                .field("address")
                                .asAddress()
                                .toString());
            }
            if (event.type().equals("flow.AccountKeyAdded")) {
                results.put(
                        Result.KEY_INDEX,
                        Integer.toString(
                                Shape.of(decoder.decode(event.payload()), "AccountKeyAdded")
                                        .field("keyIndex")
                                        .asInt()));
            }
        }
        return results;
    }
}

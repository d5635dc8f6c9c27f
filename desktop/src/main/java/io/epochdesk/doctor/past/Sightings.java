package io.epochdesk.doctor.past;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.doctor.Examination;
import io.epochdesk.history.HistoryStore;
import io.epochdesk.history.Observations.Balance;
import io.epochdesk.history.Observations.KeyUse;
import io.epochdesk.live.Reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an examination saw of machine accounts, for the history. */
public final class Sightings {

    private Sightings() {}

    /**
     * Keeps balances and sequence numbers; what could not be read is passed over.
     *
     * @throws io.epochdesk.fault.FaultException when the file cannot be written
     */
    public static void keep(HistoryStore store, List<Examination> found) {
        List<Balance> balances = new ArrayList<>();
        List<KeyUse> uses = new ArrayList<>();
        for (Examination each : found) {
            FlowAddress address = each.machineAccount();
            if (address == null) {
                continue;
            }
            if (each.account() != null) {
                balances.add(
                        new Balance(
                                address.hex(),
                                each.account().provenance().readAt(),
                                each.account().provenance().height(),
                                each.account().value().balance()));
            }
            Reading<Map<Integer, Long>> numbers = each.sequenceNumbers();
            if (numbers != null) {
                numbers.value()
                        .forEach(
                                (index, sequence) ->
                                        uses.add(
                                                new KeyUse(
                                                        address.hex(),
                                                        index,
                                                        sequence,
                                                        numbers.provenance().readAt(),
                                                        numbers.provenance().height())));
            }
        }
        store.observations().keep(balances, uses, List.of());
    }
}

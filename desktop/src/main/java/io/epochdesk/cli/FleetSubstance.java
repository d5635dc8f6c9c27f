package io.epochdesk.cli;

import io.epochdesk.fleet.Duty;
import io.epochdesk.fleet.FleetSnapshot;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What of the own nodes is news: everything but balances and the passing of time. */
record FleetSubstance(List<String> nodes, List<String> needs, String fault) {

    static @Nullable FleetSubstance of(@Nullable FleetSnapshot fleet) {
        if (fleet == null) {
            return null;
        }
        return new FleetSubstance(
                fleet.nodes().stream()
                        .map(
                                node ->
                                        node.nodeId()
                                                + node.label()
                                                + node.verdict()
                                                + node.duties().stream().map(Duty::state).toList())
                        .toList(),
                fleet.needs().stream().map(need -> need.subject()).toList(),
                fleet.trouble() == null ? "" : fleet.trouble().code());
    }
}

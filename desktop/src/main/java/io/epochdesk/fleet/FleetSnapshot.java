package io.epochdesk.fleet;

import io.epochdesk.doctor.Verdict;
import io.epochdesk.fault.Fault;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Everything known of the own nodes at one moment.
 *
 * @param listed whether the list of own nodes was read; while false there may be some
 * @param nodes the own nodes in the order of their labels
 * @param needs what needs the operator, the gravest first
 * @param examinedAt when the newest examination was done, or null before the first
 * @param trouble what keeps the list from being read or kept, or null
 * @param troubleSince since when, or null
 * @param setAside a damaged history that was put aside when this began, or null
 */
public record FleetSnapshot(
        boolean listed,
        List<FleetNode> nodes,
        List<Need> needs,
        @Nullable Instant examinedAt,
        @Nullable Fault trouble,
        @Nullable Instant troubleSince,
        @Nullable Fault setAside) {

    public FleetSnapshot {
        nodes = List.copyOf(nodes);
        needs = List.copyOf(needs);
    }

    /** Before anything is known. */
    public static FleetSnapshot empty() {
        return new FleetSnapshot(false, List.of(), List.of(), null, null, null, null);
    }

    /** What the operator calls their nodes, by ID. */
    public Map<String, String> labels() {
        return nodes.stream().collect(Collectors.toMap(FleetNode::nodeId, FleetNode::label));
    }

    /** How many nodes the doctor judges like this. */
    public long count(Verdict verdict) {
        return nodes.stream().filter(node -> node.verdict() == verdict).count();
    }
}

package io.epochdesk.epoch;

import io.epochdesk.cadence.Shape;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A collector cluster as it was drawn.
 *
 * @param index its index
 * @param weights weight of each member by node ID
 */
public record AssignedCluster(int index, Map<String, Long> weights) {

    public AssignedCluster {
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    }

    /** Reads a {@code FlowClusterQC.Cluster}. */
    public static AssignedCluster read(Shape cluster) {
        return new AssignedCluster(
                cluster.field("index").asUInt16(),
                cluster.field("nodeWeights").dictionary(Shape::asString, Shape::asUInt64));
    }

    /** A cluster of an {@code EpochRecover}, which names the members alone. */
    static AssignedCluster of(int index, List<String> members, Map<String, EpochNode> nodes) {
        Map<String, Long> weights = new LinkedHashMap<>();
        for (String member : members) {
            EpochNode node = nodes.get(member);
            weights.put(member, node == null ? 0L : node.weight());
        }
        return new AssignedCluster(index, weights);
    }

    /** The weight of all members together. */
    public long totalWeight() {
        return weights.values().stream().mapToLong(Long::longValue).sum();
    }
}

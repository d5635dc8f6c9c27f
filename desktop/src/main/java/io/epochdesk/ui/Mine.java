package io.epochdesk.ui;

import java.util.Map;
import java.util.Optional;

/**
 * The operator's own nodes, to be marked wherever nodes are shown.
 *
 * @param labels what the operator calls each, by node ID
 */
public record Mine(Map<String, String> labels) {

    /** No node is the operator's. */
    public static final Mine NONE = new Mine(Map.of());

    public Mine {
        labels = Map.copyOf(labels);
    }

    /** Whether this node is. */
    public boolean has(String nodeId) {
        return labels.containsKey(nodeId);
    }

    /** What the operator calls this node; empty when it is somebody else's. */
    public Optional<String> labelOf(String nodeId) {
        return Optional.ofNullable(labels.get(nodeId));
    }
}

package io.epochdesk.fleet;

import io.epochdesk.history.OwnNode;

import java.util.List;

/**
 * Nodes that were found and may be added.
 *
 * @param by what led to them
 * @param nodes the nodes, under names made from role and ID
 */
public record Found(By by, List<OwnNode> nodes) {

    public Found {
        nodes = List.copyOf(nodes);
    }

    /** What leads to nodes. */
    public enum By {
        /** An ID that the node table has. */
        NODE_ID,
        /** An ID that the node table does not have: a node that is not registered yet. */
        UNREGISTERED_ID,
        /** The account that holds a node's Voter or Participant. */
        MACHINE_ACCOUNT,
        /** An account whose staking collection holds nodes. */
        STAKING_ACCOUNT,
        /** Files of the node software. */
        BOOTSTRAP_FOLDER
    }
}

package io.epochdesk.fleet;

import io.epochdesk.doctor.NodeUnderCare;
import io.epochdesk.history.OwnNode;

/**
 * Shows the doctor what the console may see of an own node: its bootstrap folder, its key in the
 * unlocked vault.
 */
@FunctionalInterface
public interface KeyFinder {

    /**
     * The node as the doctor is to examine it. May read files; whatever it opens that holds a key
     * is wiped by {@link Care#close()}.
     */
    Care of(OwnNode node);

    /**
     * A node under care, and what is to be wiped afterwards.
     *
     * @param node the node
     * @param after wipes keys that were opened for it
     */
    record Care(NodeUnderCare node, Runnable after) implements AutoCloseable {

        /** A node of which nothing secret was opened. */
        public static Care of(NodeUnderCare node) {
            return new Care(node, () -> {});
        }

        @Override
        public void close() {
            after.run();
        }
    }
}

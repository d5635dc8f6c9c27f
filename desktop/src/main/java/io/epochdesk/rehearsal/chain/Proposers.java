package io.epochdesk.rehearsal.chain;

import io.epochdesk.rehearsal.model.NodeRecord;
import io.epochdesk.rehearsal.model.World;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Which consensus node proposed a block: the epoch's take turns by view. */
final class Proposers {

    private static final int CONSENSUS = 2;

    private final TreeMap<Long, List<Identifier>> byFirstHeight = new TreeMap<>();

    /** From this height on, the consensus nodes of this world propose. */
    void from(long height, World world) {
        List<Identifier> nodes = new ArrayList<>();
        for (String id : world.staking().participants().keys()) {
            NodeRecord node = world.staking().nodes().get(id);
            if (node != null && node.role() == CONSENSUS) {
                nodes.add(Identifier.of(id));
            }
        }
        byFirstHeight.put(height, nodes);
    }

    /** The proposer of a block; {@link Identifier#ZERO} where there are no consensus nodes. */
    Identifier of(long height, long view) {
        var nodes = byFirstHeight.floorEntry(height);
        return nodes == null || nodes.getValue().isEmpty()
                ? Identifier.ZERO
                : nodes.getValue().get((int) Long.remainderUnsigned(view, nodes.getValue().size()));
    }
}

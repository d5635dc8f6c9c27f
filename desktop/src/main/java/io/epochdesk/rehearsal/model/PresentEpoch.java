package io.epochdesk.rehearsal.model;

import io.epochdesk.cadence.CadenceValue.CompositeValue;

import java.util.ArrayList;
import java.util.List;

/**
 * A world whose present epoch was announced, as any epoch but a chain's first: with the clusters
 * that were drawn for it, and the epoch before it known to the contract.
 *
 * @param world the world
 * @param events what announced the epoch: one {@code EpochSetup}
 */
public record PresentEpoch(World world, List<CompositeValue> events) {

    private static final int COLLECTION = 1;

    public PresentEpoch {
        events = List.copyOf(events);
    }

    /**
     * Announces the present epoch of a world in hindsight, with the nodes that take part in it.
     *
     * @param before what the contract knows of the epoch before
     * @param moment the block in which it was announced
     */
    public static PresentEpoch announced(World world, EpochMetadata before, Moment moment) {
        Draft draft = new Draft(world, moment);
        try {
            Epoch epoch = world.epoch();
            List<NodeRecord> nodes = new ArrayList<>();
            List<String> collectors = new ArrayList<>();
            for (String nodeId : world.staking().participants().keys()) {
                NodeRecord node = world.staking().require(nodeId);
                nodes.add(node);
                if (node.role() == COLLECTION) {
                    collectors.add(nodeId);
                }
            }
            EpochMetadata present =
                    epoch.require(epoch.counter())
                            .withClusters(FlowEpoch.drawClusters(draft, collectors));
            draft.set(world.with(epoch.saving(before).saving(present)));
            EpochEvents.setup(draft, present, nodes, epoch.timing().targetEnd(epoch.counter()));
        } catch (Aborted e) {
            throw new IllegalStateException("the world cannot have been announced", e);
        }
        return new PresentEpoch(draft.world(), draft.events());
    }
}

package io.epochdesk.network.access;

import io.epochdesk.fault.ChainFault;
import io.epochdesk.fault.Fault;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.network.AccessNode;
import io.epochdesk.network.NetworkProfile;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A network's access nodes in the operator's order. */
final class NodeList {

    private final String network;
    private final List<NodeSlot> slots;

    NodeList(NetworkProfile profile) {
        network = profile.name();
        List<NodeSlot> list = new ArrayList<>();
        for (AccessNode node : profile.nodes()) {
            list.add(new NodeSlot(list.size(), node));
        }
        slots = List.copyOf(list);
    }

    int size() {
        return slots.size();
    }

    /** All nodes once, from this place on and round. */
    List<NodeSlot> startingWith(int place) {
        List<NodeSlot> round = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            round.add(slots.get((place + i) % slots.size()));
        }
        return round;
    }

    /** Those the operator prefers to this one. */
    List<NodeSlot> preferredTo(NodeSlot slot) {
        return slots.subList(0, slot.index());
    }

    /**
     * What kept the most preferred node from being used when this one is, or null when this is it.
     */
    @Nullable Fault whyNotPreferred(NodeSlot used) {
        return used.index() == 0 ? null : slots.getFirst().lastFault();
    }

    /**
     * What to say when no node can be used: the fault of a single one as it is, else how many there
     * are, with the faults of each as the detail.
     */
    Fault allFailed(List<Fault> faults) {
        if (faults.size() == 1) {
            return faults.getFirst();
        }
        String all =
                faults.stream()
                        .map(fault -> fault.code() + " " + fault.facts())
                        .collect(Collectors.joining("; "));
        return faults.stream().allMatch(ChainFault.class::isInstance)
                ? faults.getFirst()
                : new NetworkFault(
                        NetworkFault.Kind.NO_NODE_LEFT,
                        Fault.facts("network", network, "count", Integer.toString(slots.size())),
                        all);
    }
}

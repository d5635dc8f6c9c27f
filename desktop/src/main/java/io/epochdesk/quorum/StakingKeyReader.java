package io.epochdesk.quorum;

import io.epochdesk.cadence.CadenceDecoder;
import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.Program;
import io.epochdesk.cadence.Shape;
import io.epochdesk.epoch.AnnouncementFinder;
import io.epochdesk.epoch.EpochAnnouncement;
import io.epochdesk.epoch.EpochNode;
import io.epochdesk.fault.FaultException;
import io.epochdesk.network.ChainEvent;
import io.epochdesk.network.FlowNetwork;
import io.epochdesk.network.ScriptRunner;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads staking keys: from the epoch's own list of nodes, the event that announced it, and where
 * that cannot be had from the node table as it is now. The event is searched once for an epoch. For
 * one thread.
 */
public final class StakingKeyReader {

    /** Nodes asked for at once: a node's record takes long to put together. */
    private static final int AT_ONCE = 100;

    private static final Program KEYS = Program.shipped("quorum", "stakingkeys");

    private final ScriptRunner scripts;
    private final AnnouncementFinder announcements;
    private final CadenceDecoder decoder = new CadenceDecoder();
    private @Nullable Announced announced;

    public StakingKeyReader(FlowNetwork network) {
        this.scripts = network.scripts();
        this.announcements = new AnnouncementFinder(network);
    }

    /**
     * The keys of these nodes. Nodes that are not listed are left out, and so are those whose key
     * is no point of G2.
     *
     * @param counter counter of the epoch that the nodes belong to
     * @param startView its first view; may lie ahead
     * @throws FaultException when they cannot be read
     */
    public StakingKeys read(long counter, long startView, Collection<String> nodeIds) {
        Announced known = announced;
        if (known == null || known.counter != counter) {
            known = announced(counter, startView);
            announced = known;
        }
        return known.keys.keySet().containsAll(nodeIds)
                ? StakingKeys.of(
                        chosen(known.keys, nodeIds), StakingKeys.Source.ANNOUNCEMENT, known.height)
                : StakingKeys.of(table(nodeIds), StakingKeys.Source.NODE_TABLE, -1);
    }

    private Announced announced(long counter, long startView) {
        try {
            Optional<ChainEvent> event = announcements.find(counter, startView);
            if (event.isPresent()) {
                Shape shape = Shape.of(decoder.decode(event.get().payload()), event.get().type());
                Map<String, String> keys = new HashMap<>();
                for (EpochNode node : EpochAnnouncement.read(shape).nodes()) {
                    keys.put(node.id(), node.stakingKey());
                }
                return new Announced(counter, event.get().height(), keys);
            }
        } catch (FaultException _) {
            // the node table has the same keys; where they come from is told
        }
        return new Announced(counter, -1, Map.of());
    }

    private Map<String, String> table(Collection<String> nodeIds) {
        Map<String, String> keys = new HashMap<>();
        List<CadenceValue> ids =
                nodeIds.stream().<CadenceValue>map(CadenceValue.StringValue::new).toList();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            CadenceValue some =
                    new CadenceValue.ArrayValue(
                            ids.subList(from, Math.min(ids.size(), from + AT_ONCE)));
            byte[] json = scripts.run(KEYS, List.of(some)).json().value();
            keys.putAll(
                    Shape.of(decoder.decode(json), KEYS.name())
                            .dictionary(Shape::asString, Shape::asString));
        }
        return keys;
    }

    private static Map<String, String> chosen(
            Map<String, String> keys, Collection<String> nodeIds) {
        Set<String> wanted = new HashSet<>(nodeIds);
        Map<String, String> chosen = new HashMap<>(keys);
        chosen.keySet().retainAll(wanted);
        return chosen;
    }

    /** The keys of an announcement as stored; none where it cannot be had. */
    private record Announced(long counter, long height, Map<String, String> keys) {}
}

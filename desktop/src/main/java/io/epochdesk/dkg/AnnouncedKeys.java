package io.epochdesk.dkg;

import io.epochdesk.cadence.Shape;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Keys of the random beacon as an event announces them.
 *
 * @param event which event
 * @param height height of its block
 * @param groupKey 192 hex digits
 * @param nodeKeys 192 hex digits each, by index in the committee
 * @param idMapping index by node ID
 */
public record AnnouncedKeys(
        Event event,
        long height,
        String groupKey,
        List<String> nodeKeys,
        Map<String, Integer> idMapping) {

    /** What announces keys. */
    public enum Event {
        /** {@code FlowEpoch.EpochCommit}: the keys the next epoch will use. */
        EPOCH_COMMIT("EpochCommit"),
        /** {@code FlowDKG.EndDKG}: the winning submission, told when the epoch switches. */
        END_DKG("EndDKG"),
        /** {@code FlowEpoch.EpochRecover}: keys given by hand to an epoch started anew. */
        EPOCH_RECOVER("EpochRecover");

        private final String title;

        Event(String title) {
            this.title = title;
        }

        /** Its name in the contract. */
        public String title() {
            return title;
        }
    }

    public AnnouncedKeys {
        nodeKeys = List.copyOf(nodeKeys);
        idMapping = Map.copyOf(idMapping);
    }

    /**
     * Reads an {@code EpochCommit}, or with that event an {@code EpochRecover}.
     *
     * @throws io.epochdesk.fault.FaultException when it is none
     */
    public static AnnouncedKeys read(Event event, Shape shape, long height) {
        return new AnnouncedKeys(
                event,
                height,
                shape.field("dkgGroupKey").asString(),
                shape.field("dkgPubKeys").list(Shape::asString),
                shape.field("dkgIdMapping").dictionary(Shape::asString, Shape::asInt));
    }

    /**
     * Reads an {@code EndDKG}; empty where it says that nothing was agreed, as after a recovery.
     *
     * @throws io.epochdesk.fault.FaultException when it is none
     */
    public static Optional<AnnouncedKeys> readEnd(Shape shape, long height) {
        return shape.field("finalSubmission")
                .optional()
                .flatMap(
                        submission ->
                                submission
                                        .field("groupPubKey")
                                        .optional(Shape::asString)
                                        .map(key -> ended(submission, key, height)));
    }

    private static AnnouncedKeys ended(Shape submission, String groupKey, long height) {
        return new AnnouncedKeys(
                Event.END_DKG,
                height,
                groupKey,
                submission
                        .field("pubKeys")
                        .optional(keys -> keys.list(Shape::asString))
                        .orElse(List.of()),
                submission
                        .field("idMapping")
                        .optional(map -> map.dictionary(Shape::asString, Shape::asInt))
                        .orElse(Map.of()));
    }

    /** The committee by the mapping: node IDs by index, as far as indexes are given once. */
    public List<String> committee() {
        TreeMap<Integer, String> byIndex = new TreeMap<>();
        idMapping.forEach((node, index) -> byIndex.put(index, node));
        return List.copyOf(byIndex.values());
    }
}

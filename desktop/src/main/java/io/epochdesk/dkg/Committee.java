package io.epochdesk.dkg;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who takes part in a DKG, and what follows for the sizes of its messages (onflow/crypto {@code
 * dkg}).
 *
 * @param members node IDs by index
 * @param nativeThreshold degree t of the dealers' polynomials
 * @param indexes index of each member
 */
record Committee(List<String> members, long nativeThreshold, Map<String, Integer> indexes) {

    /** Bytes of a point in G2. */
    private static final int POINT = 96;

    Committee {
        members = List.copyOf(members);
        indexes = Map.copyOf(indexes);
    }

    static Committee of(DkgState state) {
        Map<String, Integer> indexes = new HashMap<>();
        for (String member : state.committee()) {
            indexes.put(member, indexes.size());
        }
        return new Committee(state.committee(), state.nativeThreshold(), indexes);
    }

    /**
     * Bytes the data of such a message should have, kind byte included, or -1 where the kind has no
     * size.
     */
    int expectedSize(MessageKind kind) {
        return switch (kind) {
            case VERIFICATION_VECTOR -> Math.toIntExact(1 + POINT * (nativeThreshold + 1));
            case COMPLAINT -> 2;
            case COMPLAINT_ANSWER -> 2 + 32;
            case PRIVATE_SHARE, UNKNOWN, UNPARSABLE -> -1;
        };
    }

    boolean contains(String nodeId) {
        return indexes.containsKey(nodeId);
    }

    boolean hasIndex(int index) {
        return index >= 0 && index < members.size();
    }
}

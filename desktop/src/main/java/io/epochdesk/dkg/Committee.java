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
 * @param indexes index of each member; the first one of a member named twice
 */
record Committee(List<String> members, long nativeThreshold, Map<String, Integer> indexes) {

    /** Bytes of a point in G2. */
    private static final int POINT = 96;

    /** Beyond it a vector's size is no {@code int}; a transaction ends at 1.5 MB anyway. */
    private static final long LARGEST_THRESHOLD = (Integer.MAX_VALUE - 1) / POINT - 1;

    Committee {
        members = List.copyOf(members);
        indexes = Map.copyOf(indexes);
    }

    static Committee of(DkgState state) {
        Map<String, Integer> indexes = new HashMap<>();
        int index = 0;
        for (String member : state.committee()) {
            indexes.putIfAbsent(member, index++);
        }
        return new Committee(state.committee(), state.nativeThreshold(), indexes);
    }

    /**
     * Bytes the data of such a message should have, kind byte included, or -1 where the kind has no
     * size, or the threshold is one that no message could follow.
     */
    int expectedSize(MessageKind kind) {
        return switch (kind) {
            case VERIFICATION_VECTOR ->
                    nativeThreshold < 0 || nativeThreshold > LARGEST_THRESHOLD
                            ? -1
                            : (int) (1 + POINT * (nativeThreshold + 1));
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

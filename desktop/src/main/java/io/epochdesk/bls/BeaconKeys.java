package io.epochdesk.bls;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What the key generation makes: the group's key and every node's, as a final submission carries
 * them.
 *
 * @param groupKey 192 hex digits
 * @param nodeKeys 192 hex digits each, by index in the committee
 */
public record BeaconKeys(String groupKey, List<String> nodeKeys) {

    public BeaconKeys {
        nodeKeys = List.copyOf(nodeKeys);
    }

    static BeaconKeys ofPoints(long[] group, long[][] nodes) {
        long[][] all = new long[nodes.length + 1][];
        all[0] = group;
        System.arraycopy(nodes, 0, all, 1, nodes.length);
        List<String> hex = new ArrayList<>(all.length);
        for (long[] affine : G2.toAffine(all)) {
            hex.add(HexFormat.of().formatHex(G2.encode(affine)));
        }
        return new BeaconKeys(hex.getFirst(), hex.subList(1, hex.size()));
    }

    /** How others' keys differ from these. Hex digits are compared without regard to case. */
    public Difference differenceTo(String otherGroupKey, List<String> otherNodeKeys) {
        List<Integer> nodes = new ArrayList<>();
        for (int i = 0; i < Math.max(nodeKeys.size(), otherNodeKeys.size()); i++) {
            if (i >= nodeKeys.size()
                    || i >= otherNodeKeys.size()
                    || !nodeKeys.get(i).equalsIgnoreCase(otherNodeKeys.get(i))) {
                nodes.add(i);
            }
        }
        return new Difference(!groupKey.equalsIgnoreCase(otherGroupKey), nodes);
    }

    /**
     * Which keys differ.
     *
     * @param group whether the group's key does
     * @param nodes indices of the nodes whose keys do, or that only one side has
     */
    public record Difference(boolean group, List<Integer> nodes) {

        public Difference {
            nodes = List.copyOf(nodes);
        }

        /** Whether all agree. */
        public boolean isNone() {
            return !group && nodes.isEmpty();
        }
    }
}

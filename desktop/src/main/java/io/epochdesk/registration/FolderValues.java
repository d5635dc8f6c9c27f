package io.epochdesk.registration;

import io.epochdesk.keys.bootstrap.FoundNode;
import io.epochdesk.keys.bootstrap.OfferedKey;
import io.epochdesk.keys.bootstrap.PublicNodeInfo;

import java.util.EnumMap;
import java.util.Map;

/** What everybody may know of a node in a bootstrap folder, as values of flows. */
public final class FolderValues {

    private FolderValues() {}

    /** The values; of the key its public half alone. */
    public static Map<Field, String> of(FoundNode node) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        values.put(Field.NODE_ID, node.nodeId());
        PublicNodeInfo info = node.info();
        if (info != null) {
            values.put(Field.ROLE, info.role());
            values.put(Field.NETWORKING_ADDRESS, info.address());
            values.put(Field.NETWORKING_KEY, info.networkingKey());
            values.put(Field.STAKING_KEY, info.stakingKey());
            values.put(Field.PROOF_OF_POSSESSION, info.proofOfPossession());
        }
        node.offer().ifPresent(key -> put(values, key));
        return values;
    }

    private static void put(Map<Field, String> values, OfferedKey key) {
        values.put(Field.MACHINE_KEY, key.key().publicKey().hex());
        values.put(Field.KEY_SIGNATURE, key.key().algorithm().name());
        values.put(Field.KEY_HASH, key.hash().name());
    }
}

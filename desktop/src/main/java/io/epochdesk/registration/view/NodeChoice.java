package io.epochdesk.registration.view;

import io.epochdesk.keys.bootstrap.BootstrapFindings;
import io.epochdesk.keys.bootstrap.FoundNode;
import io.epochdesk.keys.bootstrap.OfferedKey;
import io.epochdesk.keys.bootstrap.PublicNodeInfo;
import io.epochdesk.registration.Field;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A node found in a bootstrap folder, with what everybody may know of it.
 *
 * @param nodeId 64 hex digits
 * @param role such as collection; empty when no file tells
 * @param values what a flow can take over
 * @param origin the folder they are from
 */
record NodeChoice(String nodeId, String role, Map<Field, String> values, String origin) {

    NodeChoice {
        values = Map.copyOf(values);
    }

    /** The nodes of a folder; nothing secret is taken over. */
    static List<NodeChoice> of(BootstrapFindings findings, Path folder) {
        return findings.nodes().stream().map(node -> of(node, folder)).toList();
    }

    private static NodeChoice of(FoundNode node, Path folder) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        values.put(Field.NODE_ID, node.nodeId());
        PublicNodeInfo info = node.info();
        String role = "";
        if (info != null) {
            role = info.role();
            values.put(Field.ROLE, info.role());
            values.put(Field.NETWORKING_ADDRESS, info.address());
            values.put(Field.NETWORKING_KEY, info.networkingKey());
            values.put(Field.STAKING_KEY, info.stakingKey());
            values.put(Field.PROOF_OF_POSSESSION, info.proofOfPossession());
        }
        node.offer().ifPresent(key -> put(values, key));
        return new NodeChoice(node.nodeId(), role, values, folder.toString());
    }

    private static void put(Map<Field, String> values, OfferedKey key) {
        values.put(Field.MACHINE_KEY, key.key().publicKey().hex());
        values.put(Field.KEY_SIGNATURE, key.key().algorithm().name());
        values.put(Field.KEY_HASH, key.hash().name());
    }
}

package io.epochdesk.registration.view;

import io.epochdesk.keys.bootstrap.BootstrapFindings;
import io.epochdesk.keys.bootstrap.FoundNode;
import io.epochdesk.keys.bootstrap.PublicNodeInfo;
import io.epochdesk.registration.Field;
import io.epochdesk.registration.FolderValues;

import java.nio.file.Path;
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
        PublicNodeInfo info = node.info();
        return new NodeChoice(
                node.nodeId(),
                info == null ? "" : info.role(),
                FolderValues.of(node),
                folder.toString());
    }
}

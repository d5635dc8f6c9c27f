package io.epochdesk.keys.bootstrap;

import java.util.List;

/**
 * What a bootstrap folder has.
 *
 * @param files every file that was seen
 * @param nodes what could be used of them, by node
 */
public record BootstrapFindings(List<FoundFile> files, List<FoundNode> nodes)
        implements AutoCloseable {

    public BootstrapFindings {
        files = List.copyOf(files);
        nodes = List.copyOf(nodes);
    }

    /**
     * Whether every file of a node's own folder that is read can be used: only then is it clear
     * which key is the node's.
     */
    public boolean isSound(FoundNode node) {
        return files.stream()
                .filter(file -> file.path().contains("_" + node.nodeId()))
                .allMatch(file -> file.fault() == null);
    }

    /** Wipes the keys. */
    @Override
    public void close() {
        nodes.forEach(FoundNode::close);
    }
}

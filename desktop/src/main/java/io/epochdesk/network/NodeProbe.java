package io.epochdesk.network;

/** Tests one access node by itself, outside any network. */
public interface NodeProbe {

    /**
     * Connects, asks for chain, version and newest sealed header, and disconnects.
     *
     * @throws io.epochdesk.fault.FaultException saying what is wrong, within a few seconds
     */
    NodeCheck check(AccessNode node, int receiveCap);
}

package io.epochdesk.cli;

import io.epochdesk.network.FlowNetwork;
import io.epochdesk.network.NetworkProfile;

/** Opens networks for commands that read them directly. */
@FunctionalInterface
public interface NetworkSource {

    /** A connection of the command's own; closing it takes it down. */
    FlowNetwork open(NetworkProfile network);
}

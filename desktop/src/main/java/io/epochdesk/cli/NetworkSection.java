package io.epochdesk.cli;

import io.epochdesk.network.AccessNode;
import io.epochdesk.network.BlockHeader;
import io.epochdesk.network.ChainIdentity;
import io.epochdesk.network.Connection;
import io.epochdesk.network.NetworkProfile;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/** The network and how the connection to it stands. */
record NetworkSection(
        String id,
        String name,
        String expectedChain,
        String state,
        @Nullable Identity identity,
        @Nullable Node node,
        @Nullable Tip sealed,
        @Nullable Long latencyMillis) {

    /** What makes the network this one. */
    record Identity(String chain, String rootBlock, long era) {}

    /** The access node in use. */
    record Node(String name, String address, boolean authenticated) {}

    /** The newest sealed block seen. */
    record Tip(
            long height,
            long view,
            String blockId,
            String blockTime,
            @Nullable String seenAt,
            @Nullable Long ageSeconds) {}

    static NetworkSection of(NetworkProfile profile, Connection connection, Instant now) {
        return new NetworkSection(
                profile.id(),
                profile.name(),
                profile.chain().value(),
                Spelling.of(connection.state()),
                identity(connection.identity()),
                node(connection.node()),
                tip(connection, now),
                connection.latency() == null ? null : connection.latency().toMillis());
    }

    private static @Nullable Identity identity(@Nullable ChainIdentity identity) {
        return identity == null
                ? null
                : new Identity(identity.chain().value(), identity.rootBlock(), identity.era());
    }

    private static @Nullable Node node(@Nullable AccessNode node) {
        return node == null ? null : new Node(node.name(), node.address(), node.isAuthenticated());
    }

    private static @Nullable Tip tip(Connection connection, Instant now) {
        BlockHeader tip = connection.tip();
        Instant seen = connection.tipSeenAt();
        if (tip == null) {
            return null;
        }
        Long age = seen == null ? null : Math.max(0, Duration.between(seen, now).toSeconds());
        return new Tip(
                tip.height(),
                tip.view(),
                tip.id(),
                tip.timestamp().toString(),
                Spelling.instant(seen),
                age);
    }
}

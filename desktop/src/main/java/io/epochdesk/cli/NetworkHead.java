package io.epochdesk.cli;

import io.epochdesk.network.AccessNode;
import io.epochdesk.network.BlockHeader;
import io.epochdesk.network.Connection;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;

/**
 * The first line of what a command prints: which network answers, through which node, and how far
 * it is. Printed as soon as that is known, while everything else is still being read.
 */
final class NetworkHead {

    private final Formats formats;
    private final NetworkProfile network;
    private final Instant now;

    NetworkHead(Formats formats, NetworkProfile network, Instant now) {
        this.formats = formats;
        this.network = network;
        this.now = now;
    }

    /** Prints it, and the empty line that parts it from an answer. */
    static void print(Surroundings surroundings, NetworkProfile network, Connection connection) {
        Lines lines = new Lines();
        new NetworkHead(surroundings.formats(), network, surroundings.clock().instant())
                .write(connection, lines);
        lines.blank();
        PrintWriter out = surroundings.streams().out();
        lines.all().forEach(out::println);
        out.flush();
    }

    /** The line. */
    void write(Connection connection, Lines lines) {
        Words words = formats.words();
        AccessNode node = connection.node();
        BlockHeader tip = connection.tip();
        Instant seen = connection.tipSeenAt();
        String state = words.name("status.connection", connection.state());
        String where = node == null ? "" : node.name();
        if (node != null && !node.isAuthenticated()) {
            where += ", " + words.say("status.connection.plaintext");
        }
        lines.titled(
                network.name()
                        + " ("
                        + network.chain()
                        + ")  "
                        + state
                        + (where.isEmpty() ? "" : ": " + where),
                tip == null || seen == null
                        ? ""
                        : words.say(
                                "status.sealed",
                                "height",
                                tip.height(),
                                "age",
                                formats.age(Duration.between(seen, now))));
    }
}

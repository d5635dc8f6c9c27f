package io.epochdesk.rehearsal.access;

import org.jspecify.annotations.Nullable;

/**
 * How an access server is opened.
 *
 * @param port the port on 127.0.0.1, or 0 for any free one
 * @param identity what it proves itself with over TLS, as a Flow node does on its port 9001, or
 *     null for plaintext
 * @param limits what it lets clients do
 */
public record ServerOptions(int port, @Nullable NodeIdentity identity, Limits limits) {

    /** Plaintext on a free port, without rate limits. */
    public static ServerOptions usual() {
        return new ServerOptions(0, null, Limits.USUAL);
    }

    /** The same on this port. */
    public ServerOptions onPort(int wanted) {
        return new ServerOptions(wanted, identity, limits);
    }

    /** The same with TLS. */
    public ServerOptions provenBy(NodeIdentity proof) {
        return new ServerOptions(port, proof, limits);
    }

    /** The same with other limits. */
    public ServerOptions within(Limits other) {
        return new ServerOptions(port, identity, other);
    }
}

package io.epochdesk.network;

/**
 * An access node the console may ask.
 *
 * @param name what people call it; the source named beside every figure
 * @param host name or address
 * @param port 1 to 65535
 * @param transport plaintext, TLS, or TLS pinned to the networking key
 */
public record AccessNode(String name, String host, int port, Transport transport) {

    /** {@code host:port}. */
    public String address() {
        return host.contains(":") ? "[" + host + "]:" + port : host + ":" + port;
    }

    /** Whether it is on this machine: nothing leaves it, nothing needs to be paced. */
    public boolean isLoopback() {
        return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
    }

    /** Whether its answers are proved to come from it; plaintext over a wire proves nothing. */
    public boolean isAuthenticated() {
        return isLoopback() || !(transport instanceof Transport.Plaintext);
    }
}

package io.epochdesk.fault;

import java.util.Map;

/**
 * A fault on the way to an access node or of the access node itself.
 *
 * @param kind what happened; decides the code and the sentence
 * @param facts the facts for the sentence, by placeholder name
 * @param detail what the machine said, for the log; may be empty
 */
public record NetworkFault(Kind kind, Map<String, String> facts, String detail) implements Fault {

    /** The kinds with their stable codes. */
    public enum Kind {
        /** Nothing answers at this host and port. Facts: node, address. */
        UNREACHABLE("NET-101"),
        /** The host name has no address. Facts: node, address. */
        UNKNOWN_HOST("NET-102"),
        /** The node did not answer within the deadline. Facts: node, seconds. */
        TIMED_OUT("NET-103"),
        /**
         * Something answers, but it does not speak the Access API (often a REST or web port).
         * Facts: node, address.
         */
        NOT_GRPC("NET-104"),
        /** Plaintext is configured but the node speaks TLS. Facts: node, address. */
        TLS_SPOKEN("NET-111"),
        /** TLS is configured but the node speaks plaintext. Facts: node, address. */
        PLAINTEXT_SPOKEN("NET-112"),
        /** The certificate is not trusted by this system. Facts: node, reason. */
        CERTIFICATE_REFUSED("NET-113"),
        /**
         * The node proved another networking key than the configured one. Facts: node, expected,
         * presented.
         */
        NETWORKING_KEY_DIFFERS("NET-114"),
        /** The certificate is not one a Flow node presents. Facts: node, reason. */
        NODE_CERTIFICATE_INVALID("NET-115"),
        /** The node limits the number of requests. Facts: node. */
        THROTTLED("NET-121"),
        /** The answer is larger than the receive cap. Facts: node, cap. */
        ANSWER_TOO_LARGE("NET-122"),
        /** The node refused the request as invalid. Facts: node, reason. */
        REFUSED("NET-123"),
        /** The node no longer (or not yet) has this height. Facts: node, height. */
        UNAVAILABLE_HEIGHT("NET-124"),
        /** The node does not offer this call. Facts: node, call. */
        UNSUPPORTED("NET-125"),
        /** The node reports a fault of its own. Facts: node, reason. */
        NODE_FAILED("NET-126"),
        /** The stream of events or headers ended. Facts: node. */
        STREAM_CUT("NET-127"),
        /** No access node of this network can be used at the moment. Facts: network, count. */
        NO_NODE_LEFT("NET-131"),
        /** The connection was closed by the console itself. Facts: none. */
        CLOSED("NET-132");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The stable code. */
        public String code() {
            return code;
        }
    }

    public NetworkFault {
        facts = Map.copyOf(facts);
    }

    @Override
    public String code() {
        return kind.code();
    }

    /** A fault of this kind as an exception, with facts as name, value, name, value … */
    public static FaultException of(Kind kind, String detail, String... facts) {
        return new FaultException(new NetworkFault(kind, Fault.facts(facts), detail));
    }
}

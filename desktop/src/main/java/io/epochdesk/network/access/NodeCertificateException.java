package io.epochdesk.network.access;

import io.epochdesk.fault.NetworkFault;
import io.epochdesk.fault.NetworkFault.Kind;
import io.epochdesk.network.AccessNode;

import java.security.cert.CertificateException;

/** Why a node's certificate was refused, carried through the TLS handshake to whoever called. */
final class NodeCertificateException extends CertificateException {

    private final Kind kind;
    private final String[] facts;

    private NodeCertificateException(Kind kind, String message, String... facts) {
        super(message);
        this.kind = kind;
        this.facts = facts;
    }

    /** It is not a certificate a Flow node presents. */
    static NodeCertificateException invalid(String reason) {
        return new NodeCertificateException(
                Kind.NODE_CERTIFICATE_INVALID, reason, "reason", reason);
    }

    /** It proves another networking key. */
    static NodeCertificateException otherKey(String expected, String presented) {
        return new NodeCertificateException(
                Kind.NETWORKING_KEY_DIFFERS,
                "proves networking key " + presented,
                "expected",
                expected,
                "presented",
                presented);
    }

    NetworkFault toFault(AccessNode node, String detail) {
        return ConnectionFaults.fault(node, kind, detail, facts);
    }
}

package io.epochdesk.network.access;

import io.epochdesk.network.Transport;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall;
import io.grpc.ForwardingClientCallListener;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;

import org.jspecify.annotations.Nullable;

import java.security.cert.Certificate;
import java.security.cert.X509Certificate;

import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * Notes what the node at the other end proved: its networking key, or its certificate's subject and
 * issuer.
 */
final class PeerIdentity implements ClientInterceptor {

    private final Transport transport;
    private volatile String text = "";

    PeerIdentity(Transport transport) {
        this.transport = transport;
    }

    /** What was proved by the last answer; empty before the first, and for plaintext. */
    String text() {
        return text;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(
            MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        ClientCall<Q, A> call = next.newCall(method, options);
        return new ForwardingClientCall.SimpleForwardingClientCall<>(call) {
            @Override
            public void start(Listener<A> listener, Metadata headers) {
                super.start(
                        new ForwardingClientCallListener.SimpleForwardingClientCallListener<>(
                                listener) {
                            @Override
                            public void onHeaders(Metadata received) {
                                note(call.getAttributes().get(Grpc.TRANSPORT_ATTR_SSL_SESSION));
                                super.onHeaders(received);
                            }
                        },
                        headers);
            }
        };
    }

    private void note(@Nullable SSLSession session) {
        if (session == null) {
            return;
        }
        try {
            Certificate[] chain = session.getPeerCertificates();
            text =
                    switch (transport) {
                        case Transport.PinnedTls pinned ->
                                "networking key " + pinned.networkingKey();
                        case Transport.SystemTls _ ->
                                chain[0] instanceof X509Certificate certificate
                                        ? certificate.getSubjectX500Principal()
                                                + ", issued by "
                                                + certificate.getIssuerX500Principal()
                                        : "";
                        case Transport.Plaintext _ -> "";
                    };
        } catch (SSLPeerUnverifiedException e) {
            text = "";
        }
    }
}

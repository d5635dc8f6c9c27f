package io.epochdesk.network.access;

import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts one node by its networking key, as flow-go's {@code utils/grpcutils} does: exactly one
 * certificate, signed by itself, valid now, whose libp2p extension proves the configured key. The
 * certificate's own key is made anew at every start of a node and never compared; host names play
 * no part.
 */
final class NetworkingKeyTrust extends X509ExtendedTrustManager {

    private final String networkingKey;
    private final Clock clock;

    /**
     * Trusts the node with this key.
     *
     * @param networkingKey 128 hex digits, x then y
     * @param clock tells what time it is
     */
    NetworkingKeyTrust(String networkingKey, Clock clock) {
        this.networkingKey = networkingKey.toLowerCase(Locale.ROOT);
        this.clock = clock;
    }

    private void check(X509Certificate[] chain) throws CertificateException {
        if (chain == null || chain.length != 1) {
            throw NodeCertificateException.invalid(
                    "it presents "
                            + (chain == null ? 0 : chain.length)
                            + " certificates and not one");
        }
        X509Certificate certificate = chain[0];
        Instant now = clock.instant();
        Instant from = certificate.getNotBefore().toInstant();
        Instant to = certificate.getNotAfter().toInstant();
        if (now.isBefore(from)) {
            throw NodeCertificateException.invalid("it is valid only from " + from);
        }
        if (now.isAfter(to)) {
            throw NodeCertificateException.invalid("it expired at " + to);
        }
        try {
            certificate.verify(certificate.getPublicKey());
        } catch (GeneralSecurityException e) {
            NodeCertificateException refused =
                    NodeCertificateException.invalid("it is not signed by itself");
            refused.initCause(e);
            throw refused;
        }
        NetworkingKeyProof proof = NetworkingKeyProof.read(extension(certificate));
        if (!proof.covers(certificate.getPublicKey().getEncoded())) {
            throw NodeCertificateException.invalid(
                    "the signature in its libp2p extension is wrong");
        }
        if (!proof.networkingKey().equals(networkingKey)) {
            throw NodeCertificateException.otherKey(networkingKey, proof.networkingKey());
        }
    }

    private static byte[] extension(X509Certificate certificate) throws NodeCertificateException {
        byte[] wrapped = certificate.getExtensionValue(NetworkingKeyProof.OID);
        if (wrapped == null) {
            throw NodeCertificateException.invalid("it has no libp2p extension");
        }
        try {
            return ASN1OctetString.getInstance(ASN1Primitive.fromByteArray(wrapped)).getOctets();
        } catch (IOException | IllegalArgumentException e) {
            NodeCertificateException refused =
                    NodeCertificateException.invalid(
                            "its libp2p extension cannot be read: " + hex(wrapped));
            refused.initCause(e);
            throw refused;
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 16));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        throw new CertificateException("clients are not checked here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        checkClientTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}

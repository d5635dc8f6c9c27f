package io.epochdesk.rehearsal.access;

import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslProvider;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;

/**
 * What a node proves itself with: a networking key of its own, and a certificate whose libp2p
 * extension holds that key's signature over the certificate's key, as flow-go makes them ({@code
 * utils/grpcutils}; libp2p TLS specification).
 */
public final class NodeIdentity {

    private static final ASN1ObjectIdentifier EXTENSION =
            new ASN1ObjectIdentifier("1.3.6.1.4.1.53594.1.1");
    private static final String SIGNED_PREFIX = "libp2p-tls-handshake:";
    private static final byte ECDSA = 3;
    private static final Duration GRACE = Duration.ofHours(1);
    private static final Duration VALID = Duration.ofDays(365);
    private static final int COORDINATES = 64;

    private final String networkingKey;
    private final X509Certificate certificate;
    private final PrivateKey key;

    private NodeIdentity(String networkingKey, X509Certificate certificate, PrivateKey key) {
        this.networkingKey = networkingKey;
        this.certificate = certificate;
        this.key = key;
    }

    /** A fresh networking key with a certificate that is valid for a year. */
    public static NodeIdentity fresh() {
        try {
            KeyPair networking = p256();
            KeyPair certificate = p256();
            return new NodeIdentity(
                    digits((ECPublicKey) networking.getPublic()),
                    certificate(networking, certificate),
                    certificate.getPrivate());
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("this Java cannot make a certificate on P-256", e);
        }
    }

    /** The networking key to pin, 128 hex digits. */
    public String networkingKey() {
        return networkingKey;
    }

    SslContext serverContext() {
        try {
            return GrpcSslContexts.configure(
                            SslContextBuilder.forServer(key, certificate), SslProvider.JDK)
                    .protocols("TLSv1.3")
                    .build();
        } catch (IOException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    @SuppressWarnings("JavaUtilDate") // what Bouncy Castle takes
    private static X509Certificate certificate(KeyPair networking, KeyPair own)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        X500Name name = new X500Name("SERIALNUMBER=1");
        Instant now = Instant.now();
        JcaX509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.ONE,
                        Date.from(now.minus(GRACE)),
                        Date.from(now.plus(VALID)),
                        name,
                        own.getPublic());
        builder.addExtension(EXTENSION, false, proof(networking, own.getPublic().getEncoded()));
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(
                                new JcaContentSignerBuilder("SHA256withECDSA")
                                        .build(own.getPrivate())));
    }

    private static DERSequence proof(KeyPair networking, byte[] certificateKey)
            throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(networking.getPrivate());
        signature.update(SIGNED_PREFIX.getBytes(StandardCharsets.US_ASCII));
        signature.update(certificateKey);
        return new DERSequence(
                new DEROctetString[] {
                    new DEROctetString(keyMessage(networking.getPublic().getEncoded())),
                    new DEROctetString(signature.sign())
                });
    }

    /** The libp2p {@code PublicKey} message: field 1 the kind, field 2 the key. */
    private static byte[] keyMessage(byte[] encoded) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(new byte[] {1 << 3, ECDSA, 2 << 3 | 2, (byte) encoded.length});
        message.writeBytes(encoded);
        return message.toByteArray();
    }

    private static KeyPair p256() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static String digits(ECPublicKey key) {
        byte[] encoded = key.getEncoded();
        return HexFormat.of().formatHex(encoded, encoded.length - COORDINATES, encoded.length);
    }
}

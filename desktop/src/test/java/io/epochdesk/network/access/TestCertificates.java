package io.epochdesk.network.access;

import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslProvider;

import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;

/** Makes certificates as Flow nodes present them, and every wrong kind that a test asks for. */
@SuppressWarnings("JavaUtilDate") // what Bouncy Castle takes
final class TestCertificates {

    private static final ASN1ObjectIdentifier PROOF =
            new ASN1ObjectIdentifier(NetworkingKeyProof.OID);

    private final KeyPair certificateKey = p256();
    private final KeyPair networkingKey = p256();
    private Instant from = Instant.now().minus(Duration.ofHours(1));
    private Instant to = Instant.now().plus(Duration.ofDays(1));
    private final List<byte[]> extensions = new ArrayList<>();
    private PrivateKey signer = certificateKey.getPrivate();

    /** A certificate with its key, ready for a server. */
    record Made(X509Certificate certificate, PrivateKey key) {}

    /** A networking key proved rightly. */
    static TestCertificates sound() {
        TestCertificates certificates = new TestCertificates();
        certificates.extensions.add(
                certificates.proof(certificates.networkingKey, certificates.spki()));
        return certificates;
    }

    /** No libp2p extension. */
    static TestCertificates unproved() {
        return new TestCertificates();
    }

    TestCertificates valid(Instant notBefore, Instant notAfter) {
        from = notBefore;
        to = notAfter;
        return this;
    }

    /** Signed by a key that is not its own. */
    TestCertificates signedByAnother() {
        signer = p256().getPrivate();
        return this;
    }

    /** One more libp2p extension with this content. */
    TestCertificates with(byte[] content) {
        extensions.add(content);
        return this;
    }

    /** A proof signed over another certificate's key. */
    TestCertificates withProofOfAnotherCertificate() {
        return with(proof(networkingKey, p256().getPublic().getEncoded()));
    }

    /** A proof whose key is of this kind number and content. */
    TestCertificates withKey(int type, byte[] data) {
        return with(sequence(message(type, data), new byte[] {1}));
    }

    /** 128 hex digits. */
    String key() {
        return hex((ECPublicKey) networkingKey.getPublic());
    }

    byte[] spki() {
        return certificateKey.getPublic().getEncoded();
    }

    Made make() {
        try {
            return new Made(certificate(), certificateKey.getPrivate());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static SslContext server(Made made, String protocol, X509Certificate... more) {
        X509Certificate[] chain = new X509Certificate[1 + more.length];
        chain[0] = made.certificate();
        System.arraycopy(more, 0, chain, 1, more.length);
        try {
            return GrpcSslContexts.configure(
                            SslContextBuilder.forServer(made.key(), chain), SslProvider.JDK)
                    .protocols(protocol)
                    .build();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] message(int type, byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {8, (byte) type, 18, (byte) data.length});
        out.writeBytes(data);
        return out.toByteArray();
    }

    static byte[] sequence(byte[]... parts) {
        ASN1EncodableVector vector = new ASN1EncodableVector();
        for (byte[] part : parts) {
            vector.add(new DEROctetString(part));
        }
        try {
            return new DERSequence(vector).getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] proof(KeyPair proving, byte[] proved) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(proving.getPrivate());
            signature.update("libp2p-tls-handshake:".getBytes(StandardCharsets.US_ASCII));
            signature.update(proved);
            return sequence(message(3, proving.getPublic().getEncoded()), signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509Certificate certificate() throws GeneralSecurityException, IOException {
        V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
        AlgorithmIdentifier algorithm =
                new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
        X500Name name = new X500Name("SERIALNUMBER=1234567");
        generator.setSerialNumber(new org.bouncycastle.asn1.ASN1Integer(BigInteger.valueOf(42)));
        generator.setSignature(algorithm);
        generator.setIssuer(name);
        generator.setSubject(name);
        generator.setStartDate(new Time(Date.from(from)));
        generator.setEndDate(new Time(Date.from(to)));
        generator.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(spki()));
        if (extensions.size() == 1) {
            generator.setExtensions(
                    new Extensions(new Extension(PROOF, false, extensions.getFirst())));
        }
        TBSCertificate body = generator.generateTBSCertificate();
        byte[] signed = extensions.size() > 1 ? withTwoExtensions(body) : body.getEncoded();
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(signer);
        signature.update(signed);
        ASN1EncodableVector whole = new ASN1EncodableVector();
        whole.add(org.bouncycastle.asn1.ASN1Primitive.fromByteArray(signed));
        whole.add(algorithm);
        whole.add(new DERBitString(signature.sign()));
        return read(new DERSequence(whole).getEncoded());
    }

    /** Bouncy Castle refuses to put the same extension in twice, so it is put in by hand. */
    private byte[] withTwoExtensions(TBSCertificate body) throws IOException {
        ASN1EncodableVector fields = new ASN1EncodableVector();
        org.bouncycastle.asn1.ASN1Sequence.getInstance(body.getEncoded()).forEach(fields::add);
        ASN1EncodableVector list = new ASN1EncodableVector();
        for (byte[] content : extensions) {
            list.add(new Extension(PROOF, false, content));
        }
        fields.add(new org.bouncycastle.asn1.DERTaggedObject(true, 3, new DERSequence(list)));
        return new DERSequence(fields).getEncoded();
    }

    static X509Certificate read(byte[] der) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(der));
    }

    static KeyPair p256() {
        return pair("secp256r1");
    }

    static KeyPair pair(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hex(ECPublicKey key) {
        byte[] encoded = key.getEncoded();
        return HexFormat.of().formatHex(encoded, encoded.length - 64, encoded.length);
    }
}

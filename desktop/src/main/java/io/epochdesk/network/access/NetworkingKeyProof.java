package io.epochdesk.network.access;

import com.google.protobuf.CodedInputStream;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/**
 * The libp2p extension of a node's certificate: the node's networking key, and its signature over
 * the certificate's own key. It proves that whoever holds the certificate's key speaks for the
 * networking key.
 *
 * <p>Layout: libp2p TLS specification, as used by flow-go {@code utils/grpcutils}: a SEQUENCE of
 * two OCTET STRINGs, a libp2p {@code PublicKey} message (1: type, 2: data) and a signature.
 *
 * @param networkingKey 128 hex digits, x then y
 * @param key the same as a key
 * @param signature ECDSA with SHA-256, DER
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and not handed out
record NetworkingKeyProof(String networkingKey, PublicKey key, byte[] signature) {

    /** Where the certificate carries it. */
    static final String OID = "1.3.6.1.4.1.53594.1.1";

    private static final String SIGNED_PREFIX = "libp2p-tls-handshake:";
    private static final int ECDSA = 3;
    private static final int TYPE_TAG = 1 << 3;
    private static final int DATA_TAG = 2 << 3 | 2;
    private static final int COORDINATE = 32;
    private static final int LARGEST = 1_024;

    /**
     * Reads the content of the extension.
     *
     * @throws NodeCertificateException when it is anything but a P-256 key and a signature
     */
    static NetworkingKeyProof read(byte[] content) throws NodeCertificateException {
        if (content.length > LARGEST) {
            throw NodeCertificateException.invalid("its libp2p extension is too long");
        }
        ASN1OctetString message;
        ASN1OctetString signature;
        try {
            ASN1Sequence pair = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(content));
            if (pair == null || pair.size() != 2) {
                throw NodeCertificateException.invalid("its libp2p extension has not two parts");
            }
            message = (ASN1OctetString) pair.getObjectAt(0);
            signature = (ASN1OctetString) pair.getObjectAt(1);
        } catch (IOException | RuntimeException e) {
            throw unreadable(e);
        }
        ECPublicKey key = publicKey(message.getOctets());
        return new NetworkingKeyProof(digits(key), key, signature.getOctets());
    }

    /**
     * Whether the signature is over this certificate key, given as its encoded
     * SubjectPublicKeyInfo.
     */
    boolean covers(byte[] certificateKey) {
        try {
            Signature check = Signature.getInstance("SHA256withECDSA");
            check.initVerify(key);
            check.update(SIGNED_PREFIX.getBytes(StandardCharsets.US_ASCII));
            check.update(certificateKey);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static ECPublicKey publicKey(byte[] message) throws NodeCertificateException {
        try {
            SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(keyData(message));
            if (!info.getAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
                    || !SECObjectIdentifiers.secp256r1.equals(
                            ASN1ObjectIdentifier.getInstance(
                                    info.getAlgorithm().getParameters()))) {
                throw NodeCertificateException.invalid(
                        "the key in its libp2p extension is not on the curve P-256");
            }
            return (ECPublicKey)
                    KeyFactory.getInstance("EC")
                            .generatePublic(new X509EncodedKeySpec(info.getEncoded()));
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            if (e instanceof NodeCertificateException refused) {
                throw refused;
            }
            throw unreadable(e);
        }
    }

    private static byte[] keyData(byte[] message) throws IOException, NodeCertificateException {
        CodedInputStream in = CodedInputStream.newInstance(message);
        int type = -1;
        byte[] data = new byte[0];
        while (!in.isAtEnd()) {
            switch (in.readTag()) {
                case TYPE_TAG -> type = in.readEnum();
                case DATA_TAG -> data = in.readByteArray();
                default ->
                        throw NodeCertificateException.invalid(
                                "its libp2p extension holds more than a key");
            }
        }
        if (type != ECDSA) {
            throw NodeCertificateException.invalid(
                    "the key in its libp2p extension is not an ECDSA key");
        }
        return data;
    }

    private static String digits(ECPublicKey key) {
        return coordinate(key.getW().getAffineX()) + coordinate(key.getW().getAffineY());
    }

    private static String coordinate(BigInteger value) {
        byte[] bytes = new byte[COORDINATE];
        byte[] raw = value.toByteArray();
        int length = Math.min(raw.length, COORDINATE);
        System.arraycopy(raw, raw.length - length, bytes, COORDINATE - length, length);
        return HexFormat.of().formatHex(bytes);
    }

    private static NodeCertificateException unreadable(Exception reason) {
        NodeCertificateException refused =
                NodeCertificateException.invalid("its libp2p extension cannot be read");
        refused.initCause(reason);
        return refused;
    }
}

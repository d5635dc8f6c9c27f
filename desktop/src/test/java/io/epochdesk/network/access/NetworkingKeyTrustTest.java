package io.epochdesk.network.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

/** Certificates made with flow-go's code, and every way to get one wrong. */
class NetworkingKeyTrustTest {

    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

    private static NetworkingKeyTrust trust(String key) {
        return new NetworkingKeyTrust(key, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static TestCertificates sound() {
        return TestCertificates.sound().valid(NOW.minusSeconds(60), NOW.plusSeconds(60));
    }

    private static TestCertificates unproved() {
        return TestCertificates.unproved().valid(NOW.minusSeconds(60), NOW.plusSeconds(60));
    }

    private static Throwable refusal(TestCertificates certificates) {
        X509Certificate made = certificates.make().certificate();
        return refusal(certificates.key(), made);
    }

    private static Throwable refusal(String key, X509Certificate... chain) {
        return catchThrowable(() -> trust(key).checkServerTrusted(chain, "ECDHE_ECDSA"));
    }

    @ParameterizedTest
    @CsvSource({"0,node-a", "1,node-b"})
    void acceptsTheCertificatesThatFlowGoMade(int index, String name) throws Exception {
        assertThat(refusal(flowGoKey(index), flowGo(name))).isNull();
    }

    @Test
    void acceptsAKeyInCapitals() throws Exception {
        assertThat(refusal(flowGoKey(0).toUpperCase(Locale.ROOT), flowGo("node-a"))).isNull();
    }

    @Test
    void refusesTheOtherNodeAndNamesBothKeys() throws Exception {
        assertThat(refusal(flowGoKey(0), flowGo("node-b")))
                .isInstanceOf(NodeCertificateException.class)
                .hasMessageContaining(flowGoKey(1));
    }

    @Test
    void neverComparesTheCertificatesOwnKey() throws Exception {
        String own =
                TestCertificates.hex(
                        (java.security.interfaces.ECPublicKey) flowGo("node-a").getPublicKey());

        assertThat(refusal(own, flowGo("node-a"))).isInstanceOf(NodeCertificateException.class);
    }

    @Test
    void acceptsWhatTheTestsMakeSoundly() {
        assertThat(refusal(sound())).isNull();
    }

    @Test
    void refusesAnExpiredOne() {
        assertThat(refusal(sound().valid(NOW.minus(Duration.ofDays(2)), NOW.minusSeconds(1))))
                .hasMessage("it expired at 2026-12-31T23:59:59Z");
    }

    @Test
    void refusesOneThatIsNotValidYet() {
        assertThat(refusal(sound().valid(NOW.plusSeconds(1), NOW.plus(Duration.ofDays(2)))))
                .hasMessage("it is valid only from 2027-01-01T00:00:01Z");
    }

    @Test
    void refusesOneSignedByAnother() {
        assertThat(refusal(sound().signedByAnother())).hasMessage("it is not signed by itself");
    }

    @Test
    void refusesTwoCertificates() {
        TestCertificates certificates = sound();
        X509Certificate made = certificates.make().certificate();

        assertThat(refusal(certificates.key(), made, made))
                .hasMessage("it presents 2 certificates and not one");
    }

    @Test
    void refusesNoCertificate() {
        assertThat(refusal("ab".repeat(64))).hasMessage("it presents 0 certificates and not one");
    }

    @Test
    void refusesOneWithoutTheExtension() {
        assertThat(refusal(unproved())).hasMessage("it has no libp2p extension");
    }

    @Test
    void refusesASignatureOverAnotherCertificate() {
        assertThat(refusal(unproved().withProofOfAnotherCertificate()))
                .hasMessage("the signature in its libp2p extension is wrong");
    }

    @Test
    void theExtensionTwiceDoesNotEvenMakeACertificate() {
        TestCertificates twice = sound().with(TestCertificates.sequence(new byte[1], new byte[1]));

        assertThatCode(twice::make).hasRootCauseMessage("Duplicate extensions not allowed");
    }

    @Test
    void refusesAnExtensionOfOnePart() {
        assertThat(refusal(unproved().with(TestCertificates.sequence(new byte[9]))))
                .hasMessage("its libp2p extension has not two parts");
    }

    @Test
    void refusesAKeyOfAnotherKind() {
        byte[] key = TestCertificates.p256().getPublic().getEncoded();

        assertThat(refusal(unproved().withKey(1, key)))
                .hasMessage("the key in its libp2p extension is not an ECDSA key");
    }

    @Test
    void refusesAKeyOnAnotherCurve() {
        byte[] key = TestCertificates.pair("secp384r1").getPublic().getEncoded();

        assertThat(refusal(unproved().withKey(3, key)))
                .hasMessage("the key in its libp2p extension is not on the curve P-256");
    }

    @Test
    void refusesMoreThanAKeyInTheMessage() {
        byte[] message = {8, 3, 18, 1, 0, 26, 1, 0};

        assertThat(refusal(unproved().with(TestCertificates.sequence(message, new byte[1]))))
                .hasMessage("its libp2p extension holds more than a key");
    }

    @Test
    void refusesAnEndlessExtension() {
        assertThat(refusal(unproved().with(new byte[5_000])))
                .hasMessage("its libp2p extension is too long");
    }

    @Property(tries = 200)
    void refusesGarbageInTheExtension(@ForAll @Size(max = 300) byte[] garbage) {
        Throwable refusal = catchThrowable(() -> NetworkingKeyProof.read(garbage));

        assertThat(refusal).isInstanceOf(NodeCertificateException.class);
    }

    @Property(tries = 200)
    void refusesGarbageInTheKeyMessage(@ForAll @Size(max = 200) byte[] garbage) {
        Throwable refusal =
                catchThrowable(
                        () ->
                                NetworkingKeyProof.read(
                                        TestCertificates.sequence(garbage, new byte[] {1})));

        assertThat(refusal).isInstanceOf(NodeCertificateException.class);
    }

    @Test
    void trustsNoClient() {
        assertThatCode(
                        () ->
                                trust("ab".repeat(64))
                                        .checkClientTrusted(new X509Certificate[0], "EC"))
                .isInstanceOf(CertificateException.class);
    }

    static X509Certificate flowGo(String name) throws IOException, GeneralSecurityException {
        try (InputStream pem =
                NetworkingKeyTrustTest.class.getResourceAsStream("tls/" + name + ".cert.pem")) {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(pem);
        }
    }

    static String flowGoKey(int index) throws IOException {
        try (InputStream file =
                NetworkingKeyTrustTest.class.getResourceAsStream("tls/index.json")) {
            JsonNode nodes = new ObjectMapper().readTree(file);
            return nodes.get(index).get("networkingKey").asText();
        }
    }
}

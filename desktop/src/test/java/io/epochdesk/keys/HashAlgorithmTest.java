package io.epochdesk.keys;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** FIPS 180-4 and FIPS 202 examples, and the JDK's own implementations beside ours. */
class HashAlgorithmTest {

    @ParameterizedTest
    @CsvSource({
        "SHA2_256, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "SHA2_384, cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed"
                + "8086072ba1e7cc2358baeca134c825a7",
        "SHA3_256, 3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532",
        "SHA3_384, ec01498288516fc926459f58e2c6ad8df9b473cb0fc08c2596da7cf0e49be4b2"
                + "98d88cea927ac7f539f1edf228376d25"
    })
    void hashesTheExampleOfTheStandard(HashAlgorithm algorithm, String expected) {
        assertThat(HexFormat.of().formatHex(algorithm.of("abc".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(expected);
        assertThat(
                        HexFormat.of()
                                .formatHex(
                                        algorithm.of(
                                                "a".getBytes(StandardCharsets.UTF_8),
                                                new byte[0],
                                                "bc".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(expected);
    }

    @Property(tries = 300)
    void hashesAsTheJdkDoes(@ForAll HashAlgorithm algorithm, @ForAll byte[] message)
            throws GeneralSecurityException {
        String name =
                switch (algorithm) {
                    case SHA2_256 -> "SHA-256";
                    case SHA2_384 -> "SHA-384";
                    case SHA3_256 -> "SHA3-256";
                    case SHA3_384 -> "SHA3-384";
                };
        assertThat(algorithm.of(message))
                .isEqualTo(MessageDigest.getInstance(name).digest(message));
    }
}

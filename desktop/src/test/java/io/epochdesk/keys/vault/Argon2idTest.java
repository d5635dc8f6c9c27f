package io.epochdesk.keys.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.epochdesk.parallel.BesideOthers;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.LongSupplier;

@BesideOthers
class Argon2idTest {

    /** RFC 9106, 5.3: shows that the library computes Argon2id. */
    @Test
    void theLibraryGivesTheAnswerOfTheStandard() {
        Argon2BytesGenerator argon = new Argon2BytesGenerator();
        argon.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(32)
                        .withIterations(3)
                        .withParallelism(4)
                        .withSalt(filled(16, 2))
                        .withSecret(filled(8, 3))
                        .withAdditional(filled(12, 4))
                        .build());
        byte[] tag = new byte[32];
        argon.generateBytes(filled(32, 1), tag);
        assertThat(hex(tag))
                .isEqualTo("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
    }

    /** Made with OpenSSL's implementation. */
    @ParameterizedTest
    @CsvSource({
        "65536, 3, 4, correct horse, 000102030405060708090a0b0c0d0e0f,"
                + "577f1ff37e9a3e52c97d39f8e83891c1b73b0e87ffe0429cee8ede2fb005fe44",
        "131072, 1, 1, Zürich ﬁre, 00000000000000000000000000000000,"
                + "39b03e0d0d4dc8495926988f12f3e07f60042e5e8c0dcbd5892157d2fc3d5f99"
    })
    void derivesWhatAnotherLibraryDerives(
            int memory, int iterations, int lanes, String password, String salt, String key) {
        try (Password typed = Vaults.password(password)) {
            assertThat(
                            hex(
                                    new Argon2id()
                                            .derive(
                                                    new KdfParameters(memory, iterations, lanes),
                                                    typed.bytes(),
                                                    HexFormat.of().parseHex(salt))))
                    .isEqualTo(key);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // milliseconds of the cheapest derivation, MiB of heap; MiB and passes it comes to
        "400, 4096, 128, 3",
        "100, 8192, 512, 3",
        "100, 1024, 256, 7",
        "10, 1024, 256, 64",
        "900, 4096, 64, 3",
        "5000, 4096, 64, 3",
        "100, 64, 64, 30"
    })
    void calibratesToAboutASecond(long millis, long heap, int memory, int iterations) {
        long[] now = {0, 0};
        LongSupplier nanos = () -> now[1]++ % 2 == 0 ? now[0] : (now[0] += millis * 1_000_000);
        assertThat(new Argon2id().calibrated(nanos, heap << 20))
                .isEqualTo(new KdfParameters(memory << 10, iterations, 4));
    }

    @ParameterizedTest
    @CsvSource({
        "65535, 3, 4",
        "524289, 3, 4",
        "-1, 3, 4",
        "65536, 0, 4",
        "65536, 65, 4",
        "65536, 3, 0",
        "65536, 3, 17"
    })
    void acceptsNoParametersOutsideTheirBounds(int memory, int iterations, int lanes) {
        assertThatThrownBy(() -> new KdfParameters(memory, iterations, lanes))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}

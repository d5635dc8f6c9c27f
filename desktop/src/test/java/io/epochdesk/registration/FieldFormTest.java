package io.epochdesk.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.bls.BlsSecretKey;

import org.junit.jupiter.api.Test;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

final class FieldFormTest {

    private static final BlsSecretKey SECRET = BlsSecretKey.fromSeed(new byte[32]);
    private static final String KEY = SECRET.publicKey().toString();
    private static final String PROOF = SECRET.provePossession().toString();

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }

    @Test
    void pointsAreUnderstoodInHexAndInBase64() {
        assertThat(FieldForm.STAKING_KEY.normalized(" 0x" + KEY.toUpperCase(Locale.ROOT)))
                .isEqualTo(KEY);
        assertThat(FieldForm.STAKING_KEY.normalized(base64(KEY))).isEqualTo(KEY);
        assertThat(FieldForm.BLS_SIGNATURE.normalized(base64(PROOF) + " ")).isEqualTo(PROOF);
        assertThat(FieldForm.STAKING_KEY.problem(KEY)).isEmpty();
        assertThat(FieldForm.BLS_SIGNATURE.problem(PROOF)).isEmpty();
    }

    @Test
    void otherTextsStayWhatTheyAreAndAreRefused() {
        // a key where a proof belongs, digits that are too few, and no alphabet at all
        for (String text : new String[] {base64(KEY), "ab".repeat(32), "%%%%"}) {
            assertThat(FieldForm.BLS_SIGNATURE.problem(FieldForm.BLS_SIGNATURE.normalized(text)))
                    .as(text)
                    .isPresent();
        }
    }
}

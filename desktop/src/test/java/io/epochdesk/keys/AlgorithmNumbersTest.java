package io.epochdesk.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.epochdesk.fault.FaultException;

import org.junit.jupiter.api.Test;

/** The numbers of flow-go and of Cadence, beside each other and beside those of flow-jvm-sdk. */
class AlgorithmNumbersTest {

    @Test
    void signatureAlgorithmsAreCountedInTwoWays() {
        assertThat(SignatureAlgorithm.BLS_BLS12_381.code()).isEqualTo(1);
        assertThat(SignatureAlgorithm.ECDSA_P256.code()).isEqualTo(2);
        assertThat(SignatureAlgorithm.ECDSA_SECP256K1.code()).isEqualTo(3);
        assertThat(SignatureAlgorithm.ECDSA_P256.cadenceIndex()).isEqualTo(1);
        assertThat(SignatureAlgorithm.ECDSA_SECP256K1.cadenceIndex()).isEqualTo(2);
        assertThat(SignatureAlgorithm.BLS_BLS12_381.cadenceIndex()).isEqualTo(3);
        for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
            assertThat(SignatureAlgorithm.ofCode(algorithm.code())).isEqualTo(algorithm);
            assertThat(SignatureAlgorithm.ofCadenceIndex(algorithm.cadenceIndex()))
                    .isEqualTo(algorithm);
        }
    }

    @Test
    void hashAlgorithmsAreCountedInOne() {
        assertThat(HashAlgorithm.SHA2_256.code()).isEqualTo(1);
        assertThat(HashAlgorithm.SHA2_384.code()).isEqualTo(2);
        assertThat(HashAlgorithm.SHA3_256.code()).isEqualTo(3);
        assertThat(HashAlgorithm.SHA3_384.code()).isEqualTo(4);
        for (HashAlgorithm algorithm : HashAlgorithm.values()) {
            assertThat(HashAlgorithm.ofCode(algorithm.code())).isEqualTo(algorithm);
            assertThat(HashAlgorithm.ofCadenceIndex(algorithm.cadenceIndex())).isEqualTo(algorithm);
        }
    }

    @Test
    void theSdkCountsAlike() {
        assertThat(SignatureAlgorithm.ECDSA_P256.code())
                .isEqualTo(org.onflow.sdk.SignatureAlgorithm.ECDSA_P256.getCode());
        assertThat(SignatureAlgorithm.ECDSA_SECP256K1.code())
                .isEqualTo(org.onflow.sdk.SignatureAlgorithm.ECDSA_SECP256k1.getCode());
        assertThat(SignatureAlgorithm.ECDSA_P256.cadenceIndex())
                .isEqualTo(org.onflow.sdk.SignatureAlgorithm.ECDSA_P256.getIndex());
        assertThat(SignatureAlgorithm.ECDSA_SECP256K1.cadenceIndex())
                .isEqualTo(org.onflow.sdk.SignatureAlgorithm.ECDSA_SECP256k1.getIndex());
        assertThat(HashAlgorithm.SHA2_256.code())
                .isEqualTo(org.onflow.sdk.HashAlgorithm.SHA2_256.getCode());
        assertThat(HashAlgorithm.SHA3_256.code())
                .isEqualTo(org.onflow.sdk.HashAlgorithm.SHA3_256.getCode());
        assertThat(HashAlgorithm.SHA3_256.cadenceIndex())
                .isEqualTo(org.onflow.sdk.HashAlgorithm.SHA3_256.getIndex());
    }

    @Test
    void onlyEcdsaAndTheShortHashesSignForAccounts() {
        assertThat(SignatureAlgorithm.values())
                .filteredOn(SignatureAlgorithm::signsForAccounts)
                .containsExactly(SignatureAlgorithm.ECDSA_P256, SignatureAlgorithm.ECDSA_SECP256K1);
        assertThat(HashAlgorithm.values())
                .filteredOn(HashAlgorithm::signsForAccounts)
                .containsExactly(HashAlgorithm.SHA2_256, HashAlgorithm.SHA3_256);
    }

    @Test
    void anUnknownNumberIsAFault() {
        for (int number : new int[] {-1, 0, 4, 255, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> SignatureAlgorithm.ofCode(number))
                    .isInstanceOf(FaultException.class)
                    .hasMessageStartingWith("KEY-507");
            assertThatThrownBy(() -> SignatureAlgorithm.ofCadenceIndex(number))
                    .isInstanceOf(FaultException.class)
                    .hasMessageStartingWith("KEY-507");
        }
        for (int number : new int[] {-1, 0, 5, 6}) {
            assertThatThrownBy(() -> HashAlgorithm.ofCode(number))
                    .isInstanceOf(FaultException.class)
                    .hasMessageStartingWith("KEY-508");
        }
    }
}

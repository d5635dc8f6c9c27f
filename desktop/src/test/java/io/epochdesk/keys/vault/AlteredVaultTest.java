package io.epochdesk.keys.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.VaultFault;

import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A vault file in which anything at all was changed never opens. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlteredVaultTest {

    /** Where each field of the file begins; the last is its end. */
    private static final List<Integer> FIELDS = List.of(0, 8, 10, 11, 12, 16, 20, 24, 40, 52, 56);

    private byte[] file = {};

    @BeforeAll
    void makeAVault() {
        CrashingFiles files = new CrashingFiles();
        VaultStore store = new VaultStore(files);
        try (Vault vault = Vaults.create(store)) {
            Vaults.make(vault, "a");
        }
        file = store.read();
        assertThat(opens(file)).isTrue();
    }

    @Test
    void everyFlippedBitIsDetected() {
        for (int bit = 0; bit < file.length * 8; bit++) {
            byte[] bent = file.clone();
            bent[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(opens(bent)).as("bit %d", bit).isFalse();
        }
    }

    @Test
    void everyOtherValueOfEveryHeaderByteIsDetected() {
        for (int at = 0; at < VaultHeader.LENGTH; at++) {
            for (int value = 0; value < 256; value++) {
                byte[] bent = file.clone();
                bent[at] = (byte) value;
                assertThat(opens(bent)).isEqualTo(bent[at] == file[at]);
            }
        }
    }

    @Test
    void everyTruncationAndEveryAdditionIsDetected() {
        for (int length = 0; length < file.length; length++) {
            assertThat(opens(Arrays.copyOf(file, length))).as("%d bytes", length).isFalse();
        }
        assertThat(opens(Arrays.copyOf(file, file.length + 1))).isFalse();
        assertThat(opens(Arrays.copyOf(file, file.length + 4_096))).isFalse();
    }

    @Test
    void everySwapOfTwoFieldsIsDetected() {
        List<Integer> bounds = new ArrayList<>(FIELDS.subList(0, FIELDS.size() - 1));
        bounds.addAll(List.of(VaultHeader.LENGTH, file.length - VaultHeader.TAG_LENGTH));
        bounds.add(file.length);
        int swaps = 0;
        for (int i = 0; i + 1 < bounds.size(); i++) {
            for (int j = i + 1; j + 1 < bounds.size(); j++) {
                byte[] swapped = swapped(bounds, i, j);
                if (!Arrays.equals(swapped, file)) {
                    assertThat(opens(swapped)).as("fields %d and %d", i, j).isFalse();
                    swaps++;
                }
            }
        }
        assertThat(swaps).isGreaterThan(50);
    }

    @Test
    void everySwapOfTwoBlocksOfTheSealedPartIsDetected() {
        for (int i = VaultHeader.LENGTH; i + 16 <= file.length; i += 16) {
            for (int j = i + 16; j + 16 <= file.length; j += 16) {
                byte[] swapped = file.clone();
                System.arraycopy(file, i, swapped, j, 16);
                System.arraycopy(file, j, swapped, i, 16);
                assertThat(opens(swapped)).isFalse();
            }
        }
    }

    @Test
    void saysNothingThatTellsAWrongPasswordFromAnAlteredFile() {
        byte[] bent = file.clone();
        bent[file.length - 1] ^= 1;
        assertThat(fault(bent, Vaults.PASSWORD)).isEqualTo(fault(file, Vaults.OTHER_PASSWORD));
    }

    @Test
    void anotherLibraryOpensTheSealedPart() throws GeneralSecurityException {
        VaultHeader header = VaultHeader.read(file, "f");
        byte[] key =
                new QuickDerivation()
                        .derive(
                                header.kdf(),
                                Vaults.password(Vaults.PASSWORD).bytes(),
                                header.salt());
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(key, "AES"),
                new GCMParameterSpec(128, header.nonce()));
        cipher.updateAAD(file, 0, VaultHeader.LENGTH);
        byte[] body = cipher.doFinal(file, VaultHeader.LENGTH, header.sealedLength());
        assertThat(body).isEqualTo(VaultSeal.open(key, file, "f"));
        assertThat(VaultBody.read(body, "f").getFirst().facts().name()).isEqualTo("a");
    }

    /** McGrew and Viega, The Galois/Counter Mode of Operation, test case 16. */
    @Test
    void theCipherIsThatOfTheStandard() throws InvalidCipherTextException {
        byte[] key = hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
        byte[] nonce = hex("cafebabefacedbaddecaf888");
        byte[] text =
                hex(
                        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                                + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");
        GCMModeCipher cipher =
                VaultSeal.cipher(true, key, nonce, hex("feedfacedeadbeeffeedfacedeadbeefabaddad2"));
        byte[] sealed = new byte[cipher.getOutputSize(text.length)];
        cipher.doFinal(sealed, cipher.processBytes(text, 0, text.length, sealed, 0));
        assertThat(sealed)
                .isEqualTo(
                        hex(
                                "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                                        + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                                        + "76fc6ece0f4e1768cddf8853bb2d551b"));
    }

    @Test
    void everySwapOfTwoFieldsOfTheBodyIsDetected() {
        // count; then length and content of name, network, account and file; index, time,
        // algorithms
        int[] lengths = {2, 2, 1, 2, 13, 2, 0, 2, 0, 4, 8, 1, 1, 32};
        List<Integer> bounds = new ArrayList<>(List.of(0, VaultHeader.LENGTH));
        for (int length : lengths) {
            bounds.add(bounds.getLast() + length);
        }
        bounds.add(file.length - VaultHeader.TAG_LENGTH);
        bounds.add(file.length);
        int swaps = 0;
        for (int i = 1; i + 1 < bounds.size(); i++) {
            for (int j = i + 1; j + 1 < bounds.size(); j++) {
                byte[] swapped = swapped(bounds, i, j);
                if (!Arrays.equals(swapped, file)) {
                    assertThat(opens(swapped)).as("fields %d and %d", i, j).isFalse();
                    swaps++;
                }
            }
        }
        assertThat(swaps).isGreaterThan(90);
    }

    private byte[] swapped(List<Integer> bounds, int i, int j) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        for (int k = 0; k + 1 < bounds.size(); k++) {
            int from = k == i ? j : k == j ? i : k;
            out.write(file, bounds.get(from), bounds.get(from + 1) - bounds.get(from));
        }
        return out.toByteArray();
    }

    private static boolean opens(byte[] altered) {
        return fault(altered, Vaults.PASSWORD).isEmpty();
    }

    private static String fault(byte[] altered, String password) {
        try {
            VaultContent.open(new QuickDerivation(), altered, "f", Vaults.password(password))
                    .wipe();
            return "";
        } catch (FaultException e) {
            VaultFault fault = (VaultFault) e.fault();
            assertThat(
                            EnumSet.of(
                                    VaultFault.Kind.NOT_A_VAULT,
                                    VaultFault.Kind.NEWER_VERSION,
                                    VaultFault.Kind.DAMAGED,
                                    VaultFault.Kind.NOT_OPENED))
                    .contains(fault.kind());
            return String.valueOf(e.getMessage());
        }
    }

    private static byte[] hex(String digits) {
        return java.util.HexFormat.of().parseHex(digits);
    }
}

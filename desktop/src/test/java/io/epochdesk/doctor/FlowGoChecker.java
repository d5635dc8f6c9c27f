package io.epochdesk.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.jspecify.annotations.Nullable;
import org.onflow.protobuf.entities.AccountOuterClass.Account;
import org.onflow.protobuf.entities.AccountOuterClass.AccountKey;

import java.math.BigInteger;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What flow-go's {@code CheckMachineAccountInfo} says of a machine account file and an account as
 * the Access API tells it, worked out without any code of the doctor's.
 */
public final class FlowGoChecker {

    private static final int COLLECTION = 1;
    private static final int CONSENSUS = 2;
    private static final int P256 = 2;

    /** In units of 0.00000001 FLOW. */
    private static final long LEAST_COLLECTION = 25_000_000;

    private static final long LEAST_CONSENSUS = 200_000_000;

    private FlowGoChecker() {}

    /** The first complaint, or an empty text when it finds the account configured correctly. */
    public static String complaint(int role, String file, @Nullable Account account)
            throws JsonProcessingException {
        if (role != COLLECTION && role != CONSENSUS) {
            return "invalid role";
        }
        JsonNode info = new ObjectMapper().readTree(file);
        String address = info.path("Address").asText().replaceFirst("^0x", "");
        if (account == null) {
            return "could not get machine account";
        }
        if (!HexFormat.of().formatHex(account.getAddress().toByteArray()).equals(address)) {
            return "address mismatch";
        }
        int index = info.path("KeyIndex").asInt();
        if (account.getKeysCount() <= index) {
            return "configured with key index " + index;
        }
        AccountKey key = account.getKeys(index);
        if (key.getHashAlgo() != info.path("HashAlgorithm").asInt()) {
            return "hash algo mismatch";
        }
        if (key.getSignAlgo() != info.path("SigningAlgorithm").asInt()) {
            return "signing algo mismatch";
        }
        if (key.getIndex() != index) {
            return "key index mismatch";
        }
        String publicKey = HexFormat.of().formatHex(key.getPublicKey().toByteArray());
        if (!publicKey.equals(publicKey(info))) {
            return "public key mismatch";
        }
        long least = role == COLLECTION ? LEAST_COLLECTION : LEAST_CONSENSUS;
        return account.getBalance() < least ? "balance is below minimum" : "";
    }

    private static String publicKey(JsonNode info) {
        byte[] secret = Base64.getDecoder().decode(info.path("EncodedPrivateKey").asText());
        boolean p256 = info.path("SigningAlgorithm").asInt() == P256;
        byte[] point =
                CustomNamedCurves.getByName(p256 ? "secp256r1" : "secp256k1")
                        .getG()
                        .multiply(new BigInteger(1, secret))
                        .normalize()
                        .getEncoded(false);
        return HexFormat.of().formatHex(point, 1, point.length);
    }
}

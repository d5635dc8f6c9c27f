package io.epochdesk.rehearsal.model;

import static io.epochdesk.cadence.CadenceValues.address;
import static io.epochdesk.cadence.CadenceValues.array;
import static io.epochdesk.cadence.CadenceValues.composite;
import static io.epochdesk.cadence.CadenceValues.field;
import static io.epochdesk.cadence.CadenceValues.integer;
import static io.epochdesk.cadence.CadenceValues.uint8;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.CompositeKind;
import io.epochdesk.cadence.FlowAddress;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A key as it is given to {@code account.keys.add}.
 *
 * @param publicKey hex
 * @param signatureAlgorithm Cadence's number
 * @param hashAlgorithm Cadence's number
 * @param weight as a {@link UFix64}; what is behind the point is cut off
 */
record NewKey(String publicKey, int signatureAlgorithm, int hashAlgorithm, long weight) {

    /** Adds it to an account, checking it as Cadence and the chain do. */
    void addTo(Draft draft, StakingSignatures signatures, FlowAddress owner) throws Aborted {
        byte[] bytes = Hex.decode(publicKey);
        SignatureAlgorithm signing =
                SignatureAlgorithm.ofCadence(signatureAlgorithm).orElseThrow(Aborted::nil);
        checkPoint(signing, bytes, signatures);
        HashAlgorithm hashing = HashAlgorithm.of(hashAlgorithm).orElseThrow(Aborted::nil);
        if (signing == SignatureAlgorithm.BLS_BLS12_381) {
            throw unsupported(signatureAlgorithm, "signature algorithm");
        }
        if (hashing != HashAlgorithm.SHA2_256 && hashing != HashAlgorithm.SHA3_256) {
            throw unsupported(hashAlgorithm, "hashing algorithm");
        }
        Account account = draft.account(owner);
        int index = account.keys().size();
        String hex = HexFormat.of().formatHex(bytes);
        draft.put(
                account.withKey(
                        new AccountKey(
                                index,
                                hex,
                                signing,
                                hashing,
                                (int) (weight / UFix64.ONE),
                                0,
                                false)));
        draft.emitOfFlow(
                "AccountKeyAdded",
                field("address", address(owner)),
                field("publicKey", key(bytes)),
                field("weight", UFix64.value(weight)),
                field("hashAlgorithm", number("HashAlgorithm", hashAlgorithm)),
                field("keyIndex", integer(index)));
    }

    private static void checkPoint(
            SignatureAlgorithm algorithm, byte[] bytes, StakingSignatures signatures)
            throws Aborted {
        switch (algorithm) {
            case ECDSA_P256 -> EllipticCurve.P256.check(bytes);
            case ECDSA_SECP256K1 -> EllipticCurve.SECP256K1.check(bytes);
            case BLS_BLS12_381 -> {
                if (!signatures.isKey(bytes)) {
                    throw NodeRegistration.notAPoint();
                }
            }
        }
    }

    private static Aborted unsupported(int number, String what) {
        return Aborted.environment(
                Aborted.VALUE,
                "add account key failed: adding account key failed: adding account key failed:"
                        + " [Error Code: 1051] invalid value ("
                        + number
                        + "): "
                        + what
                        + " type not supported");
    }

    private CadenceValue key(byte[] bytes) {
        List<CadenceValue> digits = new ArrayList<>();
        for (byte each : bytes) {
            digits.add(uint8(each & 0xff));
        }
        return composite(
                CompositeKind.STRUCT,
                "PublicKey",
                field("publicKey", array(digits)),
                field("signatureAlgorithm", number("SignatureAlgorithm", signatureAlgorithm)));
    }

    private static CadenceValue number(String type, int value) {
        return composite(CompositeKind.ENUM, type, field("rawValue", uint8(value)));
    }
}

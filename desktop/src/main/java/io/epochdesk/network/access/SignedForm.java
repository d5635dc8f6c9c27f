package io.epochdesk.network.access;

import org.onflow.sdk.FlowTransaction;
import org.onflow.sdk.FlowTransactionSignature;
import org.tdf.rlp.RLPCodec;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A transaction with all its signatures: the list of payload, payload signatures and envelope
 * signatures (flow-go {@code model/flow/transaction.go}). flow-jvm-sdk nests these lists one
 * deeper, so its own form and ID are others.
 */
final class SignedForm {

    private static final int LIST = 0xc0;
    private static final int LONG_LIST = 0xf7;

    private SignedForm() {}

    /** RLP. */
    static byte[] of(FlowTransaction transaction) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(content(transaction.getCanonicalAuthorizationEnvelope()));
        body.writeBytes(
                RLPCodec.encode(
                        transaction.getEnvelopeSignatures().stream()
                                .map(SignedForm::canonical)
                                .toList()));
        return list(body.toByteArray());
    }

    /** The ID the chain knows it by: SHA3-256 of the form, 64 hex digits. */
    static String id(FlowTransaction transaction) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA3-256").digest(of(transaction)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA3-256", e);
        }
    }

    private static List<Object> canonical(FlowTransactionSignature signature) {
        return List.of(
                signature.getSignerIndex(),
                signature.getKeyIndex(),
                signature.getSignature().getBytes());
    }

    /** What stands in an RLP list, without its head. */
    private static byte[] content(byte[] list) {
        int first = list[0] & 0xff;
        int head = first <= LONG_LIST ? 1 : 1 + first - LONG_LIST;
        return Arrays.copyOfRange(list, head, list.length);
    }

    private static byte[] list(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (content.length <= LONG_LIST - LIST) {
            out.write(LIST + content.length);
        } else {
            int digits = (Integer.SIZE - Integer.numberOfLeadingZeros(content.length) + 7) / 8;
            out.write(LONG_LIST + digits);
            for (int i = digits - 1; i >= 0; i--) {
                out.write(content.length >>> (8 * i));
            }
        }
        out.writeBytes(content);
        return out.toByteArray();
    }
}

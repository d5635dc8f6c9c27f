package io.epochdesk.doctor;

import io.epochdesk.accounts.OnChainKey;
import io.epochdesk.fault.FaultException;
import io.epochdesk.keys.AccountPublicKey;
import io.epochdesk.keys.DomainTag;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Has the key sign and verifies with the key that the account has. Nothing is sent, and the message
 * carries the tag for users, so that the signature is none of a transaction.
 */
final class SignatureTest {

    private static final String MESSAGE = "Epoch Desk examines the machine account of node ";

    private SignatureTest() {}

    static void look(Chart chart, KeyCustody.AtHand hand, OnChainKey key) {
        byte[] message =
                DomainTag.USER.before(
                        (MESSAGE + chart.node.nodeId()).getBytes(StandardCharsets.UTF_8));
        String failure;
        try {
            AccountPublicKey onChain =
                    AccountPublicKey.ofHex(key.signatureAlgorithm(), key.publicKey());
            boolean verified =
                    onChain.verifies(key.hashAlgorithm(), message, hand.signer().sign(message));
            failure = verified ? "" : "false";
        } catch (FaultException e) {
            failure = e.fault().code();
        }
        if (!failure.isEmpty()) {
            String index = String.valueOf(key.index());
            chart.find(
                    Check.SIGNATURE_FAILED,
                    Severity.FAULT,
                    chart.cannot(),
                    Map.of("index", index),
                    List.of(
                            new Evidence(Evidence.What.SIGNATURE, failure, hand.place(), null),
                            chart.onAccount(Evidence.What.PUBLIC_KEY, key.publicKey())),
                    new Remedy.RotateKey(chart.address().orElseThrow(), key.index()));
        }
    }
}

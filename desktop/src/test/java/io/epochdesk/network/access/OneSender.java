package io.epochdesk.network.access;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.network.AccountState;
import io.epochdesk.network.KeySignature;
import io.epochdesk.network.ProposalKey;
import io.epochdesk.network.TransactionBody;
import io.epochdesk.network.TransactionProgress;

import org.awaitility.Awaitility;

import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;

/** Sends single transactions of one account through one node, for tests of the node's client. */
final class OneSender {

    private final CanonicalTransactions codec = new CanonicalTransactions();
    private final NodeCalls client;

    OneSender(NodeCalls client) {
        this.client = client;
    }

    /** What was sent, and what came of it. */
    record Sent(String id, TransactionProgress progress) {
        String error() {
            return progress.error();
        }

        long height() {
            return progress.height();
        }
    }

    Sent send(String source, FlowAddress account, int keyIndex, UnaryOperator<byte[]> signer) {
        AccountState.Key key = client.account(account).key(keyIndex).orElseThrow();
        TransactionBody unsigned =
                TransactionBody.ofOne(
                        source,
                        List.of(),
                        client.latestSealedHeader().id(),
                        new ProposalKey(account, keyIndex, key.sequenceNumber()));
        byte[] signature = signer.apply(codec.envelopeMessage(unsigned));
        TransactionBody signed =
                unsigned.with(
                        new KeySignature(account, keyIndex, HexFormat.of().formatHex(signature)));
        String id = client.send(CanonicalTransactions.message(signed));
        TransactionProgress progress =
                Awaitility.await()
                        .until(
                                () -> client.transactionResult(id),
                                one -> one.state() == TransactionProgress.State.SEALED);
        return new Sent(id, progress);
    }
}

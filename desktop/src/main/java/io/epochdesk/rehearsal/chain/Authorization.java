package io.epochdesk.rehearsal.chain;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.fault.FaultException;
import io.epochdesk.keys.AccountPublicKey;
import io.epochdesk.rehearsal.chain.Transaction.Signature;
import io.epochdesk.rehearsal.model.Account;
import io.epochdesk.rehearsal.model.AccountKey;
import io.epochdesk.rehearsal.model.World;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether those who must have signed a transaction have, with enough weight, and under the right
 * sequence number: the steps of flow-go's {@code fvm/transactionVerifier.go} and {@code
 * fvm/transactionSequenceNum.go}, in their order.
 */
final class Authorization {

    private final World world;
    private final Transaction transaction;
    private final CanonicalForm form;
    private final Map<FlowAddress, Integer> payloadWeights = new HashMap<>();
    private final Map<FlowAddress, Integer> envelopeWeights = new HashMap<>();
    private boolean proposed;

    private Authorization(World world, Transaction transaction, CanonicalForm form) {
        this.world = world;
        this.transaction = transaction;
        this.form = form;
    }

    /**
     * Checks the signatures.
     *
     * @throws FlowError when they do not suffice
     */
    static void check(World world, Transaction transaction, CanonicalForm form) throws FlowError {
        try {
            new Authorization(world, transaction, form).verify();
        } catch (FlowError e) {
            throw e.during("transaction verification");
        }
    }

    /**
     * Checks the sequence number and counts it up.
     *
     * @return the world in which the proposal key has been used
     */
    static World useSequenceNumber(World world, Transaction transaction) throws FlowError {
        Transaction.ProposalKey proposal = transaction.proposalKey();
        try {
            AccountKey key;
            try {
                key = key(world, proposal.address(), proposal.keyIndex());
            } catch (FlowError e) {
                throw FlowError.proposal(proposal, e);
            }
            if (key.revoked()) {
                throw FlowError.proposal(proposal, "proposal key has been revoked");
            }
            if (key.sequenceNumber() != proposal.sequenceNumber()) {
                throw FlowError.sequenceNumber(proposal, key.sequenceNumber());
            }
            return world.with(account(world, proposal.address()).withKey(key.used()));
        } catch (FlowError e) {
            throw e.during("checking sequence number");
        }
    }

    private void verify() throws FlowError {
        checkSigners();
        try {
            gatherWeights(false);
            gatherWeights(true);
        } catch (FlowError e) {
            throw FlowError.proposal(transaction.proposalKey(), e);
        }
        if (!proposed) {
            throw FlowError.proposal(
                    transaction.proposalKey(),
                    "either the payload or the envelope should provide proposal signatures");
        }
        for (FlowAddress authorizer : transaction.authorizers()) {
            if (!authorizer.equals(transaction.payer())) {
                requireWeight(authorizer, "authorizer", payloadWeights);
            }
        }
        requireWeight(transaction.payer(), "payer", envelopeWeights);
        try {
            verifySignatures(false);
            verifySignatures(true);
        } catch (FlowError e) {
            throw FlowError.proposal(transaction.proposalKey(), e);
        }
    }

    private void checkSigners() throws FlowError {
        Set<FlowAddress> related = new HashSet<>(transaction.authorizers());
        related.add(transaction.payer());
        related.add(transaction.proposalKey().address());
        Set<Map.Entry<FlowAddress, Integer>> seen = new HashSet<>();
        for (boolean envelope : new boolean[] {false, true}) {
            for (Signature signature : signatures(envelope)) {
                if (!related.contains(signature.address())) {
                    throw FlowError.signature(
                            signature,
                            envelope,
                            "signature is provided for account "
                                    + signature.address().hex()
                                    + " that is neither payer nor authorizer nor proposer");
                }
                if (!seen.add(Map.entry(signature.address(), signature.keyIndex()))) {
                    throw FlowError.signature(
                            signature,
                            envelope,
                            "duplicate signatures are provided for the same key");
                }
            }
        }
    }

    private void gatherWeights(boolean envelope) throws FlowError {
        for (Signature signature : signatures(envelope)) {
            AccountKey key;
            try {
                key = key(world, signature.address(), signature.keyIndex());
            } catch (FlowError e) {
                throw FlowError.signature(signature, envelope, e);
            }
            if (key.revoked()) {
                throw FlowError.signature(signature, envelope, "account key has been revoked");
            }
            (envelope ? envelopeWeights : payloadWeights)
                    .merge(signature.address(), key.weight(), Integer::sum);
            proposed |=
                    signature.address().equals(transaction.proposalKey().address())
                            && signature.keyIndex() == transaction.proposalKey().keyIndex();
        }
    }

    private static void requireWeight(
            FlowAddress address, String who, Map<FlowAddress, Integer> weights) throws FlowError {
        int weight = weights.getOrDefault(address, 0);
        if (weight < AccountKey.FULL_WEIGHT) {
            throw FlowError.weight(address.hex(), who, weight, AccountKey.FULL_WEIGHT);
        }
    }

    private void verifySignatures(boolean envelope) throws FlowError {
        byte[] message = envelope ? form.envelopeMessage() : form.payloadMessage();
        for (Signature signature : signatures(envelope)) {
            AccountKey key = key(world, signature.address(), signature.keyIndex());
            if (!verifies(key, message, signature.signature())) {
                throw FlowError.signature(signature, envelope, "signature is not valid");
            }
        }
    }

    private static boolean verifies(AccountKey key, byte[] message, byte[] signature) {
        try {
            return AccountPublicKey.ofHex(
                            io.epochdesk.keys.SignatureAlgorithm.ofCode(
                                    key.signatureAlgorithm().access()),
                            key.publicKey())
                    .verifies(
                            io.epochdesk.keys.HashAlgorithm.ofCode(key.hashAlgorithm().code()),
                            message,
                            signature);
        } catch (FaultException e) {
            // a key no account may sign with verifies nothing
            return false;
        }
    }

    private List<Signature> signatures(boolean envelope) {
        return envelope ? transaction.envelopeSignatures() : transaction.payloadSignatures();
    }

    private static AccountKey key(World world, FlowAddress address, int index) throws FlowError {
        AccountKey key = account(world, address).key(index);
        if (key == null) {
            throw FlowError.noKey(address.hex(), index);
        }
        return key;
    }

    private static Account account(World world, FlowAddress address) throws FlowError {
        Account account = world.account(address);
        if (account == null) {
            throw FlowError.noAccount(address.hex());
        }
        return account;
    }
}

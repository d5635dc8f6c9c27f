package io.epochdesk.rehearsal.play;

import io.epochdesk.cadence.CadenceEncoder;
import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.cadence.Program;
import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.rehearsal.chain.CanonicalForm;
import io.epochdesk.rehearsal.chain.LocalChain;
import io.epochdesk.rehearsal.chain.Refusal;
import io.epochdesk.rehearsal.chain.Transaction;
import io.epochdesk.rehearsal.model.Account;
import io.epochdesk.rehearsal.model.AccountKey;
import io.epochdesk.rehearsal.model.World;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sends the transactions of nodes, really signed, through the same checks as everybody's. */
final class Actor {

    private static final Logger LOG = LoggerFactory.getLogger(Actor.class);
    private static final long COMPUTE_LIMIT = 9_999;

    private final LocalChain chain;
    private final Cast cast;

    Actor(LocalChain chain, Cast cast) {
        this.chain = chain;
        this.cast = cast;
    }

    /** What has come of it so far. */
    World world() {
        return chain.world();
    }

    /** Whether a node has a machine account to act with. */
    boolean canAct(CastNode node) {
        return cast.machineAccount(chain.world(), node) != null;
    }

    /** Sends a transaction from a node's machine account; a node without one sends nothing. */
    void send(CastNode node, Program program, CadenceValue... arguments) {
        World world = chain.world();
        FlowAddress address = cast.machineAccount(world, node);
        Account account = address == null ? null : world.account(address);
        AccountKey key = account == null ? null : account.key(0);
        if (account == null || key == null) {
            return;
        }
        Transaction unsigned =
                transaction(
                        program.resolvedWith(world.contracts()),
                        List.of(arguments),
                        account.address(),
                        key.sequenceNumber(),
                        List.of());
        byte[] signature;
        try (AccountPrivateKey secret = node.machineKey()) {
            signature =
                    secret.sign(
                            HashAlgorithm.SHA3_256, new CanonicalForm(unsigned).envelopeMessage());
        }
        Transaction signed =
                new Transaction(
                        unsigned.script(),
                        unsigned.arguments(),
                        unsigned.referenceBlockId(),
                        unsigned.computeLimit(),
                        unsigned.proposalKey(),
                        unsigned.payer(),
                        unsigned.authorizers(),
                        List.of(),
                        List.of(new Transaction.Signature(account.address(), 0, signature)));
        try {
            var _ = chain.submit(signed);
        } catch (Refusal e) {
            LOG.warn("{} was refused {}: {}", node, program.name(), e.words());
        }
    }

    private Transaction transaction(
            String script,
            List<CadenceValue> arguments,
            FlowAddress account,
            long sequenceNumber,
            List<Transaction.Signature> envelope) {
        return new Transaction(
                script.getBytes(StandardCharsets.UTF_8),
                arguments.stream().map(CadenceEncoder::encode).toList(),
                chain.latestSealed().id().bytes(),
                COMPUTE_LIMIT,
                new Transaction.ProposalKey(account, 0, sequenceNumber),
                account,
                List.of(account),
                List.of(),
                envelope);
    }
}

package io.epochdesk.rehearsal.play;

import static io.epochdesk.cadence.CadenceValues.address;
import static io.epochdesk.cadence.CadenceValues.string;
import static io.epochdesk.cadence.CadenceValues.ufix64;
import static io.epochdesk.cadence.CadenceValues.uint8;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.bls.BlsSecretKey;
import io.epochdesk.cadence.CadenceEncoder;
import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.Program;
import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.rehearsal.chain.CanonicalForm;
import io.epochdesk.rehearsal.chain.Refusal;
import io.epochdesk.rehearsal.chain.Transaction;
import io.epochdesk.rehearsal.chain.TransactionResult;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Whoever registers the practice nodes sees them take part in the next epoch. */
final class PracticeTest {

    private static final int MOST = 20_000;

    private final Rehearsed play = new Rehearsed(Scenario.of("registration"), 5, Rehearsed.quick());

    @Test
    void registeredNodesVoteAndDeal() throws Refusal {
        send("registration", "setup_staking_collection");
        for (CastNode node : play.cast.practiceNodes()) {
            register(node);
            send(
                    "accounts",
                    "transfer_flow",
                    ufix64("5.0"),
                    address(
                            Objects.requireNonNull(
                                    play.cast.machineAccount(play.chain.world(), node))));
        }
        String collection = play.cast.practiceNodes().getFirst().id();
        String consensus = play.cast.practiceNodes().getLast().id();

        assertThat(play.until(world -> world.dkg().completed().isPresent(), MOST)).isTrue();
        play.until(world -> world.epoch().counter() == 215, MOST);
        assertThat(play.chain.world().quorum().clusters())
                .anyMatch(cluster -> cluster.votes().containsKey(collection));
        assertThat(play.chain.world().dkg().whiteboard().messages())
                .anyMatch(message -> message.nodeId().equals(consensus));
        assertThat(play.chain.world().dkg().byNode().containsKey(consensus)).isTrue();
    }

    private void register(CastNode node) throws Refusal {
        try (BlsSecretKey staking = node.stakingKey()) {
            send(
                    "registration",
                    "register_node",
                    string(node.id()),
                    uint8(node.role()),
                    string(node.networkingAddress()),
                    string(node.networkingPublicKey()),
                    string(staking.publicKey().toString()),
                    string(staking.provePossession().toString()),
                    ufix64(node.role() == 1 ? "250000.0" : "500000.0"),
                    string(node.machinePublicKey()),
                    uint8(1),
                    uint8(3));
        }
    }

    private void send(String room, String name, CadenceValue... arguments) throws Refusal {
        Transaction unsigned = transaction(Program.shipped(room, name), arguments, List.of());
        byte[] signature;
        try (AccountPrivateKey key = play.cast.operatorKey()) {
            signature =
                    key.sign(HashAlgorithm.SHA3_256, new CanonicalForm(unsigned).envelopeMessage());
        }
        var id =
                play.chain.submit(
                        transaction(
                                Program.shipped(room, name),
                                arguments,
                                List.of(
                                        new Transaction.Signature(
                                                play.cast.operator(), 0, signature))));
        for (int i = 0; i < 10; i++) {
            play.director.advance();
        }
        TransactionResult result = play.chain.result(id);
        assertThat(result.error()).as(name).isEmpty();
    }

    private Transaction transaction(
            Program program, CadenceValue[] arguments, List<Transaction.Signature> envelope) {
        var account = Objects.requireNonNull(play.chain.world().account(play.cast.operator()));
        return new Transaction(
                program.resolvedWith(play.chain.world().contracts())
                        .getBytes(StandardCharsets.UTF_8),
                List.of(arguments).stream().map(CadenceEncoder::encode).toList(),
                play.chain.latestSealed().id().bytes(),
                9_999,
                new Transaction.ProposalKey(
                        account.address(),
                        0,
                        Objects.requireNonNull(account.key(0)).sequenceNumber()),
                account.address(),
                List.of(account.address()),
                List.of(),
                envelope);
    }
}

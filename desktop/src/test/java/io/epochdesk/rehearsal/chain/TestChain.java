package io.epochdesk.rehearsal.chain;

import io.epochdesk.cadence.CadenceEncoder;
import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.CadenceValues;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.cadence.Program;
import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.SignatureAlgorithm;
import io.epochdesk.rehearsal.model.Aborted;
import io.epochdesk.rehearsal.model.Account;
import io.epochdesk.rehearsal.model.AccountKey;
import io.epochdesk.rehearsal.model.Contracts;
import io.epochdesk.rehearsal.model.Draft;
import io.epochdesk.rehearsal.model.FeeParameters;
import io.epochdesk.rehearsal.model.Genesis;
import io.epochdesk.rehearsal.model.ProgramCatalogue;
import io.epochdesk.rehearsal.model.TransactionProgram;
import io.epochdesk.rehearsal.model.UFix64;
import io.epochdesk.rehearsal.model.World;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A chain with one account that can do one thing: say a text so many times in events. */
final class TestChain {

    static final String SAY = "transaction(text: String) { prepare(signer: &Account) { } }";
    static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    final AccountPrivateKey key = key(1);
    final FlowAddress account = Genesis.operatorAddress(0);
    final FlowAddress poor = Genesis.operatorAddress(1);
    final LocalChain chain;

    TestChain(ChainOptions options) {
        this(options, FeeParameters.none());
    }

    TestChain(ChainOptions options, FeeParameters fees) {
        World world =
                new Genesis()
                        .chainId("flow-rehearsal")
                        .fees(fees)
                        .operator(AccountKey.standard(key.publicKey().hex()), UFix64.of(100))
                        .operator(AccountKey.standard(key(2).publicKey().hex()), UFix64.of("0.3"))
                        .operator(
                                AccountKey.standard(key(3).publicKey().hex()), UFix64.of("0.0009"))
                        .world();
        chain =
                new LocalChain(
                        world,
                        ProgramCatalogue.of(Contracts.emulator())
                                .with(new Program("say", SAY), new Say()),
                        options);
    }

    static TestChain manual() {
        return new TestChain(ChainOptions.manual(7, () -> NOW));
    }

    static AccountPrivateKey key(int number) {
        byte[] seed = new byte[AccountPrivateKey.SEED_LENGTH];
        Arrays.fill(seed, (byte) number);
        return AccountPrivateKey.ofSeed(SignatureAlgorithm.ECDSA_P256, seed);
    }

    /** The number the next transaction of an account must have; 0 when there is none. */
    long sequenceNumber(FlowAddress of) {
        Account found = chain.world().account(of);
        AccountKey first = found == null ? null : found.key(0);
        return first == null ? 0 : first.sequenceNumber();
    }

    /** FLOW of an account. */
    long balance(FlowAddress of) {
        return Objects.requireNonNull(chain.world().account(of)).balance();
    }

    Request say(String text) {
        return new Request(this).argument(text);
    }

    /** What a test changes about a transaction before it is signed. */
    static final class Request {
        private final TestChain on;
        String script = SAY;
        List<byte[]> arguments = List.of();
        byte[] reference;
        long limit = 9_999;
        FlowAddress signer;
        AccountPrivateKey with;
        int keyIndex;
        long sequence;
        List<FlowAddress> authorizers;

        Request(TestChain on) {
            this.on = on;
            this.reference = on.chain.latestSealed().id().bytes();
            this.signer = on.account;
            this.with = on.key;
            this.sequence = on.sequenceNumber(on.account);
            this.authorizers = List.of(on.account);
        }

        Request argument(String text) {
            arguments = List.of(CadenceEncoder.encode(CadenceValues.string(text)));
            return this;
        }

        Request by(FlowAddress other, AccountPrivateKey secret) {
            signer = other;
            with = secret;
            authorizers = List.of(other);
            sequence = on.sequenceNumber(other);
            return this;
        }

        Transaction signed() {
            Transaction unsigned = build(List.of());
            byte[] signature =
                    with.sign(
                            HashAlgorithm.SHA3_256, new CanonicalForm(unsigned).envelopeMessage());
            return build(List.of(new Transaction.Signature(signer, keyIndex, signature)));
        }

        Transaction build(List<Transaction.Signature> envelope) {
            return new Transaction(
                    script.getBytes(StandardCharsets.UTF_8),
                    arguments,
                    reference,
                    limit,
                    new Transaction.ProposalKey(signer, keyIndex, sequence),
                    signer,
                    authorizers,
                    List.of(),
                    envelope);
        }
    }

    private static final class Say implements TransactionProgram {
        @Override
        public String name() {
            return "say";
        }

        @Override
        public void run(Draft draft, List<FlowAddress> authorizers, List<CadenceValue> arguments)
                throws Aborted {
            String text = ((CadenceValue.StringValue) arguments.getFirst()).value();
            if (text.equals("fail")) {
                throw Aborted.panic("told to");
            }
            draft.emit("FlowToken", "Said", CadenceValues.field("text", arguments.getFirst()));
            draft.emit("FlowToken", "Heard", CadenceValues.field("text", arguments.getFirst()));
        }
    }
}

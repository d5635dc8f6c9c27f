package io.epochdesk.registration;

import static io.epochdesk.cadence.CadenceValues.array;
import static io.epochdesk.cadence.CadenceValues.optional;
import static io.epochdesk.cadence.CadenceValues.string;
import static io.epochdesk.cadence.CadenceValues.ufix64;
import static io.epochdesk.cadence.CadenceValues.uint16;

import io.epochdesk.cadence.CadenceDecoder;
import io.epochdesk.cadence.CadenceEncoder;
import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.CadenceValues;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.cadence.Program;
import io.epochdesk.cadence.Shape;
import io.epochdesk.emulator.EmulatorOptions;
import io.epochdesk.emulator.EmulatorProcess;
import io.epochdesk.emulator.FixtureNode;
import io.epochdesk.fault.FaultException;
import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.SignatureAlgorithm;
import io.epochdesk.network.ChainEvent;
import io.epochdesk.network.KeySignature;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.NetworkProfiles;
import io.epochdesk.network.ProposalKey;
import io.epochdesk.network.TransactionBody;
import io.epochdesk.network.TransactionCodec;
import io.epochdesk.network.TransactionProgress;
import io.epochdesk.network.TransactionSender.Footing;
import io.epochdesk.network.access.CanonicalTransactions;
import io.epochdesk.staking.StakingReader;

import org.awaitility.Awaitility;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * A real emulator with fees, the console's flows on it, and a way past them: any transaction can be
 * sent, whatever the checks say.
 */
final class RealChain implements AutoCloseable {

    private static final Account SERVICE =
            new Account(FlowAddress.of("f8d6e0586b0a20c7"), key(EmulatorProcess.SERVICE_KEY));

    private final EmulatorProcess emulator =
            EmulatorProcess.start(EmulatorOptions.fresh().withFees());
    private final NetworkProfile profile =
            NetworkProfiles.through(NetworkProfiles.emulator(), emulator.address());
    private final Desk desk;
    private final TransactionCodec codec = new CanonicalTransactions();

    RealChain(Path folder) {
        desk = Desk.open(profile, folder);
    }

    /** An account and its key of index 0. */
    record Account(FlowAddress address, AccountPrivateKey key) {}

    Desk desk() {
        return desk;
    }

    NetworkProfile profile() {
        return profile;
    }

    /** A private key on P-256 from hex digits. */
    static AccountPrivateKey key(String hex) {
        return AccountPrivateKey.of(SignatureAlgorithm.ECDSA_P256, HexFormat.of().parseHex(hex));
    }

    /** A program of the tests. */
    static Program program(String name) {
        try (InputStream file = EmulatorProcess.class.getResourceAsStream(name + ".cdc")) {
            if (file == null) {
                throw new IllegalArgumentException("no program " + name);
            }
            return new Program(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new account with some FLOW beside its reservation. */
    Account account(String privateKey, String flow) {
        AccountPrivateKey key = key(privateKey);
        return new Account(
                created(service("create_operator", string(key.publicKey().hex()), ufix64(flow))),
                key);
    }

    /** A new account with a locked account. */
    Account locked(String privateKey, String unlocked, String locked) {
        AccountPrivateKey key = key(privateKey);
        List<FlowAddress> made =
                addresses(
                        service(
                                "locked_operator",
                                string(key.publicKey().hex()),
                                ufix64(unlocked),
                                ufix64(locked)));
        return new Account(made.getFirst(), key);
    }

    /** A new account with keys of these weights, all with the same private key. */
    Account weighted(String privateKey, List<String> weights, String flow) {
        AccountPrivateKey key = key(privateKey);
        return new Account(
                created(
                        service(
                                "weighted_account",
                                array(
                                        Collections.nCopies(
                                                weights.size(), string(key.publicKey().hex()))),
                                array(weights.stream().map(CadenceValues::ufix64).toList()),
                                ufix64(flow))),
                key);
    }

    /** Registers a node without a staking collection. */
    TransactionProgress bare(Account owner, FixtureNode node) {
        return succeeded(
                owner,
                program("bare_node"),
                string(node.id()),
                CadenceValues.uint8(node.role().number),
                string(node.networkingAddress()),
                string(node.networkingKey()),
                string(node.stakingKey()),
                string(node.proof()),
                ufix64(node.role().stake));
    }

    /** Lets these nodes take part. */
    void approve(List<String> nodeIds) {
        var _ =
                service(
                        "approve_nodes",
                        array(nodeIds.stream().map(CadenceValues::string).toList()),
                        array(Collections.nCopies(5, uint16(1000))));
    }

    void clusters(int number) {
        var _ =
                service(
                        "epoch_lengths",
                        CadenceValues.nil(),
                        CadenceValues.nil(),
                        CadenceValues.nil(),
                        optional(uint16(number)));
    }

    /** Forces a transition: END_AUCTION, COMMIT or END_EPOCH. */
    TransactionProgress beat(String transition) {
        return service("heartbeat", string(transition));
    }

    /** Runs a program of the tests as the service account. */
    TransactionProgress service(String name, CadenceValue... arguments) {
        return succeeded(SERVICE, program(name), arguments);
    }

    /** Sends a transaction, which must succeed. */
    TransactionProgress succeeded(Account signer, Program program, CadenceValue... arguments) {
        TransactionProgress sealed = sent(signer, program, List.of(arguments));
        if (!sealed.error().isEmpty()) {
            throw new IllegalStateException(program.name() + ": " + sealed.error());
        }
        return sealed;
    }

    /** Sends a transaction signed with key 0 and waits until it is sealed. */
    TransactionProgress sent(Account signer, Program program, List<CadenceValue> arguments) {
        return sealed(signed(signer, 0, program, arguments));
    }

    /** What the chain says to a transaction: the text of its error, or why it was not taken. */
    String said(Account signer, int key, Program program, List<CadenceValue> arguments) {
        try {
            return sealed(signed(signer, key, program, arguments)).error();
        } catch (FaultException e) {
            return e.fault().detail();
        }
    }

    private TransactionBody signed(
            Account signer, int key, Program program, List<CadenceValue> arguments) {
        Footing footing = desk.network().transactions().footing(SERVICE.address());
        long sequence = sequence(signer.address(), key);
        TransactionBody unsigned =
                TransactionBody.ofOne(
                        program.resolvedWith(profile.contracts()),
                        arguments.stream()
                                .map(
                                        value ->
                                                new String(
                                                        CadenceEncoder.encode(value),
                                                        StandardCharsets.UTF_8))
                                .toList(),
                        footing.reference().id(),
                        new ProposalKey(signer.address(), key, sequence));
        byte[] signature =
                signer.key().sign(HashAlgorithm.SHA3_256, codec.envelopeMessage(unsigned));
        return unsigned.with(
                new KeySignature(signer.address(), key, HexFormat.of().formatHex(signature)));
    }

    private long sequence(FlowAddress account, int key) {
        try {
            return desk.network()
                    .transactions()
                    .footing(account)
                    .account()
                    .key(key)
                    .map(one -> one.sequenceNumber())
                    .orElse(0L);
        } catch (FaultException e) {
            return 0;
        }
    }

    /** Hands a transaction in and waits until it is sealed. */
    TransactionProgress sealed(TransactionBody signed) {
        String id = desk.network().transactions().handIn(signed, desk.place().identity()).id();
        return Awaitility.await()
                .until(
                        () -> desk.network().transactions().progress(id, desk.place().identity()),
                        one -> one.state() == TransactionProgress.State.SEALED);
    }

    private static FlowAddress created(TransactionProgress progress) {
        return addresses(progress).getLast();
    }

    /** Accounts a transaction created, in order. */
    static List<FlowAddress> addresses(TransactionProgress progress) {
        CadenceDecoder decoder = new CadenceDecoder();
        return progress.events().stream()
                .filter(event -> event.type().equals("flow.AccountCreated"))
                .map(ChainEvent::payload)
                .map(decoder::decode)
                .map(event -> Shape.of(event).field("address").asAddress())
                .toList();
    }

    /** The machine account on record for a node of an account's collection. */
    FlowAddress machineAccount(Account owner, FixtureNode node) {
        return new StakingReader(desk.network().scripts())
                .collections(List.of(owner.address())).value().values().stream()
                        .map(collection -> collection.machineAccounts().get(node.id()))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow();
    }

    @Override
    public void close() {
        desk.close();
        emulator.close();
    }
}

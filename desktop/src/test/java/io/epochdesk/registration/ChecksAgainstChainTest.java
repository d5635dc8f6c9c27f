package io.epochdesk.registration;

import static io.epochdesk.cadence.CadenceValues.address;
import static io.epochdesk.cadence.CadenceValues.array;
import static io.epochdesk.cadence.CadenceValues.integer;
import static io.epochdesk.cadence.CadenceValues.string;
import static io.epochdesk.cadence.CadenceValues.ufix64;
import static io.epochdesk.cadence.CadenceValues.uint8;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.cadence.AddressSpace;
import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.CadenceValues;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.emulator.FixtureNode;
import io.epochdesk.emulator.RequiresEmulator;
import io.epochdesk.network.ChainEvent;
import io.epochdesk.network.TransactionProgress;
import io.epochdesk.parallel.BesideOthers;
import io.epochdesk.registration.RealChain.Account;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * No check is decoration: where one stops a flow, a real chain refuses the transaction when it is
 * sent all the same, past the flow. What was found is the table in {@code docs/registration.md}.
 */
@RequiresEmulator
@Timeout(400)
@BesideOthers
class ChecksAgainstChainTest {

    private static final String ONE = "1b".repeat(32);
    private static final String TWO = "2c".repeat(32);
    private static final String MAINNET = "8624b52f9ddcd04a";

    private final CheckTable table = new CheckTable();
    private @Nullable DryRunJudge judge;
    private final List<FixtureNode> collectors = FixtureNode.of(FixtureNode.Role.COLLECTION);
    private final List<FixtureNode> members = FixtureNode.of(FixtureNode.Role.CONSENSUS);
    private final FixtureNode first = collectors.get(0);
    private final FixtureNode second = collectors.get(1);

    @Test
    void whatAFlowStopsTheChainRefuses(@TempDir Path folder) {
        try (RealChain chain = new RealChain(folder)) {
            Account owner = chain.account(ONE, "3000000.0");
            accounts(chain, owner);
            collection(chain, owner);
            forms(chain, owner);
            register(chain, owner, first);
            register(chain, owner, members.get(0));
            unused(chain, owner);
            stakes(chain, owner);
            machines(chain, owner);
            bareNodes(chain);
            funds(chain, owner);
            keys(chain, owner);
            others(chain, owner);
            epoch(chain, owner);
            assertThat(judge(chain).foretold())
                    .as("shown by dry runs as the chain says it; a set-up is never refused")
                    .containsExactlyInAnyOrder(
                            Template.REGISTER_NODE,
                            Template.CREATE_MACHINE_ACCOUNT,
                            Template.CLAIM_VOTER,
                            Template.CLAIM_PARTICIPANT,
                            Template.TRANSFER,
                            Template.REFILL,
                            Template.WITHDRAW,
                            Template.UPDATE_ADDRESS);
        }
        table.compare();
        Set<Check> without = EnumSet.complementOf(EnumSet.copyOf(table.seen()));
        assertThat(without)
                .as("the network, other nodes and earlier attempts are no chain's affair")
                .containsExactlyInAnyOrder(
                        Check.NETWORK, Check.SECOND_NODE, Check.EARLIER_ATTEMPT, Check.NODE_IDLE);
    }

    private DryRunJudge judge(RealChain chain) {
        DryRunJudge known = judge;
        if (known == null) {
            known = new DryRunJudge(chain);
            judge = known;
        }
        return known;
    }

    /** What rows of other flows stand for in the table, shown by dry runs of these. */
    private void others(RealChain chain, Account owner) {
        var _ =
                judge(chain)
                        .said(
                                owner,
                                Template.UPDATE_ADDRESS,
                                List.of(string(first.id()), string("10.0.0.1:3569")));
        var _ =
                judge(chain)
                        .said(
                                owner,
                                Template.REFILL,
                                List.of(array(address(nobody())), array(ufix64("2.0"))));
    }

    private static Flow flow(RealChain chain, FlowKind kind, FlowAddress account) {
        return Operator.begin(chain.desk(), kind, account);
    }

    private static Flow flow(
            RealChain chain, FlowKind kind, Account account, Map<Field, String> values) {
        Flow flow = flow(chain, kind, account.address());
        flow.enter(values, "");
        return flow;
    }

    /** An address of emulators that no account has. */
    private static FlowAddress nobody() {
        long value = 1L << 60;
        while (!AddressSpace.TRANSIENT.has(new FlowAddress(value))) {
            value++;
        }
        return new FlowAddress(value);
    }

    private static List<CadenceValue> transfer(String amount, FlowAddress to) {
        return List.of(ufix64(amount), address(to));
    }

    private Supplier<String> sending(
            RealChain chain, Account by, Template template, CadenceValue... arguments) {
        return () -> judge(chain).said(by, template, List.of(arguments));
    }

    private void accounts(RealChain chain, Account owner) {
        Account elsewhere = new Account(FlowAddress.of(MAINNET), owner.key());
        table.stops(
                Check.ADDRESS_OF_NETWORK,
                "an address of another network signs",
                funding(chain, elsewhere, "1.0", owner.address()),
                sending(
                        chain,
                        elsewhere,
                        Template.TRANSFER,
                        ufix64("1.0"),
                        address(owner.address())));
        Account nobody = new Account(nobody(), owner.key());
        table.stops(
                Check.ACCOUNT_THERE,
                "an account that was never made signs",
                funding(chain, nobody, "1.0", owner.address()),
                sending(chain, nobody, Template.TRANSFER, ufix64("1.0"), address(owner.address())));
        Account half = chain.weighted(ONE, List.of("500.0", "500.0"), "10.0");
        table.stops(
                Check.WEIGHT,
                "one of two keys of half the weight signs",
                funding(chain, half, "1.0", owner.address()),
                sending(chain, half, Template.TRANSFER, ufix64("1.0"), address(owner.address())));
        Flow otherKey = funding(chain, owner, "1.0", half.address());
        otherKey.keysAtHand(Map.of(0, RealChain.key(TWO).publicKey()));
        table.stops(
                Check.SIGNING_KEYS,
                "the key at hand is another than the account’s",
                otherKey,
                () ->
                        chain.said(
                                new Account(owner.address(), RealChain.key(TWO)),
                                0,
                                Template.TRANSFER.program(),
                                transfer("1.0", half.address())));
        Account poor = chain.account(TWO, "0.0");
        table.stops(
                Check.FEE_COVERED,
                "the account has its storage reservation and nothing else",
                funding(chain, poor, "0.00000001", owner.address()),
                sending(
                        chain,
                        poor,
                        Template.TRANSFER,
                        ufix64("0.00000001"),
                        address(owner.address())));
    }

    private static Flow funding(RealChain chain, Account from, String amount, FlowAddress to) {
        return flow(
                chain,
                FlowKind.FUND,
                from,
                Map.of(Field.RECIPIENT, to.toString(), Field.AMOUNT, amount));
    }

    private void collection(RealChain chain, Account owner) {
        table.stops(
                Check.COLLECTION_PRESENT,
                "a node is registered without a staking collection",
                registering(chain, owner, first),
                () -> registeredAnyway(chain, owner, first, Map.of()));
        TransactionProgress _ = chain.succeeded(owner, Template.SET_UP_COLLECTION.program());
        table.stops(
                Check.COLLECTION_ABSENT,
                "a staking collection is set up again",
                flow(chain, FlowKind.SET_UP_COLLECTION, owner.address()),
                () -> changesOf(chain.succeeded(owner, Template.SET_UP_COLLECTION.program())));
    }

    /** What a transaction that was carried out changed, but for fees. */
    private static String changesOf(TransactionProgress progress) {
        List<String> events =
                progress.events().stream()
                        .map(ChainEvent::type)
                        .filter(type -> !type.contains("Flow") && !type.contains("FungibleToken"))
                        .toList();
        return events.isEmpty()
                ? "carries it out, and nothing changes but the fee"
                : events.toString();
    }

    private static Flow registering(RealChain chain, Account owner, FixtureNode node) {
        Flow flow = flow(chain, FlowKind.REGISTER_NODE, owner.address());
        flow.enter(
                Map.of(
                        Field.NODE_ID, node.id(),
                        Field.ROLE, node.role().name(),
                        Field.NETWORKING_ADDRESS, node.networkingAddress(),
                        Field.NETWORKING_KEY, node.networkingKey(),
                        Field.STAKING_KEY, node.stakingKey(),
                        Field.PROOF_OF_POSSESSION, node.proof(),
                        Field.STAKE, node.role().stake),
                "");
        Operator.enterKey(flow, RealChain.key(node.machinePrivateKey()));
        return flow;
    }

    private static Flow registering(
            RealChain chain, Account owner, FixtureNode node, Field field, String text) {
        Flow flow = registering(chain, owner, node);
        flow.enter(field, text);
        return flow;
    }

    /** A registration with some texts in place of the node's own, sent past the flow. */
    private String registeredAnyway(
            RealChain chain, Account owner, FixtureNode node, Map<Field, String> other) {
        List<CadenceValue> arguments = new ArrayList<>();
        arguments.add(string(other.getOrDefault(Field.NODE_ID, node.id())));
        arguments.add(uint8(node.role().number));
        arguments.add(
                string(other.getOrDefault(Field.NETWORKING_ADDRESS, node.networkingAddress())));
        arguments.add(string(other.getOrDefault(Field.NETWORKING_KEY, node.networkingKey())));
        arguments.add(string(other.getOrDefault(Field.STAKING_KEY, node.stakingKey())));
        arguments.add(string(other.getOrDefault(Field.PROOF_OF_POSSESSION, node.proof())));
        arguments.add(ufix64(other.getOrDefault(Field.STAKE, node.role().stake)));
        arguments.add(string(other.getOrDefault(Field.MACHINE_KEY, node.machineKey())));
        arguments.add(uint8(1));
        arguments.add(uint8(3));
        return judge(chain).said(owner, Template.REGISTER_NODE, arguments);
    }

    private void forms(RealChain chain, Account owner) {
        form(chain, owner, Check.NODE_ID_FORM, "a short node ID", Field.NODE_ID, "ab");
        form(
                chain,
                owner,
                Check.NETWORKING_ADDRESS_FORM,
                "an IP address",
                Field.NETWORKING_ADDRESS,
                "10.0.0.1:3569");
        form(
                chain,
                owner,
                Check.NETWORKING_ADDRESS_FORM,
                "a host without a port",
                Field.NETWORKING_ADDRESS,
                "node.example.com");
        form(
                chain,
                owner,
                Check.NETWORKING_KEY_FORM,
                "a networking key off its curve",
                Field.NETWORKING_KEY,
                "ab".repeat(64));
        form(
                chain,
                owner,
                Check.STAKING_KEY_FORM,
                "a staking key that is no point of G2",
                Field.STAKING_KEY,
                "ab".repeat(96));
        table.stops(
                Check.PROOF_OF_POSSESSION,
                "another key’s proof of possession",
                registering(chain, owner, first, Field.PROOF_OF_POSSESSION, second.proof()),
                () ->
                        registeredAnyway(
                                chain,
                                owner,
                                first,
                                Map.of(Field.PROOF_OF_POSSESSION, second.proof())));
        String off = "ab".repeat(64);
        table.stops(
                Check.MACHINE_KEY_FORM,
                "a machine account key off its curve",
                registering(chain, owner, first, Field.MACHINE_KEY, off),
                () -> registeredAnyway(chain, owner, first, Map.of(Field.MACHINE_KEY, off)));
        table.stops(
                Check.STAKE_MINIMUM,
                "a stake below the role’s minimum",
                registering(chain, owner, first, Field.STAKE, "249999.99999999"),
                () ->
                        registeredAnyway(
                                chain, owner, first, Map.of(Field.STAKE, "249999.99999999")));
    }

    private void form(
            RealChain chain,
            Account owner,
            Check check,
            String situation,
            Field field,
            String text) {
        table.stopsAtValues(
                check,
                situation,
                registering(chain, owner, first, field, text),
                field,
                () -> registeredAnyway(chain, owner, first, Map.of(field, text)));
    }

    private void register(RealChain chain, Account owner, FixtureNode node) {
        assertThat(registeredAnyway(chain, owner, node, Map.of())).isEmpty();
    }

    private void unused(RealChain chain, Account owner) {
        taken(
                chain,
                owner,
                Check.NODE_ID_UNUSED,
                "a registered node’s ID",
                Field.NODE_ID,
                first.id());
        taken(
                chain,
                owner,
                Check.NETWORKING_ADDRESS_UNUSED,
                "another node’s networking address",
                Field.NETWORKING_ADDRESS,
                first.networkingAddress());
        taken(
                chain,
                owner,
                Check.NETWORKING_KEY_UNUSED,
                "another node’s networking key",
                Field.NETWORKING_KEY,
                first.networkingKey());
        Flow staking = registering(chain, owner, second, Field.STAKING_KEY, first.stakingKey());
        staking.enter(Field.PROOF_OF_POSSESSION, first.proof());
        table.stops(
                Check.STAKING_KEY_UNUSED,
                "another node’s staking key",
                staking,
                () ->
                        registeredAnyway(
                                chain,
                                owner,
                                second,
                                Map.of(
                                        Field.STAKING_KEY,
                                        first.stakingKey(),
                                        Field.PROOF_OF_POSSESSION,
                                        first.proof())));
    }

    private void taken(
            RealChain chain,
            Account owner,
            Check check,
            String situation,
            Field field,
            String text) {
        table.stops(
                check,
                situation,
                registering(chain, owner, second, field, text),
                () -> registeredAnyway(chain, owner, second, Map.of(field, text)));
    }

    private void stakes(RealChain chain, Account owner) {
        table.stops(
                Check.STAKE_COVERED,
                "more stake than there is",
                registering(chain, owner, second, Field.STAKE, "9000000"),
                () -> registeredAnyway(chain, owner, second, Map.of(Field.STAKE, "9000000.0")));
        Account locked = chain.locked(TWO, "100010.0", "150000.0");
        TransactionProgress _ = chain.succeeded(locked, Template.SET_UP_COLLECTION.program());
        Flow all = registering(chain, locked, second);
        String total = Objects.requireNonNull(covered(all).facts().get("total"));
        // both reservations stay, and a fee was paid
        assertThat(total).isEqualTo("250009.99999");
        String tooMuch = "250009.99999001";
        table.stops(
                Check.STAKE_COVERED,
                "more stake than a locked account and its owner have, less both reservations",
                registering(chain, locked, second, Field.STAKE, tooMuch),
                () -> registeredAnyway(chain, locked, second, Map.of(Field.STAKE, tooMuch)));
        // more than either has alone
        assertThat(covered(all).verdict()).isEqualTo(Verdict.FIT);
        finish(all, locked);
        assertThat(all.step()).isEqualTo(Step.PROOF);
        all.close();
    }

    private static void finish(Flow flow, Account by) {
        try {
            new Operator().holding(by.address(), 0, by.key()).finish(flow);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Finding covered(Flow flow) {
        return flow.check().findings().stream()
                .filter(one -> one.check() == Check.STAKE_COVERED)
                .findFirst()
                .orElseThrow();
    }

    private void machines(RealChain chain, Account owner) {
        table.stops(
                Check.UNCLAIMED,
                "a second machine account for a node",
                creating(chain, owner, first.id()),
                () -> createdAnyway(chain, owner, first.id()));
        table.stops(
                Check.NODE_IN_COLLECTION,
                "a machine account for a node elsewhere",
                creating(chain, owner, "f".repeat(64)),
                () -> createdAnyway(chain, owner, "f".repeat(64)));
        FixtureNode execution = FixtureNode.of(FixtureNode.Role.EXECUTION).getFirst();
        register(chain, owner, execution);
        table.stops(
                Check.ROLE_WITH_MACHINE_ACCOUNT,
                "a machine account for an execution node",
                creating(chain, owner, execution.id()),
                () -> createdAnyway(chain, owner, execution.id()));
        table.stops(
                Check.MACHINE_ACCOUNT_PRESENT,
                "a withdrawal for a node without machine account",
                withdrawing(chain, owner, execution.id(), "1.0"),
                sending(chain, owner, Template.WITHDRAW, string(execution.id()), ufix64("1.0")));
    }

    private static Flow creating(RealChain chain, Account owner, String node) {
        Flow flow = flow(chain, FlowKind.CREATE_MACHINE_ACCOUNT, owner.address());
        flow.enter(Field.NODE_ID, node);
        Operator.enterKey(flow, RealChain.key(TWO));
        return flow;
    }

    private String createdAnyway(RealChain chain, Account owner, String node) {
        return judge(chain)
                .said(
                        owner,
                        Template.CREATE_MACHINE_ACCOUNT,
                        List.of(
                                string(node),
                                string(RealChain.key(TWO).publicKey().hex()),
                                uint8(1),
                                uint8(3)));
    }

    private static Flow withdrawing(RealChain chain, Account owner, String node, String amount) {
        return flow(
                chain, FlowKind.WITHDRAW, owner, Map.of(Field.NODE_ID, node, Field.AMOUNT, amount));
    }

    private void bareNodes(RealChain chain) {
        Account bare = chain.account(TWO, "600000.0");
        table.stops(
                Check.NODE_STAKER,
                "a Voter for an account that stores no node",
                flow(chain, FlowKind.CLAIM_VOTER, bare.address()),
                sending(chain, bare, Template.CLAIM_VOTER));
        TransactionProgress _ = chain.bare(bare, collectors.get(2));
        table.stops(
                Check.NODE_STAKER,
                "a Participant for a collection node",
                flow(chain, FlowKind.CLAIM_PARTICIPANT, bare.address()),
                sending(chain, bare, Template.CLAIM_PARTICIPANT));
        TransactionProgress _ = chain.succeeded(bare, Template.CLAIM_VOTER.program());
        table.stops(
                Check.UNCLAIMED,
                "a second Voter for a node",
                flow(chain, FlowKind.CLAIM_VOTER, bare.address()),
                sending(chain, bare, Template.CLAIM_VOTER));
        // another node comes into the place of the first one
        TransactionProgress _ = chain.succeeded(bare, Template.SET_UP_COLLECTION.program());
        TransactionProgress _ = chain.bare(bare, collectors.get(3));
        table.stops(
                Check.STORAGE_FREE,
                "a second node’s Voter for an account that stores one",
                flow(chain, FlowKind.CLAIM_VOTER, bare.address()),
                sending(chain, bare, Template.CLAIM_VOTER));
    }

    private void funds(RealChain chain, Account owner) {
        FlowAddress nobody = nobody();
        table.stops(
                Check.RECIPIENT_THERE,
                "FLOW for an account that was never made",
                funding(chain, owner, "1.0", nobody),
                sending(chain, owner, Template.TRANSFER, ufix64("1.0"), address(nobody)));
        table.stops(
                Check.AMOUNT_COVERED,
                "more FLOW than there is",
                funding(chain, owner, "90000000", machine(chain, owner)),
                sending(
                        chain,
                        owner,
                        Template.TRANSFER,
                        ufix64("90000000.0"),
                        address(machine(chain, owner))));
        TransactionProgress _ =
                chain.succeeded(
                        owner,
                        Template.TRANSFER.program(),
                        ufix64("1.0"),
                        address(machine(chain, owner)));
        Account machine =
                new Account(machine(chain, owner), RealChain.key(first.machinePrivateKey()));
        table.asks(
                Check.ENOUGH_STAYS,
                "all that can be withdrawn from a machine account",
                withdrawing(chain, owner, first.id(), "1.0"),
                () -> {
                    TransactionProgress _ =
                            chain.succeeded(
                                    owner,
                                    Template.WITHDRAW.program(),
                                    string(first.id()),
                                    ufix64("1.0"));
                    // the node's next transaction
                    return "then, of the node’s next transaction: "
                            + Refusal.of(
                                            chain.said(
                                                    machine,
                                                    0,
                                                    Template.TRANSFER.program(),
                                                    transfer("0.0", machine.address())))
                                    .line();
                });
        TransactionProgress _ =
                chain.succeeded(
                        owner,
                        Template.REFILL.program(),
                        array(address(machine.address())),
                        array(ufix64("2.0")));
    }

    private FlowAddress machine(RealChain chain, Account owner) {
        return chain.machineAccount(owner, first);
    }

    private void keys(RealChain chain, Account owner) {
        Account machine =
                new Account(machine(chain, owner), RealChain.key(first.machinePrivateKey()));
        Flow same =
                flow(
                        chain,
                        FlowKind.ROTATE_KEY,
                        machine,
                        Map.of(Field.NODE_ID, first.id(), Field.OLD_KEY_INDEX, "0"));
        Operator.enterKey(same, machine.key());
        table.asks(
                Check.KEY_NEW,
                "the same key is added again",
                same,
                () -> "takes it: the account then has the key twice");
        Account spare = chain.account(TWO, "10.0");
        Flow rotation =
                flow(
                        chain,
                        FlowKind.ROTATE_KEY,
                        spare,
                        Map.of(Field.NODE_ID, first.id(), Field.OLD_KEY_INDEX, "0"));
        Operator.enterKey(rotation, RealChain.key(ONE));
        added(spare, rotation);
        FlowRecord waiting = rotation.record();
        Flow unused = chain.desk().flows().resume(waiting);
        unused.go(Step.REVIEW_REVOKING);
        table.asks(
                Check.NEW_KEY_USED,
                "the old key is revoked before the node has used the new one",
                unused,
                () -> "takes it: a node that still signs with the old key can do nothing");
        // somebody revokes the new key meanwhile
        TransactionProgress _ = chain.succeeded(spare, Template.REVOKE_KEY.program(), integer(1));
        Flow last = chain.desk().flows().resume(waiting);
        last.go(Step.REVIEW_REVOKING);
        table.stops(
                Check.ANOTHER_KEY_STAYS,
                "the last key that signs alone is revoked",
                last,
                () -> {
                    TransactionProgress _ =
                            chain.succeeded(spare, Template.REVOKE_KEY.program(), integer(0));
                    return "takes it, and then: "
                            + Refusal.of(
                                            chain.said(
                                                    spare,
                                                    0,
                                                    Template.TRANSFER.program(),
                                                    transfer("0.0", spare.address())))
                                    .line();
                });
    }

    private static void added(Account spare, Flow rotation) {
        finish(rotation, spare);
        var _ = rotation.writeInfo((account, index, key) -> Path.of("info"));
    }

    private void epoch(RealChain chain, Account owner) {
        Account voter =
                new Account(machine(chain, owner), RealChain.key(first.machinePrivateKey()));
        String message = FixtureNode.voteMessages().getFirst();
        String vote = Objects.requireNonNull(first.voteSignatures().get(message));
        table.stops(
                Check.SETUP_OPEN,
                "a vote outside setup",
                voting(chain, voter, message, vote),
                sending(chain, voter, Template.SUBMIT_VOTE, string(vote), string(message)));
        table.stops(
                Check.EPOCH_RESOURCE,
                "a vote from an account without Voter",
                voting(chain, owner, message, vote),
                sending(chain, owner, Template.SUBMIT_VOTE, string(vote), string(message)));
        Account outside = chain.account(ONE, "300000.0");
        TransactionProgress _ = chain.bare(outside, collectors.get(6));
        TransactionProgress _ = chain.succeeded(outside, Template.CLAIM_VOTER.program());
        FixtureNode unapproved = collectors.get(4);
        Flow asking = registering(chain, owner, unapproved);
        table.asks(
                Check.APPROVED,
                "a node that governance has not approved",
                asking,
                () -> {
                    register(chain, owner, unapproved);
                    return setUp(chain);
                });
        table.stops(
                Check.AUCTION_OPEN,
                "a registration after the auction",
                registering(chain, owner, collectors.get(5)),
                () -> registeredAnyway(chain, owner, collectors.get(5), Map.of()));
        String outsiders = Objects.requireNonNull(collectors.get(6).voteSignatures().get(message));
        Flow member = voting(chain, outside, message, outsiders);
        member.enter(Field.NODE_ID, collectors.get(6).id());
        table.stops(
                Check.MEMBER,
                "a vote of a node that is in no cluster",
                member,
                sending(chain, outside, Template.SUBMIT_VOTE, string(outsiders), string(message)));
        String otherVote = Objects.requireNonNull(second.voteSignatures().get(message));
        table.stops(
                Check.VOTE_SIGNATURE,
                "another node’s vote",
                voting(chain, voter, message, otherVote),
                sending(chain, voter, Template.SUBMIT_VOTE, string(otherVote), string(message)));
        TransactionProgress _ =
                chain.succeeded(
                        voter, Template.SUBMIT_VOTE.program(), string(vote), string(message));
        table.stops(
                Check.NOT_DONE_YET,
                "a second vote",
                voting(chain, voter, message, vote),
                sending(chain, voter, Template.SUBMIT_VOTE, string(vote), string(message)));
        submission(chain, owner);
    }

    private static Flow voting(RealChain chain, Account by, String message, String vote) {
        return flow(
                chain,
                FlowKind.SUBMIT_VOTE,
                by,
                Map.of(
                        Field.NODE_ID,
                        FixtureNode.of(FixtureNode.Role.COLLECTION).getFirst().id(),
                        Field.VOTE_MESSAGE,
                        message,
                        Field.VOTE_SIGNATURE,
                        vote));
    }

    /** Ends the auction; tells what became of the node that was not approved. */
    private String setUp(RealChain chain) {
        chain.clusters(1);
        chain.approve(List.of(first.id(), members.get(0).id()));
        boolean removed =
                chain.beat("END_AUCTION").events().stream()
                        .anyMatch(event -> event.type().endsWith(".NodeRemovedAndRefunded"));
        return removed ? "takes it, and at the end of the auction: NodeRemovedAndRefunded" : "";
    }

    private void submission(RealChain chain, Account owner) {
        FixtureNode member = members.get(0);
        FlowAddress at = chain.machineAccount(owner, member);
        TransactionProgress _ =
                chain.succeeded(owner, Template.TRANSFER.program(), ufix64("2.0"), address(at));
        Account machine = new Account(at, RealChain.key(member.machinePrivateKey()));
        table.stops(
                Check.SUBMISSION_FORM,
                "two keys for one member",
                flow(
                        chain,
                        FlowKind.SUBMIT_RESULT,
                        machine,
                        Map.of(
                                Field.NODE_ID,
                                member.id(),
                                Field.GROUP_KEY,
                                member.stakingKey(),
                                Field.PUBLIC_KEYS,
                                member.stakingKey() + "\n" + first.stakingKey(),
                                Field.ID_MAPPING,
                                member.id() + " 0")),
                sending(
                        chain,
                        machine,
                        Template.SUBMIT_RESULT,
                        string(member.stakingKey()),
                        array(string(member.stakingKey()), string(first.stakingKey())),
                        CadenceValues.dictionary(Map.of(string(member.id()), integer(0)))));
    }
}

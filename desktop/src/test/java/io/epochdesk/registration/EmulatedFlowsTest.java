package io.epochdesk.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.emulator.FixtureNode;
import io.epochdesk.emulator.RequiresEmulator;
import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.network.TransactionProgress;
import io.epochdesk.parallel.BesideOthers;
import io.epochdesk.registration.FlowRecord.Result;
import io.epochdesk.registration.RealChain.Account;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** All flows against the real contracts, up to a committed epoch. */
@RequiresEmulator
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideOthers
class EmulatedFlowsTest {

    private static final String ONE = "1b".repeat(32);
    private static final String TWO = "2c".repeat(32);
    private static final String THREE = "3d".repeat(32);

    private final Operator hands = new Operator();
    private final Map<FixtureNode, Account> machines = new LinkedHashMap<>();
    private final List<FixtureNode> collectors = FixtureNode.of(FixtureNode.Role.COLLECTION);
    private final List<FixtureNode> members = FixtureNode.of(FixtureNode.Role.CONSENSUS);
    private RealChain chain;

    @SuppressWarnings("NullAway.Init")
    EmulatedFlowsTest() {}

    @BeforeAll
    void start(@TempDir Path folder) {
        chain = new RealChain(folder);
    }

    @AfterAll
    void stop() {
        chain.close();
    }

    @Test
    void everyFlowRunsToItsEndAndTheEpochIsCommitted() throws InterruptedException {
        Account owner = holding(chain.account(ONE, "3000000.0"));
        done(begun(FlowKind.SET_UP_COLLECTION, owner));
        FixtureNode voter = collectors.get(0);
        FixtureNode member = members.get(0);
        register(owner, voter);
        register(owner, member);
        existingNode(collectors.get(1));
        discouraged(FlowKind.CLAIM_VOTER, collectors.get(2), TWO);
        discouraged(FlowKind.CLAIM_PARTICIPANT, members.get(1), THREE);
        funds(owner, voter, member);
        address(owner, voter);
        rotate(voter);

        chain.clusters(1);
        chain.approve(machines.keySet().stream().map(FixtureNode::id).toList());
        var _ = chain.beat("END_AUCTION");
        for (FixtureNode node : machines.keySet()) {
            if (node.role() == FixtureNode.Role.COLLECTION) {
                vote(node);
            } else {
                post(node);
            }
        }
        List<FixtureNode> committee =
                machines.keySet().stream()
                        .filter(node -> node.role() == FixtureNode.Role.CONSENSUS)
                        .toList();
        for (FixtureNode node : committee) {
            submit(node, committee);
        }
        TransactionProgress committed = chain.beat("COMMIT");
        assertThat(committed.events())
                .extracting(event -> event.type().replaceFirst(".*\\.", ""))
                .contains("EpochCommit");
    }

    private Account holding(Account account) {
        hands.holding(account.address(), 0, account.key());
        return account;
    }

    private Flow begun(FlowKind kind, Account account) {
        return Operator.begin(chain.desk(), kind, account.address());
    }

    private Proof done(Flow flow) throws InterruptedException {
        hands.finish(flow);
        Proof proof = flow.prove();
        assertThat(proof.items())
                .as(flow.kind().name())
                .filteredOn(item -> !item.shown())
                .extracting(Proof.Item::what)
                .isSubsetOf(Proof.What.DOCTOR);
        flow.close();
        return proof;
    }

    private static void values(Flow flow, FixtureNode node) {
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
    }

    private void register(Account owner, FixtureNode node) throws InterruptedException {
        Flow flow = begun(FlowKind.REGISTER_NODE, owner);
        values(flow, node);
        hands.finish(flow);
        machine(flow, node);
        assertThat(flow.prove().items())
                .filteredOn(item -> !item.shown())
                .extracting(Proof.Item::what)
                .isSubsetOf(Proof.What.DOCTOR);
    }

    private void machine(Flow flow, FixtureNode node) {
        FlowAddress address =
                FlowAddress.of(
                        Objects.requireNonNull(
                                flow.record().results().get(Result.MACHINE_ACCOUNT)));
        machines.put(node, holding(new Account(address, RealChain.key(node.machinePrivateKey()))));
    }

    /** A node registered by itself is taken into a collection, then given its machine account. */
    private void existingNode(FixtureNode node) throws InterruptedException {
        Account owner = holding(chain.account(TWO, "300000.0"));
        var _ = chain.bare(owner, node);
        done(begun(FlowKind.SET_UP_COLLECTION, owner));
        Flow flow = begun(FlowKind.CREATE_MACHINE_ACCOUNT, owner);
        flow.enter(Field.NODE_ID, node.id());
        Operator.enterKey(flow, RealChain.key(node.machinePrivateKey()));
        hands.finish(flow);
        machine(flow, node);
        fund(owner, node, "1.0");
    }

    private void discouraged(FlowKind kind, FixtureNode node, String key)
            throws InterruptedException {
        Account owner = holding(chain.account(key, "600000.0"));
        var _ = chain.bare(owner, node);
        Flow flow = begun(kind, owner);
        done(flow);
        machines.put(node, owner);
    }

    private void fund(Account owner, FixtureNode node, String amount) throws InterruptedException {
        Flow flow = begun(FlowKind.FUND, owner);
        flow.enter(Field.RECIPIENT, machineOf(node).address().toString());
        flow.enter(Field.AMOUNT, amount);
        done(flow);
    }

    private Account machineOf(FixtureNode node) {
        return Objects.requireNonNull(machines.get(node));
    }

    private void funds(Account owner, FixtureNode voter, FixtureNode member)
            throws InterruptedException {
        Flow topUp = begun(FlowKind.TOP_UP, owner);
        topUp.enter(
                Field.REFILLS,
                machineOf(voter).address() + " 1.75\n" + machineOf(member).address() + " 6.0");
        done(topUp);
        Flow withdraw = begun(FlowKind.WITHDRAW, owner);
        withdraw.enter(Field.NODE_ID, voter.id());
        withdraw.enter(Field.AMOUNT, "1.0");
        Proof proof = done(withdraw);
        assertThat(proof.items())
                .flatExtracting(Proof.Item::evidence)
                .extracting(evidence -> evidence.value())
                .contains("0.75100000");
    }

    private void address(Account owner, FixtureNode voter) throws InterruptedException {
        Flow flow = begun(FlowKind.UPDATE_ADDRESS, owner);
        flow.enter(Field.NODE_ID, voter.id());
        flow.enter(Field.NETWORKING_ADDRESS, "moved.nodes.example.com:3569");
        done(flow);
    }

    private void rotate(FixtureNode voter) throws InterruptedException {
        Account machine = machineOf(voter);
        AccountPrivateKey fresh = RealChain.key(THREE);
        Flow flow = begun(FlowKind.ROTATE_KEY, machine);
        flow.enter(Field.NODE_ID, voter.id());
        flow.enter(Field.OLD_KEY_INDEX, "0");
        Operator.enterKey(flow, fresh);
        hands.finish(flow);
        assertThat(flow.step()).isEqualTo(Step.FILE);
        assertThat(flow.record().results()).containsEntry(Result.KEY_INDEX, "1");
        Path written =
                flow.writeInfo(
                        (account, index, key) -> {
                            assertThat(account).isEqualTo(machine.address());
                            assertThat(index).isEqualTo(1);
                            assertThat(key).isEqualTo(fresh.publicKey());
                            return Path.of("node-machine-account-info.priv.json");
                        });
        assertThat(flow.record().results()).containsEntry(Result.INFO_FILE, written.toString());

        // a day later the console is another process
        Flow resumed = chain.desk().flows().resume(flow.record());
        assertThat(resumed.step()).isEqualTo(Step.IN_USE);
        assertThat(resumed.lookForUse()).isZero();
        hands.holding(machine.address(), 1, fresh);
        use(machine, fresh);
        assertThat(resumed.lookForUse()).isEqualTo(1);
        assertThat(resumed.step()).isEqualTo(Step.REVIEW_REVOKING);
        var _ = Operator.pass(resumed);
        var _ = resumed.review();
        var _ = resumed.sign(hands);
        resumed.send();
        assertThat(resumed.track().kind()).isEqualTo(Ending.Kind.SUCCEEDED);
        assertThat(resumed.prove().isComplete()).isTrue();
        machines.put(voter, new Account(machine.address(), fresh));
    }

    /** The node signs something with its new key. */
    private void use(Account machine, AccountPrivateKey fresh) {
        assertThat(
                        chain.said(
                                new Account(machine.address(), fresh),
                                1,
                                Template.TRANSFER.program(),
                                List.of(
                                        io.epochdesk.cadence.CadenceValues.ufix64("0.0"),
                                        io.epochdesk.cadence.CadenceValues.address(
                                                machine.address()))))
                .isEmpty();
    }

    private Flow expert(FlowKind kind, FixtureNode node) {
        Account machine = machineOf(node);
        Flow flow = begun(kind, machine);
        if (machine.key().publicKey().equals(RealChain.key(THREE).publicKey())
                && node.equals(collectors.get(0))) {
            flow.enter(Field.SIGNING_KEYS, "1");
        }
        flow.enter(Field.NODE_ID, node.id());
        return flow;
    }

    private void vote(FixtureNode node) throws InterruptedException {
        String message = FixtureNode.voteMessages().getFirst();
        Flow flow = expert(FlowKind.SUBMIT_VOTE, node);
        flow.enter(Field.VOTE_MESSAGE, message);
        flow.enter(
                Field.VOTE_SIGNATURE, Objects.requireNonNull(node.voteSignatures().get(message)));
        done(flow);
    }

    private void post(FixtureNode node) throws InterruptedException {
        Flow flow = expert(FlowKind.POST_MESSAGE, node);
        flow.enter(Field.CONTENT, "{\"Data\":\"AQ==\"}");
        done(flow);
    }

    private void submit(FixtureNode node, List<FixtureNode> committee) throws InterruptedException {
        Flow flow = expert(FlowKind.SUBMIT_RESULT, node);
        flow.enter(Field.GROUP_KEY, committee.getFirst().stakingKey());
        flow.enter(
                Field.PUBLIC_KEYS,
                committee.stream().map(FixtureNode::stakingKey).collect(Collectors.joining("\n")));
        List<String> owners = new ArrayList<>();
        for (int i = 0; i < committee.size(); i++) {
            owners.add(committee.get(i).id() + " " + i);
        }
        flow.enter(Field.ID_MAPPING, String.join("\n", owners));
        done(flow);
    }
}

package io.epochdesk.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.NetworkProfiles;
import io.epochdesk.parallel.BesideOthers;
import io.epochdesk.registration.FlowRecord.Result;
import io.epochdesk.rehearsal.PracticeAccount;
import io.epochdesk.rehearsal.PracticeFolder;
import io.epochdesk.rehearsal.Rehearsal;
import io.epochdesk.rehearsal.RehearsalOptions;
import io.epochdesk.rehearsal.RehearsalPhase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Flows run to their end on the embedded network, up to a committed epoch. */
@Timeout(300)
@BesideOthers
class RehearsedFlowsTest {

    private static final Duration LONG = Duration.ofSeconds(150);

    @TempDir private Path folder = Path.of("");

    private final Operator hands = new Operator();

    @Test
    void nodesOfEveryKindAreRegisteredAndActInTheNextSetup()
            throws IOException, InterruptedException {
        try (Rehearsal rehearsal =
                        Rehearsal.start(RehearsalOptions.usual().playing("registration"));
                AccountPrivateKey key = rehearsal.operatorKey();
                Desk desk = Desk.open(rehearsal.profile(), folder)) {
            FlowAddress owner = rehearsal.operator();
            hands.holding(owner, 0, key);
            done(Operator.begin(desk, FlowKind.SET_UP_COLLECTION, owner));
            String voter = register(desk, owner, rehearsal.practiceFolders().get(0), "250000");
            String member = register(desk, owner, rehearsal.practiceFolders().get(1), "500000");
            Flow topUp = Operator.begin(desk, FlowKind.TOP_UP, owner);
            topUp.enter(Field.REFILLS, voter + " 0.75\n" + member + " 6");
            done(topUp);

            Map<PracticeAccount.Kind, PracticeAccount> accounts =
                    rehearsal.practiceAccounts().stream()
                            .collect(Collectors.toMap(PracticeAccount::kind, Function.identity()));
            accounts.values().forEach(one -> hands.holding(one.address(), 0, one.key().get()));
            PracticeAccount existing = of(accounts, PracticeAccount.Kind.WITHOUT_MACHINE_ACCOUNT);
            Flow machine =
                    Operator.begin(desk, FlowKind.CREATE_MACHINE_ACCOUNT, existing.address());
            Operator.fill(machine, existing.folder(), folder);
            String account = done(machine).get(Result.MACHINE_ACCOUNT);
            Flow fund = Operator.begin(desk, FlowKind.FUND, existing.address());
            fund.enter(Field.RECIPIENT, Objects.requireNonNull(account));
            fund.enter(Field.AMOUNT, "0.75");
            done(fund);
            PracticeAccount bareVoter = of(accounts, PracticeAccount.Kind.BARE_COLLECTION_NODE);
            done(Operator.begin(desk, FlowKind.CLAIM_VOTER, bareVoter.address()));
            PracticeAccount bareMember = of(accounts, PracticeAccount.Kind.BARE_CONSENSUS_NODE);
            done(Operator.begin(desk, FlowKind.CLAIM_PARTICIPANT, bareMember.address()));

            rehearsal.controls().jump(RehearsalPhase.DKG_PHASE_1);
            await().atMost(LONG)
                    .until(
                            () ->
                                    rehearsal.controls().state().current().phase()
                                            == RehearsalPhase.DKG_PHASE_1);
            Flow vote = expert(desk, FlowKind.SUBMIT_VOTE, bareVoter);
            String message = "0".repeat(16) + "ab".repeat(32);
            vote.enter(Field.VOTE_MESSAGE, message);
            vote.enter(Field.VOTE_SIGNATURE, bareVoter.folder().vote(message));
            // what is sealed lags behind
            await().atMost(LONG).until(() -> vote.check().unfit().isEmpty());
            assertThat(idleOnMainnet(desk, vote)).isEqualTo(Verdict.AT_RISK);
            done(vote);
            Flow again = expert(desk, FlowKind.SUBMIT_VOTE, bareVoter);
            again.enter(vote.values().texts(), "");
            assertThat(idleOnMainnet(desk, again))
                    .as("the node's key has been used since setup opened")
                    .isEqualTo(Verdict.UNFIT);
            again.close();
            done(expert(desk, FlowKind.SUBMIT_NOTHING, bareMember));
            rehearsal.controls().jump(RehearsalPhase.COMMITTED);
            await().atMost(LONG)
                    .until(
                            () ->
                                    rehearsal.controls().state().current().phase()
                                            == RehearsalPhase.COMMITTED);
        }
    }

    /** What would be found of the node itself if this were mainnet. */
    private static Verdict idleOnMainnet(Desk desk, Flow flow) {
        NetworkProfile real = desk.network().profile();
        desk.network()
                .pretend(
                        NetworkProfiles.mainnet().withNodes(real.nodes()), real.nodes().getFirst());
        try {
            return flow.check().findings().stream()
                    .filter(finding -> finding.check() == Check.NODE_IDLE)
                    .findFirst()
                    .orElseThrow()
                    .verdict();
        } finally {
            desk.network().beItself();
        }
    }

    private static PracticeAccount of(
            Map<PracticeAccount.Kind, PracticeAccount> accounts, PracticeAccount.Kind kind) {
        return Objects.requireNonNull(accounts.get(kind));
    }

    private static Flow expert(Desk desk, FlowKind kind, PracticeAccount account) {
        Flow flow = Operator.begin(desk, kind, account.address());
        flow.enter(Field.NODE_ID, account.folder().nodeId());
        return flow;
    }

    private String register(Desk desk, FlowAddress owner, PracticeFolder node, String stake)
            throws IOException, InterruptedException {
        Flow flow = Operator.begin(desk, FlowKind.REGISTER_NODE, owner);
        Operator.fill(flow, node, folder);
        flow.enter(Field.STAKE, stake);
        String machine = done(flow).get(Result.MACHINE_ACCOUNT);
        return Objects.requireNonNull(machine);
    }

    private Map<Result, String> done(Flow flow) throws InterruptedException {
        hands.finish(flow);
        assertThat(flow.prove().items())
                .as(flow.kind().name())
                .filteredOn(item -> !item.shown())
                .extracting(Proof.Item::what)
                .isSubsetOf(Proof.What.DOCTOR);
        Map<Result, String> results = flow.record().results();
        flow.close();
        return results;
    }
}

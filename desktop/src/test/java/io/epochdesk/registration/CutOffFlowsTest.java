package io.epochdesk.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.history.Activity;
import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.live.LatestValue;
import io.epochdesk.parallel.BesideOthers;
import io.epochdesk.registration.FlowRecord.Result;
import io.epochdesk.rehearsal.PracticeAccount;
import io.epochdesk.rehearsal.PracticeFolder;
import io.epochdesk.rehearsal.Rehearsal;
import io.epochdesk.rehearsal.RehearsalOptions;
import io.epochdesk.rehearsal.RehearsalPhase;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The console ends right after each thing it keeps of a flow, in every flow: it goes on from what
 * was kept, and what had to be sent is carried out once. A DKG result is sent as its absence is,
 * and a node submits once; {@link EmulatedFlowsTest} sends it.
 */
@Timeout(400)
@BesideOthers
class CutOffFlowsTest {

    private static final Duration LONG = Duration.ofSeconds(150);

    /** Slow enough to sign in, while nothing is waited for. */
    private static final int CALM = 60;

    /** While something is waited for, 600 blocks pass in half a second. */
    private static final int HURRIED = 1_000;

    @TempDir private Path folder = Path.of("");

    private final Rehearsal rehearsal;
    private final AccountPrivateKey key;
    private final Operator hands;
    private @Nullable Desk open;

    CutOffFlowsTest() throws IOException {
        rehearsal = Rehearsal.start(RehearsalOptions.usual().playing("registration").at(CALM));
        key = rehearsal.operatorKey();
        hands =
                new Operator(() -> rehearsal.controls().speed(CALM))
                        .holding(rehearsal.operator(), 0, key);
        rehearsal
                .practiceAccounts()
                .forEach(one -> hands.holding(one.address(), 0, one.key().get()));
    }

    @AfterEach
    void end() {
        if (open != null) {
            open.close();
        }
        key.close();
        rehearsal.close();
    }

    private Desk desk() {
        if (open == null) {
            open =
                    Desk.open(
                            rehearsal.profile(),
                            folder,
                            time -> {
                                rehearsal.controls().speed(HURRIED);
                                Desk.aMoment(time);
                            });
        }
        return open;
    }

    /** Fills a flow in. */
    @FunctionalInterface
    private interface Filling {
        void fill(Flow flow) throws IOException;
    }

    /** That the console ended right here. */
    private static final class PowerCut extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void aFlowGoesOnAfterEachStepAndIsCarriedOutOnce() throws IOException, InterruptedException {
        FlowAddress owner = rehearsal.operator();
        PracticeFolder node = rehearsal.practiceFolders().getFirst();
        var _ = done(FlowKind.SET_UP_COLLECTION, owner, _ -> {});
        Map<Result, String> registered =
                done(
                        FlowKind.REGISTER_NODE,
                        owner,
                        flow -> {
                            Operator.fill(flow, node, folder);
                            flow.enter(Field.STAKE, "250000");
                        });
        String machine = Objects.requireNonNull(registered.get(Result.MACHINE_ACCOUNT));
        var _ = done(FlowKind.FUND, owner, texts(Field.RECIPIENT, machine, Field.AMOUNT, "0.01"));
        var _ = done(FlowKind.TOP_UP, owner, texts(Field.REFILLS, machine + " 1.75"));
        var _ =
                done(
                        FlowKind.WITHDRAW,
                        owner,
                        texts(Field.NODE_ID, node.nodeId(), Field.AMOUNT, "1.0"));
        var _ =
                done(
                        FlowKind.UPDATE_ADDRESS,
                        owner,
                        texts(
                                Field.NODE_ID,
                                node.nodeId(),
                                Field.NETWORKING_ADDRESS,
                                "moved.nodes.example.com:3569"));
        PracticeAccount existing = account(PracticeAccount.Kind.WITHOUT_MACHINE_ACCOUNT);
        var _ =
                done(
                        FlowKind.CREATE_MACHINE_ACCOUNT,
                        existing.address(),
                        flow -> Operator.fill(flow, existing.folder(), folder));
        rotate(owner, node);
    }

    @Test
    void soDoesEveryFlowInTheSteadOfANode() throws IOException, InterruptedException {
        PracticeAccount voter = account(PracticeAccount.Kind.BARE_COLLECTION_NODE);
        var _ = done(FlowKind.CLAIM_VOTER, voter.address(), _ -> {});
        PracticeAccount member = account(PracticeAccount.Kind.BARE_CONSENSUS_NODE);
        var _ = done(FlowKind.CLAIM_PARTICIPANT, member.address(), _ -> {});
        rehearsal.controls().speed(CALM);
        rehearsal.controls().jump(RehearsalPhase.DKG_PHASE_1);
        await().atMost(LONG)
                .until(
                        () ->
                                rehearsal.controls().state().current().phase()
                                        == RehearsalPhase.DKG_PHASE_1);
        // what is sealed lags behind
        Flow waiting = Operator.begin(desk(), FlowKind.SUBMIT_NOTHING, member.address());
        waiting.enter(Field.NODE_ID, member.folder().nodeId());
        await().atMost(LONG).until(() -> waiting.check().unfit().isEmpty());
        waiting.close();
        String message = "0".repeat(16) + "ab".repeat(32);
        var _ =
                done(
                        FlowKind.SUBMIT_VOTE,
                        voter.address(),
                        texts(
                                Field.NODE_ID,
                                voter.folder().nodeId(),
                                Field.VOTE_MESSAGE,
                                message,
                                Field.VOTE_SIGNATURE,
                                voter.folder().vote(message)));
        var _ =
                done(
                        FlowKind.POST_MESSAGE,
                        member.address(),
                        texts(
                                Field.NODE_ID,
                                member.folder().nodeId(),
                                Field.CONTENT,
                                "{\"Data\":\"AQ==\"}"));
        var _ =
                done(
                        FlowKind.SUBMIT_NOTHING,
                        member.address(),
                        texts(Field.NODE_ID, member.folder().nodeId()));
    }

    private void rotate(FlowAddress owner, PracticeFolder node)
            throws IOException, InterruptedException {
        Map<Result, String> results =
                done(
                        FlowKind.ROTATE_KEY,
                        owner,
                        flow -> {
                            flow.enter(Field.NODE_ID, node.nodeId());
                            flow.enter(Field.OLD_KEY_INDEX, "0");
                            Operator.enterKey(flow, key);
                        });
        assertThat(results).containsKeys(Result.KEY_INDEX, Result.INFO_FILE);
    }

    private PracticeAccount account(PracticeAccount.Kind kind) {
        return rehearsal.practiceAccounts().stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static Filling texts(Object... fieldsAndTexts) {
        return flow -> {
            for (int i = 0; i < fieldsAndTexts.length; i += 2) {
                flow.enter(
                        (Field) fieldsAndTexts[i],
                        Objects.requireNonNull((String) fieldsAndTexts[i + 1]));
            }
        };
    }

    /** Carries a flow out, with an end of the console after everything new that it keeps. */
    private Map<Result, String> done(FlowKind kind, FlowAddress account, Filling filling)
            throws IOException, InterruptedException {
        long before = executed(account);
        int transactions = kind.templates().size();
        Flow first = Operator.begin(desk(), kind, account);
        filling.fill(first);
        Set<String> moments = new HashSet<>();
        AtomicReference<FlowRecord> kept = new AtomicReference<>(first.record());
        int lives = 1;
        while (true) {
            // what another process would find
            Flows flows = new Flows(desk().place());
            List<FlowRecord> begun = flows.unfinished().flows();
            assertThat(begun).as(kind + " after " + moments).containsExactly(kept.get());
            Flow flow = flows.resume(begun.getFirst());
            cutting(flow, moments, kept);
            rehearsal.controls().speed(CALM);
            try {
                live(flow);
                return proven(flow, before, lives);
            } catch (PowerCut _) {
                lives++;
                assertThat(executed(account) - before)
                        .as(kind + " after " + moments)
                        .isLessThanOrEqualTo(transactions);
            }
        }
    }

    private Map<Result, String> proven(Flow flow, long before, int lives) {
        FlowKind kind = flow.kind();
        int transactions = kind.templates().size();
        FlowAddress account = flow.values().address(Field.ACCOUNT);
        assertThat(flow.step()).as(kind.name()).isEqualTo(Step.PROOF);
        assertThat(executed(account) - before).as(kind.name()).isEqualTo(transactions);
        // checks, review, built, signed, about to be handed in, expired, handed in, proof
        assertThat(lives).as(kind.name()).isGreaterThanOrEqualTo(8 * transactions);
        List<String> names = kind.templates().stream().map(Template::name).toList();
        assertThat(desk().history().activities().newest(2 * transactions).values())
                .as("%s: one that never left and one that was carried out, each time", kind)
                .allMatch(one -> names.contains(one.what()))
                .extracting(Activity::outcome)
                .containsOnly(Activity.Outcome.SUCCEEDED, Activity.Outcome.EXPIRED)
                .filteredOn(outcome -> outcome == Activity.Outcome.SUCCEEDED)
                .hasSize(transactions);
        assertThat(flow.prove().items())
                .as(kind.name())
                .filteredOn(item -> !item.shown())
                .extracting(Proof.Item::what)
                .isSubsetOf(Proof.What.DOCTOR);
        Map<Result, String> results = flow.record().results();
        flow.close();
        return results;
    }

    /** From wherever it stands to its end. */
    private void live(Flow flow) throws InterruptedException {
        hands.finish(flow);
        while (flow.step() != Step.PROOF) {
            switch (flow.step()) {
                case FILE -> {
                    var _ = flow.writeInfo((_, _, _) -> Path.of("info.json"));
                }
                case IN_USE -> flow.go(Step.REVIEW_REVOKING);
                case TRACK_REVOKING -> {
                    var _ = flow.track();
                }
                default -> hands.send(flow);
            }
        }
    }

    /** Ends the console once at each moment it has not been in. */
    private static void cutting(Flow flow, Set<String> moments, AtomicReference<FlowRecord> kept) {
        LatestValue.Subscription _ =
                flow.state()
                        .subscribe(
                                state -> {
                                    FlowRecord record = state.record();
                                    boolean changed = !record.equals(kept.getAndSet(record));
                                    if (changed && moments.add(moment(record))) {
                                        throw new PowerCut();
                                    }
                                });
    }

    private static String moment(FlowRecord record) {
        String attempt =
                record.sendings().isEmpty()
                        ? "nothing built"
                        : record.sendings().getLast().stage()
                                + "/"
                                + record.sendings().getLast().encoded().length();
        return String.join(
                " ",
                record.step().name(),
                attempt,
                record.accepted().toString(),
                Arrays.toString(record.results().keySet().stream().sorted().toArray()));
    }

    /** So many transactions proposed by the account's first key were executed. */
    private long executed(FlowAddress account) {
        return desk().network()
                .transactions()
                .footing(account)
                .account()
                .key(0)
                .orElseThrow()
                .sequenceNumber();
    }
}

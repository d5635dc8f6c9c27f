package io.epochdesk.dkg;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.bls.BeaconKeys;
import io.epochdesk.bls.BlsPublicKey;
import io.epochdesk.bls.BlsSecretKey;
import io.epochdesk.bls.BoardContent;
import io.epochdesk.bls.BoardWarning;
import io.epochdesk.bls.Dealer;
import io.epochdesk.bls.DealerJudgement.Standing;
import io.epochdesk.bls.Disqualification;
import io.epochdesk.bls.DkgData;
import io.epochdesk.bls.DkgInstance;
import io.epochdesk.bls.DkgPhase;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Boards with real messages, judged message by message as they arrive. */
class BoardReviewerTest {

    private static final int NODES = 7;
    private static final PhaseEnds ENDS = new PhaseEnds(100, 200, 300);

    private final DkgInstance instance = new DkgInstance("dkg-flow-localnet-5", NODES);
    private final List<String> committee =
            IntStream.range(0, NODES).mapToObj(i -> "%02x".formatted(i).repeat(32)).toList();
    private final List<BlsSecretKey> secrets =
            IntStream.range(0, NODES).mapToObj(i -> BlsSecretKey.fromSeed(seed(i))).toList();
    private final List<Dealer> dealers =
            IntStream.range(0, NODES)
                    .mapToObj(i -> Dealer.fromSeed(seed(50 + i), instance))
                    .toList();
    private final Map<String, BlsPublicKey> keys = new HashMap<>();
    private final List<WhiteboardEntry> entries = new ArrayList<>();
    private final List<String> contents = new ArrayList<>();
    private final AtomicInteger reads = new AtomicInteger();
    private final BoardReviewer reviewer = new BoardReviewer();

    BoardReviewerTest() {
        for (int i = 0; i < NODES; i++) {
            keys.put(committee.get(i), secrets.get(i).publicKey());
        }
    }

    @Test
    void theForecastFollowsTheBoard() {
        for (int i = 0; i < NODES - 1; i++) {
            post(10 + i, i, dealers.get(i).vectorData());
        }
        DkgReview early = review(50);
        assertThat(early.judgement().phase()).isEqualTo(DkgPhase.VECTORS);
        assertThat(early.judgement().count(Standing.AWAITED)).isEqualTo(1);

        post(150, 2, DkgData.complaint(1));
        DkgReview accused = review(160);
        assertThat(accused.judgement().dealers().get(1).standing()).isEqualTo(Standing.ACCUSED);
        assertThat(accused.judgement().dealers().get(6).disqualification())
                .isEqualTo(new Disqualification(Disqualification.Reason.NO_VECTOR, -1, -1));

        post(250, 1, dealers.get(1).answerData(2));
        DkgReview late = review(400);
        assertThat(late.judgement().phase()).isEqualTo(DkgPhase.ENDED);
        assertThat(late.judgement().count(Standing.QUALIFIED)).isEqualTo(6);
        assertThat(late.judgement().isFailed()).isFalse();
        assertThat(late.signaturesChecked()).isTrue();
        assertThat(late.judgement().keys()).isEqualTo(early.judgement().keys());
        assertThat(reads.get()).as("each message is read once").isEqualTo(8);
    }

    @Test
    void aMessageCountsByTheHeightOfItsBlock() {
        for (int i = 0; i < NODES; i++) {
            post(i == 6 ? 100 : 99, i, dealers.get(i).vectorData());
        }
        DkgReview review = review(150);
        assertThat(review.judgement().dealers().get(6).standing()).isEqualTo(Standing.DISQUALIFIED);
        assertThat(review.judgement().count(Standing.QUALIFIED)).isEqualTo(6);
    }

    @Test
    void aMessageIsCountedAnewWhenItsPhaseTurnsOutToHaveEnded() {
        for (int i = 0; i < NODES; i++) {
            post(i == 6 ? 150 : 99, i, dealers.get(i).vectorData());
        }
        DkgReview early = review(160, PhaseEnds.NONE);
        assertThat(early.judgement().count(Standing.QUALIFIED)).isEqualTo(7);

        DkgReview late = review(160, new PhaseEnds(100, Long.MAX_VALUE, Long.MAX_VALUE));

        assertThat(late.judgement().dealers().get(6).disqualification())
                .isEqualTo(new Disqualification(Disqualification.Reason.NO_VECTOR, -1, -1));
        post(170, 0, DkgData.complaint(6));
        assertThat(review(180, new PhaseEnds(100, 200, 300)).judgement())
                .as("message by message or all at once")
                .isEqualTo(afresh(180).judgement());
        assertThat(reads.get()).as("each message is read once by each").isEqualTo(16);
    }

    private DkgReview afresh(long completeTo) {
        return new BoardReviewer()
                .review(board(completeTo), state(committee), ENDS, Map.copyOf(keys))
                .orElseThrow();
    }

    private DkgReview review(long completeTo, PhaseEnds ends) {
        return reviewer.review(board(completeTo), state(committee), ends, Map.copyOf(keys))
                .orElseThrow();
    }

    @Test
    void aStrangersMessageAndABadSignatureAreNamed() {
        for (int i = 0; i < NODES; i++) {
            post(10, i, dealers.get(i).vectorData());
        }
        BoardContent forged =
                BoardContent.signed(DkgData.complaint(1), instance.id(), secrets.get(4));
        post(20, committee.get(5), forged.json());
        post(20, "ff".repeat(32), forged.json());
        assertThat(review(30).judgement().warnings())
                .containsExactly(
                        new BoardWarning(7, 5, BoardWarning.Kind.BAD_SIGNATURE),
                        new BoardWarning(8, -1, BoardWarning.Kind.UNKNOWN_SENDER));
        keys.remove(committee.get(2));
        assertThat(review(30).signaturesChecked()).isFalse();
    }

    @Test
    void submissionsAreHeldAgainstTheBoard() {
        for (int i = 0; i < NODES; i++) {
            post(10, i, dealers.get(i).vectorData());
        }
        DkgReview review = review(400);
        BeaconKeys right = Objects.requireNonNull(review.judgement().keys());
        List<String> swapped = new ArrayList<>(right.nodeKeys());
        swapped.set(4, right.nodeKeys().get(5));
        SubmissionGroup agreeing = group(right.groupKey(), right.nodeKeys(), "a", "b");
        SubmissionGroup differing = group(right.groupKey(), swapped, "c");
        SubmissionGroup empty = new SubmissionGroup("", List.of(), "", List.of("d"), true);
        assertThat(List.of(agreeing, differing, empty))
                .extracting(review::agreementOf)
                .containsExactly(
                        DkgReview.Agreement.AGREES,
                        DkgReview.Agreement.DIFFERS,
                        DkgReview.Agreement.EMPTY);
        assertThat(review.difference(differing).orElseThrow().nodes()).containsExactly(4);
        assertThat(review.wrong(List.of(agreeing, differing, empty))).containsExactly("c");
    }

    @Test
    void anotherOrderOfTheCommitteeIsJudgedAnew() {
        for (int i = 0; i < NODES; i++) {
            post(10, i, dealers.get(i).vectorData());
        }
        DkgReview before = review(30);
        List<String> turned = new ArrayList<>(committee).reversed();
        DkgReview after = review(30, turned);
        assertThat(after.judgement().keys())
                .as("vectors add up in any order")
                .isEqualTo(before.judgement().keys());
        assertThat(after.judgement().dealers().getFirst().vectorAt()).isEqualTo(NODES - 1);
    }

    @Test
    void aBoardOfNoKnownRunIsNotJudged() {
        Whiteboard unknown =
                new Whiteboard(
                        -1, "", -1, -1, 10, List.of(), WhiteboardTally.empty(), position -> null);
        assertThat(reviewer.review(unknown, state(committee), ENDS, keys)).isEmpty();
    }

    private void post(long height, int sender, byte[] data) {
        String content = BoardContent.signed(data, instance.id(), secrets.get(sender)).json();
        post(height, committee.get(sender), content);
    }

    private void post(long height, String nodeId, String content) {
        contents.add(content);
        entries.add(
                new WhiteboardEntry(
                        entries.size(),
                        nodeId,
                        MessageKind.UNKNOWN,
                        -1,
                        -1,
                        -1,
                        instance.id(),
                        Set.of(),
                        content.length(),
                        new WhiteboardEntry.Origin(height, "")));
    }

    private DkgReview review(long completeTo) {
        return review(completeTo, committee);
    }

    private DkgReview review(long completeTo, List<String> members) {
        return reviewer.review(board(completeTo), state(members), ENDS, Map.copyOf(keys))
                .orElseThrow();
    }

    private Whiteboard board(long completeTo) {
        return new Whiteboard(
                5,
                instance.id(),
                1,
                1,
                completeTo,
                List.copyOf(entries),
                WhiteboardTally.empty(),
                position -> {
                    reads.incrementAndGet();
                    return contents.get(position);
                });
    }

    private DkgState state(List<String> members) {
        return new DkgState(
                true,
                members,
                DkgState.Order.CANONICAL,
                instance.threshold(),
                instance.threshold(),
                List.of(),
                false,
                DkgState.Standing.CURRENT);
    }

    private static SubmissionGroup group(
            String groupKey, List<String> nodeKeys, String... submitters) {
        return new SubmissionGroup(groupKey, nodeKeys, "", List.of(submitters), false);
    }

    private static byte[] seed(int number) {
        byte[] seed = new byte[32];
        seed[0] = (byte) number;
        return seed;
    }
}

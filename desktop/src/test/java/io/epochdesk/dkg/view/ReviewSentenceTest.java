package io.epochdesk.dkg.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.bls.BeaconKeys;
import io.epochdesk.bls.BoardWarning;
import io.epochdesk.bls.Complaint;
import io.epochdesk.bls.DealerJudgement;
import io.epochdesk.bls.DealerJudgement.Standing;
import io.epochdesk.bls.Disqualification;
import io.epochdesk.bls.Disqualification.Reason;
import io.epochdesk.bls.DkgInstance;
import io.epochdesk.bls.DkgPhase;
import io.epochdesk.bls.Judgement;
import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.board.SampleBoards;
import io.epochdesk.board.SampleBoards.Size;
import io.epochdesk.dkg.DkgReview;
import io.epochdesk.dkg.SubmissionGroup;
import io.epochdesk.text.Words;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What the page says of a review: happy, complained, disqualified, silent, lying. */
class ReviewSentenceTest {

    private static final int NODES = 7;
    private static final String KEY = "ab".repeat(96);

    private final ReviewSentence sentence = new ReviewSentence(new Words(Locale.ENGLISH));
    private final BoardSnapshot board = SampleBoards.of(Size.SMALL).almostDone();
    private final List<DealerJudgement> dealers = new ArrayList<>();
    private final List<BoardWarning> warnings = new ArrayList<>();

    ReviewSentenceTest() {
        for (int i = 0; i < NODES; i++) {
            dealers.add(dealer(i, Standing.QUALIFIED, null));
        }
    }

    @Test
    void aGoodBoardHasItsKey() {
        assertThat(said(KEY))
                .startsWith("Judged here by the protocol’s rules: 7 of 7 dealers are good.")
                .contains("group key");
    }

    @Test
    void whoIsOutIsNamedWithTheReason() {
        dealers.set(3, dealer(3, Standing.DISQUALIFIED, out(Reason.NO_VECTOR, -1)));
        dealers.set(5, dealer(5, Standing.DISQUALIFIED, out(Reason.ANSWER_WRONG, 2)));
        assertThat(said(KEY))
                .contains("5 of 7 dealers are good.")
                .contains("Dealer 3 is out: it posted no verification vector in time.")
                .contains("Dealer 5 is out: its answer to node 2 does not fit its vector.");
    }

    @Test
    void anOpenComplaintIsAWarning() {
        dealers.set(
                0,
                new DealerJudgement(
                        0, Standing.ACCUSED, 0, List.of(new Complaint(1, 9, -1)), null));
        assertThat(said(KEY)).contains("1 dealer is out unless it answers a complaint.");
    }

    @Test
    void tooManyOutIsTheEnd() {
        for (int i = 0; i < 4; i++) {
            dealers.set(i, dealer(i, Standing.DISQUALIFIED, out(Reason.NO_VECTOR, -1)));
        }
        assertThat(said(KEY))
                .contains("4 dealers are out.")
                .contains("No key can come of it: too many dealers are out.")
                .doesNotContain("group key");
    }

    @Test
    void submissionsWithOtherKeysAreCounted() {
        SubmissionGroup leading = board.dkg().value().orElseThrow().leading().orElseThrow();
        int all =
                board.dkg().value().orElseThrow().groups().stream()
                        .filter(group -> !group.empty())
                        .mapToInt(SubmissionGroup::count)
                        .sum();
        String agreeing = said(leading.groupKey(), leading.keys());
        assertThat(agreeing).contains(leading.count() + " submission");
        assertThat(said(KEY)).contains("No submission has the keys").contains(all + " submission");
    }

    @Test
    void ignoredMessagesAndMissingKeysAreToldToo() {
        warnings.add(new BoardWarning(4, -1, BoardWarning.Kind.UNKNOWN_SENDER));
        assertThat(said(KEY)).contains("1 message counts for nothing.");
        assertThat(sentence.of(DkgCondition.RUNNING, reviewed(new BeaconKeys(KEY, keys()), false)))
                .endsWith("not every signature was checked.");
    }

    @Test
    void withoutReviewItSaysSo() {
        assertThat(sentence.of(DkgCondition.RUNNING, board))
                .isEqualTo("The board has not been judged here yet.");
        assertThat(sentence.of(DkgCondition.LAST_EPOCH, board)).isEmpty();
    }

    private String said(String groupKey) {
        return said(groupKey, keys());
    }

    private String said(String groupKey, List<String> keys) {
        return sentence.of(DkgCondition.RUNNING, reviewed(new BeaconKeys(groupKey, keys), true));
    }

    private static List<String> keys() {
        return Collections.nCopies(NODES, KEY);
    }

    private BoardSnapshot reviewed(BeaconKeys keys, boolean signatures) {
        long counter = board.epoch().value().orElseThrow().upcomingCounter();
        Judgement judgement =
                new Judgement(
                        new DkgInstance("dkg-flow-localnet-1", NODES),
                        DkgPhase.ENDED,
                        dealers,
                        warnings,
                        keys);
        return new BoardSnapshot(
                board.connection(),
                board.epoch(),
                board.deadlines(),
                board.outlook(),
                board.voting(),
                board.dkg(),
                board.whiteboard(),
                board.matrix(),
                board.attention(),
                new DkgReview(counter, judgement, signatures),
                false);
    }

    private static DealerJudgement dealer(
            int index, Standing standing, @Nullable Disqualification why) {
        return new DealerJudgement(index, standing, index, List.of(), why);
    }

    private static Disqualification out(Reason reason, int complainer) {
        return new Disqualification(reason, 3, complainer);
    }
}

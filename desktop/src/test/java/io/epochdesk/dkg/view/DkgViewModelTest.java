package io.epochdesk.dkg.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.board.SampleBoards;
import io.epochdesk.board.SampleBoards.Size;
import io.epochdesk.dkg.DkgMatrix.Submission;
import io.epochdesk.dkg.DkgMatrix.Vector;
import io.epochdesk.dkg.MessageKind;
import io.epochdesk.dkg.WhiteboardEntry;
import io.epochdesk.dkg.WhiteboardEntry.Flag;
import io.epochdesk.epoch.DkgDeadlines;
import io.epochdesk.text.Words;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Queue;

final class DkgViewModelTest {

    private final SampleBoards boards = SampleBoards.of(Size.SMALL);
    private final DkgViewModel model =
            new DkgViewModel(new Words(Locale.ENGLISH), Runnable::run, Runnable::run);

    @Test
    void aCommittedDkgHasSucceeded() {
        show(boards.committed());

        assertThat(model.conditionProperty().get()).isEqualTo(DkgCondition.COMPLETE);
        assertThat(model.headlineProperty().get())
                .isEqualTo("The DKG for epoch 214 has succeeded.");
        assertThat(model.forecastProperty().get())
                .isEqualTo(new Forecast(7, 4, 5, 7, 7, 0, 0, 0, true, true));
        assertThat(model.ribbonProperty().get())
                .extracting(PhaseRibbon::now)
                .isEqualTo(PhaseRibbon.Now.COMMITTED);
    }

    @Test
    void theForecastCountsIdenticalDifferingAndEmptyResultsApart() {
        show(SampleBoards.of(Size.MAINNET).almostDone());

        assertThat(model.forecastProperty().get())
                .isEqualTo(new Forecast(110, 55, 78, 66, 64, 1, 1, 44, false, true));
        assertThat(model.forecastProperty().get().missing()).isEqualTo(14);
        assertThat(model.basisProperty().get())
                .startsWith(
                        "Needs 78 identical results; 66 of 110 are in, largest group 64: can still"
                                + " succeed.");
    }

    @Test
    void differingAndEmptySubmissionsAreMarkedInTheMatrix() {
        show(boards.almostDone());

        assertThat(model.matrixProperty().get())
                .extracting(row -> row.done().submission())
                .contains(
                        Submission.LEADING, Submission.DIFFERS, Submission.EMPTY, Submission.NONE);
    }

    @Test
    void theHeadlineCountsSilentNodesAndThoseInTrouble() {
        show(boards.setup());

        assertThat(model.headlineProperty().get())
                .startsWith("Phase 2 (complaints) ends in ")
                .contains("2 of 7 nodes have not posted their vectors.")
                .endsWith(" nodes need a look.");
    }

    @Test
    void aNodeThatIsSilentAfterPhaseOneIsOverdue() {
        show(boards.setup());

        NodeRow last = model.matrixProperty().get().getLast();
        assertThat(last.done().vector()).isEqualTo(Vector.MISSING);
        assertThat(last.done().vectorOverdue()).isTrue();
        assertThat(Trouble.with(last)).isTrue();
    }

    @Test
    void aVectorOfAnotherInstanceIsNoVector() {
        show(boards.setup());

        assertThat(model.matrixProperty().get().get(5).done().vector())
                .isEqualTo(Vector.WRONG_INSTANCE);
    }

    @Test
    void theMatrixCanBeOrderedByComplaintsAgainst() {
        show(boards.setup());

        model.matrixOrderProperty().set(new MatrixOrder(MatrixOrder.By.AGAINST, false));

        assertThat(model.matrixProperty().get().getFirst().done().complaintsAgainst())
                .containsExactly(1, 2);
    }

    @Test
    void duringTheAuctionTheLastDkgIsSaidToBeThat() {
        show(boards.auction());

        assertThat(model.conditionProperty().get()).isEqualTo(DkgCondition.LAST_EPOCH);
        assertThat(model.headlineProperty().get())
                .startsWith("No DKG is running. This is the one that prepared epoch 213.");
    }

    @Test
    void theRibbonSaysWhereItsDeadlinesComeFrom() {
        show(boards.setup());

        assertThat(model.ribbonProperty().get())
                .extracting(PhaseRibbon::origin, PhaseRibbon::now)
                .containsExactly(DkgDeadlines.Origin.EVENT, PhaseRibbon.Now.PHASE_2);
    }

    @Test
    void aBoardSeenFromItsBeginningIsWhollyProved() {
        show(boards.setup());

        assertThat(model.proofProperty().get()).startsWith("Every message is proved by its event");
    }

    @Test
    void aPartThatFailsDoesNotBlankTheFeed() {
        show(boards.partlyFailing());

        assertThat(model.conditionProperty().get()).isEqualTo(DkgCondition.UNREADABLE);
        assertThat(model.feed().rowsProperty().get()).isNotEmpty();
        assertThat(model.matrixProperty().get()).isEmpty();
    }

    @Test
    void theFeedHoldsEveryMessageInOrder() {
        BoardSnapshot setup = boards.setup();
        show(setup);

        assertThat(model.feed().rowsProperty().get())
                .isEqualTo(setup.whiteboard().value().orElseThrow().entries());
        assertThat(model.feed().totalProperty().get())
                .isEqualTo(model.feed().rowsProperty().get().size());
    }

    @Test
    void theFeedCanShowOneKindOnly() {
        show(boards.setup());

        model.feed().queryProperty().set(FeedQuery.ALL.withKind(MessageKind.COMPLAINT));

        assertThat(model.feed().rowsProperty().get())
                .extracting(WhiteboardEntry::kind)
                .containsOnly(MessageKind.COMPLAINT)
                .hasSize(SampleBoards.messages(boards.setup(), MessageKind.COMPLAINT));
    }

    @Test
    void theFeedCanShowOnlyWhatIsFlagged() {
        show(boards.setup());

        model.feed().queryProperty().set(FeedQuery.ALL.withOnlyFlagged(true));

        assertThat(model.feed().rowsProperty().get())
                .allSatisfy(entry -> assertThat(entry.flags()).isNotEmpty())
                .anySatisfy(entry -> assertThat(entry.flags()).contains(Flag.WRONG_INSTANCE));
    }

    @Test
    void theContentOfAMessageIsFetchedOnDemand() {
        BoardSnapshot setup = boards.setup();
        show(setup);

        model.openRaw(model.feed().rowsProperty().get().getFirst());

        assertThat(model.raw().stateProperty().get().content())
                .isEqualTo(setup.whiteboard().value().orElseThrow().contents().contentOf(0))
                .startsWith("{\"Data\":");
    }

    @Test
    void aLateContentDoesNotReplaceTheMessageOpenedAfterIt() {
        Queue<Runnable> background = new ArrayDeque<>();
        DkgViewModel slow =
                new DkgViewModel(new Words(Locale.ENGLISH), background::add, Runnable::run);
        slow.show(boards.setup(), SampleBoards.NOW);
        while (!background.isEmpty()) {
            background.remove().run();
        }
        slow.openRaw(slow.feed().rowsProperty().get().get(0));
        slow.openRaw(slow.feed().rowsProperty().get().get(1));

        Runnable first = background.remove();
        background.remove().run();
        first.run();

        RawContent.State state = slow.raw().stateProperty().get();
        assertThat(state.entry()).isEqualTo(slow.feed().rowsProperty().get().get(1));
        assertThat(state.phase()).isEqualTo(RawContent.Phase.LOADED);
    }

    @Test
    void beforeAnythingIsKnownItSaysThatItAsks() {
        show(BoardSnapshot.empty());

        assertThat(model.conditionProperty().get()).isEqualTo(DkgCondition.WAITING);
        assertThat(model.ribbonProperty().get()).isNull();
        assertThat(model.proofProperty().get()).isEqualTo("The whiteboard has not been read yet.");
    }

    private void show(BoardSnapshot snapshot) {
        model.show(snapshot, SampleBoards.NOW);
    }
}

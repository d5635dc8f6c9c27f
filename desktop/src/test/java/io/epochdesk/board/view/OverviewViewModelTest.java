package io.epochdesk.board.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.board.SampleBoards;
import io.epochdesk.board.SampleBoards.Size;
import io.epochdesk.board.view.EpochRibbon.Standing;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Tone;

import org.junit.jupiter.api.Test;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

final class OverviewViewModelTest {

    private final SampleBoards boards = SampleBoards.of(Size.MAINNET);
    private final OverviewViewModel model =
            new OverviewViewModel(new Formats(new Words(Locale.ENGLISH), ZoneOffset.UTC));

    @Test
    void neverCallsGoodWhatIsNotKnown() {
        Overview shown = shown(boards.empty());
        assertThat(shown.tone()).isEqualTo(Tone.UNKNOWN);
        assertThat(shown.quorum().tone()).isEqualTo(Tone.UNKNOWN);
        assertThat(shown.dkg().tone()).isEqualTo(Tone.UNKNOWN);
        assertThat(shown.fallback().tone()).isEqualTo(Tone.UNKNOWN);
        assertThat(shown.ribbon()).isEmpty();
    }

    @Test
    void saysInOneSentenceThatSetupIsInDanger() {
        Overview shown = shown(boards.setup());
        assertThat(shown.headline()).isEqualTo("Setup of epoch 214 is in danger.");
        assertThat(shown.tone()).isEqualTo(Tone.DANGER);
        assertThat(shown.explanation()).contains("10 of 12 clusters", "DKG phase 2 ends in");
    }

    @Test
    void neverShowsTheLastEpochsVotesAndResultsAsThisOnes() {
        Overview shown = shown(boards.auction());
        assertThat(shown.clusters()).isEmpty();
        assertThat(shown.dkgSteps()).isEmpty();
        assertThat(shown.quorum().status()).isEqualTo("Not begun");
        assertThat(shown.dkg().status()).isEqualTo("Not begun");
    }

    @Test
    void isCompleteWhenTheNextEpochIsCommitted() {
        Overview shown = shown(boards.committed());
        assertThat(shown.tone()).isEqualTo(Tone.SUCCESS);
        assertThat(shown.quorum().tone()).isEqualTo(Tone.SUCCESS);
        assertThat(shown.dkg().tone()).isEqualTo(Tone.SUCCESS);
        assertThat(shown.fallback().status()).isEqualTo("Averted");
    }

    @Test
    void tellsOfEverythingThatNeedsAttentionAndWhereToSeeMore() {
        assertThat(shown(boards.setup()).attention())
                .extracting(AttentionRow::page)
                .containsExactly("clusters", "dkg", "clusters");
    }

    @Test
    void onePartThatFailsLeavesTheOthers() {
        Overview shown = shown(boards.partlyFailing());
        assertThat(shown.dkg().tone()).isEqualTo(Tone.UNKNOWN);
        assertThat(shown.quorum().figure()).isEqualTo("10 of 12");
    }

    @Test
    void theRibbonHasNoGapsAndOnePresentStage() {
        EpochRibbon ribbon = shown(boards.setup()).ribbon().orElseThrow();
        for (int i = 1; i < ribbon.stages().size(); i++) {
            assertThat(ribbon.stages().get(i).from())
                    .isEqualTo(ribbon.stages().get(i - 1).to() + 1);
        }
        assertThat(ribbon.stages())
                .filteredOn(stage -> stage.standing() == Standing.PRESENT)
                .singleElement()
                .extracting(EpochRibbon.Stage::kind)
                .isEqualTo(EpochRibbon.Kind.DKG_PHASE_2);
    }

    @Test
    void aCommitmentCanBeLateOnlyUntilItIsMadeAndWhereThereIsADeadline() {
        assertThat(shown(boards.setup()).ribbon().orElseThrow().canBeLate()).isTrue();
        assertThat(shown(boards.committed()).ribbon().orElseThrow().canBeLate()).isFalse();
        EpochRibbon ribbon = shown(boards.setup()).ribbon().orElseThrow();
        EpochRibbon withoutDeadline =
                new EpochRibbon(
                        ribbon.stages().stream()
                                .filter(stage -> stage.kind() != EpochRibbon.Kind.COMMITTING)
                                .toList(),
                        ribbon.view(),
                        ribbon.at(),
                        false,
                        false);
        assertThat(withoutDeadline.canBeLate()).isFalse();
    }

    @Test
    void exactlyTheNextDeadlineIsMarked() {
        assertThat(shown(boards.setup()).milestones())
                .filteredOn(MilestoneRow::next)
                .extracting(MilestoneRow::name)
                .containsExactly("DKG phase 2 ends");
    }

    @Test
    void onceCommittedOnlyTheEpochsEndIsStillToCome() {
        List<MilestoneRow> rows = shown(boards.committed()).milestones();
        assertThat(rows)
                .filteredOn(MilestoneRow::next)
                .extracting(MilestoneRow::name)
                .containsExactly("Epoch ends");
        assertThat(rows)
                .filteredOn(row -> row.name().equals("Commit deadline"))
                .singleElement()
                .matches(MilestoneRow::passed)
                .extracting(MilestoneRow::distance)
                .isEqualTo("met");
    }

    @Test
    void theCommitteeHasAStepForEveryNodeAndTheSentenceCountsThem() {
        Overview shown = shown(boards.setup());
        assertThat(shown.committee()).hasSize(boards.committee().size());
        long vectors = shown.committee().stream().filter(NodeStep.VECTOR::equals).count();
        assertThat(vectors).isPositive();
        assertThat(model.committeeInWords()).contains(vectors + " with a vector");
        assertThat(shown(boards.auction()).committee()).isEmpty();
    }

    private Overview shown(BoardSnapshot board) {
        model.show(board, SampleBoards.NOW);
        return model.shown().get();
    }
}

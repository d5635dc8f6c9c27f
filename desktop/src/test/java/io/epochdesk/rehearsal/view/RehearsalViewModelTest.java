package io.epochdesk.rehearsal.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.rehearsal.RehearsalPhase;
import io.epochdesk.rehearsal.RehearsalState.Motion;
import io.epochdesk.rehearsal.SteeredRehearsal;
import io.epochdesk.text.Words;

import org.junit.jupiter.api.Test;

import java.util.Locale;

/** What the bar says of a rehearsal, and what its buttons do to it; no toolkit. */
final class RehearsalViewModelTest {

    private final SteeredRehearsal rehearsal = new SteeredRehearsal();
    private final RehearsalViewModel model =
            new RehearsalViewModel(rehearsal, new Words(Locale.ENGLISH));

    @Test
    void saysWhichScenarioIsPlayedAndWhereItStands() {
        BarFace face = model.face().get();
        assertThat(face.scenario()).isEqualTo("Happy path");
        assertThat(face.motion()).isEqualTo("Running");
        assertThat(face.place()).isEqualTo("DKG phase 2 · epoch 213 · view 4\u202f635\u202f041");
        assertThat(face.ahead())
                .containsExactly(
                        RehearsalPhase.DKG_PHASE_3,
                        RehearsalPhase.AWAITING_COMMIT,
                        RehearsalPhase.COMMITTED);
    }

    @Test
    void theSameButtonPausesAndGoesOn() {
        model.pauseOrResume();
        model.show(rehearsal.state().current());
        assertThat(model.face().get().paused()).isTrue();
        model.pauseOrResume();
        assertThat(rehearsal.told()).containsExactly("pause", "resume");
    }

    @Test
    void thePresentSpeedIsAlwaysAmongThoseOffered() {
        assertThat(model.speeds()).containsExactly(1, 10, 60, 300, 1_000, 5_000, 10_000);
        rehearsal.speed(77);
        model.show(rehearsal.state().current());
        assertThat(model.speeds()).contains(77).isSorted();
    }

    @Test
    void showingTheSpeedIsNoCommand() {
        model.speed(60);
        assertThat(rehearsal.told()).isEmpty();
        model.speed(5_000);
        assertThat(rehearsal.told()).containsExactly("speed 5000");
    }

    @Test
    void restartPlaysTheVerySameChain() {
        model.start("split-vote", 7);
        model.show(rehearsal.state().current());
        model.restart();
        assertThat(rehearsal.told())
                .containsExactly("restart split-vote 7", "restart split-vote 7");
    }

    @Test
    void takesNoCommandsWhileAFreshChainIsMade() {
        rehearsal.motion(Motion.RESTARTING);
        model.show(rehearsal.state().current());
        assertThat(model.face().get().steerable()).isFalse();
    }

    @Test
    void saysOfEachScenarioHowLargeItIsAndWhatIsNotReal() {
        assertThat(model.scenarios()).filteredOn(ScenarioRow::current).hasSize(1);
        assertThat(model.scenarios())
                .filteredOn(row -> row.id().equals("ten-fold"))
                .singleElement()
                .extracting(ScenarioRow::size)
                .asString()
                .contains("2\u202f400 nodes")
                .contains("not verified");
        assertThat(model.scenarios().getFirst().size()).doesNotContain("synthetic");
    }

    @Test
    void aSeedIsAWholeNumber() {
        assertThat(RehearsalViewModel.seed(" -5 ")).hasValue(-5);
        assertThat(RehearsalViewModel.seed("1.5")).isEmpty();
        assertThat(RehearsalViewModel.seed("")).isEmpty();
        assertThat(RehearsalViewModel.seed("99999999999999999999")).isEmpty();
    }
}

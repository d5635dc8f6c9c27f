package io.epochdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.board.Attention;
import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.board.SampleBoards;
import io.epochdesk.board.SampleBoards.Size;
import io.epochdesk.fault.Fault;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.fault.SettingsFault;
import io.epochdesk.fleet.Need;
import io.epochdesk.fleet.SampleFleets;
import io.epochdesk.network.Connection;
import io.epochdesk.settings.Settings;
import io.epochdesk.settings.SettingsStore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

class ExitCodeTest {

    private static final SampleBoards BOARDS = SampleBoards.of(Size.SMALL);

    static Stream<BoardSnapshot> fineBoards() {
        return Stream.of(BOARDS.auction(), BOARDS.committed());
    }

    @ParameterizedTest
    @MethodSource("fineBoards")
    void aBoardThatNeedsNothingIsFine(BoardSnapshot board) {
        assertThat(new Trial(board).run("status")).isEqualTo(0);
    }

    @ParameterizedTest
    @EnumSource(Attention.Kind.class)
    void everyKindOfAttentionIsOne(Attention.Kind kind) {
        Trial trial =
                new Trial(with(BOARDS.committed(), new Attention(kind, Map.of("cluster", "2"))));
        assertThat(trial.run("status")).isEqualTo(1);
        assertThat(trial.out()).contains("Needs attention");
    }

    @ParameterizedTest
    @EnumSource(Need.Kind.class)
    void anOwnNodeThatIsLateIsOneAndWithMineWhateverNeedsTheOperator(Need.Kind kind) {
        boolean late =
                Set.of(Need.Kind.VOTE_LATE, Need.Kind.MESSAGE_LATE, Need.Kind.SUBMISSION_LATE)
                        .contains(kind);
        assertThat(needing(kind).run("status")).isEqualTo(late ? 1 : 0);
        Trial mine = needing(kind);
        assertThat(mine.run("status", "--mine")).isEqualTo(1);
        assertThat(mine.out()).contains("  ! ");
    }

    @Test
    void ownNodesThatNeedNothingAreFine() {
        Trial trial = new Trial(BOARDS.committed());
        trial.fleets = new SampleFleetSource(SampleFleets.fit());
        assertThat(trial.run("status", "--mine")).isEqualTo(0);
        assertThat(trial.out()).startsWith("Your 2 nodes: 2 fit. Nothing needs you.");
    }

    private static Trial needing(Need.Kind kind) {
        Trial trial = new Trial(BOARDS.committed());
        trial.fleets =
                new SampleFleetSource(
                        SampleFleets.needing(
                                new Need(
                                        kind,
                                        214,
                                        "",
                                        Map.of(
                                                "node",
                                                "berlin-2",
                                                "done",
                                                "11",
                                                "others",
                                                "12",
                                                "nodes",
                                                "berlin-2",
                                                "all",
                                                "2",
                                                "certainty",
                                                "SUSPECTED"),
                                        null)));
        return trial;
    }

    @Test
    void aPartThatWasNeverReadIsThree() {
        assertThat(new Trial(BOARDS.partlyFailing()).run("status")).isEqualTo(3);
    }

    @Test
    void aLostNetworkIsThreeWithoutWaiting() {
        Trial trial = new Trial(lost());
        assertThat(trial.run("status", "--timeout", "3600")).isEqualTo(3);
        assertThat(trial.err()).startsWith("NET-131  None of the 2 access nodes of Sample");
        assertThat(trial.closed).isTrue();
    }

    @Test
    void aBoardThatNeverComesIsThreeWhenTimeIsUp() {
        Trial trial = new Trial(BoardSnapshot.empty());
        assertThat(trial.run("status", "--timeout", "1")).isEqualTo(3);
        assertThat(trial.err()).startsWith("NET-103");
    }

    @Test
    void aBoardThatIsOldAndCannotBeRenewedIsOne() {
        assertThat(new Trial(BOARDS.stale()).run("status")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "status --nonsense",
                "status --timeout 0",
                "status --timeout soon",
                "status --interval 0",
                "status --network",
                "status --network moonnet",
                "status --access nonsense",
                "status --access host:0",
                "status surplus"
            })
    void aCommandLineThatCannotBeUsedIsSixtyFour(String line) {
        Trial trial = new Trial(BOARDS.committed());
        assertThat(trial.run(line.isEmpty() ? new String[0] : line.split(" ", -1))).isEqualTo(64);
        assertThat(trial.err()).isNotBlank().doesNotContain("\tat ");
        assertThat(trial.out()).isEmpty();
        assertThat(trial.opened).isEmpty();
    }

    @Test
    void theVersionIsTheBuildsHoweverItWasStarted() {
        Trial trial = new Trial(BOARDS.committed());

        trial.run("--version");

        assertThat(trial.out()).containsPattern("^epochdesk \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\n$");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version", "status --help", "status --version"})
    void helpAndVersionAreFine(String line) {
        Trial trial = new Trial(BOARDS.committed());
        assertThat(trial.run(line.split(" ", -1))).isEqualTo(0);
        assertThat(trial.out()).contains("epochdesk");
        assertThat(trial.out().lines())
                .allSatisfy(text -> assertThat(text).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void helpNamesEveryExitCode() {
        Trial trial = new Trial(BOARDS.committed());
        trial.run("status", "--help");
        for (ExitCode code : ExitCode.values()) {
            assertThat(trial.out()).containsPattern("(?m)^ +" + code.code() + " {3}\\w");
        }
    }

    @Test
    void settingsThatCannotBeReadAreTwoBecauseTheDefaultsMightAskAnotherNode() {
        Trial trial = new Trial(BOARDS.committed());
        trial.settings =
                new SettingsStore.Loaded(
                        Settings.defaults(),
                        new SettingsFault(
                                SettingsFault.Kind.UNREADABLE,
                                Fault.facts("file", "f", "reason", "r"),
                                ""));
        assertThat(trial.run("status")).isEqualTo(2);
        assertThat(trial.err()).startsWith("SET-401");
        assertThat(trial.opened).isEmpty();
    }

    @Test
    void aDefectIsSeventyAndShowsNoStackTrace() {
        Trial trial = new Trial(BOARDS.committed());
        trial.source =
                network -> {
                    throw new IllegalStateException("a defect on purpose");
                };
        assertThat(trial.run("status")).isEqualTo(70);
        assertThat(trial.err()).startsWith("INT-901").doesNotContain("\tat ", "on purpose");
    }

    static BoardSnapshot lost() {
        BoardSnapshot empty = BoardSnapshot.empty();
        NetworkFault fault =
                new NetworkFault(
                        NetworkFault.Kind.NO_NODE_LEFT,
                        Map.of("network", "Sample", "count", "2"),
                        "");
        return new BoardSnapshot(
                new Connection(Connection.State.LOST, null, null, null, null, null, fault),
                empty.epoch(),
                empty.deadlines(),
                empty.outlook(),
                empty.voting(),
                empty.dkg(),
                empty.whiteboard(),
                empty.matrix(),
                List.of());
    }

    static BoardSnapshot with(BoardSnapshot board, Attention... attention) {
        return new BoardSnapshot(
                board.connection(),
                board.epoch(),
                board.deadlines(),
                board.outlook(),
                board.voting(),
                board.dkg(),
                board.whiteboard(),
                board.matrix(),
                List.of(attention));
    }
}

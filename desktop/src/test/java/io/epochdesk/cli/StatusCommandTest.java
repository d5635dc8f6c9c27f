package io.epochdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.board.SampleBoards;
import io.epochdesk.board.SampleBoards.Size;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.live.Part;
import io.epochdesk.network.AccessNode;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.RequestBudget;
import io.epochdesk.settings.Settings;
import io.epochdesk.settings.SettingsStore;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

class StatusCommandTest {

    private static final SampleBoards BOARDS = SampleBoards.of(Size.SMALL);
    private final Trial trial = new Trial(BOARDS.committed());

    @Test
    void aRehearsalChosenInTheWindowIsNotTakenForARealNetwork() {
        trial.settings =
                new SettingsStore.Loaded(
                        Settings.defaults().withChosenNetwork(Settings.REHEARSAL), null);
        assertThat(trial.run("status")).isEqualTo(ExitCode.USAGE.code());
        assertThat(trial.err()).contains("SET-405").contains("testnet");
        assertThat(trial.opened).isEmpty();
        assertThat(trial.run("status", "--network", "testnet")).isNotEqualTo(64);
    }

    @Test
    void asksTheNetworkChosenInTheSettings() {
        trial.settings =
                new SettingsStore.Loaded(Settings.defaults().withChosenNetwork("testnet"), null);
        trial.run("status");
        assertThat(trial.opened).extracting(NetworkProfile::id).containsExactly("testnet");
    }

    @Test
    void asksTheNetworkNamed() {
        trial.run("status", "--network", "Emulator");
        assertThat(trial.opened).extracting(NetworkProfile::id).containsExactly("emulator");
    }

    @Test
    void asksTheAccessNodesGivenInTheirOrderAndKeepsContractsOfTheNetwork() {
        trial.run(
                "status",
                "--network",
                "testnet",
                "--access",
                "10.0.0.7:9000",
                "--access",
                "[::1]:3569");
        NetworkProfile opened = trial.opened.getFirst();
        assertThat(opened.nodes())
                .extracting(AccessNode::address)
                .containsExactly("10.0.0.7:9000", "[::1]:3569");
        assertThat(opened.contracts())
                .isEqualTo(Settings.defaults().network("testnet").contracts());
    }

    @Test
    void keepsTheBudgetOfPublicHostsWhereverTheyStandInTheList() {
        trial.run(
                "status",
                "--access",
                "10.0.0.7:9000",
                "--access",
                "access.mainnet.nodes.onflow.org:9000");
        assertThat(trial.opened.getFirst().budget()).isEqualTo(RequestBudget.PUBLIC);
    }

    @Test
    void closesTheBoardAndReleasesItsHold() {
        trial.run("status");
        assertThat(trial.closed).isTrue();
        assertThat(trial.released).isTrue();
    }

    @Test
    void waitsForTheWholeBoard() {
        Trial later = new Trial(BoardSnapshot.empty());
        CompletableFuture<Integer> code = CompletableFuture.supplyAsync(() -> later.run("status"));
        Awaitility.await().until(() -> !later.opened.isEmpty());
        later.board.publish(BOARDS.partlyFailing());
        assertThat(code.join()).isEqualTo(3);
    }

    @Test
    void whichNetworkAnswersAndWhereItsEpochStandsIsSaidBeforeTheRestIsRead() {
        Trial later = new Trial(BoardSnapshot.empty());
        CompletableFuture<Integer> code = CompletableFuture.supplyAsync(() -> later.run("status"));
        Awaitility.await().until(() -> !later.opened.isEmpty());
        BoardSnapshot setup = BOARDS.setup();
        later.board.publish(onlyEpoch(setup));
        Awaitility.await().until(() -> later.out().contains("height"));
        assertThat(later.out().lines())
                .hasSize(2)
                .first(STRING)
                .contains("connected")
                .contains("sealed");
        assertThat(later.out().lines().skip(1).findFirst().orElseThrow())
                .startsWith("Epoch 213, setup, view");
        assertThat(code).isNotDone();
        later.board.publish(Trial.whole(setup));
        assertThat(code.join()).isLessThan(2);
        assertThat(later.out()).containsOnlyOnce("Epoch 213, setup, view").contains("Clusters");
    }

    @Test
    void aHeadThatNoLongerHoldsIsSaidAnew() {
        Trial later = new Trial(onlyEpoch(BOARDS.setup()));
        CompletableFuture<Integer> code = CompletableFuture.supplyAsync(() -> later.run("status"));
        Awaitility.await().until(() -> later.out().contains("Epoch 213, setup, view"));
        later.board.publish(Trial.whole(BOARDS.committed()));
        assertThat(code.join()).isLessThan(2);
        assertThat(later.out()).contains("Epoch 213, committed, view");
    }

    @Test
    void aJsonDocumentHasNoHeadBeforeIt() {
        Trial later = new Trial(onlyEpoch(BOARDS.setup()));
        CompletableFuture<Integer> code =
                CompletableFuture.supplyAsync(() -> later.run("status", "--json"));
        Awaitility.await().until(() -> !later.opened.isEmpty());
        later.board.publish(Trial.whole(BOARDS.setup()));
        assertThat(code.join()).isLessThan(2);
        assertThat(later.out()).startsWith("{").doesNotContain("sealed ");
    }

    /** What is there after the first look, if votes and DKG take longer. */
    private static BoardSnapshot onlyEpoch(BoardSnapshot board) {
        return new BoardSnapshot(
                board.connection(),
                board.epoch(),
                Part.waiting(),
                board.outlook(),
                Part.waiting(),
                Part.waiting(),
                Part.waiting(),
                Part.waiting(),
                List.of(),
                board.review(),
                board.reviewPending());
    }

    @Test
    void aLongWhiteboardIsWaitedForUpToTheHeightOfTheDkg() {
        BoardSnapshot setup = Trial.whole(BOARDS.setup());
        long height = setup.dkg().reading().orElseThrow().provenance().height();
        assertThat(Verdict.isSettled(setup, height)).isTrue();
        assertThat(Verdict.isSettled(setup, Long.MAX_VALUE)).isFalse();
    }

    /**
     * A busy node lacked a height for a moment, and a status that is right a second later failed.
     */
    @Test
    void whatPassesByItselfIsWaitedOut() {
        BoardSnapshot setup = Trial.whole(BOARDS.setup());
        long height = setup.dkg().reading().orElseThrow().provenance().height();
        for (NetworkFault.Kind passing :
                List.of(NetworkFault.Kind.STREAM_CUT, NetworkFault.Kind.UNAVAILABLE_HEIGHT)) {
            assertThat(Verdict.isSettled(failing(setup, passing), height + 1)).isFalse();
            assertThat(Verdict.isSettled(failing(setup, passing), height)).isTrue();
        }
        assertThat(
                        Verdict.isSettled(
                                failing(setup, NetworkFault.Kind.ANSWER_TOO_LARGE), height + 1))
                .isTrue();
    }

    private static BoardSnapshot failing(BoardSnapshot board, NetworkFault.Kind kind) {
        return new BoardSnapshot(
                board.connection(),
                board.epoch(),
                board.deadlines(),
                board.outlook(),
                board.voting(),
                board.dkg(),
                board.whiteboard()
                        .failed(new NetworkFault(kind, Map.of("node", "n"), ""), Instant.EPOCH),
                board.matrix(),
                board.attention(),
                board.review(),
                board.reviewPending());
    }

    @Test
    void plainTerminalsGetPlainCharacters() throws IOException {
        StringWriter plain = new StringWriter();
        new PlainWriter(plain).append("1\u202f200 … “a” – b");
        assertThat(plain).hasToString("1 200 ... \"a\" - b");
    }
}

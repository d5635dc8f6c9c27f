package io.epochdesk.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.board.view.HeaderViewModel;
import io.epochdesk.emulator.EmulatorProcess.Chain;
import io.epochdesk.network.Connection;
import io.epochdesk.parallel.BesideOthers;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/**
 * What happens to the node shows on the board: within five seconds it says that what it shows is no
 * longer live, and afterwards its whiteboard equals the chain's.
 */
@RequiresEmulator
@BesideOthers
@Timeout(180)
class BoardReconnectTest {

    private static final Duration SAID_WITHIN = Duration.ofSeconds(5);
    private static final Duration BACK_WITHIN = Duration.ofSeconds(20);
    private static final String CONSOLE = "the console";

    private final Words words = new Words(Locale.ENGLISH);
    private final HeaderViewModel header = new HeaderViewModel(new Formats(words, ZoneOffset.UTC));

    @Test
    void aFrozenNode() {
        try (EpochStory story = started(EmulatorOptions.fresh())) {
            Console console = story.console(CONSOLE);
            story.emulator().freeze();
            saysLost(console);
            story.emulator().resume();
            postTheRest(story);
            isLiveAgain(console);
            story.check("resumed");
        }
    }

    @Test
    void aKilledNodeThatKeepsItsChain() {
        try (EpochStory story = started(EmulatorOptions.fresh().kept())) {
            Console console = story.console(CONSOLE);
            story.emulator().kill();
            saysLost(console);
            story.emulator().restart(Chain.KEPT);
            postTheRest(story);
            isLiveAgain(console);
            story.check("restarted");
        }
    }

    @Test
    void aNodeThatComesBackWithAFreshChain() {
        try (EpochStory story = started(EmulatorOptions.fresh())) {
            Console console = story.console(CONSOLE);
            assertThat(messages(console)).isEqualTo(5);
            story.emulator().kill();
            saysLost(console);
            story.emulator().restart(Chain.FRESH);

            await().atMost(SAID_WITHIN)
                    .pollInterval(Duration.ofMillis(20))
                    .until(
                            () -> console.snapshot().current(),
                            board ->
                                    board.connection().fault() != null
                                            && board.connection()
                                                    .fault()
                                                    .code()
                                                    .startsWith("CHN-30")
                                            && board.whiteboard().last() == null
                                            && board.epoch().last() == null);
            isLiveAgain(console);
            await().atMost(BACK_WITHIN).until(() -> messages(console) == 0);
        }
    }

    private static EpochStory started(EmulatorOptions options) {
        EpochStory story = EpochStory.with(EmulatorProcess.start(options), 3, 9, 1);
        story.openConsole(CONSOLE);
        story.driver().endAuction();
        story.driver().post(Transcript.happy().messages().subList(0, 5));
        story.check("five messages");
        return story;
    }

    private static void postTheRest(EpochStory story) {
        List<Transcript.Message> all = Transcript.happy().messages();
        story.driver().post(all.subList(5, all.size()));
    }

    private void saysLost(Console console) {
        await().atMost(SAID_WITHIN)
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> console.snapshot().current().connection(),
                        now -> now.state() == Connection.State.LOST && now.fault() != null);
        BoardSnapshot board = console.snapshot().current();
        header.show(board, Instant.now());
        HeaderViewModel.Face face = header.face().get();
        assertThat(face.state()).isEqualTo(words.say("header.state.LOST"));
        assertThat(face.stale()).as("what is shown is grey").isTrue();
    }

    private static void isLiveAgain(Console console) {
        await().atMost(BACK_WITHIN)
                .until(
                        () -> console.snapshot().current(),
                        board ->
                                board.connection().state() == Connection.State.CONNECTED
                                        && board.epoch().fault().isEmpty()
                                        && board.epoch().last() != null);
    }

    private static int messages(Console console) {
        return console.snapshot()
                .current()
                .whiteboard()
                .value()
                .map(board -> board.entries().size())
                .orElse(-1);
    }
}

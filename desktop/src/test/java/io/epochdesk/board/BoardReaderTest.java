package io.epochdesk.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.board.BoardReader.Found;
import io.epochdesk.fault.ChainFault;
import io.epochdesk.fault.Fault;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.network.FakeNetwork;

import org.junit.jupiter.api.Test;

import java.time.InstantSource;
import java.util.Map;

final class BoardReaderTest {

    private final FakeNetwork network =
            new FakeNetwork()
                    .block(15, 35)
                    .answer("board", Recorded.json(Recorded.SPLIT_VOTE, "board"))
                    .answer("epoch", Recorded.json(Recorded.SPLIT_VOTE, "epoch"))
                    .answer("quorum", Recorded.json(Recorded.SPLIT_VOTE, "quorum"))
                    .answer("dkg", Recorded.json(Recorded.SPLIT_VOTE, "dkg"));
    private final BoardReader reader =
            new BoardReader(network.scripts(), InstantSource.fixed(FakeNetwork.GENESIS));

    @Test
    void asksForEverythingByOneScript() {
        Found found = reader.all();

        assertThat(found.epoch().value()).isPresent();
        assertThat(found.voting().value()).isPresent();
        assertThat(found.dkg().value()).isPresent();
        assertThat(network.runs("board")).isEqualTo(1);
        assertThat(network.runs("epoch") + network.runs("quorum") + network.runs("dkg")).isZero();
    }

    @Test
    void everyPartSaysAtWhatHeightAndByWhomItWasAnswered() {
        assertThat(reader.all().dkg().reading().orElseThrow().provenance())
                .extracting("source", "height")
                .containsExactly("fake-access", 15L);
    }

    @Test
    void asksForThePartsWhenTheOneScriptFails() {
        network.fail("board", scriptFailed("board")).fail("dkg", scriptFailed("dkg"));

        Found found = reader.all();

        assertThat(found.epoch().value()).isPresent();
        assertThat(found.voting().value()).isPresent();
        assertThat(found.dkg().fault()).map(Fault::code).contains("CHN-311");
    }

    @Test
    void afterAFailureItDoesNotTryTheOneScriptAtEveryLook() {
        network.fail("board", scriptFailed("board"));

        for (int look = 0; look < 20; look++) {
            reader.all();
        }
        assertThat(network.runs("board")).isEqualTo(1);
        assertThat(network.runs("epoch")).isEqualTo(20);

        reader.all();
        reader.all();
        assertThat(network.runs("board")).isEqualTo(2);
    }

    @Test
    void asksForNothingMoreWhenNoNodeAnswers() {
        network.fail(
                "board",
                new NetworkFault(
                        NetworkFault.Kind.NO_NODE_LEFT, Map.of("network", "x", "count", "1"), ""));

        Found found = reader.all();

        assertThat(found.epoch().fault()).map(Fault::code).contains("NET-131");
        assertThat(found.voting().fault()).map(Fault::code).contains("NET-131");
        assertThat(network.runs("epoch")).isZero();
    }

    @Test
    void aLieInOnePartDoesNotTouchTheOthers() {
        String lie =
                Recorded.json(Recorded.SPLIT_VOTE, "board")
                        .replaceFirst("\"value\":\"300\"", "\"value\":\"301\"");
        network.answer("board", lie);

        Found found = reader.all();

        assertThat(found.voting().fault()).map(Fault::code).contains("CDC-211");
        assertThat(found.epoch().value()).isPresent();
        assertThat(found.dkg().value()).isPresent();
    }

    @Test
    void anAnswerThatIsNoCadenceAtAllIsAFaultOfEveryPartThatGivesIt() {
        network.answer("board", "<html>").answer("quorum", "{");

        Found found = reader.all();

        assertThat(found.voting().fault()).map(Fault::code).contains("CDC-201");
        assertThat(found.epoch().value()).isPresent();
    }

    private static ChainFault scriptFailed(String script) {
        return new ChainFault(
                ChainFault.Kind.SCRIPT_FAILED, Map.of("script", script, "reason", "panic"), "");
    }
}

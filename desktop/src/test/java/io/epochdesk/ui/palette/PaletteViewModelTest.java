package io.epochdesk.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.ui.palette.Command.Kind;

import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A few letters find what is meant; what was used lately comes first. */
final class PaletteViewModelTest {

    private static final String NODE =
            "f70e8fbf01789f61f70e8fbf01789f61f70e8fbf01789f61f70e8fbf0178a2b1";

    private final List<String> done = new ArrayList<>();
    private final List<String> recent = new ArrayList<>();
    private List<Command> all =
            List.of(
                    command("page:overview", Kind.PAGE, "Overview", "", ""),
                    command("page:nodes", Kind.PAGE, "My nodes", "", ""),
                    command("page:settings", Kind.PAGE, "Settings", "", ""),
                    command("flow:register", Kind.FLOW, "Register a collection node", "", ""),
                    command("network:testnet", Kind.NETWORK, "Switch to Testnet", "", ""),
                    command("help:nodes", Kind.HELP, "Help: My nodes", "", ""),
                    command("cluster:3", Kind.CLUSTER, "Cluster 3", "8 nodes", ""),
                    command("cluster:13", Kind.CLUSTER, "Cluster 13", "8 nodes", ""),
                    command("node:" + NODE, Kind.NODE, "f70e8fbf…a2b1", "Collection node", NODE),
                    command(
                            "address:8624",
                            Kind.ADDRESS,
                            "0x8624b52f9ddcd04a",
                            "FlowEpoch, FlowDKG",
                            ""));
    private final PaletteViewModel model =
            new PaletteViewModel(() -> all, () -> List.copyOf(recent), recent::addFirst);

    @Test
    void beforeAnythingIsTypedPagesAndFlowsAreOffered() {
        model.toggle();
        assertThat(found())
                .containsExactly("page:overview", "page:nodes", "page:settings", "flow:register");
    }

    @Test
    void whatWasUsedLatelyComesFirstNewestFirst() {
        recent.addAll(List.of("node:" + NODE, "page:settings", "gone"));
        model.toggle();
        assertThat(found())
                .startsWith("node:" + NODE, "page:settings", "page:overview")
                .doesNotContain("gone")
                .hasSize(5);
    }

    @Test
    void whatIsUsedIsRememberedAndDoneAfterThePaletteHasClosed() {
        all = List.of(command("x", Kind.PAGE, "X", "", ""));
        model.toggle();
        model.openProperty().subscribe((_, open) -> done.add(open ? "open" : "closed"));
        model.run();
        assertThat(done).containsExactly("closed", "x");
        assertThat(recent).containsExactly("x");
    }

    @Test
    void lettersAreFoundAtTheBeginningOfWordsFirst() {
        assertThat(search("set")).startsWith("page:settings");
        assertThat(search("node")).startsWith("page:nodes");
        assertThat(search("my nodes")).startsWith("page:nodes", "help:nodes");
    }

    @Test
    void firstLettersOfWordsFindThem() {
        assertThat(search("mn")).startsWith("page:nodes");
        assertThat(search("rcn")).containsExactly("flow:register");
        assertThat(search("cl3")).startsWith("cluster:3");
        assertThat(search("cluster 3")).startsWith("cluster:3");
    }

    @Test
    void anIdIsFoundByAnyPartOfItButNotByScatteredDigits() {
        assertThat(search("01789f61")).containsExactly("node:" + NODE);
        assertThat(search(NODE)).containsExactly("node:" + NODE);
        assertThat(search("7e8")).isEmpty();
        assertThat(search("f70e8fbfffff")).isEmpty();
    }

    @Test
    void anAddressIsFoundWithItsPrefixAndWithoutAndByWhatItHolds() {
        assertThat(search("0x8624b5")).containsExactly("address:8624");
        assertThat(search("8624B5")).containsExactly("address:8624");
        assertThat(search("flowdkg")).containsExactly("address:8624");
    }

    @Test
    void everyWordMustBeFound() {
        assertThat(search("collection f70e")).containsExactly("node:" + NODE);
        assertThat(search("collection nowhere")).isEmpty();
        assertThat(model.selectedProperty().get()).isEqualTo(-1);
    }

    @Test
    void ofEqualsWhatWasUsedLastComesFirst() {
        recent.add("cluster:13");
        assertThat(search("cluster")).startsWith("cluster:13", "cluster:3");
    }

    @Test
    void theLettersThatWereTypedAreKnown() {
        search("mn");
        Match first = model.matchesProperty().get().getFirst();
        assertThat(IntStream.range(0, 8).filter(first::isTyped)).containsExactly(0, 3);
    }

    @Test
    void theSelectionGoesRoundByStepsAndStopsByPages() {
        model.toggle();
        model.move(-1);
        assertThat(model.selectedProperty().get()).isEqualTo(3);
        model.move(1);
        assertThat(model.selectedProperty().get()).isZero();
        model.leap(8);
        assertThat(model.selectedProperty().get()).isEqualTo(3);
        model.queryProperty().set("settings");
        assertThat(model.selectedProperty().get()).isZero();
    }

    @Test
    void atMostFiftyAreShown() {
        all =
                IntStream.range(0, 2_000)
                        .mapToObj(i -> command("n" + i, Kind.NODE, "%064x".formatted(i), "", ""))
                        .toList();
        assertThat(search("0000")).hasSize(PaletteViewModel.MOST);
    }

    private List<String> search(String typed) {
        if (!model.openProperty().get()) {
            model.toggle();
        }
        model.queryProperty().set(typed);
        return found();
    }

    private List<String> found() {
        return model.matchesProperty().get().stream().map(match -> match.command().id()).toList();
    }

    private Command command(String id, Kind kind, String title, String detail, String also) {
        return new Command(
                id, kind, title, detail, also, MaterialDesignA.ACCOUNT, () -> done.add(id));
    }
}

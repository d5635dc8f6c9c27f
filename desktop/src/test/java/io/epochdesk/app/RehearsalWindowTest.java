package io.epochdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.board.SampleBoards;
import io.epochdesk.board.SampleBoards.Size;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.settings.Settings;
import io.epochdesk.ui.Snapshots;
import io.epochdesk.ui.Theme;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** From the first start into a rehearsal and out of it; one always sees that one is in it. */
@Tag("robot")
final class RehearsalWindowTest {

    private static final List<String> PAGES =
            List.of("clusters", "dkg", "keys", "settings", "overview");

    private final FxRobot robot = new FxRobot();
    private final SampleBoards samples =
            new SampleBoards(Size.MAINNET, 1, Clock.systemUTC().instant());
    private final Path folder;
    private final Desk desk;

    RehearsalWindowTest(@TempDir Path folder) {
        this.folder = folder;
        desk = new Desk(folder, samples::setup);
    }

    @AfterEach
    void close() {
        desk.rehearsals().go();
        desk.close();
    }

    @Test
    void enterAtTheFirstStartBeginsARehearsalAndEveryPageBearsItsMark() {
        desk.open(true);
        robot.type(KeyCode.ENTER);
        rehearsing();
        assertThat(desk.opened()).containsExactly(Settings.REHEARSAL);
        for (String page : PAGES) {
            robot.clickOn("#navigate-" + page);
            assertThat(words(root())).as(page).contains("Rehearsal");
            assertThat(root().lookup("#rehearsal-bar").isVisible()).isTrue();
        }
        assertThat(Snapshots.on(() -> desk.eyes().stage().getTitle())).startsWith("Rehearsal");
        Snapshots.await(() -> desk.store().load().settings().isRehearsal());
    }

    @Test
    void theBarSteersTheRehearsal() {
        begin();
        robot.clickOn("#rehearsal-pause");
        Snapshots.await(
                () -> ((Labeled) root().lookup("#rehearsal-pause")).getText().equals("Go on"));
        robot.clickOn("#rehearsal-step").clickOn("#rehearsal-pause");
        robot.clickOn("#rehearsal-speed").clickOn("×5\u202f000");
        robot.clickOn("#rehearsal-jump").clickOn("Committed");
        robot.clickOn("#rehearsal-restart");
        assertThat(desk.rehearsals().started().getFirst().told())
                .containsExactly(
                        "pause",
                        "step",
                        "resume",
                        "speed 5000",
                        "jump COMMITTED",
                        "restart happy-path 42");
    }

    @Test
    void aScenarioIsChosenByItsDescriptionWithTheKeyboardAlone() {
        begin();
        Snapshots.onFx(() -> root().lookup("#rehearsal-scenario").requestFocus());
        robot.type(KeyCode.SPACE);
        Snapshots.await(() -> robot.lookup("#scenarios").tryQuery().isPresent());
        Snapshots.settle();
        Parent dialog = (Parent) robot.lookup(".dialog-pane").query();
        assertThat(words(dialog)).contains("Rehearsal", "Split vote", "Choose a scenario");
        desk.eyes().pictureOf("dialog-scenario-light", dialog::getScene);
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        Snapshots.await(() -> robot.lookup("#scenarios").tryQuery().isEmpty());
        assertThat(desk.rehearsals().started().getFirst().told())
                .containsExactly("restart split-vote 42");
        Snapshots.await(
                () ->
                        ((Labeled) root().lookup("#rehearsal-scenario"))
                                .getText()
                                .equals("Split vote"));
    }

    @Test
    void anotherNetworkStopsTheRehearsalAndTakesItsMarkAway() {
        begin();
        robot.clickOn("#network").clickOn("Testnet");
        Snapshots.await(() -> desk.opened().contains("testnet"));
        Snapshots.await(() -> desk.rehearsals().running() == 0);
        assertThat(root().lookup("#rehearsal-bar")).isNull();
        assertThat(Snapshots.on(() -> desk.eyes().stage().getTitle())).isEqualTo("Epoch Desk");
    }

    @Test
    void theRealVaultCannotBeOpenedWhileARehearsalIsOn() throws IOException {
        Path keys = Files.createDirectories(folder.resolve("keys"));
        Files.write(keys.resolve("keys.vault"), new byte[100]);
        begin();
        robot.clickOn("#navigate-keys");
        Snapshots.await(() -> root().lookup("#keys-again").isVisible());
        robot.clickOn("#network").clickOn("Testnet");
        Snapshots.await(() -> root().lookup("#rehearsal-bar") == null);
        robot.clickOn("#navigate-keys");
        Snapshots.await(
                () -> ((Labeled) root().lookup("#keys-unlock")).getText().startsWith("Unlock"));
    }

    @Test
    void aRehearsalIsChosenLaterInTheHeader() {
        desk.open(false);
        robot.clickOn("#network").clickOn("Rehearsal");
        rehearsing();
        Snapshots.await(() -> desk.boards().getFirst().isClosed());
        desk.shut();
        assertThat(desk.rehearsals().running()).isZero();
    }

    @Test
    void askedForWithAnArgumentItLeavesTheChosenNetworkChosen() {
        desk.store().save(Settings.defaults().withChosenNetwork("testnet"));
        desk.open(DeskWindow::openRehearsing);
        rehearsing();
        robot.clickOn("#navigate-settings").clickOn("#theme").clickOn("Dark");
        Snapshots.await(
                () -> desk.store().load().settings().theme() == io.epochdesk.settings.Theme.DARK);
        Snapshots.settle();
        assertThat(desk.opened()).containsExactly(Settings.REHEARSAL);
        assertThat(desk.store().load().settings().chosenNetwork()).isEqualTo("testnet");
        robot.clickOn("#navigate-overview").clickOn("#network").clickOn("Testnet");
        Snapshots.await(() -> desk.opened().contains("testnet"));
        Snapshots.await(() -> desk.rehearsals().running() == 0);
    }

    @Test
    void whatTakesLongerSaysSo() {
        desk.rehearsals().hold();
        desk.open(true);
        robot.clickOn("#welcome-rehearsal");
        Snapshots.await(
                () -> root().getId() != null && root().getId().equals("rehearsal-starting"));
        desk.eyes().picture("rehearsal-starting-light");
        desk.rehearsals().go();
        rehearsing();
    }

    @Test
    void aWindowThatIsClosedWhileARehearsalStartsLeavesNoneBehind() {
        desk.rehearsals().hold();
        desk.open(true);
        robot.clickOn("#welcome-rehearsal");
        desk.shut();
        desk.rehearsals().go();
        Snapshots.await(() -> desk.rehearsals().started().size() == 1);
        Snapshots.await(() -> desk.rehearsals().running() == 0);
    }

    @Test
    void aRehearsalThatCannotStartIsToldAndAnotherChoiceIsOpen() {
        desk.rehearsals().refuse(NetworkFault.of(NetworkFault.Kind.CLOSED, ""));
        desk.open(true);
        robot.clickOn("#welcome-rehearsal");
        Snapshots.await(() -> says("NET-132"));
        robot.clickOn("#welcome-emulator");
        Snapshots.await(() -> desk.opened().contains("emulator"));
    }

    @Test
    void anAccessNodeOfOnesOwnIsTypedInAtTheFirstStart() {
        desk.open(true);
        robot.clickOn("#welcome-custom");
        assertThat(robot.lookup("#custom-open").queryButton().isDisabled()).isTrue();
        robot.clickOn("#custom-address").write("127.0.0.1:4001");
        robot.clickOn("#custom-open");
        Snapshots.await(() -> desk.opened().contains("mainnet-1"));
        Snapshots.await(() -> desk.store().load().settings().chosenNetwork().equals("mainnet-1"));
    }

    @Test
    void looksGood() {
        desk.open(true);
        for (int[] size : Snapshots.SIZES) {
            for (Theme look : Theme.values()) {
                picture("welcome", look, size);
            }
        }
        robot.clickOn("#welcome-custom").clickOn("#custom-address").write("access.example.org");
        desk.eyes().picture("window-welcome-custom-dark");
        robot.clickOn("#custom-back");
        robot.clickOn("#welcome-rehearsal");
        rehearsing();
        for (String page : PAGES) {
            robot.clickOn("#navigate-" + page);
            picture("rehearsal-" + page, Theme.LIGHT, Snapshots.SIZES.getFirst());
            picture("rehearsal-" + page, Theme.DARK, Snapshots.SIZES.getLast());
        }
    }

    private void picture(String name, Theme look, int[] size) {
        desk.size(size[0], size[1]);
        desk.wear(look);
        String style = look.name().toLowerCase(Locale.ROOT);
        desk.eyes().picture("window-%s-%s-%dx%d".formatted(name, style, size[0], size[1]));
        assertThat(desk.eyes().cutOff()).as(name).isEmpty();
    }

    private void begin() {
        desk.open(true);
        robot.clickOn("#welcome-rehearsal");
        rehearsing();
    }

    private void rehearsing() {
        Snapshots.await(() -> root().lookup("#rehearsal-bar") != null);
        Snapshots.settle();
    }

    private Parent root() {
        return desk.eyes().stage().getScene().getRoot();
    }

    private boolean says(String text) {
        return texts(root()).stream().anyMatch(each -> each.contains(text));
    }

    private static List<String> words(Node node) {
        return Snapshots.on(() -> texts(node));
    }

    private static List<String> texts(Node node) {
        return node.lookupAll(".label").stream()
                .filter(Labeled.class::isInstance)
                .map(label -> ((Labeled) label).getText())
                .toList();
    }
}

package io.epochdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.board.SampleBoards;
import io.epochdesk.board.SampleBoards.Size;
import io.epochdesk.text.Formats;
import io.epochdesk.ui.Snapshots;
import io.epochdesk.ui.Theme;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Palette, help and hovers in the whole window, by keyboard. */
@Tag("robot")
final class GettingAboutTest {

    private final FxRobot robot = new FxRobot();
    private final SampleBoards samples =
            new SampleBoards(Size.MAINNET, 1, Clock.systemUTC().instant());
    private final Desk desk;

    GettingAboutTest(@TempDir Path folder) {
        desk = new Desk(folder, samples::setup);
        desk.open(false);
        desk.size(1280, 800);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aNodeIsFoundByTheKeyboardAloneAndStandsFirstTheNextTime() {
        String node =
                samples.setup()
                        .voting()
                        .value()
                        .orElseThrow()
                        .clusters()
                        .get(3)
                        .members()
                        .getFirst()
                        .nodeId();
        palette();
        robot.write(node.substring(0, 12)).type(KeyCode.ENTER);
        Snapshots.await(() -> text("#clusters-headline").length() > 0);
        assertThat(Snapshots.on(() -> robot.lookup("#palette").query().isVisible())).isFalse();
        assertThat(labels()).contains(Formats.shortId(node));

        palette();
        assertThat(first()).contains("Node", "Collection node, cluster 3");
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void aPageAnAddressAndAWordAreReachedFromThePalette() {
        palette();
        robot.write("dk").type(KeyCode.ENTER);
        Snapshots.await(() -> !text("#dkg-headline").isEmpty());

        palette();
        robot.write("0x8624").type(KeyCode.ENTER);
        Snapshots.await(
                () -> "0x8624b52f9ddcd04a".equals(Clipboard.getSystemClipboard().getString()));

        // the guide is read in the background
        robot.type(KeyCode.F1);
        Snapshots.await(() -> text("#guide .guide-heading-1").equals("DKG"));
        robot.type(KeyCode.F1);
        palette();
        robot.write("proof of pos").type(KeyCode.ENTER);
        Snapshots.await(() -> text("#guide .guide-heading-1").equals("Glossary"));
    }

    @Test
    void helpExplainsThePageOneIsOnAndGivesTheFocusBack() {
        for (String page : List.of("overview", "clusters", "dkg", "keys", "activity", "settings")) {
            robot.clickOn("#navigate-" + page);
            robot.type(KeyCode.F1);
            String title = text("#navigate-" + page);
            Snapshots.await(() -> text("#guide .guide-heading-1").equals(title));
            robot.type(KeyCode.ESCAPE);
            Snapshots.await(() -> !robot.lookup("#guide").query().isVisible());
            assertThat(focusOwner()).isEqualTo("navigate-" + page);
        }
    }

    @Test
    void aWordIsExplainedWhereThePointerRests() {
        robot.clickOn("#tool-guide").clickOn("#tool-guide");
        Node heading =
                robot.lookup(".epoch-card .text-heading")
                        .match((Label label) -> label.getText().equals("Cluster quorum"))
                        .query();
        robot.moveTo(heading).moveBy(1, 0);
        Snapshots.await(() -> robot.lookup("#glossary-hover").tryQuery().isPresent());
        assertThat(
                        robot.lookup(".glossary-hover .text-heading").queryAll().stream()
                                .map(node -> ((Labeled) node).getText()))
                .containsExactly("Quorum certificate");
        desk.eyes()
                .pictureOf(
                        "glossary-hover", () -> robot.lookup(".glossary-hover").query().getScene());
    }

    @Test
    void looksGoodSmallAndLightLargeAndDark() {
        for (Theme look : Theme.values()) {
            int[] size = Snapshots.SIZES.get(look == Theme.LIGHT ? 0 : 1);
            desk.size(size[0], size[1]);
            desk.wear(look);
            String name = look.name().toLowerCase(java.util.Locale.ROOT) + "-" + size[0];
            palette();
            desk.eyes().picture("palette-offered-" + name);
            robot.write("cl 1");
            desk.eyes().picture("palette-found-" + name);
            robot.write("zz");
            desk.eyes().picture("palette-nothing-" + name);
            assertThat(desk.eyes().cutOff()).isEmpty();
            robot.type(KeyCode.ESCAPE).type(KeyCode.F1);
            Snapshots.await(() -> !text("#guide .guide-heading-1").isEmpty());
            desk.eyes().picture("guide-" + name);
            assertThat(desk.eyes().cutOff()).isEmpty();
            robot.type(KeyCode.ESCAPE);
        }
        robot.type(KeyCode.F1);
        robot.clickOn("#guide-contents").clickOn("Glossary");
        Snapshots.await(() -> text("#guide .guide-heading-1").equals("Glossary"));
        desk.eyes().picture("guide-glossary");
    }

    private void palette() {
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        Snapshots.await(() -> "palette-field".equals(focusOwner()));
    }

    private String focusOwner() {
        return Snapshots.on(
                () -> {
                    Node owner = desk.eyes().stage().getScene().getFocusOwner();
                    return owner == null || owner.getId() == null ? "" : owner.getId();
                });
    }

    private String first() {
        return Snapshots.on(
                () ->
                        String.valueOf(
                                robot.lookup("#palette-list .list-cell")
                                        .query()
                                        .getAccessibleText()));
    }

    private String text(String selector) {
        return Snapshots.on(
                () ->
                        robot.lookup(selector)
                                .tryQuery()
                                .map(node -> ((Labeled) node).getText())
                                .orElse(""));
    }

    private List<String> labels() {
        Snapshots.settle();
        return Snapshots.on(
                () ->
                        desk.eyes().stage().getScene().getRoot().lookupAll(".text").stream()
                                .map(node -> node instanceof Text text ? text.getText() : "")
                                .toList());
    }
}

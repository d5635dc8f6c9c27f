package io.epochdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.rehearsal.RehearsalOptions;
import io.epochdesk.rehearsal.model.Genesis;
import io.epochdesk.ui.Snapshots;
import io.epochdesk.ui.Theme;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * The doctor's case in the whole window, on a rehearsal: a node of the operator's is unfit, is
 * repaired by the button beside its finding, and is fit.
 */
@Tag("robot")
@Timeout(240)
final class UnfitNodeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PASSWORD = "practice";
    private static final String SIGNER = "#signer-" + Genesis.operatorAddress(0).hex();

    private final FxRobot robot = new FxRobot();
    private final Desk desk;

    UnfitNodeTest(@TempDir Path folder) {
        desk =
                new Desk(
                        folder,
                        profile -> new LiveBoards(folder, Clock.systemUTC()).open(profile),
                        new LocalRehearsals(
                                RehearsalOptions.usual().playing("out-of-funds").at(1)));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void anUnfitNodeIsRepairedFromItsFindingAndTurnsGreen() {
        desk.open(true);
        robot.type(KeyCode.ENTER);
        await("#rehearsal-bar", Node::isVisible);
        importKeys();

        robot.clickOn("#navigate-nodes");
        // at the next round the doctor sees the key, too
        await("#findings", node -> says(node, "DOC-873") && !says(node, "DOC-825"));
        await("#node-detail", node -> says(node, "Unfit"));
        pictures("doctor-unfit");
        assertThat(desk.eyes().cutOff()).isEmpty();
        robot.clickOn("#navigate-overview");
        await("#needs", node -> node.isVisible() && says(node, " is unfit."));
        pictures("overview-needs");

        robot.clickOn("#navigate-nodes");
        await("#findings .remedy", Node::isVisible);
        press("#findings .remedy");
        topUp();

        // the flow leads back to where it was begun
        await("#nodes-again", Node::isVisible);
        press("#nodes-again");
        await("#nodes-headline", node -> text(node).equals("Your node is fit."));
        await("#findings", node -> !says(node, "DOC-873"));
        pictures("doctor-fit");
        assertThat(desk.eyes().cutOff()).isEmpty();
        robot.clickOn("#navigate-overview");
        await("#needs", node -> says(node, "Nothing needs you."));
    }

    /** Unlocks the rehearsal's vault, and takes in the own node's folder and the staking key. */
    private void importKeys() {
        robot.clickOn("#navigate-keys");
        await("#keys-again", Node::isVisible);
        robot.clickOn("#keys-password").write(PASSWORD, 0).type(KeyCode.ENTER);
        robot.write(PASSWORD, 0).type(KeyCode.ENTER);
        await("#keys-table", Node::isVisible);
        press("#keys-folder");
        choose("#practice-own");
        choose("#act");
        isThere("#findings");
        choose("#act");
        isThere("#act-done");
        choose("#act-cancel");
        await("#keys-table", node -> keys(node) == 1);
        press("#keys-folder");
        choose("#practice-staking-account");
        choose("#act");
        await("#keys-table", node -> keys(node) == 2);
    }

    private static int keys(Node table) {
        return ((TableView<?>) table).getItems().size();
    }

    /** Presses what is in a dialog once it can be. */
    private void choose(String query) {
        Awaitility.await()
                .atMost(PATIENCE)
                .alias(query)
                .until(
                        () ->
                                robot.lookup(query)
                                        .tryQuery()
                                        .filter(node -> node.isVisible() && !node.isDisabled())
                                        .isPresent());
        Snapshots.onFx(() -> robot.lookup(query).<ButtonBase>query().fire());
        Snapshots.settle();
    }

    private void isThere(String query) {
        Awaitility.await()
                .atMost(PATIENCE)
                .alias(query)
                .until(() -> robot.lookup(query).tryQuery().isPresent());
        Snapshots.settle();
    }

    /** The guided flow that the finding's button opened, from its first page to its proof. */
    private void topUp() {
        heading("What this flow does, and what it takes");
        forward();
        heading("Whose account signs, and which values");
        assertThat(((TextInputControl) node("#field-recipient")).getText()).startsWith("0x");
        assertThat(((TextInputControl) node("#field-amount")).getText()).isNotEmpty();
        await(SIGNER, Node::isVisible);
        press(SIGNER);
        forward();
        await("#checks-headline", Node::isVisible);
        Snapshots.onFx(
                () ->
                        root().lookupAll(".check-box").stream()
                                .filter(each -> String.valueOf(each.getId()).startsWith("agree-"))
                                .forEach(each -> ((CheckBox) each).setSelected(true)));
        forward();
        heading("What you are about to sign");
        forward();
        heading("Sign");
        await("#confirm-password", Node::isVisible);
        Snapshots.onFx(() -> node("#confirm-password").requestFocus());
        robot.write(PASSWORD, 0).type(KeyCode.ENTER);
        await("#proof-headline", Node::isVisible);
        forward();
    }

    private void pictures(String name) {
        for (Theme look : List.of(Theme.LIGHT, Theme.DARK)) {
            for (int[] size : Snapshots.SIZES) {
                desk.wear(look);
                desk.size(size[0], size[1]);
                desk.eyes()
                        .picture(
                                "%s-%s-%dx%d"
                                        .formatted(
                                                name,
                                                look == Theme.DARK ? "dark" : "light",
                                                size[0],
                                                size[1]));
            }
        }
        desk.wear(Theme.LIGHT);
        desk.size(1280, 800);
    }

    private void heading(String heading) {
        await("#wizard-heading", node -> text(node).equals(heading));
    }

    private void forward() {
        await("#wizard-forward", node -> node.isVisible() && !node.isDisabled());
        press("#wizard-forward");
    }

    private void press(String query) {
        Snapshots.onFx(() -> ((ButtonBase) node(query)).fire());
    }

    private static String text(Node node) {
        return ((Labeled) node).getText();
    }

    private static boolean says(Node within, String text) {
        return within.lookupAll(".label").stream()
                .filter(node -> node instanceof Labeled && node.isVisible())
                .map(node -> ((Labeled) node).getText())
                .anyMatch(said -> said != null && said.contains(text));
    }

    private void await(String query, Predicate<Node> holds) {
        try {
            desk.eyes().await(query, PATIENCE, holds);
        } catch (ConditionTimeoutException e) {
            desk.eyes().picture("unfit-node-stuck");
            throw e;
        }
    }

    private Node node(String query) {
        return Objects.requireNonNull(root().lookup(query), query);
    }

    private Parent root() {
        return desk.eyes().stage().getScene().getRoot();
    }
}

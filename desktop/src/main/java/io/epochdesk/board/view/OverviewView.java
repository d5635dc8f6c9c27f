package io.epochdesk.board.view;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Card;
import io.epochdesk.ui.FxClock;
import io.epochdesk.ui.FxFeed;
import io.epochdesk.ui.FxThread;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.View;
import io.epochdesk.ui.WhileShown;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.kordamp.ikonli.javafx.FontIcon;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * The Overview: the answer, the epoch to scale, how quorum, DKG and fallback stand, what needs
 * attention.
 */
final class OverviewView implements View {

    private final OverviewViewModel model;
    private final FontIcon mark = new FontIcon();
    private final Label headline = Labels.headline("");
    private final Label explanation = Labels.body("");
    private final EpochTimeline timeline;
    private final HBox milestones = new HBox();
    private final Label rate = Labels.caption("");
    private final Label computed = Labels.caption("");
    private final ShareColumns clusters = new ShareColumns();
    private final VBox dkgSteps = new VBox(8);
    private final CommitteeGrid committee = new CommitteeGrid();
    private final ShareBar time = new ShareBar();
    private final FactList course = new FactList();
    private final SummaryPane quorum = new SummaryPane(clusters);
    private final SummaryPane dkg = new SummaryPane(dkgSteps);
    private final SummaryPane fallback = new SummaryPane(time);
    private final AttentionPane attention;
    private final Card epochCard;
    private final Card quorumCard;
    private final Card dkgCard;
    private final Card fallbackCard;
    private final VBox page = new VBox();
    private final ScrollPane root = new ScrollPane();

    OverviewView(
            OverviewViewModel model,
            FxFeed<BoardSnapshot> board,
            FxClock clock,
            Formats formats,
            FxThread fx,
            Consumer<String> openPage) {
        this.model = model;
        Words words = formats.words();
        timeline = new EpochTimeline(formats);
        attention = new AttentionPane(words, openPage);
        computed.setText(words.say("overview.timeline.computed"));
        epochCard = new Card(words.say("overview.timeline"), epoch(), formats, fx).noting(rate);
        quorumCard = new Card(words.say("overview.quorum"), quorum, formats, fx);
        dkgCard = new Card(words.say("overview.dkg"), dkg, formats, fx);
        fallbackCard = new Card(words.say("overview.fallback"), fallback, formats, fx);
        dkg.more(committee);
        fallback.more(course);
        build(words);
        WhileShown.of(
                root,
                () -> {
                    Runnable look = () -> show(board.getValue(), clock.getValue());
                    Subscription watching =
                            Subscription.combine(
                                    board.open(),
                                    clock.open(),
                                    board.subscribe(look),
                                    model.mineProperty().subscribe(look),
                                    clock.subscribe(look));
                    look.run();
                    return watching;
                });
    }

    @Override
    public Parent root() {
        return root;
    }

    void own(Node node) {
        node.managedProperty().bind(node.visibleProperty());
        page.getChildren().add(1, node);
    }

    private Node epoch() {
        milestones.getStyleClass().add("milestones");
        computed.getStyleClass().add("tone-text");
        io.epochdesk.ui.Tone.ATTENTION.on(computed);
        computed.managedProperty().bind(computed.visibleProperty());
        VBox.setVgrow(timeline, Priority.ALWAYS);
        return new VBox(12, timeline, milestones, computed);
    }

    private void build(Words words) {
        mark.getStyleClass().add("headline-mark");
        headline.setId("overview-headline");
        headline.setWrapText(true);
        headline.setMinHeight(Region.USE_PREF_SIZE);
        explanation.setId("overview-explanation");
        explanation.getStyleClass().add("explanation");
        VBox sentences = new VBox(4, headline, explanation);
        HBox answer = new HBox(16, mark, sentences);
        answer.getStyleClass().add("answer");
        HBox.setHgrow(sentences, Priority.ALWAYS);

        VBox toDo = new VBox(12, Labels.heading(words.say("overview.attention")), attention);
        toDo.getStyleClass().add("epoch-card");

        WideGrid cards = new WideGrid(List.of(quorumCard, dkgCard, fallbackCard), toDo);
        page.getChildren().addAll(answer, epochCard, cards);
        page.getStyleClass().add("page");
        page.setMinHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(epochCard, Priority.ALWAYS);
        epochCard.setMaxHeight(460);
        VBox.setVgrow(cards, Priority.ALWAYS);
        cards.setMaxHeight(Double.MAX_VALUE);
        cards.wideProperty()
                .subscribe(
                        wide -> {
                            committee.setVisible(wide);
                            course.setVisible(wide);
                        });
        root.setContent(page);
        root.setFitToWidth(true);
        root.setFitToHeight(true);
        root.getStyleClass().add("page-scroll");
        root.setId("overview");
    }

    private void show(BoardSnapshot board, Instant now) {
        model.show(board, now);
        Overview shown = model.shown().get();
        mark.setIconCode(shown.tone().icon());
        shown.tone().on(mark);
        headline.setText(shown.headline());
        explanation.setText(shown.explanation());
        explanation.setManaged(!shown.explanation().isEmpty());
        epochCard.show(board.epoch(), now, board.connection().fault());
        quorumCard.show(board.voting(), now, board.connection().fault());
        dkgCard.show(board.dkg(), now, board.connection().fault());
        fallbackCard.show(board.outlook(), now, board.connection().fault());
        shown.ribbon().ifPresent(ribbon -> timeline.show(ribbon, now));
        computed.setVisible(shown.ribbon().map(EpochRibbon::computed).orElse(false));
        show(shown.milestones());
        rate.setText(shown.milestones().isEmpty() ? "" : shown.rate());
        quorum.show(shown.quorum());
        clusters.show(shown.clusters());
        clusters.setManaged(!shown.clusters().isEmpty());
        dkg.show(shown.dkg());
        showSteps(shown.dkgSteps());
        committee.show(shown.committee(), shown.own(), model.committeeInWords());
        course.show(shown.course());
        fallback.show(shown.fallback());
        time.setVisible(shown.timeUsed().isPresent());
        time.setManaged(shown.timeUsed().isPresent());
        shown.timeUsed().ifPresent(time::show);
        attention.show(shown.attention(), board.epoch().last() != null);
    }

    private void show(List<MilestoneRow> rows) {
        if (milestones.getChildren().size() != rows.size()) {
            milestones.getChildren().clear();
            for (int i = 0; i < rows.size(); i++) {
                MilestoneTile tile = new MilestoneTile();
                HBox.setHgrow(tile, Priority.ALWAYS);
                tile.setPrefWidth(100);
                tile.setMaxWidth(Double.MAX_VALUE);
                milestones.getChildren().add(tile);
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            ((MilestoneTile) milestones.getChildren().get(i)).show(rows.get(i));
        }
    }

    private void showSteps(List<Share> steps) {
        while (dkgSteps.getChildren().size() > steps.size()) {
            dkgSteps.getChildren().removeLast();
        }
        while (dkgSteps.getChildren().size() < steps.size()) {
            dkgSteps.getChildren().add(new ShareBar());
        }
        for (int i = 0; i < steps.size(); i++) {
            ((ShareBar) dkgSteps.getChildren().get(i)).show(steps.get(i));
        }
        dkgSteps.setManaged(!steps.isEmpty());
    }

    /**
     * Three cards beside each other, and what needs attention below them, or beside them where
     * there is room.
     */
    private static final class WideGrid extends GridPane {

        private static final double WIDE = 1700;
        private static final double GAP = 16;

        private final List<Card> cards;
        private final Node beside;
        private final ReadOnlyBooleanWrapper wide = new ReadOnlyBooleanWrapper();

        WideGrid(List<Card> cards, Node beside) {
            this.cards = cards;
            this.beside = beside;
            setHgap(GAP);
            setVgap(GAP);
            arrange();
            widthProperty()
                    .subscribe(
                            width -> {
                                if (width.doubleValue() > WIDE != wide.get()) {
                                    wide.set(!wide.get());
                                    arrange();
                                }
                            });
        }

        /** Whether there is room for what is left out elsewhere. */
        ReadOnlyBooleanProperty wideProperty() {
            return wide.getReadOnlyProperty();
        }

        private void arrange() {
            getChildren().clear();
            getColumnConstraints().clear();
            int columns = wide.get() ? cards.size() + 1 : cards.size();
            for (int i = 0; i < columns; i++) {
                var column = new javafx.scene.layout.ColumnConstraints();
                column.setPercentWidth(100.0 / columns);
                getColumnConstraints().add(column);
            }
            for (int i = 0; i < cards.size(); i++) {
                add(cards.get(i), i, 0);
                GridPane.setVgrow(cards.get(i), Priority.ALWAYS);
            }
            if (wide.get()) {
                add(beside, cards.size(), 0);
            } else {
                add(beside, 0, 1, cards.size(), 1);
            }
        }
    }
}

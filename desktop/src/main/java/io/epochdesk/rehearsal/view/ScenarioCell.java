package io.epochdesk.rehearsal.view;

import io.epochdesk.text.Words;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.Tone;
import io.epochdesk.ui.ToneMark;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/** A scenario in the list: name, what one will see, size. */
final class ScenarioCell extends ListCell<ScenarioRow> {

    private static final double MARGIN = 40;

    private final Label title = Labels.heading("");
    private final ToneMark playing = new ToneMark();
    private final Label description = Labels.body("");
    private final Label size = Labels.caption("");
    private final VBox lines;

    ScenarioCell(Words words) {
        getStyleClass().add("scenario");
        playing.show(Tone.PROGRESS, words.say("rehearsal.playing"));
        playing.getStyleClass().add("tone-chip");
        description.setMinHeight(Region.USE_PREF_SIZE);
        lines = new VBox(2, new HBox(12, title, playing), description, size);
        lines.setPrefWidth(0);
        lines.maxWidthProperty().bind(widthProperty().subtract(MARGIN));
    }

    @Override
    protected void updateItem(@Nullable ScenarioRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        title.setText(row.title());
        description.setText(row.description());
        size.setText(row.size());
        playing.setVisible(row.current());
        setGraphic(lines);
        setAccessibleText(row.title() + ". " + row.description() + " " + row.size());
    }
}

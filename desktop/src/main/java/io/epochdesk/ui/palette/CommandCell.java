package io.epochdesk.ui.palette;

import io.epochdesk.text.Words;
import io.epochdesk.ui.Labels;

import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/** A command in the list: icon, title with the typed letters set off, detail, kind. */
final class CommandCell extends ListCell<Match> {

    private final PaletteViewModel model;
    private final Words words;
    private final FontIcon icon = new FontIcon();
    private final TextFlow title = new TextFlow();
    private final Label detail = Labels.caption("");
    private final Label kind = Labels.caption("");
    private final FontIcon recent = new FontIcon(MaterialDesignH.HISTORY);
    private final HBox row;

    CommandCell(PaletteViewModel model, Words words) {
        this.model = model;
        this.words = words;
        title.setMinWidth(0);
        VBox names = new VBox(title, detail);
        names.setAlignment(Pos.CENTER_LEFT);
        names.setMinWidth(0);
        detail.managedProperty().bind(detail.textProperty().isNotEmpty());
        HBox.setHgrow(names, Priority.ALWAYS);
        kind.setMinWidth(Region.USE_PREF_SIZE);
        recent.getStyleClass().add("palette-recent");
        row = new HBox(12, icon, names, recent, kind);
        row.setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("palette-row");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        // The list is as wide as the palette; a long detail ends in an ellipsis.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Match match, boolean empty) {
        super.updateItem(match, empty);
        if (empty || match == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        Command command = match.command();
        icon.setIconCode(command.icon());
        title.getChildren().clear();
        int from = 0;
        String text = command.title();
        while (from < text.length()) {
            int to = from + 1;
            while (to < text.length() && match.isTyped(to) == match.isTyped(from)) {
                to++;
            }
            Text run = new Text(text.substring(from, to));
            run.getStyleClass().add(match.isTyped(from) ? "palette-typed" : "palette-title");
            title.getChildren().add(run);
            from = to;
        }
        detail.setText(command.detail());
        String kindName = words.name("palette.kind", command.kind());
        kind.setText(kindName);
        recent.setVisible(model.isRecent(match));
        setAccessibleText(text + ", " + kindName + ", " + command.detail());
        setGraphic(row);
    }
}

package io.epochdesk.ui;

import io.epochdesk.text.Words;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** A path, typed or chosen in the system's own dialog. */
public final class PathField extends HBox {

    /** What is chosen. */
    public enum Kind {
        /** A folder that is there. */
        FOLDER,
        /** A file that is there. */
        OPEN,
        /** A file to be written. */
        SAVE
    }

    private final Kind kind;
    private final TextField text = new TextField();

    /**
     * An empty field.
     *
     * @param id names the text field for tests; its button ends in {@code -choose}
     * @param name what is asked for, for screen readers and as the dialog's title
     */
    public PathField(Kind kind, String id, String name, Words words) {
        super(8);
        this.kind = kind;
        text.setId(id);
        text.setAccessibleText(name);
        Button choose = new Button(words.say("ui.choose"));
        choose.setId(id + "-choose");
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setOnAction(_ -> choose(name));
        HBox.setHgrow(text, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(text, choose);
    }

    /** The text field. */
    public TextField text() {
        return text;
    }

    /** The path; empty while there is none, or what is typed cannot be one. */
    public Optional<Path> path() {
        String typed = text.getText().strip();
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(Path.of(typed));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /** Shows this path. */
    public void show(Path path) {
        text.setText(path.toString());
        text.positionCaret(text.getLength());
    }

    private void choose(String title) {
        Window owner = getScene().getWindow();
        File chosen = kind == Kind.FOLDER ? folder(owner, title) : file(owner, title);
        if (chosen != null) {
            show(chosen.toPath());
        }
    }

    private @Nullable File folder(Window owner, String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(start());
        return chooser.showDialog(owner);
    }

    private @Nullable File file(Window owner, String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(start());
        path().map(Path::getFileName)
                .ifPresent(name -> chooser.setInitialFileName(name.toString()));
        return kind == Kind.OPEN ? chooser.showOpenDialog(owner) : chooser.showSaveDialog(owner);
    }

    private @Nullable File start() {
        return path().flatMap(
                        typed ->
                                kind == Kind.FOLDER
                                        ? Optional.of(typed)
                                        : Optional.ofNullable(typed.toAbsolutePath().getParent()))
                .filter(Files::isDirectory)
                .map(Path::toFile)
                .orElse(null);
    }
}

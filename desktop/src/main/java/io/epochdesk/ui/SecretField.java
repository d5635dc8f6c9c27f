package io.epochdesk.ui;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Skin;
import javafx.scene.control.SkinBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * A field for a secret: what is typed lies in one array that is wiped, and is never a text as a
 * whole, as JavaFX's password field keeps it. Nothing can be pasted, copied or selected; Backspace
 * takes back the last character, Escape all of them.
 */
public final class SecretField extends Control {

    private static final int LONGEST = 256;
    private static final String DOT = "\u2022";

    private final char[] typed = new char[LONGEST];
    private final Label dots = new Label();
    private final ReadOnlyIntegerWrapper length = new ReadOnlyIntegerWrapper();
    private @Nullable Runnable entered;

    /**
     * An empty field.
     *
     * @param name what is asked for, for screen readers
     */
    public SecretField(String name) {
        getStyleClass().addAll("text-input", "text-field", "secret-field");
        setAccessibleRole(AccessibleRole.PASSWORD_FIELD);
        setAccessibleText(name);
        setFocusTraversable(true);
        addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> requestFocus());
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    }

    /** Runs this when Enter is pressed; until it is set, Enter is the default button's. */
    public void setOnEntered(Runnable act) {
        entered = act;
    }

    /** Hands out what was typed, which the caller wipes, and empties the field. */
    public char[] take() {
        char[] taken = Arrays.copyOf(typed, length.get());
        clear();
        return taken;
    }

    /** Whether nothing is typed. */
    public boolean isEmpty() {
        return length.get() == 0;
    }

    /** How many UTF-16 units are typed. */
    public ReadOnlyIntegerProperty lengthProperty() {
        return length.getReadOnlyProperty();
    }

    /** Wipes what was typed. */
    public void clear() {
        Arrays.fill(typed, '\0');
        show(0);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new DotsSkin(this, dots);
    }

    private void pressed(KeyEvent key) {
        Runnable enter = entered;
        if (key.getCode() == KeyCode.ENTER && enter != null) {
            enter.run();
        } else if (key.getCode() == KeyCode.BACK_SPACE) {
            takeBack();
        } else if (key.getCode() == KeyCode.ESCAPE && !isEmpty()) {
            clear();
        } else {
            return;
        }
        key.consume();
    }

    private void typed(KeyEvent key) {
        String character = key.getCharacter();
        if (key.isShortcutDown() || key.isMetaDown() || character.isEmpty()) {
            return;
        }
        char first = character.charAt(0);
        if (first >= ' ' && first != '\u007f' && length.get() + character.length() <= LONGEST) {
            character.getChars(0, character.length(), typed, length.get());
            show(length.get() + character.length());
            key.consume();
        }
    }

    private void takeBack() {
        int last = length.get() - 1;
        if (last >= 0) {
            int rest = last > 0 && Character.isLowSurrogate(typed[last]) ? last - 1 : last;
            Arrays.fill(typed, rest, last + 1, '\0');
            show(rest);
        }
    }

    private void show(int now) {
        dots.setText(DOT.repeat(Character.codePointCount(typed, 0, now)));
        length.set(now);
    }

    private static final class DotsSkin extends SkinBase<SecretField> {
        DotsSkin(SecretField field, Label dots) {
            super(field);
            dots.setAlignment(Pos.CENTER_LEFT);
            dots.setTextOverrun(OverrunStyle.CLIP);
            dots.setMaxWidth(Double.MAX_VALUE);
            dots.setMouseTransparent(true);
            getChildren().add(dots);
        }
    }
}

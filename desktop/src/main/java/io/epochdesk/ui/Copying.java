package io.epochdesk.ui;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Something was copied; the event rises from the node to the shell, which says so. */
public final class Copying extends Event {

    /** The one type. */
    public static final EventType<Copying> COPIED = new EventType<>(Event.ANY, "EPOCHDESK_COPIED");

    private static final long serialVersionUID = 1L;

    private final String text;

    private Copying(String text) {
        super(COPIED);
        this.text = text;
    }

    /** What lies on the clipboard now. */
    public String text() {
        return text;
    }

    /** Puts text on the clipboard and tells the shell around the node. */
    public static void copy(Node from, String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        from.fireEvent(new Copying(text));
    }
}

package io.epochdesk.ui;

import javafx.scene.control.Label;

/** Text in the sizes of the type scale. */
public final class Labels {

    private Labels() {}

    /** 28: the answer of a page. */
    public static Label headline(String text) {
        return styled(text, "text-headline");
    }

    /** 20: the title of a section, a large figure. */
    public static Label title(String text) {
        return styled(text, "text-title");
    }

    /** 16: the title of a card. */
    public static Label heading(String text) {
        return styled(text, "text-heading");
    }

    /** 14: plain text, wrapped. */
    public static Label body(String text) {
        Label label = styled(text, "text-body");
        label.setWrapText(true);
        return label;
    }

    /** 12: what stands beside a figure. */
    public static Label caption(String text) {
        return styled(text, "text-caption");
    }

    /** 12: in mono, for IDs. */
    public static Label mono(String text) {
        return styled(text, "text-mono");
    }

    private static Label styled(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        return label;
    }
}

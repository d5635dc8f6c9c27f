package io.epochdesk.ui;

import org.kordamp.ikonli.Ikon;

import java.util.Optional;

/** A page of the window, as navigation and keyboard know it. */
public interface Page extends View {

    /** Stable and short: {@code overview}; names tests and the page that is remembered. */
    String id();

    /** Its name in the navigation. */
    String title();

    /** Its icon in the navigation. */
    Ikon icon();

    /**
     * Puts the cursor where one looks for something on this page; nothing where there is nothing to
     * find.
     */
    default void find() {}

    /**
     * The chapter of the guide that explains this page, with {@code #} and a heading if need be.
     */
    default String helpTopic() {
        return id();
    }

    /** Looks again now. */
    default void refresh() {}

    /**
     * What the copy shortcut copies when no text field has the focus: usually the ID of what is
     * selected.
     */
    default Optional<String> copyable() {
        return Optional.empty();
    }
}

package io.epochdesk.ui;

import javafx.scene.Parent;

/**
 * A piece of the screen in plain Java. Its nodes are made in the constructor and bound by {@link
 * WhileShown}: what it needs lives while the root is in a visible window, and everything is
 * released when it leaves.
 */
public interface View {

    /** The root node; always the same. */
    Parent root();
}

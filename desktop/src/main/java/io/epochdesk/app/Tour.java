package io.epochdesk.app;

import io.epochdesk.ui.Page;
import io.epochdesk.ui.Painted;
import io.epochdesk.ui.Shell;

import javafx.scene.Scene;

import java.util.Iterator;

/**
 * Opens each page once, for half a second, and ends. The build takes it to train the cache of
 * loaded classes, and to see that every page of a package can be painted.
 */
final class Tour {

    /** Half a second of frames. */
    private static final int PULSES = 30;

    private final Scene scene;
    private final Shell shell;
    private final Iterator<String> pages;
    private final Runnable end;

    private Tour(Scene scene, Shell shell, Runnable end) {
        this.scene = scene;
        this.shell = shell;
        this.end = end;
        pages = shell.pages().stream().map(Page::id).toList().iterator();
    }

    /**
     * Begins a tour of what the shell holds now. On the FX thread.
     *
     * @param end run when every page has been open
     */
    static void begin(Scene scene, Shell shell, Runnable end) {
        new Tour(scene, shell, end).next();
    }

    private void next() {
        if (pages.hasNext()) {
            shell.open(pages.next());
            Painted.after(scene, PULSES, this::next);
        } else {
            end.run();
        }
    }
}

package io.epochdesk.app;

import io.epochdesk.ui.DialogDress;
import io.epochdesk.ui.ThemeChoice;

/**
 * How everything looks.
 *
 * @param theme which look is worn
 * @param dress what dialogs wear
 */
record Look(ThemeChoice theme, DialogDress dress) {

    /** Dialogs that wear what the window wears. */
    static Look of(ThemeChoice theme) {
        return new Look(theme, new DialogDress(() -> theme.theme().getValue()));
    }
}

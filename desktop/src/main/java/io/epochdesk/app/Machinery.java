package io.epochdesk.app;

import io.epochdesk.cli.BoardSource;
import io.epochdesk.network.NodeProbe;
import io.epochdesk.ui.DialogDress;
import io.epochdesk.ui.FxThread;
import io.epochdesk.ui.ThemeChoice;

import java.util.concurrent.Executor;

/**
 * What the window runs on; tests bring their own.
 *
 * @param boards opens boards
 * @param probe tests access nodes
 * @param background one thread a task
 * @param fx the FX thread
 * @param theme which look is worn
 * @param dress what dialogs wear
 */
record Machinery(
        BoardSource boards,
        NodeProbe probe,
        Executor background,
        FxThread fx,
        ThemeChoice theme,
        DialogDress dress) {}

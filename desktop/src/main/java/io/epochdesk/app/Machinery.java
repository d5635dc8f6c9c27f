package io.epochdesk.app;

import io.epochdesk.cli.BoardSource;
import io.epochdesk.network.NodeProbe;
import io.epochdesk.ui.FxThread;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.Executor;

/**
 * What the window runs on; tests bring their own.
 *
 * @param boards opens boards
 * @param rehearsals starts rehearsal networks, or null where none can be had
 * @param probe tests access nodes
 * @param background one thread a task
 * @param fx the FX thread
 * @param look how everything looks
 * @param told what the console tells about itself
 */
record Machinery(
        BoardSource boards,
        @Nullable RehearsalSource rehearsals,
        NodeProbe probe,
        Executor background,
        FxThread fx,
        Look look,
        SelfTold told) {}

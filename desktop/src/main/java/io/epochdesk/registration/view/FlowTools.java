package io.epochdesk.registration.view;

import io.epochdesk.keys.view.Practice;
import io.epochdesk.text.Formats;
import io.epochdesk.ui.FxTasks;
import io.epochdesk.ui.FxThread;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.InstantSource;

/**
 * What the model of a flow works with.
 *
 * @param tasks runs what blocks
 * @param fx the FX thread
 * @param signers the vault
 * @param practice what a rehearsal offers instead of real folders; null outside one
 * @param network what people call the network
 * @param formats how figures are written
 * @param clock the time
 */
public record FlowTools(
        FxTasks tasks,
        FxThread fx,
        Signers signers,
        @Nullable Practice practice,
        String network,
        Formats formats,
        InstantSource clock) {

    /** Where files are suggested: the operator's own folder, or that of a rehearsal. */
    Path home() {
        return practice == null ? Path.of(System.getProperty("user.home")) : practice.folder();
    }
}

package io.epochdesk.registration.view;

import io.epochdesk.keys.vault.Vault;
import io.epochdesk.keys.view.ConfirmationPane;
import io.epochdesk.keys.view.ConfirmationViewModel;
import io.epochdesk.keys.view.Practice;
import io.epochdesk.text.Formats;
import io.epochdesk.ui.FxClock;
import io.epochdesk.ui.FxTasks;
import io.epochdesk.ui.FxThread;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;

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

    /**
     * A pane that asks for the vault's password and then hands the vault over.
     *
     * @param why what will be done with which key, as a sentence
     * @param act what the button says
     */
    ConfirmationPane vault(FxClock age, String why, String act, Consumer<? super Vault> confirmed) {
        return new ConfirmationPane(
                new ConfirmationViewModel(signers.door(), signers.session(), tasks),
                formats,
                age,
                why,
                act,
                confirmed);
    }

    /** Where files are suggested: the operator's own folder, or that of a rehearsal. */
    Path home() {
        return practice == null ? Path.of(System.getProperty("user.home")) : practice.folder();
    }
}

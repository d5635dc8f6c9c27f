package io.epochdesk.keys.view;

import io.epochdesk.text.Formats;
import io.epochdesk.ui.DialogDress;
import io.epochdesk.ui.FxClock;
import io.epochdesk.ui.Later;
import io.epochdesk.ui.Page;

import javafx.scene.Parent;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;

import java.util.Optional;

/** Keys in the navigation. */
public final class KeysPage implements Page {

    private final Formats formats;
    private final Later<KeysView> view;

    public KeysPage(KeysViewModel model, Formats formats, FxClock clock, DialogDress dress) {
        this.formats = formats;
        view = new Later<>(() -> new KeysView(model, formats, clock, dress));
    }

    @Override
    public String id() {
        return "keys";
    }

    @Override
    public String title() {
        return formats.words().say("vault.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignK.KEY_OUTLINE;
    }

    @Override
    public Parent root() {
        return view.get().root();
    }

    @Override
    public Optional<String> copyable() {
        return view.ifMade().flatMap(KeysView::selectedPublicKey);
    }
}

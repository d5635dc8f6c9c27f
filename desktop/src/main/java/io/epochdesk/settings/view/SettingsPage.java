package io.epochdesk.settings.view;

import io.epochdesk.text.Formats;
import io.epochdesk.ui.DialogDress;
import io.epochdesk.ui.Later;
import io.epochdesk.ui.Page;

import javafx.scene.Parent;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.time.InstantSource;

/** Settings in the navigation. */
public final class SettingsPage implements Page {

    private final Formats formats;
    private final Later<SettingsView> view;

    public SettingsPage(
            SettingsViewModel model,
            Formats formats,
            InstantSource time,
            DialogDress dress,
            String usualDataFolder) {
        this.formats = formats;
        view = new Later<>(() -> new SettingsView(model, formats, time, dress, usualDataFolder));
    }

    /** Offers something to do with the console as a whole, by a button under its settings. */
    public void offer(String id, String name, Runnable act) {
        view.once(made -> made.offer(id, name, act));
    }

    @Override
    public String id() {
        return "settings";
    }

    @Override
    public String title() {
        return formats.words().say("settings.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignC.COG_OUTLINE;
    }

    @Override
    public Parent root() {
        return view.get().root();
    }
}

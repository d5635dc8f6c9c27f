package io.epochdesk.app;

import io.epochdesk.cli.BoardSource;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.settings.Settings;
import io.epochdesk.settings.view.SettingsPage;
import io.epochdesk.settings.view.SettingsViewModel;
import io.epochdesk.settings.view.WelcomeView;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.DialogDress;
import io.epochdesk.ui.FxClock;
import io.epochdesk.ui.FxFeed;
import io.epochdesk.ui.FxTasks;
import io.epochdesk.ui.FxThread;
import io.epochdesk.ui.Page;
import io.epochdesk.ui.Shell;
import io.epochdesk.ui.ThemeChoice;
import io.epochdesk.ui.WindowPlace;

import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

/** The window and what it watches; follows the settings while it is open. */
final class DeskWindow {

    private final Stage stage;
    private final StoredSettings settings;
    private final Path usualDataFolder;
    private final BoardSource boards;
    private final Executor background;
    private final FxThread fx;
    private final ThemeChoice theme;
    private final DialogDress dress;
    private final FxTasks tasks;
    private final FxClock clock;
    private final WindowPlace place;
    private final FxFeed<Settings> feed;
    private final SettingsViewModel settingsModel;
    private final Scene scene;
    private Shell shell;
    private @Nullable OpenNetwork network;
    private Choices choices;
    private Formats formats;
    private List<NetworkProfile> listed = List.of();
    private Subscription following = Subscription.EMPTY;

    DeskWindow(Stage stage, StoredSettings settings, Path usualDataFolder, Machinery machinery) {
        this.stage = stage;
        this.settings = settings;
        this.usualDataFolder = usualDataFolder;
        boards = machinery.boards();
        background = machinery.background();
        fx = machinery.fx();
        theme = machinery.theme();
        dress = machinery.dress();
        tasks = new FxTasks(background, fx);
        clock = new FxClock(Clock.systemUTC(), fx);
        place = new WindowPlace(stage);
        feed = new FxFeed<>(settings.latest(), fx);
        settingsModel = new SettingsViewModel(settings, machinery.probe(), tasks);
        choices = Choices.of(settings.current());
        formats = formats(choices);
        shell = new Shell(formats.words(), fx);
        scene = new Scene(shell.root());
    }

    /**
     * Shows the window where it was; on the very first start asks for a network before anything is
     * asked of one.
     */
    void open(boolean firstStart) {
        stage.setTitle(formats.words().say("ui.window.title"));
        stage.setScene(scene);
        theme.wishProperty().set(settings.current().theme());
        following =
                Subscription.combine(
                        theme.dress(scene), feed.open(), feed.subscribe(this::changed));
        place.restore(settings.current().window());
        if (firstStart) {
            welcome();
        } else {
            watch(lastPage());
        }
        stage.show();
    }

    /** Remembers where the window is and lets go of the network. */
    void close() {
        String page = openPage();
        following.unsubscribe();
        settings.change(now -> now.withWindow(place.state(page)));
        OpenNetwork last = network;
        if (last != null) {
            last.close();
        }
    }

    private void welcome() {
        scene.setRoot(
                new WelcomeView(
                                settings.current().networks(),
                                formats.words(),
                                chosen -> {
                                    change(now -> now.withChosenNetwork(chosen.id()));
                                    watch(chosen, "overview");
                                })
                        .root());
    }

    private void changed(Settings now) {
        theme.wishProperty().set(now.theme());
        OpenNetwork open = network;
        if (open == null) {
            return;
        }
        boolean otherWords = !choices.equals(Choices.of(now));
        boolean otherList = !listed.equals(now.networks());
        choices = Choices.of(now);
        formats = formats(choices);
        if (!now.chosen().equals(open.profile())) {
            watch(now.chosen(), openPage());
        } else if (otherWords || otherList) {
            furnish(open, openPage());
        }
    }

    private static Formats formats(Choices choices) {
        return new Formats(new Words(choices.locale()), choices.zone());
    }

    private void watch(String page) {
        watch(settings.current().chosen(), page);
    }

    private void watch(NetworkProfile profile, String page) {
        OpenNetwork before = network;
        OpenNetwork next = new OpenNetwork(profile, boards.open(profile), background, fx);
        network = next;
        furnish(next, page);
        if (before != null) {
            background.execute(before::close);
        }
    }

    private void furnish(OpenNetwork open, String page) {
        listed = settings.current().networks();
        shell = new Shell(formats.words(), fx);
        List<Page> pages = new ArrayList<>(open.pages(clock, formats, shell::open));
        pages.add(
                new SettingsPage(
                        settingsModel,
                        formats,
                        Clock.systemUTC(),
                        dress,
                        usualDataFolder.toString()));
        NetworkChooser chooser =
                new NetworkChooser(
                        listed,
                        open.profile(),
                        formats.words(),
                        chosen -> change(now -> now.withChosenNetwork(chosen.id())));
        shell.furnish(open.header(chooser.control(), clock, formats), pages, page);
        scene.setRoot(shell.root());
    }

    private void change(UnaryOperator<Settings> how) {
        tasks.start(
                "saving the settings",
                () -> settings.change(how),
                _ -> {},
                fault ->
                        shell.notices()
                                .say(formats.words().say("ui.notSaved", "code", fault.code())));
    }

    private String lastPage() {
        var window = settings.current().window();
        return window == null ? "overview" : window.page();
    }

    private String openPage() {
        Page page = shell.openProperty().get();
        return page == null ? lastPage() : page.id();
    }
}

package io.epochdesk.app;

import io.epochdesk.fault.Fault;
import io.epochdesk.network.access.DirectNodeProbe;
import io.epochdesk.settings.Folders;
import io.epochdesk.settings.SettingsStore;
import io.epochdesk.text.Words;
import io.epochdesk.ui.FaultDialog;
import io.epochdesk.ui.Theme;
import io.epochdesk.ui.ThemeChoice;
import io.epochdesk.ui.ToolkitThread;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The console's window, from start to end. */
public final class EpochDeskApp extends Application {

    /** The argument that opens the window on a rehearsal. */
    private static final String REHEARSE = "--rehearsal";

    /** The argument that makes the window show each page once and close. */
    private static final String TOUR = "--tour";

    /** All arguments of the window. */
    static final Set<String> ARGUMENTS = Set.of(REHEARSE, TOUR);

    private final Folders folders =
            Folders.of(System.getenv(), Path.of(System.getProperty("user.home")));
    private final ExecutorService background =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("background-", 0).factory());
    private @Nullable Look look;
    private @Nullable FaultDialog faults;
    private @Nullable DeskWindow window;

    @Override
    public void init() {
        Logging.forWindow(folders.log());
    }

    @Override
    public void start(Stage stage) {
        dress();
        catchWhatNobodyCaught();
        openWindow(stage);
    }

    @Override
    public void stop() {
        closeWindow();
        endBackgroundWork();
    }

    private void dress() {
        Theme.loadFonts();
        ThemeChoice choice = new ThemeChoice(Platform.getPreferences().colorSchemeProperty());
        Look worn = Look.of(choice);
        look = worn;
        faults = new FaultDialog(new Words(Locale.getDefault()), worn.dress());
    }

    private void catchWhatNobodyCaught() {
        Thread.setDefaultUncaughtExceptionHandler(
                new UncaughtFaults(Objects.requireNonNull(faults)));
    }

    private void openWindow(Stage stage) {
        boolean firstStart = !Files.exists(folders.config().resolve(SettingsStore.NAME));
        StoredSettings settings =
                new StoredSettings(new SettingsStore(folders.config(), Clock.systemUTC()));
        Fault unreadable = settings.unreadable();
        if (unreadable != null) {
            Objects.requireNonNull(faults).show(unreadable);
        }
        DeskWindow opened =
                new DeskWindow(
                        stage,
                        settings,
                        folders.data(),
                        new Machinery(
                                profile ->
                                        new LiveBoards(
                                                        Choices.of(settings.current())
                                                                .dataFolder(folders),
                                                        Clock.systemUTC())
                                                .open(profile),
                                new LocalRehearsals(),
                                new DirectNodeProbe(),
                                background,
                                new ToolkitThread(),
                                Objects.requireNonNull(look)));
        window = opened;
        List<String> arguments = getParameters().getRaw();
        if (arguments.contains(REHEARSE)) {
            opened.openRehearsing();
        } else {
            opened.open(firstStart);
        }
        if (arguments.contains(TOUR)) {
            opened.tour(Platform::exit);
        }
    }

    private void closeWindow() {
        DeskWindow open = window;
        if (open != null) {
            open.close();
        }
    }

    private void endBackgroundWork() {
        background.shutdownNow();
    }
}

package io.epochdesk.app;

import io.epochdesk.diagnostics.Diagnostics;
import io.epochdesk.fault.Fault;
import io.epochdesk.network.access.DirectNodeProbe;
import io.epochdesk.rehearsal.RehearsalOptions;
import io.epochdesk.settings.Folders;
import io.epochdesk.settings.SettingsStore;
import io.epochdesk.text.Words;
import io.epochdesk.ui.FaultDialog;
import io.epochdesk.ui.Theme;
import io.epochdesk.ui.ThemeChoice;
import io.epochdesk.ui.ToolkitThread;

import javafx.application.Platform;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The console's window, from start to end. Log and settings are made ready while the toolkit
 * starts, the rehearsal if there is to be one while the first frame is painted.
 */
final class EpochDeskApp {

    private static final long CLOSE_SECONDS = 5;

    /** The toolkit is hardly ever busy for longer, and somebody may wait to log out. */
    private static final long TOOLKIT_SECONDS = 1;

    private final Instant begun = Instant.now();
    private final List<String> arguments;
    private final Folders folders =
            Folders.of(System.getenv(), Path.of(System.getProperty("user.home")));
    private final boolean firstStart = !Files.exists(folders.config().resolve(SettingsStore.NAME));
    private final ExecutorService background =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("background-", 0).factory());
    private final RehearsalAhead rehearsals =
            new RehearsalAhead(new LocalRehearsals(RehearsalOptions.usual()));
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<@Nullable Runnable> atEnd = new AtomicReference<>(this::end);

    private EpochDeskApp(List<String> arguments) {
        this.arguments = List.copyOf(arguments);
    }

    /** Opens the window with these arguments; the process lives as long as it. */
    static void run(List<String> arguments) {
        EpochDeskApp app = new EpochDeskApp(arguments);
        CompletableFuture<StoredSettings> settings =
                CompletableFuture.supplyAsync(app::prepare, app.background);
        Platform.startup(() -> app.start(settings.join()));
    }

    private StoredSettings prepare() {
        Logging.forWindow(folders.log());
        return new StoredSettings(new SettingsStore(folders.config(), Clock.systemUTC()));
    }

    private boolean rehearses(StoredSettings settings) {
        return arguments.contains(WindowArguments.REHEARSE) || settings.current().isRehearsal();
    }

    private void start(StoredSettings settings) {
        Look look = dress(settings);
        Words words = new Words(Choices.of(settings.current()).locale());
        Stage stage = new Stage();
        stage.setTitle(words.say("ui.window.title"));
        DeskStage shown =
                new DeskStage(
                        stage,
                        new OpeningView(words, rehearses(settings)).root(),
                        settings.current(),
                        look,
                        begun);
        boolean opens = !arguments.contains(WindowArguments.FIRST_FRAME);
        if (opens && rehearses(settings)) {
            // Not before: two cores have enough to do until the stage is there.
            rehearsals.begin(background);
        }
        stage.setOnHidden(_ -> close());
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .name("window at end")
                                .unstarted(() -> closeInTime(stage)));
        shown.times()
                .when(
                        StartTimes.Point.FRAME,
                        opens ? () -> openWindow(stage, shown, settings, look) : stage::close);
        FaultDialog faults = new FaultDialog(words, look.dress());
        Thread.setDefaultUncaughtExceptionHandler(new UncaughtFaults(faults));
        Fault unreadable = settings.unreadable();
        if (unreadable != null) {
            faults.show(unreadable);
        }
    }

    private static Look dress(StoredSettings settings) {
        Theme.loadFonts();
        ThemeChoice choice = new ThemeChoice(Platform.getPreferences().colorSchemeProperty());
        choice.wishProperty().set(settings.current().theme());
        choice.theme().getValue().onApplication();
        return Look.of(choice);
    }

    private void openWindow(Stage stage, DeskStage shown, StoredSettings settings, Look look) {
        DeskWindow opened =
                new DeskWindow(
                        shown,
                        settings,
                        folders.data(),
                        new Machinery(
                                profile ->
                                        new LiveBoards(
                                                        Choices.of(settings.current())
                                                                .dataFolder(folders),
                                                        Clock.systemUTC())
                                                .open(profile),
                                rehearsals,
                                new DirectNodeProbe(),
                                background,
                                new ToolkitThread(),
                                look,
                                told()));
        atEnd.set(
                () -> {
                    opened.close();
                    end();
                });
        if (arguments.contains(WindowArguments.REHEARSE)) {
            opened.openRehearsing();
        } else {
            opened.open(firstStart);
        }
        if (arguments.contains(WindowArguments.TOUR)) {
            opened.tour(stage::close);
        }
        // Catching up leaves more behind than is kept, and the heap would hold on to it.
        shown.times().when(StartTimes.Point.WHITEBOARD, () -> background.execute(System::gc));
    }

    private SelfTold told() {
        Clock clock = Clock.systemUTC();
        return new SelfTold(
                new Diagnostics(folders, new SettingsStore(folders.config(), clock), clock),
                Path.of(System.getProperty("user.home")),
                clock);
    }

    /** Whoever is the first to close does it: the window, or a process that is told to end. */
    private void close() {
        Runnable work = atEnd.getAndSet(null);
        if (work != null) {
            work.run();
        }
    }

    private void end() {
        rehearsals.close();
        background.shutdownNow();
        ended.countDown();
    }

    /** The toolkit is ending, too: looking for what is under the pointer would fail by now. */
    private static void closeUnderPointer(Stage stage) {
        stage.getScene().getRoot().setMouseTransparent(true);
        stage.close();
    }

    /**
     * When the process is told to end, the window closes first: keys are wiped, its place kept. The
     * toolkit learns of the end at the same time, by a hook of its own, and may take nothing more
     * to do by now; then it is done here.
     */
    private void closeInTime(Stage stage) {
        if (ended.getCount() > 0) {
            Platform.runLater(() -> closeUnderPointer(stage));
            try {
                if (!ended.await(TOOLKIT_SECONDS, TimeUnit.SECONDS)) {
                    close();
                    boolean _ = ended.await(CLOSE_SECONDS, TimeUnit.SECONDS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

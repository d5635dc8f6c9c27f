package io.epochdesk.app;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.board.StillBoard;
import io.epochdesk.cli.BoardSource;
import io.epochdesk.diagnostics.Diagnostics;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.settings.Folders;
import io.epochdesk.settings.SettingsStore;
import io.epochdesk.ui.Snapshots;
import io.epochdesk.ui.Theme;
import io.epochdesk.ui.ThemeChoice;
import io.epochdesk.ui.ToolkitThread;

import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.StackPane;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The whole window on boards that a test feeds, and what it did to them. */
final class Desk implements AutoCloseable {

    private final Snapshots eyes = Snapshots.open();
    private final Path folder;
    private final BoardSource source;
    private final RehearsalSource rehearsalSource;
    private final List<StillBoard> boards = new CopyOnWriteArrayList<>();
    private final StillRehearsals rehearsals = new StillRehearsals();
    private final List<String> opened = new CopyOnWriteArrayList<>();
    private final List<DeskWindow> windows = new CopyOnWriteArrayList<>();
    private final SimpleObjectProperty<ColorScheme> scheme =
            new SimpleObjectProperty<>(ColorScheme.LIGHT);
    private final ThemeChoice theme = new ThemeChoice(scheme);

    /**
     * A window that has not been opened.
     *
     * @param folder where it keeps its settings
     * @param first what a board shows when it is opened
     */
    Desk(Path folder, Supplier<BoardSnapshot> first) {
        this.folder = folder;
        rehearsalSource = rehearsals;
        source =
                _ -> {
                    StillBoard board = new StillBoard(first.get());
                    boards.add(board);
                    return board;
                };
    }

    /** A window on boards and rehearsals that are not fed by the test. */
    Desk(Path folder, BoardSource source, RehearsalSource rehearsalSource) {
        this.folder = folder;
        this.source = source;
        this.rehearsalSource = rehearsalSource;
    }

    /** Opens the window. */
    DeskWindow open(boolean firstStart) {
        return open(window -> window.open(firstStart));
    }

    /** Opens the window this way. */
    DeskWindow open(Consumer<DeskWindow> how) {
        Look look = Look.of(theme);
        StoredSettings settings = new StoredSettings(store());
        Machinery machinery =
                new Machinery(
                        profile -> {
                            opened.add(profile.id());
                            return source.open(profile);
                        },
                        rehearsalSource,
                        (node, cap) -> {
                            throw NetworkFault.of(NetworkFault.Kind.CLOSED, "");
                        },
                        work -> Thread.startVirtualThread(work),
                        new ToolkitThread(),
                        look,
                        new SelfTold(
                                new Diagnostics(
                                        new Folders(folder, folder, folder),
                                        store(),
                                        Clock.systemUTC()),
                                folder,
                                Clock.systemUTC()));
        DeskWindow window =
                Snapshots.on(
                        () ->
                                new DeskWindow(
                                        new DeskStage(
                                                eyes.stage(),
                                                new StackPane(),
                                                settings.current(),
                                                look,
                                                Instant.now()),
                                        settings,
                                        folder,
                                        machinery));
        windows.add(window);
        Snapshots.onFx(() -> how.accept(window));
        Snapshots.settle();
        return window;
    }

    /** Closes the windows that are open. */
    void shut() {
        windows.forEach(window -> Snapshots.onFx(window::close));
        windows.clear();
    }

    /** Wears this look. */
    void wear(Theme look) {
        Snapshots.onFx(() -> scheme.set(look == Theme.DARK ? ColorScheme.DARK : ColorScheme.LIGHT));
    }

    /** Makes the window so large, its frame not counted. */
    void size(int width, int height) {
        Snapshots.onFx(
                () -> {
                    eyes.stage().setX(0);
                    eyes.stage().setY(0);
                    eyes.stage().setWidth(width);
                    eyes.stage().setHeight(height);
                });
        Snapshots.await(
                () ->
                        eyes.stage().getScene().getWidth() == width
                                && eyes.stage().getScene().getHeight() == height);
    }

    /** The settings file. */
    SettingsStore store() {
        return new SettingsStore(folder, Clock.systemUTC());
    }

    /** Boards in the order they were opened. */
    List<StillBoard> boards() {
        return boards;
    }

    /** IDs of networks in the order they were opened. */
    List<String> opened() {
        return opened;
    }

    /** The rehearsals it may start. */
    StillRehearsals rehearsals() {
        return rehearsals;
    }

    Snapshots eyes() {
        return eyes;
    }

    @Override
    public void close() {
        shut();
        eyes.close();
    }
}

package io.epochdesk.dkg.view;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.board.SampleBoards;
import io.epochdesk.board.SampleBoards.Size;
import io.epochdesk.board.StillBoard;
import io.epochdesk.dkg.DkgMatrix;
import io.epochdesk.dkg.LoadedWhiteboard;
import io.epochdesk.dkg.MessageKind;
import io.epochdesk.dkg.Whiteboard;
import io.epochdesk.dkg.WhiteboardEntry;
import io.epochdesk.live.Part;
import io.epochdesk.live.Provenance;
import io.epochdesk.live.Reading;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.FxClock;
import io.epochdesk.ui.FxFeed;
import io.epochdesk.ui.FxThread;
import io.epochdesk.ui.Snapshots;
import io.epochdesk.ui.Theme;
import io.epochdesk.ui.ToolkitThread;
import io.epochdesk.ui.drawn.DrawnGrid;

import javafx.animation.AnimationTimer;
import javafx.util.Subscription;

import jdk.jfr.Recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The DKG page with 100,000 messages while 1,000 more arrive every second: follows, scrolls,
 * filters and sorts, and prints what each pulse cost the FX thread, from JavaFX's own pulse events
 * in a flight recording. An animation runs all the time, so that a pulse is due every 16.7 ms and a
 * gap is a gap.
 */
public final class DkgPageLoad {

    private static final int MESSAGES = 100_000;
    private static final int PER_SECOND = 1_000;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration PART = Duration.ofSeconds(20);

    private final Words words = new Words(Locale.ENGLISH);
    private final TimedThread fx = new TimedThread();
    private final BoardSnapshot base = SampleBoards.of(Size.MAINNET).setup();
    private final LoadedWhiteboard source =
            new LoadedWhiteboard(SampleBoards.of(Size.MAINNET).committee(), 214);
    private final StillBoard board = new StillBoard(with(source.post(MESSAGES)));
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final DkgViewModel model = new DkgViewModel(words, background, fx::run);
    private final List<Mark> parts = new ArrayList<>();

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path file = Path.of("target", "dkg-page.jfr");
        Files.createDirectories(file.toAbsolutePath().getParent());
        DkgPageLoad load = new DkgPageLoad();
        // Before the toolkit: it sends pulse events only to a recorder that already runs.
        try (Recording recording = new Recording()) {
            recording.enable("javafx.PulsePhase").withThreshold(Duration.ZERO);
            recording.start();
            load.run();
            recording.stop();
            recording.dump(file);
        }
        load.report(new PulseTimes(file));
        System.exit(0);
    }

    private void run() throws InterruptedException {
        ScheduledExecutorService chain = Executors.newSingleThreadScheduledExecutor();
        try (Snapshots eyes = Snapshots.open()) {
            eyes.show(1280, 800, Theme.LIGHT, this::page);
            Future<?> arriving =
                    chain.scheduleAtFixedRate(
                            () -> board.snapshot().publish(with(source.post(PER_SECOND / 100))),
                            0,
                            10,
                            TimeUnit.MILLISECONDS);
            User user = new User(grid(eyes));
            Snapshots.onFx(user::start);
            Thread.sleep(WARM_UP);
            for (Doing doing : Doing.values()) {
                Snapshots.onFx(() -> user.now(doing));
                Thread.sleep(Duration.ofSeconds(1));
                parts.add(new Mark(doing.name().toLowerCase(Locale.ROOT), Instant.now()));
                Thread.sleep(PART);
            }
            parts.add(new Mark("end", Instant.now()));
            arriving.cancel(false);
            eyes.picture("dkg-load");
        } finally {
            chain.shutdownNow();
            background.shutdownNow();
        }
    }

    private javafx.scene.Parent page() {
        Formats formats = new Formats(words, ZoneOffset.UTC);
        FxFeed<BoardSnapshot> feed = new FxFeed<>(board.snapshot(), fx);
        FxClock clock = new FxClock(InstantSource.system(), fx);
        return new DkgView(model, board, feed, clock, formats, fx).root();
    }

    private BoardSnapshot with(Whiteboard whiteboard) {
        Provenance from =
                new Provenance("node-1", whiteboard.completeTo(), Instant.now(), Instant.now());
        return new BoardSnapshot(
                base.connection(),
                base.epoch(),
                base.deadlines(),
                base.outlook(),
                base.voting(),
                base.dkg(),
                Part.of(new Reading<>(whiteboard, from)),
                Part.of(
                        new Reading<>(
                                DkgMatrix.of(
                                        base.dkg().value().orElseThrow(), whiteboard.tally(), true),
                                from)),
                List.of());
    }

    @SuppressWarnings("unchecked")
    private static DrawnGrid<WhiteboardEntry> grid(Snapshots eyes) {
        return Snapshots.on(
                () ->
                        (DrawnGrid<WhiteboardEntry>)
                                eyes.stage().getScene().getRoot().lookup("#feed"));
    }

    private void report(PulseTimes times) {
        System.out.printf(
                Locale.ROOT,
                "rows at the end: %,d%n%-8s %7s %8s %8s %8s %8s %10s %10s %12s%n",
                board.snapshot().current().whiteboard().value().orElseThrow().entries().size(),
                "part",
                "pulses",
                "p50 ms",
                "p99 ms",
                "max ms",
                "p99 all",
                "gap p99",
                "gap max",
                "wait p99");
        for (int i = 0; i + 1 < parts.size(); i++) {
            line(times, parts.get(i).name(), parts.get(i).at(), parts.get(i + 1).at());
        }
        line(times, "all", parts.getFirst().at(), parts.getLast().at());
        List<Double> jobs = fx.millis();
        System.out.printf(
                Locale.ROOT,
                "work brought to the FX thread beside pulses: %d times, p50 %.2f ms, p99 %.2f ms,"
                        + " max %.2f ms%n",
                jobs.size(),
                PulseTimes.quantile(jobs, 0.5),
                PulseTimes.quantile(jobs, 0.99),
                PulseTimes.quantile(jobs, 1));
    }

    private void line(PulseTimes times, String name, Instant from, Instant to) {
        List<PulseTimes.Pulse> pulses = times.between(from, to);
        List<Double> work = PulseTimes.work(pulses);
        List<Double> gaps = PulseTimes.gaps(pulses);
        List<Double> waits =
                pulses.stream().map(p -> p.waiting().toNanos() / 1e6).sorted().toList();
        List<Double> all =
                pulses.stream()
                        .map(p -> (p.work().toNanos() + p.waiting().toNanos()) / 1e6)
                        .sorted()
                        .toList();
        System.out.printf(
                Locale.ROOT,
                "%-8s %7d %8.2f %8.2f %8.2f %8.2f %10.1f %10.1f %12.2f%n",
                name,
                pulses.size(),
                PulseTimes.quantile(work, 0.5),
                PulseTimes.quantile(work, 0.99),
                PulseTimes.quantile(work, 1),
                PulseTimes.quantile(all, 0.99),
                PulseTimes.quantile(gaps, 0.99),
                PulseTimes.quantile(gaps, 1),
                PulseTimes.quantile(waits, 0.99));
    }

    private record Mark(String name, Instant at) {}

    /** What the user does, one after the other. */
    private enum Doing {
        FOLLOW,
        SCROLL,
        FILTER,
        SORT
    }

    /** Does it, pulse by pulse. */
    private final class User extends AnimationTimer {

        private final DrawnGrid<WhiteboardEntry> grid;
        private Doing doing = Doing.SCROLL;
        private long pulse;
        private double place;

        User(DrawnGrid<WhiteboardEntry> grid) {
            this.grid = grid;
        }

        void now(Doing next) {
            doing = next;
            model.feed().queryProperty().set(FeedQuery.ALL);
            model.feed().followingProperty().set(next == Doing.FOLLOW);
        }

        @Override
        public void handle(long time) {
            pulse++;
            switch (doing) {
                case FOLLOW -> {
                    // the feed moves by itself
                }
                case SCROLL -> scroll();
                case FILTER -> {
                    scroll();
                    if (pulse % 20 == 0) {
                        model.feed().queryProperty().set(query((int) (pulse / 20)));
                    }
                }
                case SORT -> {
                    scroll();
                    if (pulse % 90 == 0) {
                        model.feed().queryProperty().set(sorted((int) (pulse / 90)));
                    }
                }
            }
        }

        private void scroll() {
            // Three lines a pulse, and every second a jump as with the bar's thumb.
            place = pulse % 60 == 0 ? (place + 600_000) % 2_400_000 : place + 72;
            grid.scrollTo(place);
        }

        private FeedQuery query(int turn) {
            return switch (turn % 6) {
                case 0 -> FeedQuery.ALL.withText("a");
                case 1 -> FeedQuery.ALL.withText("a1");
                case 2 -> FeedQuery.ALL.withKind(MessageKind.COMPLAINT);
                case 3 -> FeedQuery.ALL.withOnlyFlagged(true);
                case 4 -> FeedQuery.ALL.withNode(model.committee().get(turn % 110));
                default -> FeedQuery.ALL;
            };
        }

        private FeedQuery sorted(int turn) {
            FeedQuery.Order[] orders = FeedQuery.Order.values();
            return FeedQuery.ALL.ordered(orders[turn % orders.length], turn % 2 == 0);
        }
    }

    /** The FX thread, with a note of how long each piece of work took that was brought to it. */
    private static final class TimedThread implements FxThread {

        private final FxThread toolkit = new ToolkitThread();
        private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void run(Runnable work) {
            toolkit.run(() -> timed(work));
        }

        @Override
        public Subscription after(Duration wait, Runnable work) {
            return toolkit.after(wait, () -> timed(work));
        }

        private void timed(Runnable work) {
            long from = System.nanoTime();
            work.run();
            millis.add((System.nanoTime() - from) / 1e6);
        }

        List<Double> millis() {
            synchronized (millis) {
                return millis.stream().sorted().toList();
            }
        }
    }
}

package io.epochdesk.app;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.dkg.Whiteboard;
import io.epochdesk.quorum.VotingRound;
import io.epochdesk.ui.FxFeed;
import io.epochdesk.ui.Painted;

import javafx.scene.Scene;
import javafx.util.Subscription;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * When the window showed for the first time what an operator waits for, counted from the beginning
 * of the console's own code. Each point is reached once and said in the log, where scripts that
 * measure or test a package look for it. Used on the FX thread.
 */
final class StartTimes {

    private static final Logger LOG = LoggerFactory.getLogger(StartTimes.class);

    private final Scene scene;
    private final InstantSource clock;
    private final Instant begun;
    private final Map<Point, Duration> reached = new EnumMap<>(Point.class);
    private final Map<Point, Runnable> waiting = new HashMap<>();

    /** What is waited for, in the order in which it usually comes. */
    enum Point {
        /** The window has been painted, whatever is in it. */
        FRAME,
        /** Header, navigation and a page have been painted. */
        PAGE,
        /** Where the epoch stands has been painted. */
        FIGURES,
        /** A vote of the upcoming epoch's clusters has been painted. */
        VOTES,
        /**
         * The whiteboard has been painted with all its messages up to the height of the figures.
         */
        WHITEBOARD
    }

    /**
     * Times of a window with this scene, about to be shown.
     *
     * @param begun what they are counted from
     */
    StartTimes(Scene scene, InstantSource clock, Instant begun) {
        this.scene = scene;
        this.clock = clock;
        this.begun = begun;
        whenPainted(Point.FRAME);
    }

    /** The scene holds a page now. */
    void furnished() {
        whenPainted(Point.PAGE);
    }

    /** Looks for figures and votes in what is shown, until the subscription ends. */
    Subscription follow(FxFeed<BoardSnapshot> feed) {
        return feed.subscribe(this::shown);
    }

    /** Runs this once the point is reached, at once if it has been. */
    void when(Point point, Runnable work) {
        if (reached.containsKey(point)) {
            work.run();
        } else {
            waiting.put(point, work);
        }
    }

    /** The points reached, and how long after the beginning. */
    Map<Point, Duration> reached() {
        return Map.copyOf(reached);
    }

    private void shown(BoardSnapshot board) {
        if (board.epoch().value().isPresent()) {
            whenPainted(Point.FIGURES);
        }
        if (board.voting().value().filter(StartTimes::hasVotes).isPresent()) {
            whenPainted(Point.VOTES);
        }
        if (isWhiteboardWhole(board)) {
            whenPainted(Point.WHITEBOARD);
        }
    }

    private static boolean hasVotes(VotingRound round) {
        return round.standing() == VotingRound.Standing.CURRENT
                && round.clusters().stream().anyMatch(cluster -> cluster.leading().isPresent());
    }

    private static boolean isWhiteboardWhole(BoardSnapshot board) {
        Whiteboard known = board.whiteboard().value().orElse(Whiteboard.empty());
        return !known.entries().isEmpty()
                && board.epoch()
                        .reading()
                        .filter(read -> known.completeTo() >= read.provenance().height())
                        .isPresent();
    }

    private void whenPainted(Point point) {
        if (!reached.containsKey(point)) {
            Painted.then(scene, () -> reach(point));
        }
    }

    private void reach(Point point) {
        if (reached.containsKey(point)) {
            return;
        }
        Duration after = Duration.between(begun, clock.instant());
        reached.put(point, after);
        LOG.info("start: {} after {} ms", point.name().toLowerCase(Locale.ROOT), after.toMillis());
        Runnable work = waiting.remove(point);
        if (work != null) {
            work.run();
        }
    }
}

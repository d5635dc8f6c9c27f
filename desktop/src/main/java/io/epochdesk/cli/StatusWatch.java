package io.epochdesk.cli;

import io.epochdesk.board.Board;
import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.fleet.Fleet;
import io.epochdesk.fleet.FleetSnapshot;
import io.epochdesk.fleet.Need;
import io.epochdesk.fleet.NeedOutcome;
import io.epochdesk.fleet.Notification;
import io.epochdesk.live.Pulse;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/**
 * Prints the snapshot again when something in it has changed, and at the latest after the interval;
 * before it a line for each need of the operator's that is over.
 */
final class StatusWatch {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Board board;
    private final @Nullable Fleet fleet;
    private final StatusPrinter printer;
    private final Clock clock;
    private final Duration interval;
    private final CountDownLatch ended = new CountDownLatch(1);
    private Substance printed;
    private @Nullable FleetSubstance printedMine;
    private final Map<String, Need> open = new LinkedHashMap<>();
    private Instant printedAt;
    private volatile ExitCode last;

    StatusWatch(
            Board board,
            @Nullable Fleet fleet,
            StatusPrinter printer,
            Clock clock,
            Duration interval,
            First first) {
        this.board = board;
        this.fleet = fleet;
        this.printer = printer;
        this.clock = clock;
        this.interval = interval;
        printed = Substance.of(first.board());
        printedMine = FleetSubstance.of(first.fleet());
        printedAt = clock.instant();
        last = first.code();
        remember(first.fleet());
    }

    /**
     * What was printed first.
     *
     * @param fleet the operator's nodes, or null where none are kept
     * @param code what it meant
     */
    record First(BoardSnapshot board, @Nullable FleetSnapshot fleet, ExitCode code) {}

    /**
     * Follows the board until nobody reads any more or the thread is interrupted; answers the last
     * verdict.
     */
    ExitCode follow(Pulse pulse) throws InterruptedException {
        try (pulse) {
            pulse.start(this::look);
            ended.await();
            return last;
        }
    }

    private Duration look() {
        BoardSnapshot snapshot = board.snapshot().current();
        FleetSnapshot nodes = fleet == null ? null : fleet.snapshot().current();
        if (fleet != null && nodes != null) {
            printer.printOver(over(fleet, nodes), nodes);
        }
        Substance substance = Substance.of(snapshot);
        FleetSubstance mine = FleetSubstance.of(nodes);
        boolean news = !Objects.equals(mine, printedMine);
        // whoever asks for their own nodes is not told of other nodes' votes
        boolean others = !printer.isOnlyMine() && !substance.equals(printed);
        Instant now = clock.instant();
        if (news || others || !now.isBefore(printedAt.plus(interval))) {
            printed = substance;
            printedMine = mine;
            printedAt = now;
            last = printer.print(snapshot, nodes);
        }
        if (printer.isCut()) {
            ended.countDown();
        }
        return LOOK_EVERY;
    }

    private void remember(@Nullable FleetSnapshot nodes) {
        if (nodes != null) {
            nodes.needs().forEach(need -> open.put(need.subject(), need));
        }
    }

    /** The needs that are none any more; one of which too little is known is kept until it is. */
    private List<Notification> over(Fleet fleet, FleetSnapshot nodes) {
        remember(nodes);
        Set<String> present = nodes.needs().stream().map(Need::subject).collect(Collectors.toSet());
        List<Notification> over = new ArrayList<>();
        for (Need need : List.copyOf(open.values())) {
            NeedOutcome outcome =
                    present.contains(need.subject()) || !nodes.listed()
                            ? NeedOutcome.UNKNOWN
                            : fleet.outcome(need);
            if (outcome != NeedOutcome.UNKNOWN) {
                open.remove(need.subject());
            }
            if (outcome == NeedOutcome.WELL || outcome == NeedOutcome.OVER) {
                over.add(new Notification(need, true, outcome == NeedOutcome.WELL));
            }
        }
        return over;
    }
}

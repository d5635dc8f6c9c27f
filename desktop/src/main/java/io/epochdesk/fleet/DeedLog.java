package io.epochdesk.fleet;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.history.Observations.Deed;
import io.epochdesk.history.Observations.FirstSeen;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When each deed of one setup was first seen, by this console or one before it. */
final class DeedLog {

    private record Key(String nodeId, Deed deed) {}

    private final long epoch;
    private final Map<Key, Instant> seen = new HashMap<>();

    /**
     * A log of the preparation of an epoch.
     *
     * @param before what was kept of it
     */
    DeedLog(long epoch, List<FirstSeen> before) {
        this.epoch = epoch;
        before.forEach(each -> seen.put(new Key(each.nodeId(), each.deed()), each.at()));
    }

    /** The counter of the epoch being prepared. */
    long epoch() {
        return epoch;
    }

    /** Takes in what a snapshot shows and answers what was not seen before. */
    List<FirstSeen> look(BoardSnapshot board) {
        List<FirstSeen> fresh = new ArrayList<>();
        for (DutyRules.Done done : DutyRules.done(board)) {
            Instant at = done.where().provenance().readAt();
            if (seen.putIfAbsent(new Key(done.nodeId(), done.deed()), at) == null) {
                fresh.add(
                        new FirstSeen(
                                epoch,
                                done.nodeId(),
                                done.deed(),
                                at,
                                done.where().provenance().height()));
            }
        }
        return fresh;
    }

    /** When a deed was first seen, or null when it was not. */
    @Nullable Instant firstSeen(String nodeId, Deed deed) {
        return seen.get(new Key(nodeId, deed));
    }
}

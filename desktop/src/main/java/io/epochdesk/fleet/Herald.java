package io.epochdesk.fleet;

import io.epochdesk.fault.FaultException;
import io.epochdesk.history.Notices;
import io.epochdesk.live.LatestValue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells the operator of each need once when it comes up and once when it is over. What was told is
 * in the history: neither a restart nor a second console tells it again, and nothing is told twice
 * within the hour.
 */
public final class Herald implements AutoCloseable {

    /** How long a need that comes up again is not told again. */
    public static final Duration QUIET = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(Herald.class);

    private final Fleet fleet;
    private final Notifier notifier;
    private final InstantSource clock;
    private final LatestValue.Subscription following;
    private final Map<String, Need> seen = new HashMap<>();

    /** A herald who begins at once. */
    public Herald(Fleet fleet, Notifier notifier, InstantSource clock) {
        this.fleet = fleet;
        this.notifier = notifier;
        this.clock = clock;
        following = fleet.snapshot().subscribe(this::look);
    }

    @Override
    public void close() {
        following.close();
    }

    private synchronized void look(FleetSnapshot now) {
        if (!now.listed()) {
            return;
        }
        try {
            Notices notices = fleet.notices();
            Instant at = clock.instant();
            Set<String> open = notices.open();
            Set<String> present = new HashSet<>();
            for (Need need : now.needs()) {
                present.add(need.subject());
                seen.put(need.subject(), need);
                if (!open.contains(need.subject()) && notices.claim(need.subject(), at, QUIET)) {
                    notifier.tell(new Notification(need, false, false));
                }
            }
            for (String subject : open) {
                if (!present.contains(subject)) {
                    over(subject, now, notices, at);
                }
            }
        } catch (FaultException e) {
            // the page says what is wrong with the history; needs are listed there all the same
            LOG.warn("Needs cannot be told: {}", e.fault().code(), e);
        }
    }

    private void over(String subject, FleetSnapshot now, Notices notices, Instant at) {
        Need before = seen.get(subject);
        if (before == null) {
            before = Need.ofSubject(subject, now.labels()).orElse(null);
        }
        NeedOutcome outcome = before == null ? NeedOutcome.SILENT : fleet.outcome(before);
        if (outcome == NeedOutcome.UNKNOWN || !notices.resolve(subject, at)) {
            return;
        }
        if (before != null && outcome != NeedOutcome.SILENT) {
            notifier.tell(new Notification(before, true, outcome == NeedOutcome.WELL));
        }
    }
}

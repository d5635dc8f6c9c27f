package io.epochdesk.network.access;

import io.epochdesk.fault.Fault;
import io.epochdesk.live.LatestValue;
import io.epochdesk.network.BlockHeader;
import io.epochdesk.network.Connection;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/** Says how the connection stands, in the words of {@link Connection}. */
final class ConnectionFeed {

    /** For how long "another chain" is said at least, so that nobody misses it. */
    static final Duration NOTICE = Duration.ofSeconds(2);

    private final Timekeeper time;
    private final LatestValue<Connection> value = new LatestValue<>(Connection.connecting());
    private @Nullable Fault notice;
    private long noticeUntil;

    ConnectionFeed(Timekeeper time) {
        this.time = time;
    }

    LatestValue<Connection> value() {
        return value;
    }

    /**
     * A session is in use.
     *
     * @param whyNotPreferred what keeps the preferred node from being used, or null when it is
     */
    synchronized void connected(Session session, BlockHeader tip, @Nullable Fault whyNotPreferred) {
        Connection before = value.current();
        boolean sameTip = tip.equals(before.tip());
        value.publish(
                new Connection(
                        session.slot().index() == 0
                                ? Connection.State.CONNECTED
                                : Connection.State.FAILED_OVER,
                        session.identity(),
                        session.slot().node(),
                        tip,
                        sameTip ? before.tipSeenAt() : time.now(),
                        before.latency(),
                        whyNotPreferred));
        if (notice != null) {
            value.update(now -> with(now, Connection.State.CONNECTING, notice));
        }
    }

    /** A newer block was seen. */
    synchronized void tip(BlockHeader tip) {
        value.update(
                now ->
                        new Connection(
                                now.state(),
                                now.identity(),
                                now.node(),
                                tip,
                                time.now(),
                                now.latency(),
                                now.fault()));
    }

    /** A cheap call took this long. */
    synchronized void latency(Duration latency) {
        value.update(
                now ->
                        new Connection(
                                now.state(),
                                now.identity(),
                                now.node(),
                                now.tip(),
                                now.tipSeenAt(),
                                latency,
                                now.fault()));
    }

    /** No node answers. */
    synchronized void lost(Fault fault) {
        value.update(now -> with(now, Connection.State.LOST, fault));
    }

    /** Another chain answers; everything shown so far is void. */
    synchronized void anotherChain(Fault fault) {
        notice = fault;
        noticeUntil = time.nanos() + NOTICE.toNanos();
        value.publish(
                new Connection(Connection.State.CONNECTING, null, null, null, null, null, fault));
    }

    /**
     * Ends the notice of another chain when it has been said for long enough.
     *
     * @return nanoseconds until then
     */
    synchronized long settle(
            Session session, @Nullable BlockHeader tip, @Nullable Fault whyNotPreferred) {
        if (notice == null || tip == null) {
            return Long.MAX_VALUE;
        }
        long left = noticeUntil - time.nanos();
        if (left > 0) {
            return left;
        }
        notice = null;
        connected(session, tip, whyNotPreferred);
        return Long.MAX_VALUE;
    }

    private static Connection with(Connection now, Connection.State state, @Nullable Fault fault) {
        return new Connection(
                state,
                now.identity(),
                now.node(),
                now.tip(),
                now.tipSeenAt(),
                now.latency(),
                fault);
    }
}

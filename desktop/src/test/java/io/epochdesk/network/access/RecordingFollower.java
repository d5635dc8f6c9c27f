package io.epochdesk.network.access;

import io.epochdesk.fault.Fault;
import io.epochdesk.network.ChainEvent;
import io.epochdesk.network.EventSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps all it is told, and notices what must never be told. */
final class RecordingFollower implements EventSource.Follower {

    private final List<ChainEvent> events = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<String> breaches = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private long completeTo = -1;
    private int otherChains;

    @Override
    public synchronized void events(List<ChainEvent> told, long upTo, String source) {
        if (otherChains > 0) {
            breaches.add("told after another chain was found");
        }
        if (upTo <= completeTo) {
            breaches.add("complete to " + upTo + " after " + completeTo);
        }
        for (ChainEvent event : told) {
            if (event.height() <= completeTo || event.height() > upTo) {
                breaches.add(
                        "event of " + event.height() + " between " + completeTo + " and " + upTo);
            }
        }
        events.addAll(told);
        completeTo = upTo;
    }

    @Override
    public synchronized void signalsLeftOut(long from, long to) {
        leftOut.add(from + ".." + to);
    }

    @Override
    public synchronized void interrupted(Fault fault) {
        faults.add(fault);
    }

    @Override
    public synchronized void anotherChain() {
        otherChains++;
    }

    synchronized long completeTo() {
        return completeTo;
    }

    synchronized int otherChains() {
        return otherChains;
    }

    /** The heights whose signals were left out, such as {@code 0..250}. */
    synchronized List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    synchronized List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** What broke the promises of {@link EventSource}. */
    synchronized List<String> breaches() {
        return List.copyOf(breaches);
    }

    /** Every event told. */
    synchronized List<ChainEvent> told() {
        return List.copyOf(events);
    }

    /** Each event by what names it, in the order told. */
    synchronized List<String> names() {
        return events.stream().map(RecordingFollower::name).toList();
    }

    /** The types told of so far. */
    synchronized Set<String> types() {
        return events.stream().map(ChainEvent::type).collect(Collectors.toSet());
    }

    static String name(ChainEvent event) {
        return event.height()
                + "/"
                + event.transactionIndex()
                + "/"
                + event.eventIndex()
                + " "
                + event.transactionId();
    }
}

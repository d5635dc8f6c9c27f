package io.epochdesk.board;

import io.epochdesk.board.Board.Hold;
import io.epochdesk.board.Board.Interest;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** Counts who wants what of a board. */
final class Interests {

    private final CopyOnWriteArrayList<Set<Interest>> held = new CopyOnWriteArrayList<>();

    Hold hold(Interest... interests) {
        Set<Interest> wanted = Set.of(interests);
        Set<Interest> mine = EnumSet.noneOf(Interest.class);
        mine.addAll(wanted);
        held.add(mine);
        AtomicBoolean open = new AtomicBoolean(true);
        return () -> {
            if (open.getAndSet(false)) {
                // equal sets of two holders are interchangeable
                held.remove(mine);
            }
        };
    }

    boolean any() {
        return held.stream().anyMatch(set -> !set.isEmpty());
    }

    boolean has(Interest interest) {
        return held.stream().anyMatch(set -> set.contains(interest));
    }
}

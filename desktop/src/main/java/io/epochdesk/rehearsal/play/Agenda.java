package io.epochdesk.rehearsal.play;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * What is to be done at which view; what is due at the same view is done in the order it was put.
 */
final class Agenda {

    /** Something to do. */
    @FunctionalInterface
    interface Deed {
        void act();
    }

    private record Item(long view, long order, Deed deed) {}

    private final PriorityQueue<Item> items =
            new PriorityQueue<>(
                    Comparator.comparingLong(Item::view).thenComparingLong(Item::order));
    private long count;

    /** Does something at the first block of this view or a later one. */
    void at(long view, Deed deed) {
        items.add(new Item(view, count++, deed));
    }

    /** Does all that is due before the block of a view. */
    void upTo(long view) {
        for (Item next = items.peek(); next != null && next.view() <= view; next = items.peek()) {
            items.remove();
            next.deed().act();
        }
    }

    /** Nothing planned is done any more. */
    void clear() {
        items.clear();
    }
}

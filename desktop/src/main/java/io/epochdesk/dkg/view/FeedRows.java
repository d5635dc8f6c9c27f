package io.epochdesk.dkg.view;

import io.epochdesk.dkg.WhiteboardEntry;

import org.jspecify.annotations.Nullable;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * The messages of a whiteboard that a query lets through, in its order: an immutable view by index
 * upon the whiteboard's own list. It copies no message, and made from a view upon a shorter board
 * it looks only at what came since.
 */
final class FeedRows extends AbstractList<WhiteboardEntry> implements RandomAccess {

    static final FeedRows NONE = new FeedRows(FeedQuery.ALL, List.of(), null, 0);

    private final FeedQuery query;
    private final List<WhiteboardEntry> entries;

    /**
     * Index in {@code entries} of each row, or null where rows and entries are the same. Only the
     * first {@code size} count.
     */
    private final int @Nullable [] places;

    private final int size;

    private FeedRows(
            FeedQuery query, List<WhiteboardEntry> entries, int @Nullable [] places, int size) {
        this.query = query;
        this.entries = entries;
        this.places = places;
        this.size = size;
    }

    /**
     * The rows of {@code query} upon {@code entries}, using what this one already knows where it
     * can.
     */
    FeedRows next(FeedQuery nextQuery, List<WhiteboardEntry> nextEntries) {
        if (nextQuery.showsAll() && nextQuery.asPosted()) {
            return new FeedRows(nextQuery, nextEntries, null, nextEntries.size());
        }
        boolean grown =
                nextQuery.equals(query) && isPrefixOf(nextEntries) && (places != null || size == 0);
        int[] known = grown && places != null ? places : new int[0];
        int knownSize = grown ? size : 0;
        int[] fresh = matches(nextQuery, nextEntries, grown ? entries.size() : 0);
        if (nextQuery.asPosted()) {
            return appended(nextQuery, nextEntries, known, knownSize, fresh);
        }
        return new FeedRows(
                nextQuery,
                nextEntries,
                merged(nextQuery, nextEntries, known, knownSize, fresh),
                knownSize + fresh.length);
    }

    @Override
    public WhiteboardEntry get(int index) {
        Objects.checkIndex(index, size);
        return entries.get(places == null ? index : places[index]);
    }

    @Override
    public int size() {
        return size;
    }

    /**
     * As any list, but quick to tell: a property compares its old value with the new one at every
     * change, and the rows of a growing board mostly differ in number.
     */
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(@Nullable Object other) {
        if (other == this) {
            return true;
        }
        if (!(other instanceof List<?> list) || list.size() != size) {
            return false;
        }
        for (int row = 0; row < size; row++) {
            WhiteboardEntry mine = get(row);
            Object theirs = list.get(row);
            if (mine != theirs && !mine.equals(theirs)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    /** The whiteboard behind the rows. */
    List<WhiteboardEntry> entries() {
        return entries;
    }

    /** What the rows were chosen by. */
    FeedQuery query() {
        return query;
    }

    /** Row of the message at this place of the board, or -1 when it is not among the rows. */
    int rowOf(int position) {
        if (places == null) {
            return position >= 0 && position < size ? position : -1;
        }
        if (query.asPosted()) {
            return Math.max(-1, Arrays.binarySearch(places, 0, size, position));
        }
        for (int row = 0; row < size; row++) {
            if (places[row] == position) {
                return row;
            }
        }
        return -1;
    }

    // A board grows by appending: the same message object at the same place is the same board.
    @SuppressWarnings("ReferenceEquality")
    private boolean isPrefixOf(List<WhiteboardEntry> longer) {
        int known = entries.size();
        return known == 0
                || (longer.size() >= known
                        && longer.get(known - 1) == entries.get(known - 1)
                        && longer.getFirst() == entries.getFirst());
    }

    private static int[] matches(FeedQuery query, List<WhiteboardEntry> entries, int from) {
        int[] found = new int[16];
        int count = 0;
        for (int i = from; i < entries.size(); i++) {
            if (query.test(entries.get(i))) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static FeedRows appended(
            FeedQuery query,
            List<WhiteboardEntry> entries,
            int[] known,
            int knownSize,
            int[] fresh) {
        int size = knownSize + fresh.length;
        int[] places =
                size <= known.length
                        ? Arrays.copyOf(known, known.length)
                        : Arrays.copyOf(known, size * 2);
        System.arraycopy(fresh, 0, places, knownSize, fresh.length);
        return new FeedRows(query, entries, places, size);
    }

    private static int[] merged(
            FeedQuery query,
            List<WhiteboardEntry> entries,
            int[] known,
            int knownSize,
            int[] fresh) {
        // Boxed only for what is new; the known ones are merged as they are.
        int[] sorted =
                Arrays.stream(fresh)
                        .boxed()
                        .sorted(
                                (a, b) ->
                                        query.comparator().compare(entries.get(a), entries.get(b)))
                        .mapToInt(Integer::intValue)
                        .toArray();
        int[] places = new int[knownSize + sorted.length];
        int left = 0;
        int right = 0;
        for (int i = 0; i < places.length; i++) {
            boolean takeLeft =
                    right == sorted.length
                            || (left < knownSize
                                    && query.comparator()
                                                    .compare(
                                                            entries.get(known[left]),
                                                            entries.get(sorted[right]))
                                            <= 0);
            places[i] = takeLeft ? known[left++] : sorted[right++];
        }
        return places;
    }
}

package io.epochdesk.dkg.view;

import io.epochdesk.dkg.MessageKind;
import io.epochdesk.dkg.WhiteboardEntry;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which whiteboard messages the feed shows, and in which order.
 *
 * @param nodeId only messages of this sender, or null for all
 * @param kind only messages of this kind, or null for all
 * @param onlyFlagged only messages that something is wrong with
 * @param ruled places of messages that the review found something wrong with
 * @param text only messages whose sender, instance ID, transaction or place contains this; lower
 *     case, empty for all
 * @param order the order of the rows
 * @param ascending whether the order's least comes first
 */
public record FeedQuery(
        @Nullable String nodeId,
        @Nullable MessageKind kind,
        boolean onlyFlagged,
        Set<Integer> ruled,
        String text,
        Order order,
        boolean ascending)
        implements Predicate<WhiteboardEntry> {

    /** Everything, as posted. */
    public static final FeedQuery ALL =
            new FeedQuery(null, null, false, Set.of(), "", Order.POSITION, true);

    public FeedQuery {
        ruled = Set.copyOf(ruled);
        text = text.strip().toLowerCase(Locale.ROOT);
    }

    /** What the rows are ordered by; equal ones stay in the order posted. */
    public enum Order {
        POSITION,
        NODE,
        KIND,
        SUBJECT,
        SIZE,
        FLAGS
    }

    /** Whether every message is shown. */
    public boolean showsAll() {
        return nodeId == null && kind == null && !onlyFlagged && text.isEmpty();
    }

    /** Whether the rows are in the order posted. */
    public boolean asPosted() {
        return order == Order.POSITION && ascending;
    }

    /** The order of the rows. */
    public Comparator<WhiteboardEntry> comparator() {
        Comparator<WhiteboardEntry> by =
                switch (order) {
                    case POSITION -> Comparator.comparingInt(WhiteboardEntry::position);
                    case NODE -> Comparator.comparing(WhiteboardEntry::nodeId);
                    case KIND -> Comparator.comparing(WhiteboardEntry::kind);
                    case SUBJECT -> Comparator.comparingInt(WhiteboardEntry::subject);
                    case SIZE -> Comparator.comparingInt(WhiteboardEntry::dataSize);
                    case FLAGS ->
                            Comparator.comparingInt(
                                    entry -> entry.flags().size() + (isRuled(entry) ? 1 : 0));
                };
        return (ascending ? by : by.reversed()).thenComparingInt(WhiteboardEntry::position);
    }

    @Override
    public boolean test(WhiteboardEntry entry) {
        return (!onlyFlagged || !entry.flags().isEmpty() || isRuled(entry))
                && (kind == null || entry.kind() == kind)
                && (nodeId == null || entry.nodeId().equals(nodeId))
                && (text.isEmpty() || contains(entry));
    }

    private boolean isRuled(WhiteboardEntry entry) {
        return ruled.contains(entry.position());
    }

    private boolean contains(WhiteboardEntry entry) {
        return entry.nodeId().contains(text)
                || entry.instanceId().toLowerCase(Locale.ROOT).contains(text)
                || entry.origin().transactionId().contains(text)
                || Integer.toString(entry.position()).equals(text);
    }

    public FeedQuery withNode(@Nullable String other) {
        return new FeedQuery(other, kind, onlyFlagged, ruled, text, order, ascending);
    }

    public FeedQuery withKind(@Nullable MessageKind other) {
        return new FeedQuery(nodeId, other, onlyFlagged, ruled, text, order, ascending);
    }

    public FeedQuery withOnlyFlagged(boolean other) {
        return new FeedQuery(nodeId, kind, other, ruled, text, order, ascending);
    }

    /** This query with other rulings; the same where it does not depend on them. */
    FeedQuery withRuled(Set<Integer> others) {
        return onlyFlagged || order == Order.FLAGS
                ? new FeedQuery(nodeId, kind, onlyFlagged, others, text, order, ascending)
                : this;
    }

    public FeedQuery withText(String other) {
        return new FeedQuery(nodeId, kind, onlyFlagged, ruled, other, order, ascending);
    }

    public FeedQuery ordered(Order other, boolean upwards) {
        return new FeedQuery(nodeId, kind, onlyFlagged, ruled, text, other, upwards);
    }
}

package io.epochdesk.dkg.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.dkg.MessageKind;
import io.epochdesk.dkg.WhiteboardEntry;
import io.epochdesk.dkg.WhiteboardEntry.Flag;
import io.epochdesk.dkg.WhiteboardEntry.Origin;
import io.epochdesk.dkg.view.FeedQuery.Order;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

final class FeedRowsTest {

    private static final List<MessageKind> KINDS = List.of(MessageKind.values());

    @Test
    void everythingAsPostedIsTheBoardItself() {
        List<WhiteboardEntry> board = board(5, 1);

        assertThat(FeedRows.NONE.next(FeedQuery.ALL, board)).isEqualTo(board);
    }

    @Property(tries = 300)
    void growingStepByStepIsTheSameAsLookingOnce(
            @ForAll("queries") FeedQuery query,
            @ForAll @IntRange(max = 60) int size,
            @ForAll @IntRange(min = 1, max = 9) int step,
            @ForAll long seed) {
        List<WhiteboardEntry> board = board(size, seed);
        FeedRows grown = FeedRows.NONE;
        for (int to = 0; to <= size; to += step) {
            grown = grown.next(query, board.subList(0, to));
        }
        grown = grown.next(query, board);

        List<WhiteboardEntry> wanted =
                board.stream().filter(query).sorted(query.comparator()).toList();
        assertThat(grown).isEqualTo(wanted);
        for (int row = 0; row < grown.size(); row++) {
            assertThat(grown.rowOf(grown.get(row).position())).isEqualTo(row);
        }
    }

    @Property(tries = 100)
    void anotherBoardIsLookedAtAfresh(
            @ForAll("queries") FeedQuery query, @ForAll long seed, @ForAll long otherSeed) {
        FeedRows rows = FeedRows.NONE.next(query, board(20, seed));
        List<WhiteboardEntry> other = board(30, otherSeed);

        assertThat(rows.next(query, other))
                .isEqualTo(other.stream().filter(query).sorted(query.comparator()).toList());
    }

    @Test
    void aMessageThatIsFilteredOutHasNoRow() {
        FeedRows rows = FeedRows.NONE.next(FeedQuery.ALL.withOnlyFlagged(true), board(0, 1));

        assertThat(rows.rowOf(0)).isEqualTo(-1);
    }

    @Provide
    Arbitrary<FeedQuery> queries() {
        return Combinators.combine(
                        Arbitraries.of("", "aa", "tx3", "7"),
                        Arbitraries.of(MessageKind.values()).injectNull(0.6),
                        Arbitraries.of(true, false),
                        Arbitraries.of(node(0), node(1)).injectNull(0.7),
                        Arbitraries.of(Order.values()),
                        Arbitraries.of(true, false))
                .as(
                        (text, kind, flagged, node, order, ascending) ->
                                new FeedQuery(
                                        node, kind, flagged, Set.of(), text, order, ascending));
    }

    private static List<WhiteboardEntry> board(int size, long seed) {
        Random random = new Random(seed);
        List<WhiteboardEntry> entries = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            entries.add(
                    new WhiteboardEntry(
                            i,
                            node(random.nextInt(4)),
                            KINDS.get(random.nextInt(KINDS.size())),
                            random.nextInt(5) - 1,
                            random.nextInt(100),
                            -1,
                            "dkg-sample-1",
                            random.nextInt(3) == 0 ? Set.of(Flag.DUPLICATE) : Set.of(),
                            100,
                            new Origin(1000 + i, "tx" + i)));
        }
        return entries;
    }

    private static String node(int n) {
        return List.of("aa", "bb", "cc", "dd").get(n).repeat(32);
    }
}

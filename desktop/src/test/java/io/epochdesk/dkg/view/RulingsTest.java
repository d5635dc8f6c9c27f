package io.epochdesk.dkg.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.bls.DkgFault;
import io.epochdesk.bls.DkgRun;
import io.epochdesk.dkg.PlayedWhiteboard;
import io.epochdesk.dkg.SampleWhiteboard;
import io.epochdesk.dkg.WhiteboardEntry;
import io.epochdesk.text.Words;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Every message that the review leaves out, or that puts a dealer out, says so in the feed. */
final class RulingsTest {

    private static final int COUNTER = 7;

    @ParameterizedTest
    @CsvSource({
        "NONE, ''",
        "BAD_SIGNATURE, 9: signature is not the sender’s",
        "LATE_VECTOR, 9: the dealer is out already",
        "LATE_COMPLAINT, '10: too late, counts for nothing'",
        "SELF_COMPLAINT, '10: about itself, counts for nothing'",
        "ANSWER_WRONG, 11: puts node 9 out",
        "VECTOR_BAD_POINT, 9: puts node 9 out",
        "VECTOR_TOO_SHORT, '9: wrong size, puts node 9 out'",
        "WRONG_INSTANCE, 9: other instance",
        "REPEATED_VECTOR, 10: repeated",
        "UNREADABLE, 10: unparsable",
    })
    void whatIsWrongIsSaidBesideTheMessage(DkgFault fault, String said) {
        PlayedWhiteboard board =
                new PlayedWhiteboard(
                        fault.in(new DkgRun("dkg-" + SampleWhiteboard.CHAIN + "-" + COUNTER, 10)),
                        COUNTER);
        Rulings rulings = Rulings.of(board.review());
        FeedColumns columns = new FeedColumns(new Words(Locale.ENGLISH), () -> rulings);
        List<WhiteboardEntry> entries = board.board().entries();
        List<String> told = new ArrayList<>();
        for (WhiteboardEntry entry : entries) {
            if (!columns.flags(entry).isEmpty()) {
                told.add(entry.position() + ": " + columns.flags(entry));
            }
        }

        assertThat(String.join("; ", told)).isEqualTo(said);
        FeedQuery flagged = FeedQuery.ALL.withOnlyFlagged(true).withRuled(rulings.positions());
        assertThat(FeedRows.NONE.next(flagged, entries)).hasSize(told.size());
    }
}
